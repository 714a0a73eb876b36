"""The rules of times and how they are applied: a rule is tried only where a word stands that it can begin with."""

import re
from functools import cache

from takhrij.lexicon.calendar import Part
from takhrij.rules.times import dates, hijri, periods, relative, weekdays
from takhrij.rules.times.ranges import joined
from takhrij.rules.times.rule import Context, Found, Island, Match, Rule, compiled
from takhrij.rules.times.words import Token, flags

RULES: tuple[Rule, ...] = dates.RULES + weekdays.RULES + relative.RULES + periods.RULES + hijri.RULES

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
    for run in compiled(r"[,/@!]+").finditer(line):
        letters = run[0]
        if "!" in letters or "@" in letters:
            island = _island(context, run.start(), run.end())
            before = len(context.said)
            _in_island(context, island)
            context.said[before:] = joined(context.said[before:], island.codes)
    return context.said


def _island(context: Context, first: int, end: int) -> Island:
    tokens = flags().tokens
    codes: list[str] = []
    at: list[int] = []
    known: list[Token] = []
    for i in range(first, end):
        token = tokens.get(context.page.words[i], _UNKNOWN)
        for code in token.codes:
            codes.append(code)
            at.append(i)
            known.append(token)
    return Island("".join(codes), at, known)


def _in_island(context: Context, island: Island) -> None:
    """Add the times of `island` to those said: at each place the rule that explains most words."""
    by_first = _by_first()
    codes = island.codes
    place, length = 0, len(codes)
    while place < length:
        best: Found | None = None
        for rule, pattern in by_first.get(codes[place], ()):
            match = pattern.match(codes, place)
            if match is None or match.end() <= (best.stop if best else place):
                continue
            meaning = rule.means(Match(match, island, context))
            if meaning is not None:
                first, end = island.at[place], island.at[match.end() - 1] + 1
                best = Found(first, end, place, match.end(), meaning.value, rule.name, meaning.year_given)
        if best:
            if best.value:
                context.said.append(best)
            place = best.stop
        else:
            place += 1
