"""The rules of times and how they are applied: a rule is tried only where a word stands that it can begin with."""

import re
from functools import cache

import msgspec

from takhrij.lexicon.calendar import Part
from takhrij.rules.times import dates, hijri, periods, relative, weekdays
from takhrij.rules.times.ranges import joined
from takhrij.rules.times.rule import Context, Found, Island, Match, Rule, compiled
from takhrij.rules.times.words import Token, flags

RULES: tuple[Rule, ...] = dates.RULES + weekdays.RULES + relative.RULES + periods.RULES + hijri.RULES

_REMEMBERED = 50_000
_LONGEST_REMEMBERED = 24

# Half of a double name that no calendar knows: مايو/أير.
_UNKNOWN = Token("L", Part("L"), "")


@cache
def _by_first() -> dict[str, tuple[tuple[Rule, re.Pattern[str]], ...]]:
    firsts: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
    for rule in RULES:
        for code in dict.fromkeys(rule.begins):
            firsts.setdefault(code, []).append((rule, compiled(rule.pattern)))
    return {code: tuple(rules) for code, rules in firsts.items()}


def find(context: Context) -> list[Found]:
    """All times of the page, from first to last."""
    line = context.flags
    if "/@" in line or "@/" in line:
        # Trust the recognised half of a double name.
        line = re.sub(r"(?<=@/)[.fp]|[.fp](?=/@)", ",", line)
    said = context.said
    for run in compiled(r"[@!][,/@!]*").finditer(line):
        first, end = run.span()
        # Most runs of glue hold no word that announces a time, so they are looked for from the first such word on.
        while first and line[first - 1] in ",/":
            first -= 1
        island = _island(context, first, end)
        before = len(said)
        _in_island(context, island)
        if len(said) > before + 1:
            said[before:] = joined(said[before:], island.codes)
    return said


def _island(context: Context, first: int, end: int) -> Island:
    known = flags()
    each = [known[word][1] or _UNKNOWN for word in context.page.words[first:end]]
    codes = "".join([token.codes for token in each])
    if all(len(token.codes) == 1 for token in each):
        # As most have.
        return Island(codes, list(range(first, end)), each)
    at = [place for place, token in enumerate(each, first) for _ in token.codes]
    return Island(codes, at, [token for token in each for _ in token.codes])


class _Fit(msgspec.Struct, frozen=True):
    """A rule, how it fits the codes of an island, where it stops, and the codes of its groups."""

    rule: Rule
    found: re.Match[str]
    stop: int
    groups: dict[str, str]


class _Fitting(dict[str, list[tuple[_Fit, ...] | None]]):
    """The rules that fit codes, by the place from which on they do; None where nobody has asked yet.

    What an island may be is the same wherever its codes stand.
    """

    def __missing__(self, codes: str) -> list[tuple[_Fit, ...] | None]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[codes] = [None] * len(codes)
        return found


@cache
def _fitting() -> _Fitting:
    return _Fitting()


def _fits(codes: str, place: int) -> tuple[_Fit, ...]:
    tried = [(rule, pattern.match(codes, place)) for rule, pattern in _by_first().get(codes[place], ())]
    return tuple(
        [
            _Fit(rule, match, match.end(), {name: text for name, text in match.groupdict().items() if text is not None})
            for rule, match in tried
            if match and match.end() > place
        ]
    )


def _in_island(context: Context, island: Island) -> None:
    """Add the times of `island` to those said: at each place the rule that explains most words."""
    codes = island.codes
    place, length = 0, len(codes)
    known = _fitting() if length <= _LONGEST_REMEMBERED else _Fitting()
    fitting = known[codes]
    while place < length:
        best: Found | None = None
        fits = fitting[place]
        if fits is None:
            fits = fitting[place] = _fits(codes, place)
        for fit in fits:
            stop = fit.stop
            if best is not None and stop <= best.stop:
                continue
            meaning = fit.rule.means(Match(fit.found, fit.groups, island, context))
            if meaning is not None:
                first, end = island.at[place], island.at[stop - 1] + 1
                best = Found(first, end, place, stop, meaning.value, fit.rule.name, meaning.year_given)
        if best is not None:
            if best.value:
                context.said.append(best)
            place = best.stop
        else:
            place += 1
