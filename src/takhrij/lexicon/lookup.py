"""Finding words and phrases of the lexicon in a page, whatever proclitics and article they carry.

Words are asked for *as published*; one that was not met before is analysed once and kept.
"""

import re
from functools import cache
from typing import Generic, TypeVar

from takhrij.text.fold import fold

V = TypeVar("V")

# A process that reads for days must not grow: the analysed words are forgotten when they are this many.
MOST_WORDS = 100_000

_ARTICLE = "ال"
_BEFORE = "و ف ب ل ك وب ول وك فب فل"
# ل and the article melt: للوزير.
_MELTED = "لل ولل فلل"


# As a page divides its words: letters, digits and marks apart.
_PIECES = r"[0-9]+|[^\W\d_]+|[^\w\s]"

# A word taken apart: what is left of it, the proclitics before it, whether the article stood there.
Cut = tuple[str, str, bool]
# The letters of the longest opening: وبال.
_LONGEST_OPENING = 4
# All tables meet a new word in the same report, so they share its cuts; later nobody asks for them.
_RECENT_WORDS = 10_000
# A letter's name has two letters, and with a proclitic before it three: لسي.
_SPELT = 3
# What a word may be in a name: all of it, the first of several, the second.
WHOLE, FIRST, SECOND = 1, 2, 4
_BEFORE_LETTERS = "ولب"


def pieces(name: str) -> list[str]:
    """The words and marks of `name`, as a page divides them."""
    # Most names are words between blanks, and the tables hold tens of thousands.
    words = name.split(" ")
    return words if "".join(words).isalpha() and all(words) else re.findall(_PIECES, name)


@cache
def _openings() -> tuple[tuple[str, str, bool], ...]:
    """What may stand before a word: its letters, the proclitics alone, whether the article is among them."""
    before = ["", *_BEFORE.split()]
    found = [(letters, letters, False) for letters in before]
    found += [(letters + _ARTICLE, letters, True) for letters in before]
    found += [(letters, letters[:-1], True) for letters in _MELTED.split()]
    return tuple(found)


class _Opened(dict[str, tuple[tuple[int, str, bool], ...]]):
    """Under the first letters of a word, the openings that it may have, each as its length."""

    def __missing__(self, letters: str) -> tuple[tuple[int, str, bool], ...]:
        if len(self) > MOST_WORDS:
            self.clear()
        found = self[letters] = tuple(
            (len(opening), proclitics, definite)
            for opening, proclitics, definite in _openings()
            if letters.startswith(opening)
        )
        return found


_OPENED = _Opened()


def cuts(word: str) -> tuple[Cut, ...]:
    """The ways to take the folded `word` apart, the whole word first.

    A rest of one letter is tried only as a whole word, one of two only alone or after the article: لم, وجد and بعد are
    no titles with a proclitic.
    """
    opened = _OPENED[word[:_LONGEST_OPENING]]
    if len(opened) == 1:
        return ((word, "", False),)
    short, shortest = len(word) - 2, len(word) - 3
    return tuple(
        [
            (word[taken:], proclitics, definite)
            for taken, proclitics, definite in opened
            if taken <= shortest or not taken or (definite and taken == short)
        ]
    )


class _Apart(dict[str, tuple[Cut, ...]]):
    def __missing__(self, word: str) -> tuple[Cut, ...]:
        if len(self) > _RECENT_WORDS:
            self.clear()
        found = self[word] = cuts(fold(word))
        return found


_APART = _Apart()


def _spelt(whole: str) -> str:
    """The letter's name in a folded word that is but that behind a proclitic: سي of لسي إن إن; "" in any other."""
    return whole[1:] if len(whole) == _SPELT and whole[0] in _BEFORE_LETTERS else ""


def apart(word: str) -> tuple[Cut, ...]:
    """The cuts of a published word; the rest of the first is the whole word folded."""
    return _APART[word]


class Phrase(Generic[V]):
    """A phrase found from word `first` up to, not including, word `end`, and what it stands for."""

    __slots__ = ("end", "first", "proclitics", "value")

    def __init__(self, first: int, end: int, value: V, proclitics: str) -> None:
        self.first = first
        self.end = end
        self.value = value
        self.proclitics = proclitics

    def over(self, first: int, end: int) -> "Phrase[V]":
        """The same of these words."""
        return Phrase(first, end, self.value, self.proclitics)


def _stand(rest: tuple[str, ...], words: list[str], first: int) -> bool:
    """Whether the words from `first` on are these folded ones, of which the first is known to be."""
    if first + len(rest) > len(words):
        return False
    return all(fold(words[first + place]) == rest[place] for place in range(1, len(rest)))


class _Begun(Generic[V]):
    """The names that begin with one word: that of this word alone, the longer ones under their second word, or None."""

    __slots__ = ("alone", "longer", "proclitics")

    def __init__(
        self, alone: V | None, proclitics: str, longer: "dict[str, list[tuple[tuple[str, ...], V, str]]]"
    ) -> None:
        self.alone = alone
        self.proclitics = proclitics
        self.longer = longer or None


