"""A line as a string of classes, a letter for each word or name in it, that rules are matched against.

القاهرة (رويترز) - قال is "P(O)-V".
"""

from functools import cache
from typing import Any

import msgspec

from takhrij.lexicon import calendar, heading_words, organizations, outlets, places, titles, verbs
from takhrij.lexicon.lookup import MOST_WORDS, Phrases
from takhrij.text.fold import fold

# Words within a date: يوم الأحد في 12 مايو 2019 م, 19 محرم 1441 هـ الموافق 18 سبتمبر.
_IN_DATES = "يوم م هـ في الموافق"

# A dateline with country, date and agencies is shorter.
LONGEST = 26

# What words that are in no name are in datelines; how these begin but for names; how many such words one begins with.
_PLAIN = frozenset("wHV")
_OPENING = frozenset("wHq(-")
_MOST_PLAIN = 4

# P place, O outlet, B both, C words of a credit, D piece of a date, V verb of saying, H head of an organisation, title
# or demonym, i an initial, w another word, x another sign; a mark is itself, q any quotation mark.
_MARKS = {
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
    "،": ",",
    ",": ",",
    ":": ":",
    "/": "/",
    "\\": "/",
    "|": "/",
    "+": "/",
    "=": "*",
    "-": "-",
    "–": "-",
    "—": "-",
    "―": "-",
    "−": "-",
    "ـ": "-",
    ".": ".",
    "..": ".",
    "...": ".",
    "…": ".",
    "?": "?",
    "؟": "?",
    "!": "?",
    "*": "*",
    ">": "*",
    "<": "*",
    "•": "*",
    "©": "*",
}
_MARKS |= dict.fromkeys("«»“”„\"'‘’‹›", "q")


class Line(msgspec.Struct, frozen=True):
    """The words `first` up to `end` of a page, and the classes of the first of them.

    `classes[k]` is the class of the words `at[k]` up to `at[k + 1]`; `whole` says that the classes reach the end.
    """

    first: int
    end: int
    classes: str
    at: tuple[int, ...]
    whole: bool


class _Classes(dict[str, str]):
    """The class of a published word on its own."""

    def __init__(self) -> None:
        super().__init__(_MARKS)
        forms = [day.forms for day in calendar.weekdays().weekday]
        forms += [month.forms for month in calendar.months().month]
        forms += [double.first for double in calendar.months().double]
        self._dates = {fold(word) for line in forms for word in line.split()}
        self._dates |= calendar.definite_weekdays() | {fold(word) for word in _IN_DATES.split()}
        self._marks = dict(_MARKS)

    def __missing__(self, word: str) -> str:
        if len(self) > MOST_WORDS:
            self.clear()
            self.update(self._marks)
        kind = self[word] = self._class(word)
        return kind

    def _class(self, word: str) -> str:
        if word[0].isdigit() or fold(word) in self._dates:
            return "D"
        if set(word) <= {"ـ"}:
            return "-"
        if not word[0].isalpha():
            return "x"
        if len(word) == 1:
            return "i"
        if verbs.forms().get(fold(word)):
            return "V"
        head, title = organizations.heads()[word], titles.words()[word]
        return "H" if head or title or places.people()[word] else "w"


@cache
def classes() -> dict[str, str]:
    """The class of a published word on its own: a table that fills as words are met."""
    return _Classes()


class _Beginnings(dict[str, tuple[str, tuple[Phrases[Any] | None, ...]]]):
    """The class of a published word, and the tables of names that have some beginning with it.

    They are those of outlets, unnamed outlets, places and credits; none where no table has one.
    """

    def __init__(self) -> None:
        super().__init__()
        openings = heading_words.openings
        self._tables = (outlets.names(), openings("unnamed"), places.names(), openings("credits"))

    def __missing__(self, word: str) -> tuple[str, tuple[Phrases[Any] | None, ...]]:
        if len(self) > MOST_WORDS:
            self.clear()
        begun = tuple([table if table.begins(word) else None for table in self._tables])
        if not word[0].isalpha() or all(table is None for table in begun):
            begun = ()
        found = self[word] = classes()[word], begun
        return found


@cache
def _beginnings() -> _Beginnings:
    return _Beginnings()


def _named(names: Phrases[Any] | None, words: list[str], first: int, end: int) -> int | None:
    """Where the name that begins at word `first` ends, if it has no proclitic and ends on the line."""
    if names is None:
        return None
    phrase = names.at(words, first)
    return phrase.end if phrase and not phrase.proclitics and phrase.end <= end else None


def may_begin_dateline(words: list[str], first: int, end: int) -> bool:
    """Whether the first words of a line do not rule out that it begins with a dateline.

    Each begins with a name, a mark or plain words, and behind so many plain words a mark or a date stands.
    """
    table = _beginnings()
    letter, begun = table[words[first]]
    if not begun and letter not in _OPENING:
        return False
    for i in range(first, min(end, first + _MOST_PLAIN + 1)):
        letter, begun = table[words[i]]
        if begun or letter not in _PLAIN:
            return True
    return False


def read_line(words: list[str], first: int, end: int) -> Line:
    """The line of the words `first` up to `end`, its first words as classes."""
    beginnings = _beginnings()
    letters: list[str] = []
    at: list[int] = []
    i, limit = first, min(end, first + LONGEST)
    while i < limit:
        word = words[i]
        letter, begun = beginnings[word]
        reached = i + 1
        # تشرين and أكتوبر are papers, too, but not in 12 تشرين الأول/أكتوبر.
        if begun and not (letter == "D" and "D" in letters):
            known, unnamed, found, general = begun
            credit = _named(known, words, i, end) or _named(unnamed, words, i, end)
            place = _named(found, words, i, end)
            if place and (not credit or place >= credit):
                letter, reached = "B" if credit == place else "P", place
            elif credit:
                letter, reached = "O", credit
            elif reach := _named(general, words, i, end):
                letter, reached = "C", reach
        # "--" is one dash, "..." one stop.
        if letters and letter == letters[-1] and letter in "-.*":
            i = reached
            continue
        letters.append(letter)
        at.append(i)
        i = reached
    at.append(i)
    return Line(first, end, "".join(letters), tuple(at), i >= end)
