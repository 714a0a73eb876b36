"""A text as its word 5-grams: what two reports must share for one to have been written from the other."""

import re
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from takhrij.model.span import Span
from takhrij.text.fold import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]

# Five words in a row are rarely the same by chance; four often are: "رئيس مجلس الوزراء المصري".
LENGTH = 5
# One gram in four is kept for finding candidates. A copied passage of 18 grams goes unseen once in 180 times.
_ONE_IN = np.uint64(4)
# 40 bits: a gram of the archive takes six bytes on disk, and two different ones meet once in a billion pairs.
_KEPT_BITS = np.uint64(24)
_PRIME = 0x9E3779B97F4A7C15
_MOST_WORDS = 100_000


@cache
def _words() -> re.Pattern[str]:
    # Vowel signs belong to the word; digits with their separators are one word.
    return re.compile(r"[^\W_]+(?:[\u0610-\u061a\u0640\u064b-\u065f\u0670.,٫٬][^\W_]+)*")


class _WordHashes(dict[str, int]):
    """The hash of a word as published, the same whatever spelling it has; forgotten when there are too many."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        # Not hash(): that differs from one process to the next.
        self[word] = value = int.from_bytes(blake2b(fold(word).encode("utf-8", "replace"), digest_size=8).digest())
        return value


_hashes = _WordHashes()


@cache
def _powers() -> "Hashes":
    powers = [pow(_PRIME, LENGTH - 1 - k, 1 << 64) for k in range(LENGTH)]
    return np.array(powers, dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Grams:
    """The word 5-grams of a text: their hashes in the order of the text, and where its words stand."""

    hashes: "Hashes"
    starts: list[int]
    ends: list[int]

    @property
    def distinct(self) -> "Hashes":
        """Each hash once, in ascending order."""
        return np.unique(self.hashes)

    @property
    def kept(self) -> list[int]:
        """The sample by which copies are looked up: the same grams of whatever text they stand in."""
        return kept(self.hashes)

    def span(self, first: int, last: int) -> Span:
        """Where the grams `first` to `last`, both included, stand in the text."""
        return Span(self.starts[first], self.ends[last + LENGTH - 1])


def kept(hashes: "Hashes") -> list[int]:
    """The sample of `hashes`, shortened to 40 bits, each once."""
    found: list[int] = np.unique(hashes[hashes % _ONE_IN == 0] >> _KEPT_BITS).tolist()
    return found


def words_of(text: str, begin: int = 0) -> list[str]:
    """The words of `text` from the character `begin` on, as published, without marks."""
    found: list[str] = _words().findall(text, begin)
    return found


def hashes_of(text: str, begin: int = 0) -> "Hashes":
    """The hashes alone of the 5-grams of `text` from the character `begin` on."""
    return _rolled(words_of(text, begin))


def grams_of(text: str, begin: int = 0) -> Grams:
    """The 5-grams of `text` from the character `begin` on."""
    found = list(_words().finditer(text, begin))
    words = [match[0] for match in found]
    return Grams(_rolled(words), [match.start() for match in found], [match.end() for match in found])


def _rolled(words: list[str]) -> "Hashes":
    if len(words) < LENGTH:
        return np.empty(0, dtype=np.uint64)
    each = np.fromiter(map(_hashes.__getitem__, words), dtype=np.uint64, count=len(words))
    powers = _powers()
    count = len(words) - LENGTH + 1
    rolled: Hashes = each[:count] * powers[0]
    for k in range(1, LENGTH):
        rolled += each[k : k + count] * powers[k]
    # Mixed once more (splitmix64), so that every bit depends on every word.
    rolled ^= rolled >> np.uint64(30)
    rolled *= np.uint64(0xBF58476D1CE4E5B9)
    rolled ^= rolled >> np.uint64(27)
    rolled *= np.uint64(0x94D049BB133111EB)
    rolled ^= rolled >> np.uint64(31)
    return rolled
