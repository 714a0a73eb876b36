"""The words of a text as numbers: all at once, whatever spelling each has.

A word's number is made of its folded letters and their places in it. Python's own hash() would differ from one process
to the next, and one word after another would take five times as long.
"""

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from takhrij.text.fold import SILENT, fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Codes = NDArray[np.uint16]
    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]

# All letters that news is written in stand below; what stands above is taken for a mark.
_LETTERS = 0x10000
# The letters that have other spellings, and the shapes that old systems write for them.
_ARABIC = (range(0x600, 0x700), range(0xFB50, 0xFEFF))
_MARK, _LETTER, _JOINER, _SILENT, _SEVERAL = range(5)
# Digits with their separators are one word, and so are the letters of an abbreviation.
_JOINERS = ".,٫٬"
_PRIME = 0x9E3779B97F4A7C15
# So many letters are looked at together: memory does not grow with the text.
MOST = 1 << 14
# A ligature may stand for so many letters (ﷺ).
_MOST_IN_ONE = 18


class Letters(NamedTuple):
    """The words of a text: the number of each, and where it begins and ends."""

    words: "Hashes"
    starts: "Places"
    ends: "Places"


class _Table(NamedTuple):
    """Of each letter below `_LETTERS`: what it is, and its number.

    `weights` are what a place in a text weighs, `back` what it is divided by where a word begins there.
    """

    kinds: "NDArray[np.uint8]"
    values: "Hashes"
    weights: "Hashes"
    back: "Hashes"


@cache
def _table() -> _Table:
    kinds = np.array([_LETTER if chr(code).isalnum() else _MARK for code in range(_LETTERS)], dtype=np.uint8)
    folded = np.arange(_LETTERS, dtype=np.uint64)
    for code in chain(*_ARABIC):
        if kinds[code] == _LETTER:
            plain = fold(chr(code))
            kinds[code] = _LETTER if len(plain) == 1 else _SEVERAL if plain else _SILENT
            folded[code] = ord(plain) if len(plain) == 1 else code
    kinds[[ord(letter) for letter in SILENT]] = _SILENT
    kinds[[ord(letter) for letter in _JOINERS]] = _JOINER
    return _Table(kinds, mixed(folded + np.uint64(1)), _powers(_PRIME), _powers(pow(_PRIME, -1, 1 << 64)))


def _powers(base: int) -> "Hashes":
    powers = np.full(_MOST_IN_ONE * MOST + 1, base, dtype=np.uint64)
    powers[0] = 1
    found: Hashes = np.cumprod(powers)
    return found


def mixed(hashes: "Hashes") -> "Hashes":
    """Numbers of which every bit depends on every bit of those given, which are lost (splitmix64)."""
    hashes ^= hashes >> np.uint64(30)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(27)
    hashes *= np.uint64(0x94D049BB133111EB)
    hashes ^= hashes >> np.uint64(31)
    return hashes


def letters_of(text: str, begin: int, end: int) -> Letters:
    """The words of `text` between two characters, `MOST` apart at the most."""
    table = _table()
    codes = _codes(text[begin:end])
    kinds = table.kinds[codes]
    at: Places | None = None
    most = kinds.max(initial=_MARK)
    if most == _SEVERAL:
        codes, at = _spelt_out(codes, kinds)
        kinds = table.kinds[codes]
    if most >= _SILENT:
        loud = np.flatnonzero(kinds != _SILENT)
        codes, kinds = codes[loud], kinds[loud]
        at = loud if at is None else at[loud]
    inside = _inside(kinds)
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    words = _numbers(table, codes, starts, ends)
    last = ends - 1
    if at is not None:
        starts, last = at[starts], at[last]
    return Letters(words, starts + begin, last + (begin + 1))


def _codes(text: str) -> "Codes":
    codes: Codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    if len(codes) == len(text):
        return codes
    # What UTF-16 writes as two; the last of those below is no letter.
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.minimum(wide, np.uint32(_LETTERS - 1)).astype(np.uint16)


def _spelt_out(codes: "Codes", kinds: "NDArray[np.uint8]") -> "tuple[Codes, Places]":
    """The letters of a text with ligatures that stand for several (ﻻ), and where each stands."""
    pieces, at = [], []
    for place, code in enumerate(codes.tolist()):
        letters = fold(chr(code)) if kinds[place] == _SEVERAL else chr(code)
        pieces.append(letters)
        at += [place] * len(letters)
    return _codes("".join(pieces)), np.array(at, dtype=np.int64)


def _inside(kinds: "NDArray[np.uint8]") -> "NDArray[np.bool_]":
    """Whether each letter belongs to a word, with one more at both ends that does not."""
    inside = np.zeros(len(kinds) + 2, dtype=np.bool_)
    letter = kinds == _LETTER
    inside[1:-1] = letter
    if len(kinds) > 2:
        inside[2:-2] |= (kinds[1:-1] == _JOINER) & letter[:-2] & letter[2:]
    return inside


def _numbers(table: _Table, codes: "Codes", starts: "Places", ends: "Places") -> "Hashes":
    """The number of each word: the sum of its letters', each weighed by its place from the beginning of the word."""
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(table.values[codes] * table.weights[: len(codes)], out=sums[1:])
    return mixed((sums[ends] - sums[starts]) * table.back[starts])
