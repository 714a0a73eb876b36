"""The spellings that writers use interchangeably, folded into one."""

import unicodedata
from collections.abc import Mapping
from functools import cache

# Vowel signs, tatweel, the dagger alef, zero-width and direction marks: they change no word.
SILENT = frozenset(
    [chr(c) for c in range(0x0610, 0x061B)]
    + [chr(c) for c in range(0x064B, 0x0660)]
    + ["\u0640", "\u0670", "\u061c", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u00ad"]
    + [chr(c) for c in range(0x06D6, 0x06ED)]
    + [chr(c) for c in range(0x202A, 0x202F)]
    + [chr(c) for c in range(0x2066, 0x206A)]
)

# A letter as it is folded, then the letters that are written for it.
_VARIANTS = (
    "اأإآٱ",
    "يىی",
    "هةہ",
    "ءؤئ",
    "كکگ",
    "فڤ",
    "بپ",
    "جچ",
)

# Presentation forms come from PDF files and old systems.
_SHAPES = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFF))
# The Arabic and the Persian zero; the other digits follow them.
_ZEROS = (0x0660, 0x06F0)

# Printable ASCII, and Arabic letters, signs and digits.
_USUAL = (range(0x20, 0x7F), range(0x600, 0x700))
# How many texts are remembered before starting afresh, and the longest of them: no word is longer.
_REMEMBERED = 100_000
_LONGEST_REMEMBERED = 20


def translating(changed: Mapping[int, str | None]) -> dict[int, str | int | None]:
    """A table for `str.translate` that changes these letters alone.

    The others of news stand for themselves in it: of each that is in no table Python makes an error and drops it.
    """
    table: dict[int, str | int | None] = {letter: letter for letters in _USUAL for letter in letters}
    table.update(changed)
    return table


@cache
def _table() -> dict[int, str | int | None]:
    letters = {variant: row[0] for row in _VARIANTS for variant in row[1:]}
    table = translating(dict.fromkeys(map(ord, SILENT)))
    table |= {ord(variant): plain for variant, plain in letters.items()}
    for zero in _ZEROS:
        table |= {zero + digit: str(digit) for digit in range(10)}
    for shapes in _SHAPES:
        for shape in shapes:
            plain = unicodedata.normalize("NFKC", chr(shape))
            table[shape] = "".join(letters.get(c, c) for c in plain if c not in SILENT and c != " ")
    return table


# Short texts folded before: each word of a page is folded for many questions.
_FOLDED: dict[str, str] = {}


def fold(text: str) -> str:
    """`text` with hamza seats, alef maqsura, ta marbuta, digits unified and silent signs dropped.

    Folding twice changes nothing more. Folded text may be shorter: it is for matching, never for storing.
    """
    folded = _FOLDED.get(text)
    if folded is None:
        folded = text.translate(_table())
        # One string for one spelling: where it is the very same, tables need not compare its letters.
        folded = text if folded == text else _FOLDED.get(folded, folded)
        if len(text) <= _LONGEST_REMEMBERED:
            if len(_FOLDED) >= _REMEMBERED:
                _FOLDED.clear()
            _FOLDED[text] = folded
    return folded
