"""What a rule of times is, and all that it may know."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

import msgspec

from takhrij.lexicon.calendar import neighbours
from takhrij.rules.times.words import FUTURE, PAST, Token
from takhrij.text.fold import fold
from takhrij.text.numerals import total
from takhrij.text.page import Page

# How many words around an expression may tell whether it lies ahead.
_BEFORE, _AFTER = 14, 1
# How many times back العام نفسه may point.
_REMEMBERED = 40


class Found(msgspec.Struct, frozen=True):
    """An expression that a rule found: its words, what it names, and whether the text itself gives the year.

    `begin` and `stop` are places in the island's codes; `loose` is for a value that two joined expressions may share.
    """

    first: int
    end: int
    begin: int
    stop: int
    value: str
    rule: str
    year_given: bool = True


class Context(msgspec.Struct, frozen=True):
    """The page, the day it was published, the word flags, and the times found so far."""

    page: Page
    published: date | None
    flags: str
    said: list[Found] = []

    def tense(self, first: int, end: int) -> int:
        """1 if the words around words `first` to `end` look ahead, -1 if a finished act stands nearest, else 0."""
        sentence = self.page.sentence_of[first]
        start, stop = self.page.sentences[sentence] if self.page.sentences else (0, len(self.flags))
        before = self.flags[max(start, first - _BEFORE) : first]
        ahead, past = before.rfind(FUTURE), before.rfind(PAST)
        if ahead > past:
            return 1
        if past > ahead:
            return -1
        return 1 if FUTURE in self.flags[end : min(stop, end + _AFTER)] else 0

    def looks_ahead(self, first: int) -> bool:
        """Whether a word of the future stands before word `first` in its sentence, near enough to govern it."""
        sentence = self.page.sentence_of[first]
        start = self.page.sentences[sentence][0] if self.page.sentences else 0
        return FUTURE in self.flags[max(start, first - 2 * _BEFORE) : first]

    def beside(self, said: "Found", first: int) -> bool:
        """Whether `said` stands in the sentence of word `first`."""
        return self.page.sentence_of[said.first] == self.page.sentence_of[first]

    def word(self, i: int) -> str:
        """The folded word `i`; empty outside the page."""
        return fold(self.page.words[i]) if 0 <= i < len(self.page.words) else ""

    def last(self, shape: int) -> str | None:
        """The latest day (10), month (7) or year (4) that was named so far, by the length of its ISO form."""
        for found in self.said[: -_REMEMBERED - 1 : -1]:
            value = found.value.rsplit("/", 1)[-1]
            if len(value) >= shape and value[:4].isdecimal() and (shape == 4 or value[5:7].isdecimal()):
                if shape < 7 or int(value[5:7]) <= 12:
                    return value[:shape]
        return None


# Not frozen, as Match is not: one is made for each trial of a rule, and freezing would take most of the time.
class Island(msgspec.Struct):
    """A run of words that can belong to expressions of time: their `codes`, and for each code its word."""

    codes: str
    at: list[int]
    tokens: list[Token]


class Match(msgspec.Struct):
    """A rule's pattern where it fits an island; `groups` are the codes of those of its groups that are there."""

    found: re.Match[str]
    groups: dict[str, str]
    island: Island
    context: Context

    def __contains__(self, group: str) -> bool:
        return group in self.groups

    def tokens(self, group: str) -> list[Token]:
        """The words of `group`, each once."""
        start, end = self.found.span(group)
        island = self.island
        places = [p for p in range(start, end) if p == start or island.at[p] != island.at[p - 1]]
        return [island.tokens[p] for p in places]

    def token(self, group: str) -> Token:
        """The first word of `group`."""
        return self.island.tokens[self.found.start(group)]

    def codes(self, group: str) -> str:
        """The codes of `group`; empty if it is not there."""
        return self.groups.get(group, "")

    def value(self, group: str) -> int:
        """The number of the first word of `group`."""
        return self.token(group).part.value

    def number(self, group: str) -> int:
        """The number that all the words of `group` write: خمسة عشر, الحادي والعشرين, 21."""
        return total(token.part.value for token in self.tokens(group) if token.part.code in "nN9#oOø+")

    @property
    def first(self) -> int:
        """The page's word that the match begins with."""
        return self.island.at[self.found.start()]

    @property
    def end(self) -> int:
        """One past the page's last word of the match."""
        return self.island.at[self.found.end() - 1] + 1

    @property
    def published(self) -> date | None:
        """The day that relative expressions count from."""
        return self.context.published

    def before(self) -> str:
        """The folded word before the match."""
        return self.context.word(self.first - 1)

    def after(self) -> str:
        """The folded word after the match."""
        return self.context.word(self.end)

    def since(self) -> bool:
        """Whether منذ stands before the match: it lies behind."""
        return self.before() in neighbours("since")

    def looks_ahead(self) -> bool:
        """Whether a word of the future, or القمة المقبلة في, stands before the match near enough to govern it."""
        context, first = self.context, self.first
        return context.looks_ahead(first) or context.word(first - 2) in neighbours("coming")

    def tense(self) -> int:
        """As Context.tense, around the match."""
        return self.context.tense(self.first, self.end)


class Meaning(msgspec.Struct, frozen=True):
    """What a match names; `year_given` tells whether the text itself says the year."""

    value: str
    year_given: bool = True


# The words are a name and no time, and no other rule is to find a time in them: ملعب 5 جويلية.
A_NAME = Meaning("")


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to name a time: a pattern over codes, tried only where one of the codes `begins` stands.

    `means` says what a match names, or None where the same words name no time.
    """

    name: str
    begins: str
    pattern: str
    means: Callable[[Match], Meaning | None]


# Parts that many patterns share. A cardinal or ordinal in words has at most two parts beside tens: واحد وعشرون.
DAY = r"(?:n|o#?(?:&#)?|O#?|ø#|#{1,2}(?:&#)?)"
COUNT = r"(?:n|9|N|#{1,2}(?:&#{1,2}){0,2})"
# ألفين وثمانية عشر, ألف وتسعمائة وثمانية وسبعين.
YEAR_IN_WORDS = r"[+](?:&?#{1,2}){0,3}"
ONE_MONTH = r"(?:M|m|k[oO#])"
ANY_MONTH = r"(?:M|m|k[oO#]?|[LZ])"
MONTH = (
    rf"(?:{ANY_MONTH}/{ANY_MONTH}/{ANY_MONTH}|{ANY_MONTH}/{ANY_MONTH}|{ONE_MONTH}I{ANY_MONTH}l"
    rf"|{ONE_MONTH}-{ANY_MONTH}|{ONE_MONTH}{ONE_MONTH}|{ONE_MONTH}|L)"
)
# What may follow a month: الماضي, 2018, من عام 2018, من العام الماضي, من هذا العام, من العام نفسه.
TAIL = (
    r"(?:(?P<mod>[<>!])|,?i?[vV]?(?P<year>N);?|i?(?P<year_words>V[<>!~UF]|V[Bw][<>]|T[vV]|[PW]V)"
    rf"|i?[vV]?(?P<spelt>{YEAR_IN_WORDS})|(?P<same>F))?"
)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern`, compiled on first use."""
    return re.compile(pattern)
