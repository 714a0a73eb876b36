"""A number for every spelling, and tables that are asked by it.

What a word may be is kept under its spelling, in one table for each question; each page asks them all of all its words.
A place in a list is found many times faster than a word in a dictionary, so a page brings the numbers of its words, and
a column answers for all of them at once.
"""

from collections.abc import Callable
from threading import Lock
from typing import Any, Generic, TypeVar

V = TypeVar("V")

# A process that reads for days must not grow: every spelling is forgotten when they are this many.
MOST_SPELLINGS = 100_000

# A word and what each column has for it.
_ROOM = 16
# What stands for an answer that nobody asked for.
_UNASKED = object()
_LOCK = Lock()
# How many columns there are.
_COLUMNS: list[int] = [0]


class Spellings:
    """The words met so far: `table[n]` is the word with the number n, and behind it is what the columns have for it.

    So the answers to all questions lie side by side: memory is slow to reach and brings its neighbours along, and a
    page's rare words are far apart. A page keeps the spellings that its numbers are of.
    """

    def __init__(self) -> None:
        self.table: list[Any] = []
        self._unasked = [_UNASKED] * (_ROOM - 1)
        # For each column the end of what it has answered.
        self.answered = [0] * _ROOM
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        """How many words were met."""
        return len(self.table) // _ROOM

    def number(self, word: str) -> int:
        """The number of `word`, from now on."""
        found = self._numbers.get(word)
        if found is None:
            with _LOCK:
                found = self._numbers.get(word)
                if found is None:
                    found = len(self.table)
                    self.table.extend([word, *self._unasked])
                    self._numbers[word] = found
        return found


class Column(Generic[V]):
    """What a table has for words, under their numbers; `look` is asked once for each word."""

    def __init__(self, look: Callable[[str], V]) -> None:
        self._look = look
        self._lock = Lock()
        with _LOCK:
            _COLUMNS[0] += 1
            self._place = _COLUMNS[0]
        if self._place >= _ROOM:
            raise RuntimeError(f"columns.py has room for {_ROOM - 1} columns")

    def of(self, spellings: Spellings, numbers: list[int]) -> list[V]:
        """What the table has for each of the words with these numbers."""
        table, place = spellings.table, self._place
        if spellings.answered[place] < len(table):
            self._meet(spellings)
        return [table[number + place] for number in numbers]

    def where(self, spellings: Spellings, numbers: list[int]) -> list[int]:
        """The places of the words for which the table has something that counts."""
        table, place = spellings.table, self._place
        if spellings.answered[place] < len(table):
            self._meet(spellings)
        return [at for at, number in enumerate(numbers) if table[number + place]]

    def at(self, spellings: Spellings, number: int) -> V:
        """The same for one word; a table asked only so answers only for the words that somebody asks for."""
        place = number + self._place
        found = spellings.table[place]
        if found is _UNASKED:
            found = spellings.table[place] = self._look(spellings.table[number])
        answer: V = found
        return answer

    def _meet(self, spellings: Spellings) -> None:
        """Ask for the words that were met since."""
        with self._lock:
            table, place, end = spellings.table, self._place, len(spellings.table)
            for number in range(spellings.answered[place], end, _ROOM):
                table[number + place] = self._look(table[number])
            spellings.answered[place] = end
