"""Where the reports of one story tell differently how many, when, who did it, or whether at all."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Literal

from takhrij.lexicon.tolls import toll_of
from takhrij.linking.moments import moment_of
from takhrij.linking.names import alike
from takhrij.model.happening import Happening
from takhrij.model.story import Contradiction, Version

_HAPPENED = frozenset(["happened", "ongoing"])
# Reports recall what happened before: only what happened so near to the report is told as its news.
_NEWS_DAYS = 3

Kind = Literal["count", "date", "participants", "denial"]
# What only one does to another: two may well meet one, or impose sanctions on him.
_DONE_TO = frozenset(["ASSAULT", "COERCE"])
# What is done on one day: a visit lasts, and demands, accusations and talks are made again.
_DONE_ONCE = frozenset(["ASSAULT", "COERCE", "CONCEDE"])
_EXACT = re.compile(r"\d{4}-\d\d-\d\d")
_ONE_TIME = timedelta(hours=36)
# Tolls of one event that differ more than this are of two events, or of one and of a whole war.
_MOST_TIMES = 4
# Who did it, and when, is read wrongly more often than it is told differently: so many reports must tell each version.
_LEAST_TELLING = 2

Countries = Callable[[Happening], frozenset[str]]


def contradictions(
    told: Sequence[Happening], countries: Countries = lambda _: frozenset()
) -> tuple[Contradiction, ...]:
    """What the events of a story's reports, the earliest published first, tell differently.

    `countries` tells for whom those act who did it, as far as that is known.
    """
    news = [one for one in told if _is_news(one)]
    return (*_counts(news), *_dates(news), *_participants(news, countries), *_denials(news))


def _is_news(one: Happening) -> bool:
    own, published = _day(one.date), _day(one.published)
    if one.date is None or published is None:
        return True
    return own is not None and abs((published - own).days) <= _NEWS_DAYS


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None


def _counts(news: Iterable[Happening]) -> Iterator[Contradiction]:
    """Of the killed, the injured and the arrested: the first number of each report, which is its news."""
    first: dict[str, dict[str, Happening]] = defaultdict(dict)
    for one in news:
        # One of many may be told of alone; a number of several is a toll.
        toll = toll_of(one.trigger) if (one.count or 0) > 1 and one.status in _HAPPENED else None
        if toll is not None:
            first[toll].setdefault(one.report, one)
    for counted, by_report in sorted(first.items()):
        for group in _of_one_time(by_report.values()):
            numbers = [one.count or 0 for one in group]
            if max(numbers) <= _MOST_TIMES * min(numbers):
                yield from _differing("count", counted, group, lambda one: str(one.count))


def _dates(news: Sequence[Happening]) -> Iterator[Contradiction]:
    """What is done once by one to another, on days that differ."""
    dated = [one for one in news if one.type in _DONE_ONCE and one.actor and one.recipient and one.status in _HAPPENED]
    for group in _same_events([one for one in dated if one.date and _EXACT.fullmatch(one.date)]):
        for near in _of_one_time(group):
            if _by_several(near, lambda one: one.date):
                yield from _differing("date", _about(near[0]), near, lambda one: str(one.date))


def _by_several(told: Iterable[Happening], says: Callable[[Happening], object]) -> bool:
    """Whether several reports tell each version."""
    telling: dict[object, set[str]] = defaultdict(set)
    for one in told:
        telling[says(one)].add(one.report)
    return min(map(len, telling.values())) >= _LEAST_TELLING


def _of_one_time(told: Iterable[Happening]) -> Iterator[list[Happening]]:
    """Those whose reports follow each other within hours: of what is told days later, more may have happened."""
    group: list[Happening] = []
    for one in sorted(told, key=lambda one: moment_of(one.published)):
        if group and moment_of(one.published) - moment_of(group[0].published) > _ONE_TIME:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _participants(news: Sequence[Happening], countries: Countries) -> Iterator[Contradiction]:
    """What was done to one, said to have been done by those of several countries.

    The army, the government and the country itself are one side: only countries that differ are two.
    """
    done = [
        one for one in news if one.type in _DONE_TO and one.status in _HAPPENED and countries(one) and one.recipient
    ]
    groups: list[list[Happening]] = []
    for one in done:
        for group in groups:
            if (one.type, one.mode) == (group[0].type, group[0].mode) and _share_names(
                one.recipient, group[0].recipient
            ):
                group.append(one)
                break
        else:
            groups.append([one])
    for group in groups:
        sides = list(dict.fromkeys(countries(one) for one in group))
        if _by_several(group, countries) and all(
            one.isdisjoint(other) for n, one in enumerate(sides) for other in sides[:n]
        ):
            about = ": ".join([" ".join(filter(None, (group[0].type, group[0].mode))), "، ".join(group[0].recipient)])
            called = {countries(one): "، ".join(one.actor) for one in reversed(group)}
            yield from _differing("participants", about, group, partial(_said_of, called, countries))


def _said_of(called: dict[frozenset[str], str], countries: Countries, one: Happening) -> str:
    return called[countries(one)]


def _denials(news: Sequence[Happening]) -> Iterator[Contradiction]:
    """What one report tells as done and another as denied."""
    for group in _same_events([one for one in news if one.status in _HAPPENED or one.status == "denied"]):
        yield from _differing(
            "denial", _about(group[0]), group, lambda one: "denied" if one.status == "denied" else "happened"
        )


def _same_events(told: Iterable[Happening]) -> list[list[Happening]]:
    """Events of one type, done by one actor to one recipient."""
    groups: list[list[Happening]] = []
    for one in told:
        if not one.actor and not one.recipient:
            continue
        for group in groups:
            if _same_event(one, group[0]):
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _same_event(one: Happening, other: Happening) -> bool:
    return (
        (one.type, one.mode) == (other.type, other.mode)
        and _share_names(one.actor, other.actor)
        and _share_names(one.recipient, other.recipient)
    )


def _share_names(some: Sequence[str], others: Sequence[str]) -> bool:
    return (not some and not others) or any(alike(one, other) for one in some for other in others)


def _about(one: Happening) -> str:
    parts = (" ".join(filter(None, (one.type, one.mode))), "، ".join(one.actor), "، ".join(one.recipient))
    return ": ".join(filter(None, parts))


def _differing(
    kind: Kind, about: str, told: Iterable[Happening], says: Callable[[Happening], str]
) -> Iterator[Contradiction]:
    """A contradiction, where two reports at least say different things; each report that says a thing once."""
    versions: dict[tuple[str, str], Version] = {}
    for one in told:
        said = says(one)
        versions.setdefault(
            (one.report, said),
            Version(
                says=said,
                report=one.report,
                outlet=one.outlet,
                published=one.published,
                words=one.trigger,
                chain=one.chain,
            ),
        )
    if len({said for _, said in versions}) > 1 and len({report for report, _ in versions}) > 1:
        yield Contradiction(kind=kind, about=about, versions=tuple(versions.values()))
