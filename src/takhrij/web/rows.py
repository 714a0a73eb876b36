"""Answers as rows for programs and spreadsheets, written as they come."""

import csv
import io
from collections.abc import Iterable, Iterator

import msgspec

# A spreadsheet takes a cell that begins so for a formula: a report could have it do something.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
# Without it spreadsheets take UTF-8 for something else, and show Arabic as a heap of signs.
_MARK = "\ufeff"


def json_rows(answers: Iterable[msgspec.Struct]) -> Iterator[bytes]:
    """One JSON array."""
    encoder = msgspec.json.Encoder()
    before = b"["
    for answer in answers:
        yield before + encoder.encode(answer)
        before = b",\n"
    yield b"[]\n" if before == b"[" else b"]\n"


def csv_rows(answers: Iterable[msgspec.Struct]) -> Iterator[bytes]:
    """A row each, below the names of the fields; several words stand between bars, what holds more as JSON.

    Before words that a spreadsheet would take for a formula stands an apostrophe.
    """
    line = io.StringIO()
    line.write(_MARK)
    writer = csv.writer(line)
    for n, answer in enumerate(answers):
        if n == 0:
            writer.writerow(answer.__struct_fields__)
        writer.writerow([_cell(getattr(answer, field)) for field in answer.__struct_fields__])
        yield line.getvalue().encode("utf-8", "replace")
        line.seek(0)
        line.truncate()


def _cell(value: object) -> object:
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        value = " | ".join(value)
    elif isinstance(value, tuple | dict | msgspec.Struct):
        value = msgspec.json.encode(value).decode()
    if isinstance(value, str) and value.startswith(_FORMULAS):
        return f"'{value}"
    return value
