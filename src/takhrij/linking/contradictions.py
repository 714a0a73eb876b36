"""Where the reports of one story tell differently how many, when, who did it, or whether at all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Literal

from takhrij.lexicon.tolls import toll_of
from takhrij.linking.names import alike
from takhrij.model.happening import Happening
from takhrij.model.story import Contradiction, Version

_HAPPENED = frozenset(["happened", "ongoing"])
# Reports recall what happened before: only what happened so near to the report is told as its news.
_NEWS_DAYS = 3

Kind = Literal["count", "date", "participants", "denial"]
# What only one does to another: two may well meet one, or impose sanctions on him.
_DONE_TO = frozenset(["ASSAULT", "COERCE"])

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
    """Of the killed, the injured and the arrested: the largest number of each report."""
    largest: dict[str, dict[str, Happening]] = defaultdict(dict)
    for one in news:
        toll = toll_of(one.trigger) if one.count is not None and one.status in _HAPPENED else None
        if toll is not None:
            before = largest[toll].get(one.report)
            if before is None or (before.count or 0) < (one.count or 0):
                largest[toll][one.report] = one
    for counted, by_report in sorted(largest.items()):
        yield from _differing("count", counted, by_report.values(), lambda one: str(one.count))


def _dates(news: Sequence[Happening]) -> Iterator[Contradiction]:
    """One thing done by one to another, on days that differ."""
    dated = [one for one in news if one.actor and one.recipient and one.status in _HAPPENED and _day(one.date)]
    for group in _same_events(dated):
        yield from _differing("date", _about(group[0]), group, lambda one: str(one.date))


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
        if all(one.isdisjoint(other) for n, one in enumerate(sides) for other in sides[:n]):
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
