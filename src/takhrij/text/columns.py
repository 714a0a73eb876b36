"""A number for every spelling, and tables that are asked by it.

What a word may be is kept under its spelling, in one table for each question; each page asks them all of all its words.
A place in a list is found many times faster than a word in a dictionary, so a page brings the numbers of its words, and
a column answers for all of them at once.
"""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")

# A process that reads for days must not grow: every spelling is forgotten when they are this many.
MOST_SPELLINGS = 100_000

_LOCK = Lock()


class Spellings:
    """The words met so far: word `words[n]` has the number n. A page keeps those that its numbers are of."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, word: str) -> int:
        """The number of `word`, from now on."""
        found = self._numbers.get(word)
        if found is None:
            with _LOCK:
                found = self._numbers.get(word)
                if found is None:
                    found = len(self.words)
                    self.words.append(word)
                    self._numbers[word] = found
        return found


class Column(Generic[V]):
    """What a table has for words, under their numbers; `look` is asked once for each word."""

    def __init__(self, look: Callable[[str], V]) -> None:
        self._look = look
        self._lock = Lock()
        self._spellings = Spellings()
        self._kept: list[V] = []

    def of(self, spellings: Spellings, numbers: list[int]) -> list[V]:
        """What the table has for each of the words with these numbers."""
        kept = self._kept
        if spellings is not self._spellings or len(kept) < len(spellings.words):
            kept = self._met(spellings)
        return [kept[number] for number in numbers]

    def _met(self, spellings: Spellings) -> list[V]:
        """Ask for the words that were met since."""
        with self._lock:
            if spellings is not self._spellings:
                self._spellings, self._kept = spellings, []
            kept, words = self._kept, spellings.words
            for number in range(len(kept), len(words)):
                kept.append(self._look(words[number]))
            return kept
