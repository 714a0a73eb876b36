"""What each published word may be within an expression of time; every spelling is analysed once."""

import re
from functools import cache
from typing import NamedTuple

from takhrij.lexicon.calendar import Part, neighbours, parts
from takhrij.lexicon.calendar import words as time_words
from takhrij.text.columns import Column
from takhrij.text.fold import SILENT, fold

# A process that reads for days must not grow: the analysed words are forgotten when they are this many.
MOST_WORDS = 100_000

# What a word may be to the search for islands: see Flags.
OTHER, FUTURE, PAST, GLUE, SLASH, MONTH, SURE = ".", "f", "p", ",", "/", "@", "!"

_MARKS = {
    "،": ",",
    ",": ",",
    "(": "I",
    ")": "l",
    "-": "-",
    "–": "-",
    "—": "-",
    "/": "/",
    "\\": "/",
}


_IMPERFECT = "يتن"
# The letter before the ت of a plural.
_PLURAL = "ا"

# Proclitics: "and", and "at, to".
_AND = "وف"
_AT = "بل"


class Token(NamedTuple):
    """A word within an expression of time.

    `codes` are the letters the rules see ("&" first where و or ف is attached), `skip` how many published letters are
    proclitics that do not belong to the expression.
    """

    codes: str
    part: Part
    word: str
    skip: int = 0


def _finished(folded: str) -> bool:
    """Whether a word has the form of verbs of the finished past in the feminine: استهدفت; not الكويت, not plurals."""
    if folded[-1] != "ت" or folded[-2] == _PLURAL:
        return False
    return not folded.startswith("ال")


@cache
def _date() -> re.Pattern[str]:
    return re.compile(r"(\d{1,4})([-/.:])(\d{1,4})(?:\2(\d{1,4}))?")


class Flags(dict[str, tuple[str, Token | None]]):
    """One letter for each published word, and what is known of one that can stand in an expression of time.

    OTHER cannot; FUTURE and PAST cannot but tell the tense; GLUE can; SLASH and MONTH do, so that half of a month's
    double name can be guessed; SURE announces a time.
    """

    def __init__(self) -> None:
        super().__init__()
        clues = time_words().clues
        self._future = frozenset(map(fold, clues.future.split()))
        self._past = frozenset(map(fold, clues.past.split()))
        self._this = neighbours("this")
        self._never_future = tuple(map(fold, clues.never_future.split()))

    def __missing__(self, word: str) -> tuple[str, Token | None]:
        """The letter of the published `word`, and what it is."""
        if len(self) > MOST_WORDS:
            self.clear()
        found = self[word] = self._analyse(word)
        return found

    def letter(self, word: str) -> str:
        """The letter of the published `word`."""
        return self[word][0]

    def _of_future(self, folded: str) -> bool:
        return folded[0] == "س" and folded[1] in _IMPERFECT and not folded.startswith(self._never_future)

    def _analyse(self, word: str) -> tuple[str, Token | None]:
        if word in _MARKS:
            mark = _MARKS[word]
            return (SLASH if mark == "/" else GLUE), Token(mark, Part(mark), word)
        folded = fold(word)
        if folded[:1].isdecimal():
            return _number(folded, word)
        if folded == "و":
            return GLUE, Token("&", Part("&"), word)
        if not folded or len(folded) > 14:
            return OTHER, None
        found = _word(folded)
        if found is None and folded[:3] in self._this and folded[3:5] == "ال":
            # The blank is forgotten: هذاالأسبوع.
            rest = _word(folded[3:])
            found = rest and (rest[0]._replace(code="T" + rest[0].code), "")
        if found is None:
            return self._clue(folded), None
        part, proclitics = found
        codes = ("&" if proclitics[:1] in _AND and proclitics else "") + part.code
        token = Token(codes, part, word, _published_length(word, len(proclitics)))
        if part.code in "Mmk" and part.code:
            return MONTH, token
        return (SURE if part.sure else GLUE), token

    def _clue(self, folded: str) -> str:
        if folded[0] == "و" and len(folded) > 4:
            folded = folded[1:]
        if folded in self._future:
            return FUTURE
        if folded in self._past:
            return PAST
        if len(folded) > 4 and self._of_future(folded):
            return FUTURE
        if len(folded) > 4 and _finished(folded):
            return PAST
        return OTHER


def _word(folded: str) -> tuple[Part, str] | None:
    """The part that `folded` is, and the proclitics before it."""
    known = parts()
    for before in ("", folded[:1]):
        if before not in _AND:
            continue
        rest = folded[len(before) :]
        if (part := known.get((rest, False))) is not None:
            return part, before
        if rest.startswith("ال") and (part := known.get((rest[2:], True))) is not None:
            return part, before
        # ل and the article melt: للعام.
        if rest.startswith("لل") and (part := known.get((rest[2:], True))) is not None:
            return part, before
        if rest[:1] in _AT and len(rest) > 3:
            inner = rest[1:]
            if (part := known.get((inner, False))) is not None and part.code not in "#o":
                return part, before + rest[0]
            if inner.startswith("ال") and (part := known.get((inner[2:], True))) is not None:
                return part, before + rest[0]
    return None


def _published_length(word: str, letters: int) -> int:
    """How many published characters hold the first `letters` letters and the silent signs after them."""
    if not letters:
        return 0
    seen = 0
    for place, character in enumerate(word):
        if character in SILENT:
            continue
        if seen == letters:
            return place
        seen += 1
    return 0


def _number(folded: str, word: str) -> tuple[str, Token | None]:
    if folded.isdecimal():
        value = int(folded) if len(folded) < 10 else 0
        if len(folded) <= 2 and 1 <= value <= 31:
            return GLUE, Token("n", Part("n", value), folded)
        if len(folded) == 4 and 1000 <= value < 2200:
            return SURE, Token("N", Part("N", value), folded)
        return GLUE, Token("9", Part("9", value), folded)
    found = _date().fullmatch(folded)
    if found is None:
        return GLUE, Token("9", Part("9", 0), folded)
    if found[4]:
        return SURE, Token("D", Part("D"), folded)
    first, second = int(found[1]), int(found[3])
    if found[2] not in "/-":
        return GLUE, Token("9", Part("9", 0), folded)
    if len(found[1]) == len(found[3]) == 4 and found[2] in "-/" and 1000 <= first < second < 2200:
        return SURE, Token("R", Part("R"), folded)
    return SURE, Token("%", Part("%"), folded)


@cache
def flags() -> Flags:
    """The one table of words: built on first use."""
    return Flags()


@cache
def flag_column() -> Column[str]:
    """The letters of the words of pages."""
    return Column(flags().letter)
