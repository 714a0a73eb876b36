"""What the caller names as input, opened: files, folders, standard input, each perhaps packed with gzip."""

import io
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from takhrij.errors import ArticleError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

STANDARD_INPUT = "-"
RECORD_ENDINGS = frozenset([".json", ".jsonl", ".ndjson"])
ENDINGS = (
    frozenset([".txt", ".text", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".warc", ".parquet"])
    | RECORD_ENDINGS
)
GZIP = b"\x1f\x8b"


class Witness(Protocol):
    """Who is told, while inputs are read, what no single article can say."""

    def tell(self, words: str) -> None:
        """Hear what the caller should know and no article suffers from."""

    def passed(self, count: int) -> None:
        """Hear that `count` more bytes have been read."""


class _Watched(io.RawIOBase):
    """A file that reports how much of it has been read."""

    def __init__(self, raw: io.RawIOBase, witness: Witness) -> None:
        self._raw = raw
        self._witness = witness

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int | None:
        count = self._raw.readinto(buffer)
        if count:
            self._witness.passed(count)
        return count

    def seekable(self) -> bool:
        return self._raw.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._raw.seek(offset, whence)

    def tell(self) -> int:
        return self._raw.tell()

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Unpacked(io.RawIOBase):
    """What a stream packed with gzip holds, handed on as it comes: all that stands before a damage is read."""

    def __init__(self, packed: io.BufferedReader) -> None:
        import gzip

        self._packed = packed
        self._gzip = gzip.GzipFile(fileobj=packed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        # read() would ask until it has all it wants, and lose what it has when that fails.
        piece = self._gzip.read1(len(view))
        view[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._packed.close()
        super().close()


def ending(name: str) -> str:
    """`.jsonl` for `day.jsonl` and for `day.jsonl.gz`."""
    return Path(name.removesuffix(".gz")).suffix.lower()


def files_of(name: str) -> Iterator[str | ArticleError]:
    """`name` itself, or for a folder the reports in it and below it, in the order of their names."""
    if name == STANDARD_INPUT or not Path(name).is_dir():
        yield name
        return
    found = [str(path) for path in sorted(Path(name).rglob("*")) if ending(path.name) in ENDINGS]
    if not found:
        yield ArticleError(shown(name), f"a folder without files that end in {', '.join(sorted(ENDINGS))}")
    yield from found


def shown(name: str) -> str:
    """`name` as it can be written: file names need not be valid text."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def open_stream(name: str, witness: Witness) -> io.BufferedReader:
    """The bytes of `name`, unpacked, but for a packed WARC, which is packed record by record. Raises OSError."""
    raw = io.FileIO(sys.stdin.fileno(), closefd=False) if name == STANDARD_INPUT else io.FileIO(name)
    stream: io.BufferedReader = io.BufferedReader(_Watched(raw, witness), 1 << 16)
    if stream.peek(2)[:2] != GZIP or _is_packed_warc(stream.peek()):
        return stream
    return io.BufferedReader(_Unpacked(stream), 1 << 16)


def _is_packed_warc(beginning: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(beginning, 5) == b"WARC/"
    except zlib.error:
        return False
