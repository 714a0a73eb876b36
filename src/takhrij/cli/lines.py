"""Answers written for programs: JSON, one to a line, or CSV."""

import csv
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
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
# Of commands whose work is what matters, nothing is printed unless it is asked for.
TellingOption = Annotated[
    View | None,
    typer.Option(
        "--format",
        help="text: words on standard error alone; json or csv: how it goes on as lines on standard output, too.",
        show_default="text",
    ),
]


def telling(view: View | None) -> Callable[[msgspec.Struct], None]:
    """What writes a line for programs at once, if that was asked for; in CSV the names of the fields stand first."""
    if view not in ("json", "csv"):
        return lambda line: None
    begun = False

    def tell(line: msgspec.Struct) -> None:
        nonlocal begun
        _write(_json([line]) if view == "json" else _csv([line], below=begun))
        begun = True

    return tell


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


def _csv(answers: Iterable[msgspec.Struct], *, below: bool = False) -> Iterator[bytes]:
    """A row each, below the names of the fields; several words stand between bars, what holds more as JSON."""
    for answer in answers:
        fields = answer.__struct_fields__
        if not below:
            yield _row(fields)
            below = True
        yield _row([_cell(getattr(answer, field)) for field in fields])


def _row(cells: Iterable[object]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()


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
