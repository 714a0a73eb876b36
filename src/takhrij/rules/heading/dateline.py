"""Datelines: القاهرة (رويترز) - ، دبي، الإمارات العربية المتحدة (CNN)-- ، أوج – روما، واشنطن/ الأناضول، تيبازة - .

A rule is a pattern over the classes of a line (see line.py). Its group `place` is where the report was written,
`credit` whom it credits, `by` who wrote it. A rule marked `alone` is for a line of its own, the others for the
beginning of one.
"""

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from takhrij.lexicon import outlets
from takhrij.rules.heading.line import Line

# A place that no gazetteer knows is one to three words that are no verb, no title, no head of an organisation.
_PLACE = r"(?P<place>[PB]w?|w{1,3})"
_KNOWN = r"(?P<place>[PB])"
_REGION = r"(?:,[PBOHw]{1,5}|\([PBOHDw]{1,5}\))?"
_DAY = r"[,/-]?D[Dw/,-]{0,12}"
_DATE = rf"(?:{_DAY})?"
# A day that ends a line has a number and a month or more.
_LAST_DAY = r"(?:[,/:-]D|DD)[Dw/,-]{0,14}$"
_WRITER = r"(?P<by>w{2,4})"
_CREDIT = r"C?q?(?P<credit>[OB](?:[-/,]?[OB]){0,3})q?"
_CLOSE = r"[-:/.]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to write a dateline."""

    name: str
    pattern: str
    alone: bool = False


class Dateline(msgspec.Struct, frozen=True):
    """A dateline in the words of a page: where it ends, and the words of its place, its credit, its writer."""

    end: int
    place: tuple[int, int] | None
    credit: tuple[int, int] | None
    by: tuple[int, int] | None
    rule: str


RULES = (
    Rule("heading.place_agency_then_day", rf"{_PLACE}{_REGION}-?\({_CREDIT}\)[-:/]?{_LAST_DAY}", alone=True),
    Rule("heading.place_dash_agency_then_day", rf"{_KNOWN}{_REGION}[-/,:]{_CREDIT}[-:/]?{_LAST_DAY}", alone=True),
    Rule("heading.place_then_day", rf"{_KNOWN}{_REGION}(?:[-/,]C)?{_LAST_DAY}", alone=True),
    Rule("heading.unknown_place_then_day", rf"(?P<place>[wH]{{1,3}})[-/,]C{_LAST_DAY}", alone=True),
    Rule("heading.place_agency_in_brackets", rf"{_PLACE}{_REGION}{_DATE}-?\({_CREDIT}\)[-:/.]*"),
    Rule("heading.place_day_agency", rf"{_KNOWN}{_REGION}{_DAY}{_CREDIT}(?:[-:/]+|$)"),
    Rule("heading.place_agency_writer", rf"{_KNOWN}[-/,:]{_CREDIT}[-/,:]{_WRITER}$", alone=True),
    Rule("heading.place_then_agency", rf"{_PLACE}{_REGION}{_DATE}[-/,:]{_CREDIT}(?:{_CLOSE}+|$)"),
    Rule("heading.places_then_agency", rf"{_KNOWN}(?:[-/,][PB]){{1,2}}[-/,:]{_CREDIT}(?:{_CLOSE}+|$)"),
    Rule("heading.agency_then_place", rf"q?(?P<credit>[OB])q?[-/:,](?P<place>[PB]w?){_REGION}{_DATE}(?:[-:]+|$)"),
    Rule("heading.agency_from_place", rf"(?P<credit>O)w{_KNOWN}$", alone=True),
    Rule("heading.agency_then_writer", rf"q?(?P<credit>O)q?[-/:]{_WRITER}$", alone=True),
    Rule("heading.quoted_outlet_then_place", rf"q(?P<credit>[OB])q{_KNOWN}{_REGION}{_DATE}(?:[-:]+|$)"),
    Rule("heading.outlet_in_brackets_then_place", rf"\((?P<credit>[OB])\)[-:]?{_KNOWN}(?:[-:]+|$)"),
    Rule("heading.place_writer_agency", rf"{_KNOWN}[-/,:]{_WRITER}[-/,]{_CREDIT}(?:[-:/]+|$)"),
    Rule("heading.place_then_writer", rf"{_KNOWN}[-/:]{_WRITER}$", alone=True),
    Rule("heading.writer_then_place", rf"{_WRITER}[-/]{_KNOWN}$", alone=True),
    Rule("heading.place_on_its_own_line", rf"{_KNOWN}(?:,[PB])?-?$", alone=True),
    Rule("heading.place_dash_agency", rf"{_KNOWN}[-/](?P<credit>O)(?=[VwH])"),
    Rule("heading.place_then_dash", rf"{_KNOWN}(?:[-/][PB])?{_REGION}{_DATE}-+(?=.)"),
    Rule("heading.place_then_verb", rf"{_KNOWN}{_REGION}{_DATE}[:/](?=V)"),
    Rule("heading.unknown_place_then_verb", rf"(?P<place>w{{1,3}}){_REGION}-+(?=V)"),
    Rule("heading.place_in_its_region_then_verb", r"(?P<place>[wH]{1,3})\([PBOHw]{1,5}\)-+(?=V)"),
    Rule("heading.agency_in_brackets", rf"-?\({_CREDIT}\)(?:[-:]+|(?=[VwHq]))"),
    Rule("heading.agency_then_dash", r"q?(?P<credit>O(?:[-/,]O){0,3})q?[-/]+(?=[VwHPq])"),
)


@cache
def _patterns() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(rule.pattern)) for rule in RULES)


def find_dateline(words: list[str], line: Line, alone: bool) -> Dateline | None:
    """The dateline that `line` of `words` begins with, or, if it may stand `alone`, consists of."""
    text = line.classes if line.whole else line.classes + "~"
    for rule, pattern in _patterns():
        if rule.alone and not alone:
            continue
        match = pattern.match(text)
        if match is None or (rule.name == "heading.place_then_dash" and "-" in text[match.end() : match.end() + 14]):
            continue
        end = line.at[match.end()]
        whole = end >= line.end
        if whole and not alone:
            continue
        place, credit = _words(line, match, "place"), _words(line, match, "credit")
        if credit and not _credible(words, credit, match, rule):
            continue
        return Dateline(end, place, credit, _words(line, match, "by"), rule.name)
    return None


def _credible(words: list[str], credit: tuple[int, int], match: re.Match[str], rule: Rule) -> bool:
    """Whether the words of a credit name an outlet here: names that are also words need more around them."""
    if rule.name == "heading.place_dash_agency":
        outlet = outlets.names().whole(words[slice(*credit)])
        return outlet is not None and outlet.kind == "agency"
    if rule.name == "heading.agency_then_dash":
        doubtful = match.string[match.end()] != "V"
    else:
        doubtful = rule.name != "heading.place_agency_in_brackets" and "w" in (match.groupdict().get("place") or "")
    return not (doubtful and outlets.common(" ".join(words[slice(*credit)])))


def _words(line: Line, match: re.Match[str], part: str) -> tuple[int, int] | None:
    if part not in match.re.groupindex or match[part] is None:
        return None
    first, end = match.span(part)
    return line.at[first], line.at[end]
