"""The months of the Hijra, given as days of the common calendar: 15 رمضان 1440هـ, شهر رمضان, العشر الأواخر من رمضان."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from takhrij.rules.times.rule import DAY, Match, Meaning, Rule

_FIRST_YEAR, _LAST_YEAR = 1343, 1500


class _Month(NamedTuple):
    """A Hijri month: its first day and how many days it has."""

    start: date
    days: int


def _month(year: int, month: int) -> _Month | None:
    """That month in the Umm al-Qura calendar; None beyond its tables."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR or not 1 <= month <= 12:
        return None
    from hijridate import Hijri

    first = Hijri(year, month, 1)
    return _Month(date(*first.to_gregorian().datetuple()), first.month_length())


def _this_year(published: date) -> int:
    from hijridate import Gregorian

    return Gregorian(published.year, published.month, published.day).to_hijri().year


def _named(match: Match) -> int | None:
    tokens = match.tokens("month")
    first = tokens[0].part
    if first.code == "H":
        return first.value
    if len(tokens) > 1:
        return dict(first.months).get(tokens[1].part.value)
    return None


def _find(match: Match) -> _Month | None:
    """The month of the match, its year as given or the nearest to publication."""
    month = _named(match)
    if month is None:
        return None
    published = match.published
    this_year = _this_year(published) if published and date(1930, 1, 1) <= published <= date(2070, 1, 1) else 0
    if "year" in match and (not this_year or "era" in match or abs(match.value("year") - this_year) < 60):
        return _month(match.value("year"), month)
    if published is None or not this_year:
        return None
    mod = match.codes("mod")
    near = [found for step in (-1, 0, 1) if (found := _month(this_year + step, month))]
    if mod == "<":
        near = [found for found in near if found.start + timedelta(days=found.days) <= published][-1:]
    elif mod == ">":
        near = [found for found in near if found.start > published][:1]
    return min(near, key=lambda found: abs((found.start - published).days), default=None)


def _days(month: _Month, first: int, last: int) -> Meaning | None:
    if not 1 <= first <= last <= 30:
        return None
    start = month.start + timedelta(days=first - 1)
    if first == last:
        return Meaning(start.isoformat())
    return Meaning(f"{start}/{month.start + timedelta(days=min(last, month.days) - 1)}")


def _hijri_day(match: Match) -> Meaning | None:
    # صفر is nought as well: واحد صفر.
    if match.token("month").part.value == 2 and match.codes("month") == "H" and "year" not in match:
        return None
    month = _find(match)
    number = match.number("day")
    return _days(month, number, number) if month else None


def _hijri_days(match: Match) -> Meaning | None:
    """من 9 حتى 19 رمضان."""
    month = _find(match)
    return _days(month, match.number("first"), match.number("last")) if month else None


def _hijri_month(match: Match) -> Meaning | None:
    if not any(group in match for group in ("shahr", "year", "mod")):
        return None
    month = _find(match)
    return _days(month, 1, month.days) if month else None


def _ten_days(match: Match) -> Meaning | None:
    if match.value("ten") != 10:
        return None
    if "month" in match:
        month = _find(match)
    else:
        published = match.published
        month = (
            _month(_this_year(published), 9) if published and date(1930, 1, 1) < published < date(2070, 1, 1) else None
        )
    which = match.value("which")
    return _days(month, 10 * which - 9, 10 * which if which < 3 else month.days) if month else None


def _hijri_year(match: Match) -> Meaning | None:
    year = match.value("year")
    first, last = _month(year, 1), _month(year, 12)
    if first is None or last is None:
        return None
    return Meaning(f"{first.start}/{last.start + timedelta(days=last.days - 1)}")


def _in_digits(match: Match) -> Meaning | None:
    if "date" in match:
        numbers = [int(piece) for piece in re.split(r"[-/.:]", match.token("date").word)]
    else:
        numbers = [match.value("first"), match.value("second"), match.value("third")]
    number, month, year = numbers if numbers[0] < 31 else reversed(numbers)
    if "era" not in match and not 1400 <= year <= 1460:
        return None
    found = _month(year, month)
    return _days(found, number, number) if found else None


_NAME = r"(?P<month>H|h[oOøK]|z[oO])"
_YEAR = r"(?:(?P<mod>[<>!])|i?T?[vV]?(?P<year>N)(?P<era>@)?|i?(?:TV|V!))?"

RULES: tuple[Rule, ...] = (
    Rule(
        "times.hijri_day", "wpytadnoOEeG#", rf"(?:p?(?:[yta]?,?d?|n?)?,?=?)(?P<day>{DAY})i?j?{_NAME}{_YEAR}", _hijri_day
    ),
    Rule(
        "times.hijri_days", "6yno#", rf"[6y]?(?P<first>{DAY})(?:u+|-|&)(?P<last>{DAY})i?j?{_NAME}{_YEAR}", _hijri_days
    ),
    Rule("times.hijri_month", "E7jHhz", rf"(?:(?:E|7o)i?)?(?P<shahr>j)?{_NAME}{_YEAR}", _hijri_month),
    Rule("times.hijri_ten_days", "#", rf"(?P<ten>#)(?P<which>8)(?:i(?:j?{_NAME}|J)){_YEAR}", _ten_days),
    Rule("times.hijri_year", "vVN", r"[vV]?(?P<year>N)@", _hijri_year),
    Rule("times.hijri_in_digits", "ytdD", r"[yt]?d?(?P<date>D)(?P<era>@)?", _in_digits),
    Rule(
        "times.spaced_hijri",
        "pydnN",
        r"(?:p?y?d?)?(?P<first>[nN])[-/](?P<second>n)[-/](?P<third>[Nn])(?P<era>@)",
        _in_digits,
    ),
)
