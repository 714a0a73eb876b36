"""Which year a day or month without one belongs to: مايو الماضي, 9 مايو, 15 الجاري."""

from datetime import date

from takhrij.lexicon.calendar import neighbours
from takhrij.rules.times.reckoning import day
from takhrij.rules.times.rule import Match, Meaning


def year_in_words(match: Match, group: str = "year_words") -> int | None:
    """The year of العام الماضي, هذا العام, العام نفسه; None where it cannot be known."""
    codes = match.codes(group)
    if codes[0] in "PW" or codes[-1] in "F~U":
        said = match.context.last(4)
        if said is None and codes[-1] == "~" and match.published:
            return match.published.year + 1
        if said is None and codes[-1] == "U" and match.published:
            return match.published.year - 1
        if said is None:
            return match.published.year if match.published else None
        return int(said) + {"~": 1, "U": -1}.get(codes[-1], 0)
    if match.published is None:
        return None
    step = {"<": -1, ">": 1}.get(codes[-1], 0)
    return match.published.year + step * (2 if "B" in codes or "w" in codes else 1)


def plausible(year: int, published: date | None) -> int:
    """`year`, or the year of publication where the digits are only swapped: 2108 for 2018."""
    if published and year > published.year + 50 and sorted(str(year)) == sorted(str(published.year)):
        return published.year
    return year


def given_year(match: Match) -> int | None:
    """The year that a TAIL gives outright."""
    if "year" in match:
        return plausible(match.value("year"), match.published)
    if "spelt" in match:
        year = match.number("spelt")
        return year if 1000 <= year < 2200 else None
    if "year_words" in match:
        return year_in_words(match)
    if "same" in match:
        said = match.context.last(4)
        return int(said) if said else None
    return None


def of_month(match: Match, month: int) -> Meaning:
    """The month that the match names, its year from the tail or from the day of publication."""
    year = given_year(match)
    if year is not None:
        return Meaning(f"{year:04}-{month:02}")
    published = match.published
    if published is None:
        return Meaning(f"XXXX-{month:02}", False)
    mod = match.codes("mod")
    year = published.year
    if mod == "<":
        year -= month >= published.month
    elif mod == ">":
        year += month <= published.month
    elif mod == "!":
        year += _nearest_year(month - published.month)
    else:
        year += _year_by_tense(match, month - published.month, day_long=False)
    return Meaning(f"{year:04}-{month:02}", bool(mod))


def of_day(match: Match, month: int, number: int) -> Meaning | None:
    """The day that the match names, its year from the tail or from the day of publication."""
    if not 1 <= number <= 31 or day(2000, month, number) is None:
        return None
    year = given_year(match)
    mod = match.codes("mod")
    published = match.published
    given = year is not None or bool(mod)
    if year is None and published is None:
        return Meaning(f"XXXX-{month:02}-{number:02}", False)
    if year is None and published:
        here = day(published.year, month, number) or date(published.year, 3, 1)
        ahead = (here - published).days
        if mod == "<":
            year = published.year - (ahead >= 0)
        elif mod == ">":
            year = published.year + (ahead <= 0)
        elif mod == "!":
            year = published.year + _nearest_year(month - published.month)
        else:
            year = published.year + _year_by_tense(match, ahead, day_long=True)
            year = _year_by_weekday(match, year, month, number)
    if year is None or day(year, month, number) is None:
        return None
    return Meaning(f"{year:04}-{month:02}-{number:02}", given)


def _nearest_year(months_ahead: int) -> int:
    return -1 if months_ahead > 6 else 1 if months_ahead < -6 else 0


def _year_by_tense(match: Match, ahead: int, day_long: bool) -> int:
    """0, 1 or -1 years from that of publication, for what lies `ahead` (days or months) in the same year.

    What lies little ahead is more likely to come than to be nearly a year old.
    """
    if ahead == 0:
        return 0
    around, near, likely, far = (365, 45, 75, 270) if day_long else (12, 1, 2, 9)
    forward = ahead % around
    future = not match.since() and (
        forward <= near
        or match.looks_ahead()
        and (forward <= likely or forward <= far and match.tense() >= 0)
        or forward <= likely
        and match.tense() >= 0
        or forward <= far
        and match.before() in neighbours("until_then")
    )
    if future:
        return 1 if ahead < 0 else 0
    return -1 if ahead > 0 else 0


def _year_by_weekday(match: Match, year: int, month: int, number: int) -> int:
    """The year in which the weekday that stands before the day agrees with it, `year` first."""
    if "weekday" not in match or match.token("weekday").part.code not in "de":
        return year
    for near in (year, year + 1, year - 1):
        found = day(near, month, number)
        if found and found.isoweekday() == match.value("weekday"):
            return near
    return year