class Phrases(Generic[V]):
    """Names of one or more words: under a published word, the names that begin with it, the longest first.

    A name that begins with the article is found only where the article stands, any other only where it does not.
    """

    def __init__(self) -> None:
        self._met: dict[str, _Begun[V] | None] = {}
        # By whether the article stands before the first word.
        self._bare: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        self._definite: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        self._seconds: set[str] = set()

    def add(self, name: str, value: V) -> None:
        """Know `name`, of two equal names the first is kept."""
        first, *others = pieces(name)
        key = fold(first)
        rest = tuple(map(fold, others))
        if first.startswith(_ARTICLE) and len(first) > 4:
            names = self._definite.setdefault(key[2:], [])
        else:
            names = self._bare.setdefault(key, [])
        if all(rest != known for known, _ in names):
            names.append((rest, value))
            self._seconds.update(rest[:1])

    def _meet(self, word: str) -> "_Begun[V] | None":
        """The names that begin with the published `word`, which was not met before."""
        if len(self._met) > MOST_WORDS:
            self._met.clear()
        ways = _APART[word]
        whole = ways[0][0]
        found: list[tuple[tuple[str, ...], V, str]] = []
        for cut, proclitics, definite in ways:
            names_of = (self._definite if definite else self._bare).get(cut)
            if names_of is not None:
                found += [(others, value, proclitics) for others, value in names_of]
        if letter := _spelt(whole):
            found += [(others, value, whole[0]) for others, value in self._bare.get(letter, ()) if others]
        if len(found) > 1:
            found.sort(key=lambda name: len(name[0]), reverse=True)
        alone: V | None = None
        alone_behind = ""
        longer: dict[str, list[tuple[tuple[str, ...], V, str]]] = {}
        for name in found:
            rest, value, proclitics = name
            if rest:
                longer.setdefault(rest[0], []).append(name)
            elif alone is None:
                alone, alone_behind = value, proclitics
        names = self._met[word] = _Begun(alone, alone_behind, longer) if found else None
        return names

    def begins(self, word: str) -> bool:
        """Whether a name begins with the published `word`; for tables that remember this themselves."""
        bare, definite, ways = self._bare, self._definite, _APART[word]
        for rest, _, with_article in ways:
            if rest in (definite if with_article else bare):
                return True
        letter = _spelt(ways[0][0])
        return bool(letter) and letter in bare

    def goes_on(self, word: str) -> bool:
        """Whether the published `word` is the second of a name; for tables that remember this themselves."""
        return _APART[word][0][0] in self._seconds

    def part(self, word: str) -> int:
        """What the published `word` may be in a name, WHOLE, FIRST or SECOND; for tables that remember this."""
        ways = _APART[word]
        whole = ways[0][0]
        found = SECOND if whole in self._seconds else 0
        for rest, _, definite in ways:
            names = (self._definite if definite else self._bare).get(rest)
            if names is not None:
                for others, _ in names:
                    found |= FIRST if others else WHOLE
        letter = _spelt(whole)
        if letter and any(others for others, _ in self._bare.get(letter, ())):
            found |= FIRST
        return found

    def at(self, words: list[str], first: int) -> Phrase[V] | None:
        """The longest name that begins at word `first`."""
        word = words[first]
        names = self._met.get(word)
        if names is None:
            names = self._meet(word) if word not in self._met else None
            if names is None:
                return None
        longer = names.longer
        if longer is not None and first + 1 < len(words):
            for rest, value, proclitics in longer.get(fold(words[first + 1]), ()):
                if len(rest) == 1 or _stand(rest, words, first + 1):
                    return Phrase(first, first + 1 + len(rest), value, proclitics)
        if names.alone is not None:
            return Phrase(first, first + 1, names.alone, names.proclitics)
        return None

    def find(self, words: list[str]) -> list[Phrase[V]]:
        """All names of `words`, from left to right, the longest where several begin; none overlaps another."""
        if not self._bare and not self._definite:
            return []
        met = self._met
        begin = [
            first for first, word in enumerate(words) if (met[word] if word in met else self._meet(word)) is not None
        ]
        return self.among(words, begin) if begin else []

    def among(self, words: list[str], begin: list[int]) -> list[Phrase[V]]:
        """As `find`, where the only words with which a name may begin are `begin`."""
        found: list[Phrase[V]] = []
        reached = 0
        for first in begin:
            if first >= reached and (phrase := self.at(words, first)) is not None:
                found.append(phrase)
                reached = phrase.end
        return found

    def whole(self, words: list[str]) -> V | None:
        """What `words` stand for if they are one name and nothing else."""
        phrase = self.at(words, 0) if words else None
        return phrase.value if phrase and phrase.end == len(words) and not phrase.proclitics else None
