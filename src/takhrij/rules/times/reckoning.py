"""Reckoning with days, weeks, months and years, and writing them as ISO 8601 and EDTF do."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the month has no such day."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def week(of: date) -> str:
    """The ISO week that holds the day `of`."""
    year, number, _ = of.isocalendar()
    return f"{year:04}-W{number:02}"


def month_of(of: date) -> str:
    """The month that holds the day `of`."""
    return f"{of.year:04}-{of.month:02}"


def shifted(of: date, days: int) -> date | None:
    """The day `days` days later; None beyond the calendar."""
    try:
        return of + timedelta(days=days)
    except OverflowError:
        return None


def months_later(of: date, months: int) -> date | None:
    """The same day `months` months later, or that month's last day; None beyond the calendar."""
    year, month = divmod(of.year * 12 + of.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(of.day, monthrange(year, month + 1)[1]))


def nearest(weekday: int, around: date) -> date:
    """The day of that ISO weekday nearest to `around`."""
    ahead = (weekday - around.isoweekday()) % 7
    return around + timedelta(days=ahead if ahead <= 3 else ahead - 7)


def latest(weekday: int, until: date) -> date:
    """The last day of that ISO weekday, `until` itself being the latest possible."""
    return until - timedelta(days=(until.isoweekday() - weekday) % 7)


def earliest(weekday: int, since: date) -> date:
    """The first day of that ISO weekday, `since` itself being the earliest possible."""
    return since + timedelta(days=(weekday - since.isoweekday()) % 7)


class Parts(NamedTuple):
    """A year, month or day taken apart."""

    year: int
    month: int = 0
    number: int = 0


def parts(value: str) -> Parts | None:
    """The numbers of a year, month or day; None for anything else."""
    pieces = value.split("-")
    if len(pieces) > 3 or not all(piece.isdecimal() for piece in pieces):
        return None
    if len(pieces[0]) != 4 or len(pieces) > 1 and not 1 <= int(pieces[1]) <= 12:
        return None
    return Parts(*map(int, pieces))


def follows(left: str, right: str) -> bool:
    """Whether `right` is the year, month or day next after `left`."""
    a, b = parts(left), parts(right)
    if a is None or b is None or len(left) != len(right):
        return False
    if a.number:
        first, second = day(*a), day(*b)
        return bool(first and second and (second - first).days == 1)
    if a.month:
        return b.year * 12 + b.month == a.year * 12 + a.month + 1
    return b.year == a.year + 1


def precedes(left: str, right: str) -> bool:
    """Whether `left` begins before `right`."""
    a, b = parts(left), parts(right)
    return a is not None and b is not None and tuple(a) < tuple(b)


def in_year(value: str, year: int) -> str:
    """`value` moved into `year`."""
    return f"{year:04}{value[4:]}"
