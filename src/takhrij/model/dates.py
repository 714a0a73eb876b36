"""Days out of dates as reports tell them (ISO 8601, EDTF)."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
# EDTF numbers seasons from 21: spring, summer, autumn, winter.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}


@lru_cache(maxsize=10_000)
def days_of(value: str | None) -> tuple[str, str] | None:
    """The first and the last day that `value` can mean, or None where it tells no year."""
    if not value:
        return None
    first, _, last = value.partition("/")
    begins, ends = _days(first), _days(last or first)
    return (begins[0], ends[1]) if begins and ends else None


def day_of(published: str | None) -> str | None:
    """The day of a date and time."""
    return published[:10] if published and _DAY.fullmatch(published[:10]) else None


def _days(value: str) -> tuple[str, str] | None:
    if _DAY.fullmatch(value):
        return value, value
    if found := _MONTH.fullmatch(value):
        return _of_month(int(found[1]), int(found[2]))
    if found := _WEEK.fullmatch(value):
        try:
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        except ValueError:
            return None
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if len(value) == 4 and value.isdecimal():
        return f"{value}-01-01", f"{value}-12-31"
    return None


def _of_month(year: int, month: int) -> tuple[str, str] | None:
    if month in _SEASONS:
        first, last = _SEASONS[month]
        return f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{monthrange(year, last)[1]}"
    if month == 24:
        return f"{year:04}-12-01", f"{year + 1:04}-02-{monthrange(year + 1, 2)[1]}"
    if not 1 <= month <= 12 or not year:
        return None
    return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{monthrange(year, month)[1]}"
