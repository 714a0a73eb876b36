"""Lines in the margin of a report: sections, bylines, dates, credits, and lines that are no part of it."""

import re
from functools import cache
from typing import Literal

import msgspec

from takhrij.lexicon import heading_words, outlets
from takhrij.lexicon.lookup import MOST_WORDS, Phrases
from takhrij.rules.heading.line import LONGEST, Line, read_line
from takhrij.text.fold import fold

MarginKind = Literal["section", "byline", "date", "credit", "boilerplate"]

# Credits of several agencies are longer than bylines.
_SHORT = 16
_SIGNED = r"(?:[iD./|,-]*i[iD./|,-]*)?"
_CREDIT = (
    rf"[q(*/-]*{_SIGNED}(?:H:)?[qH(]*[OB][qOBHP(),/:.|D*-]*"
    r"|[q(*/-]*C[:w/-]?[qH(]*[OB][qOBHPw(),/:.|D*-]{0,9}|C"
)
_DATE = r"(?=.*D)[D,/:|w()q-]*D[D,/:|()q-]*"
_SIGNATURE = r"w{2,4}(?:[/,-]w{2,4})?"
_INITIALS = r"[^PBOVHwCq]*i[^PBOVHwCq]*"
# كتب فلان، كتب: فلان - القاهرة; a sentence that begins with كتب goes on, and so does a headline after تقرير:.
_WRITER = r"[:/-]?[wHVO]{1,6}(?:[-/,:()].{0,9})?"
# تابع القناة على: is no sentence, تابع الوزير is.
_ON = (":", "على")
# What sets an invitation off from the headline it invites to: اقرأ: …, شاهد.. …
_OFF = (":", "..", "...", "…")
# Nouns that open headlines and sentences as often as bylines.
_NOUNS = frozenset(
    (
        "تقرير",
        "حوار",
        "متابعة",
        "ترجمة",
        "تصوير",
    )
)
_WHEN = r"[:-]?[D,/:|w()-]{1,12}"


class Margin(msgspec.Struct, frozen=True):
    """What a line of the margin is, and the rule that says so."""

    kind: MarginKind
    rule: str


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_OPENINGS: tuple[tuple[MarginKind, str], ...] = (
    ("boilerplate", "boilerplate"),
    ("boilerplate", "alone"),
    ("date", "dates"),
    ("byline", "bylines"),
)
# What a line is, and the group of phrases that say so.
_Opening = tuple[MarginKind, str, Phrases[str]]


class _Begun(dict[str, tuple[_Opening, ...]]):
    """The groups of which a phrase begins with a published word."""

    def __missing__(self, word: str) -> tuple[_Opening, ...]:
        if len(self) > MOST_WORDS:
            self.clear()
        tables = [(kind, group, heading_words.openings(group)) for kind, group in _OPENINGS]
        found = self[word] = tuple([opening for opening in tables if opening[2].begins(word)])
        return found


@cache
def _begun() -> _Begun:
    return _Begun()


def read_margin(words: list[str], first: int, end: int) -> Margin | None:
    """What the line of the words `first` up to `end` is, if it stands in the margin."""
    start = first
    while start < end and not words[start][0].isalnum():
        start += 1
    if start == end:
        return Margin("boilerplate", "heading.marks_alone")
    if words[first] in "—–-" and "@" in words[start:end][:30]:
        return Margin("boilerplate", "heading.embedded_post")
    if words[start] in ("http", "https", "www"):
        return Margin("boilerplate", "heading.address")
    length = end - start
    for kind, group, table in _begun()[words[start]]:
        phrase = table.at(words, start)
        if phrase is None or phrase.proclitics or phrase.end > end:
            continue
        if group == "alone" and any(word[0].isalnum() for word in words[phrase.end : end]):
            if words[phrase.end] not in _OFF:
                continue
            return Margin(kind, "heading.invitation")
        if kind == "boilerplate" and length <= LONGEST * 2:
            return Margin(kind, "heading.boilerplate")
        if kind == "date" and length <= 14 and _says_when(words, phrase.end, end):
            return Margin(kind, "heading.published")
        if kind == "byline" and length <= 14 and _names_writer(words, phrase.end, end):
            return Margin(kind, "heading.byline")
    if length > _SHORT:
        return None
    if words[start] == "تابع" and words[end - 1] in _ON:
        return Margin("boilerplate", "heading.follow_us")
    return _short(words, first, end)


def read_signature(words: list[str], first: int, end: int) -> Margin | None:
    """Whether the last line of a report is the name of who wrote it, and nothing else."""
    if 2 <= end - first <= 9 and _pattern(_SIGNATURE).fullmatch(read_line(words, first, end).classes):
        return Margin("byline", "heading.signature")
    return None


def _short(words: list[str], first: int, end: int) -> Margin | None:
    line = read_line(words, first, end)
    if _pattern(_CREDIT).fullmatch(line.classes) and line.classes.count("H") <= 2 and _certain(words, line):
        return Margin("credit", "heading.credit_line")
    if _pattern(_INITIALS).fullmatch(line.classes) and not _has_number(words, first, end):
        return Margin("boilerplate", "heading.initials")
    if _pattern(_DATE).fullmatch(line.classes) and _has_number(words, first, end) and line.classes.count("w") <= 2:
        return Margin("date", "heading.date_line")
    known = heading_words.sections()
    bare = [fold(word) for word in words[first:end] if word[0].isalpha()]
    if 0 < len(bare) <= 3 and line.classes.strip("-/,|") == line.classes:
        if all(word in known or word.removeprefix("و") in known for word in bare):
            return Margin("section", "heading.section")
        if line.classes in ("P", "wP", "HP") and len(bare) <= 2 and (line.classes == "P" or bare[0] in known):
            return Margin("section", "heading.section_of_a_place")
    return None


def credited(words: list[str], line: Line) -> list[tuple[int, int]]:
    """The outlets that a credit line names, as ranges of words."""
    return [(line.at[k], line.at[k + 1]) for k, letter in enumerate(line.classes) if letter in "OB"]


def _certain(words: list[str], line: Line) -> bool:
    """Whether an outlet of the line is no ordinary word, or the line says by other means that it is a credit."""
    if re.search(r"[(/*C]|H:", line.classes):
        return True
    return any(not outlets.common(" ".join(words[first:end])) for first, end in credited(words, line))


def _has_number(words: list[str], first: int, end: int) -> bool:
    return any(word[0].isdigit() for word in words[first:end])


def _says_when(words: list[str], first: int, end: int) -> bool:
    if not _has_number(words, first, end):
        return False
    line = read_line(words, first, end)
    return bool(_pattern(_WHEN).fullmatch(line.classes)) and line.classes.count("w") <= 2


def _names_writer(words: list[str], first: int, end: int) -> bool:
    if first == end or words[end - 1] in ".؟!":
        return False
    if words[first - 1] in _NOUNS and words[first] not in ":/-–":
        return False
    line = read_line(words, first, end)
    return bool(_pattern(_WRITER).fullmatch(line.classes))
