"""Times counted from the day of publication: اليوم الاثنين, أول أمس, مساء أمس (الخميس), قبل ثلاثة أيام."""

from bisect import bisect_right
from datetime import timedelta

from takhrij.lexicon.calendar import neighbours
from takhrij.rules.times.reckoning import month_of, months_later, nearest, shifted, week
from takhrij.rules.times.rule import COUNT, Match, Meaning, Rule
from takhrij.text.quotes import Quote

_PART = r"(?:E?w?p(?:i)?)?"
_WEEKDAY = r"(?:,?I?y?(?P<weekday>d)l?(?![<>]))?"


def _today(match: Match) -> Meaning | None:
    published = match.published
    if published is None:
        return None
    bare = "part" not in match and "weekday" not in match
    if bare:
        before, after = match.before(), match.after()
        if (
            match.token("rel").skip
            or before in neighbours("not_today_after")
            or after in neighbours("not_today_before")
            or after.isdecimal()
        ):
            return None
        if before == "في" and match.context.word(match.first - 2) in neighbours("per_day"):
            return None
        if before in neighbours("half_names") and _paper(match.context.word(match.first - 2)) or _is_name(match):
            return None
    if "weekday" in match:
        return Meaning(nearest(match.value("weekday"), published).isoformat())
    return Meaning(_spoken_on(match) or published.isoformat())


def _paper(word: str) -> bool:
    return word == '"' or word in neighbours("papers")


def _is_name(match: Match) -> bool:
    """Whether اليوم closes a quoted name: "إسرائيل اليوم"."""
    around = _quotes_around(match)
    return bool(around) and around[-1].end == match.end and around[-1].end - around[-1].first in (2, 3)


def _quotes_around(match: Match) -> list[Quote]:
    quotes, first = match.context.page.quotes, match.first
    near = quotes[max(0, bisect_right(quotes, first, key=_opening) - 4) :][:4]
    return [quote for quote in near if quote.first <= first < quote.end]


def _opening(quote: Quote) -> int:
    return quote.first


def _spoken_on(match: Match) -> str | None:
    """The day of the words that a quotation around the match was spoken on, where the sentence names it."""
    page, around = match.context.page, _quotes_around(match)
    if not match.context.said or not around:
        return None
    said, opening = match.context.said[-1], around[-1].first
    same = page.sentence_of[said.first] == page.sentence_of[opening]
    if same and said.end <= opening and said.rule == "times.weekday" and len(said.value) == 10:
        return said.value
    return None


def _yesterday(match: Match) -> Meaning | None:
    published = match.published
    if published is None:
        return None
    if "weekday" in match:
        day = nearest(match.value("weekday"), shifted(published, -1 if "two" not in match else -2) or published)
        return Meaning(day.isoformat())
    if match.codes("rel") == "A" and not match.found[0][:-1] and not match.token("rel").skip:
        if match.before() not in neighbours("before_yesterday"):
            return None
    return _days(match, -2 if "two" in match or "far" in match else -1)


def _tomorrow(match: Match) -> Meaning | None:
    if match.published is None:
        return None
    if match.codes("rel") == "G" and not match.found[0][:-1] and not match.token("rel").skip:
        return None
    if "weekday" in match:
        step = 2 if "far" in match else 1
        day = nearest(match.value("weekday"), shifted(match.published, step) or match.published)
        return Meaning(day.isoformat())
    return _days(match, 2 if "far" in match else 1)


def _tonight(match: Match) -> Meaning | None:
    return _days(match, {"<": -1, ">": 1}.get(match.codes("which"), 0))


def _days(match: Match, days: int) -> Meaning | None:
    day = shifted(match.published, days) if match.published else None
    return Meaning(day.isoformat()) if day else None


def _ago(match: Match) -> Meaning | None:
    """قبل سبع سنوات is a year, منذ شهرين a month, قبل ستة أسابيع a week, قبل ثلاثة أيام a day."""
    sign = {"B": -1, "Q": -1, "w": 1}[match.codes("way")]
    after = match.after()
    if (
        match.codes("way") != "Q"
        and after in neighbours("from")
        and match.context.word(match.end + 1) not in neighbours("now")
    ):
        return None
    if sign > 0 and "now" not in match and match.tense() <= 0:
        return None
    # بعد يوم من and قبل يوم من count from something else; a bare قبل يوم is too little.
    unit = match.token("unit").part.unit
    if match.codes("unit") == "4" and "count" not in match or "one" in match and match.value("one") != 1:
        return None
    count = 1
    if "count" in match:
        count = match.number("count")
    elif match.codes("unit") == "2":
        count = 2
    return elapsed(match, sign * count, unit, "about" in match)


def elapsed(match: Match, count: int, unit: str, about: bool) -> Meaning | None:
    """The day, week, month or year that lies `count` units from publication, as coarse as the unit."""
    published = match.published
    if published is None or count == 0 or abs(count) > 3000:
        return None
    if unit == "day":
        return _days(match, count)
    if unit == "week":
        day = shifted(published, 7 * count)
        return (
            Meaning(day.isoformat() if abs(count) == 1 and not about or "now" in match else week(day)) if day else None
        )
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit] * count
    day = months_later(published, months)
    if day is None:
        return None
    return Meaning(month_of(day) if unit == "month" else f"{day.year:04}")


def _and_then(match: Match) -> Meaning | None:
    """Two units: قبل سنة وثلاثة أشهر."""
    published = match.published
    if published is None:
        return None
    sign = -1 if match.codes("way") in "BQ" else 1
    if sign > 0 and "now" not in match and match.tense() <= 0:
        return None
    day = published
    for unit, count in (("unit", "count"), ("unit2", "count2")):
        number = match.number(count) if count in match else 2 if match.codes(unit) == "2" else 1
        kind = match.token(unit).part.unit
        if kind in ("day", "week"):
            day += timedelta(days=sign * number * (7 if kind == "week" else 1))
        else:
            day = months_later(day, sign * number * {"month": 1, "year": 12}.get(kind, 120)) or day
    if match.after() in neighbours("from"):
        return None
    return Meaning(day.isoformat() if match.token("unit2").part.unit in ("day", "week") else month_of(day))


_NOW = r"(?:i(?P<now>[Yt]))?"
RULES: tuple[Rule, ...] = (
    Rule("times.today", "Ewpyt", rf"(?P<part>E?w?pi?)?y?(?P<rel>t)F?{_WEEKDAY}", _today),
    Rule(
        "times.yesterday", "EwpyaABO", rf"{_PART}y?(?P<two>Oi?|By?)?(?P<rel>[aA])(?P<far>[oO])?{_WEEKDAY}", _yesterday
    ),
    Rule("times.tomorrow", "EwpytgG", rf"{_PART}[yt]?(?P<far>w)?(?P<rel>[gG]){_WEEKDAY}", _tomorrow),
    Rule("times.tonight", "Eq", r"E?q(?P<which>[<>!])?", _tonight),
    Rule(
        "times.ago",
        "BQw",
        rf"(?P<way>[BQw])(?P<about>r{{1,2}}i?)?(?P<count>{COUNT})?(?P<unit>[24sjvc]|y(?![no9De]))(?![NRMmkHhzdeaAgGtp])(?P<one>#)?<?{_NOW}",
        _ago,
    ),
    Rule(
        "times.ago_and",
        "BQw",
        rf"(?P<way>[BQw])r{{0,2}}i?(?P<count>{COUNT})?(?P<unit>[24jv])&(?P<count2>{COUNT})?(?P<unit2>[24ysj]){_NOW}",
        _and_then,
    ),
)
