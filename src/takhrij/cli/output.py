"""Where readings are written, and in which form."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal

from takhrij import wire
from takhrij.errors import TakhrijError
from takhrij.model.article import Article
from takhrij.model.reading import Reading

View = Literal["tree", "json", "html"]

_ENDINGS: dict[str, View] = {".html": "html", ".htm": "html", ".json": "json", ".jsonl": "json", ".txt": "tree"}


class OutputError(TakhrijError):
    """The readings cannot be written where they should go."""


def chosen(view: View | None, output: Path | None) -> View:
    """The form asked for; else what the output's name tells; else a tree for a terminal and JSON for a pipe."""
    if view is not None:
        return view
    if output is not None:
        return _ENDINGS.get(output.suffix.lower(), "json")
    return "tree" if sys.stdout.isatty() else "json"


def write(readings: Iterable[tuple[Article, Reading]], view: View, output: Path | None) -> None:
    """Write all `readings` as `view` to `output`, or to standard output."""
    with opened(output) as stream:
        if view == "json":
            for _, reading in readings:
                stream.write(wire.encode(reading))
                stream.write(b"\n")
        elif view == "html":
            from takhrij.show.html import page

            for piece in page(readings):
                stream.write(piece.encode("utf-8"))
        else:
            from takhrij.show.tree import Tree

            on_screen = output is None
            encoding = sys.stdout.encoding if on_screen else "utf-8"
            tree = Tree.on(stream, is_terminal=on_screen and sys.stdout.isatty(), encoding=encoding)
            for article, reading in readings:
                tree.draw(article, reading)


@contextmanager
def opened(output: Path | None) -> Iterator[BinaryIO]:
    """A stream to `output`, put in place when it is whole, or to standard output."""
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    # Written beside and then put in place: whoever looks meanwhile never sees half a file.
    beside = output.with_name(f"{output.name}.{os.getpid()}.part")
    try:
        stream = beside.open("wb")
    except OSError as error:
        raise OutputError(f"{output}: {error.strerror}") from error
    try:
        with stream:
            yield stream
        beside.replace(output)
    except OSError as error:
        raise OutputError(f"{output}: {error.strerror}") from error
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def opened_folder(output: Path) -> Iterator[Path]:
    """A folder to fill, put in place as `output` when it is whole; one that holds something is left alone."""
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise OutputError(f"{output}: is there already; name a folder that is new or empty")
    beside = output.with_name(f"{output.name}.{os.getpid()}.part")
    try:
        beside.mkdir(parents=True)
        yield beside
        beside.replace(output)
    except OSError as error:
        raise OutputError(f"{error.filename or output}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
