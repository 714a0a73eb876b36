"""Finding words and phrases of the lexicon in a page, whatever proclitics and article they carry.

Both classes are dictionaries keyed by words *as published*; a word that was not met before is analysed once and kept,
so that looking up a whole page is one `map(table.__getitem__, page.words)`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from takhrij.text.fold import fold

V = TypeVar("V")

# A process that reads for days must not grow: the analysed words are forgotten when they are this many.
MOST_WORDS = 300_000

_ARTICLE = "ال"
_BEFORE = "و ف ب ل ك وب ول وك فب فل"
# ل and the article melt: للوزير.
_MELTED = "لل ولل فلل"


# As a page divides its words: letters, digits and marks apart.
_PIECES = r"[0-9]+|[^\W\d_]+|[^\w\s]"


def pieces(name: str) -> list[str]:
    """The words and marks of `name`, as a page divides them."""
    return re.findall(_PIECES, name)


@cache
def _openings() -> tuple[tuple[str, str, bool], ...]:
    """What may stand before a word: its letters, the proclitics alone, whether the article is among them."""
    before = ["", *_BEFORE.split()]
    found = [(letters, letters, False) for letters in before]
    found += [(letters + _ARTICLE, letters, True) for letters in before]
    found += [(letters, letters[:-1], True) for letters in _MELTED.split()]
    return tuple(found)


class Cut(NamedTuple):
    """A word taken apart: what is left of it, the proclitics before it, whether the article stood there."""

    rest: str
    proclitics: str
    definite: bool


def cuts(word: str) -> Iterator[Cut]:
    """The ways to take the folded `word` apart, the whole word first.

    A rest of one letter is tried only as a whole word, one of two only alone or after the article: لم, وجد and بعد are
    no titles with a proclitic.
    """
    length = len(word)
    for opening, proclitics, definite in _openings():
        left = length - len(opening)
        if left < 3 and opening and (left < 2 or not definite):
            continue
        if word.startswith(opening):
            yield Cut(word[len(opening) :], proclitics, definite)


class Phrase(NamedTuple, Generic[V]):
    """A phrase found from word `first` up to, not including, word `end`, and what it stands for."""

    first: int
    end: int
    value: V
    proclitics: str


class Phrases(dict[str, "tuple[tuple[tuple[str, ...], V, str], ...] | None"], Generic[V]):
    """Names of one or more words: under a published word, the names that begin with it, the longest first.

    A name that begins with the article is found only where the article stands, any other only where it does not.
    Use `at` and `find`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._begin: dict[tuple[str, bool], list[tuple[tuple[str, ...], V]]] = {}
        self._folded: dict[str, str] = {}

    def add(self, name: str, value: V) -> None:
        """Know `name`, of two equal names the first is kept."""
        first, *others = pieces(name)
        definite = first.startswith("ال") and len(first) > 4
        key = fold(first)
        rest = tuple(map(fold, others))
        names = self._begin.setdefault((key[2:] if definite else key, definite), [])
        if all(rest != known for known, _ in names):
            names.append((rest, value))

    def __missing__(self, word: str) -> "tuple[tuple[tuple[str, ...], V, str], ...] | None":
        """The names that begin with the published `word`."""
        if len(self) > MOST_WORDS:
            self.clear()
        found = [
            (rest, value, cut.proclitics)
            for cut in cuts(fold(word))
            for rest, value in self._begin.get((cut.rest, cut.definite), ())
        ]
        found.sort(key=lambda name: len(name[0]), reverse=True)
        names = self[word] = tuple(found) or None
        return names

    def at(self, words: Sequence[str], first: int) -> Phrase[V] | None:
        """The longest name that begins at word `first`."""
        names = self[words[first]]
        if names is None:
            return None
        for rest, value, proclitics in names:
            end = first + 1 + len(rest)
            if not rest or rest == tuple(map(self._fold, words[first + 1 : end])):
                return Phrase(first, end, value, proclitics)
        return None

    def find(self, words: Sequence[str]) -> list[Phrase[V]]:
        """All names of `words`, from left to right, the longest where several begin; none overlaps another."""
        found: list[Phrase[V]] = []
        reached = 0
        for i, names in enumerate(map(self.__getitem__, words)):
            if names is None or i < reached:
                continue
            phrase = self.at(words, i)
            if phrase is not None:
                found.append(phrase)
                reached = phrase.end
        return found

    def whole(self, words: Sequence[str]) -> V | None:
        """What `words` stand for if they are one name and nothing else."""
        phrase = self.at(words, 0) if words else None
        return phrase.value if phrase and phrase.end == len(words) and not phrase.proclitics else None

    def _fold(self, word: str) -> str:
        folded = self._folded.get(word)
        if folded is None:
            if len(self._folded) > MOST_WORDS:
                self._folded.clear()
            folded = self._folded[word] = fold(word)
        return folded
