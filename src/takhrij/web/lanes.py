"""Points in time drawn on lanes: who told it when."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from takhrij.linking.moments import UNKNOWN_YEAR, moment_of

WIDTH = 1_000
_LANE = 34
_TOP = 30
# Between the edge of the picture and the first and last point.
_INSET = 30
_TICKS = 6
_DAY = timedelta(days=1)
_LEFT_OUT = 200


@dataclass(frozen=True, slots=True)
class Moment:
    """What happened when, in whose lane, and the report that tells it."""

    lane: str
    when: str
    label: str
    report: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A moment in its place."""

    x: float
    y: float
    moment: Moment


@dataclass(frozen=True, slots=True)
class Lanes:
    """The picture: lanes by name with their height, dots, and the ticks of time with their days."""

    width: int
    height: int
    lanes: tuple[tuple[str, float], ...]
    dots: tuple[Dot, ...]
    ticks: tuple[tuple[float, str], ...]


def lanes(moments: Iterable[Moment], *, mirrored: bool) -> Lanes | None:
    """The picture of all moments whose time is known; None where there are fewer than two."""
    timed = sorted(((moment, at) for moment in moments if (at := instant(moment.when))), key=lambda pair: pair[1])
    if len(timed) < 2:
        return None
    names = list(dict.fromkeys(moment.lane for moment, _ in timed))
    first, last = timed[0][1], timed[-1][1]
    whole = max((last - first).total_seconds(), 1.0)

    def across(at: datetime) -> float:
        x = _INSET + (WIDTH - 2 * _INSET) * (at - first).total_seconds() / whole
        return round(WIDTH - x if mirrored else x, 1)

    heights = {name: _TOP + _LANE * n + _LANE / 2 for n, name in enumerate(names)}
    return Lanes(
        width=WIDTH,
        height=_TOP + _LANE * len(names) + 8,
        lanes=tuple(heights.items()),
        dots=tuple(Dot(across(at), heights[moment.lane], moment) for moment, at in timed),
        ticks=tuple((across(at), label) for at, label in _ticks(first, last)),
    )


def instant(written: str | None) -> datetime | None:
    """An ISO date or date and time as a moment; None where it is neither. A day alone is its first moment."""
    at = moment_of(written)
    return None if at.year == UNKNOWN_YEAR else at


def _ticks(first: datetime, last: datetime) -> Iterator[tuple[datetime, str]]:
    """A few round moments between the first and the last: hours within two days, else days."""
    if last - first <= 2 * _DAY:
        hours = max(1, math.ceil((last - first).total_seconds() / 3600 / _TICKS))
        begin = first.replace(minute=0, second=0, microsecond=0)
        for at in _every(begin, timedelta(hours=1), timedelta(hours=hours), last):
            yield at, at.isoformat()[:16].replace("T", " ")
        return
    days = max(1, math.ceil((last - first).days / _TICKS))
    begin = datetime.combine(first.date(), datetime.min.time(), first.tzinfo)
    for at in _every(begin, _DAY, timedelta(days=days), last):
        yield at, at.date().isoformat()


def _every(begin: datetime, ahead: timedelta, step: timedelta, last: datetime) -> Iterator[datetime]:
    """The moments a step from another up to the last, the first `ahead` of `begin`; none past the end of time."""
    at, way = begin, ahead
    while last - at >= way:
        at += way
        way = step
        yield at


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart of months: where it stands, how high it is, and what it counts."""

    x: float
    width: float
    height: float
    month: str
    count: int


@dataclass(frozen=True, slots=True)
class Months:
    """A chart of months; `earlier` counts what lies before the first bar."""

    bars: tuple[Bar, ...]
    earlier: int


def months(counts: dict[str, int], *, mirrored: bool, high: int = 80) -> Months:
    """A bar for each month to the last; those without any are gaps.

    A few things told of long ago would press all others together: the first of each two hundred are only counted.
    """
    known = {month: count for month, count in sorted(counts.items()) if _is_month(month)}
    left_out = sum(known.values()) // _LEFT_OUT
    earlier = 0
    while known and earlier + known[first := next(iter(known))] <= left_out:
        earlier += known.pop(first)
    if not known:
        return Months((), earlier)
    begin, end = _number(min(known)), _number(max(known))
    most, width = max(known.values()), WIDTH / (end - begin + 1)
    bars = []
    for month, count in known.items():
        n = _number(month) - begin
        x = WIDTH - (n + 1) * width if mirrored else n * width
        bars.append(Bar(round(x, 2), round(max(width * 0.86, 1), 2), round(high * count / most, 2), month, count))
    return Months(tuple(bars), earlier)


def _is_month(written: str) -> bool:
    try:
        date.fromisoformat(f"{written}-01")
    except ValueError:
        return False
    return True


def _number(month: str) -> int:
    """The months since the year 0."""
    return int(month[:4]) * 12 + int(month[5:7])
