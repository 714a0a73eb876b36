"""Answers written for programs: JSON, one to a line, or CSV."""

import csv
import io
import os
import sys
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

import msgspec
import typer

BROKEN_PIPE = 141

View = Literal["text", "json", "csv"]
ViewOption = Annotated[
    View | None,
    typer.Option(
        "--format",
        help="For people, JSON lines, or CSV; for people on a terminal, JSON in a pipe.",
        show_default=False,
    ),
]


def for_programs(view: View | None, answers: Iterable[msgspec.Struct]) -> bool:
    """Write `answers` as JSON or CSV, if that is asked for or nobody watches; whether it was."""
    if view is None and not sys.stdout.isatty():
        view = "json"
    if view == "json":
        _write(_json(answers))
    elif view == "csv":
        _write(_csv(answers))
    return view in ("json", "csv")


def _json(answers: Iterable[msgspec.Struct]) -> Iterator[bytes]:
    encoder = msgspec.json.Encoder()
    for answer in answers:
        yield encoder.encode(answer)
        yield b"\n"


def _csv(answers: Iterable[msgspec.Struct]) -> Iterator[bytes]:
    """A row each, below the names of the fields; several words stand between bars, what holds more as JSON."""
    line = io.StringIO()
    writer = csv.writer(line)
    for n, answer in enumerate(answers):
        if n == 0:
            writer.writerow(answer.__struct_fields__)
        writer.writerow([_cell(getattr(answer, field)) for field in answer.__struct_fields__])
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()


def _cell(value: object) -> object:
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return " | ".join(value)
    if isinstance(value, tuple | dict | msgspec.Struct):
        return msgspec.json.encode(value).decode()
    return value


def _write(pieces: Iterable[bytes]) -> None:
    stream = sys.stdout.buffer
    try:
        for piece in pieces:
            stream.write(piece)
        stream.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None
