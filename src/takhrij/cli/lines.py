"""Answers written one to a line, as JSON."""

import os
import sys
from collections.abc import Iterable

import msgspec
import typer

BROKEN_PIPE = 141


def as_json(view: str | None) -> bool:
    """Whether to write JSON: as asked, else whenever nobody watches."""
    return view == "json" or (view is None and not sys.stdout.isatty())


def write_json(answers: Iterable[msgspec.Struct]) -> None:
    """Write each answer as one line of JSON."""
    encoder = msgspec.json.Encoder()
    stream = sys.stdout.buffer
    try:
        for answer in answers:
            stream.write(encoder.encode(answer))
            stream.write(b"\n")
        stream.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None
