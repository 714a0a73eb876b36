"""Bytes to text: UTF-8, UTF-16 and the windows-1256 of old Arabic sites."""

import codecs
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
# Of the bytes above ASCII in a text of one byte a letter, nearly all are wrong as UTF-8; in damaged UTF-8, few are.
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it came in."""

    text: str
    encoding: str


class UnknownEncoding(ValueError):
    """Bytes that are no text in any encoding known here; the message names the first wrong one."""


def encoding_by_mark(beginning: bytes) -> tuple[str, int]:
    """The encoding that the first bytes tell, else UTF-8, and how many of them are its mark."""
    for mark, encoding in _MARKS:
        if beginning.startswith(mark):
            return encoding, len(mark)
    # UTF-16 without its mark: every second byte of Arabic is 06, the block of its letters.
    sample = beginning[:_SAMPLE]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[first::2].count(6) * 5 > len(sample):
            return encoding, 0
    return "utf-8", 0


def decode(given: bytes) -> Decoded:
    """The text of `given`; its byte order mark is no part of it."""
    encoding, skipped = encoding_by_mark(given)
    try:
        return Decoded(given[skipped:].decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and _is_windows_1256(given):
            return Decoded(given.decode("cp1256"), "windows-1256")
        at = error.start + skipped
        raise UnknownEncoding(f"not {encoding.upper()} text: {error.reason} at byte {at}") from error


def _is_windows_1256(given: bytes) -> bool:
    sample = given[: 1 << 20]
    high = sum(sample.count(byte) for byte in range(0x80, 0x100))
    wrong = sample.decode("utf-8", "replace").count("\ufffd")
    letters = sample.decode("cp1256", "replace")
    arabic = sum("\u0621" <= letter <= "\u0652" for letter in letters)
    return wrong > _MOSTLY * high and arabic > _MOSTLY * high
