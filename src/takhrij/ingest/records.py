"""JSON objects, arrays and lines, one after the other, each with the place it stands at."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from takhrij import wire
from takhrij.errors import ArticleError
from takhrij.ingest.encoding import encoding_by_mark
from takhrij.ingest.streams import ending

_LINE_ENDINGS = frozenset([".jsonl", ".ndjson"])


@dataclass(frozen=True, slots=True)
class Raw:
    """One record before it is decoded; `where` names its file and line."""

    where: str
    json: bytes | msgspec.Raw


def records_of(stream: io.BufferedReader, name: str) -> Iterator[Raw | ArticleError]:
    """The records of `stream`. JSON lines are read one at a time; an array is held whole."""
    lines = enumerate(_in_utf8(stream), 1)
    number, line = next(((number, line) for number, line in lines if line.strip()), (0, b""))
    first = line.strip()
    if not first:
        return
    in_lines = first.startswith(b"{") and (first.endswith(b"}") or ending(name) in _LINE_ENDINGS)
    if in_lines or first[:1] not in (b"[", b"{"):
        yield Raw(f"{name}:{number}", first)
        for number, line in lines:
            if line := line.strip():
                yield Raw(f"{name}:{number}", line)
        return
    yield from _whole(name, line + b"".join(rest for _, rest in lines), number)


def _whole(name: str, json: bytes, number: int) -> Iterator[Raw | ArticleError]:
    """The records of an array, or of one object written over many lines."""
    try:
        if not json.lstrip().startswith(b"["):
            wire.decode_given(json)
            yield Raw(name, json)
            return
        elements = wire.decode_array(json)
    except wire.MalformedJson as error:
        lines = json.splitlines()
        if not any(line.startswith(b"{") and line.rstrip().endswith(b"}") for line in lines):
            yield ArticleError(name, str(error))
            return
        # Lines after all, of which the first is broken.
        for at, line in enumerate(lines, number):
            if line := line.strip():
                yield Raw(f"{name}:{at}", line)
        return
    for at, element in enumerate(elements, 1):
        yield Raw(f"{name}: record {at}", element)


def _in_utf8(stream: io.BufferedReader) -> Iterator[bytes]:
    """The lines of `stream`, whatever Unicode encoding its first bytes announce."""
    encoding, mark = encoding_by_mark(stream.peek(4096)[:4096])
    stream.read(mark)
    if encoding == "utf-8":
        yield from stream
        return
    # A lone surrogate or half a letter becomes a mark of its own, so that only its own record suffers.
    for line in io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="\n"):
        yield line.encode()
