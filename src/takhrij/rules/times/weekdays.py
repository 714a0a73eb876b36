"""Days of the week: الأحد, ليل الاثنين, يوم الجمعة المقبل, ليلة السبت الأحد, أمس الخميس."""

from datetime import date, timedelta

from takhrij.lexicon.calendar import neighbours
from takhrij.rules.times.dates import month_named
from takhrij.rules.times.reckoning import day, earliest, latest, months_later, nearest
from takhrij.rules.times.rule import DAY, MONTH, TAIL, Match, Meaning, Rule
from takhrij.rules.times.years import of_month

_PART = r"(?:E?w?p)?"
_WHICH = r"(?:[Bw][<>]|[<>!~])"


def _weekday(match: Match) -> Meaning | None:
    if (
        match.before() in neighbours("not_weekday_after")
        or match.after() in neighbours("not_weekday_before")
        or match.published is None
    ):
        return None
    # بين الاثنين is "between the two".
    if match.value("day") == 1 and match.before() == "بين":
        return None
    found = anchored(match, match.value("day"), match.codes("which"))
    if "other" in match:
        second = earliest(match.value("other"), found)
        if (second - found).days != 1:
            return None
        return Meaning(f"{found}/{second}")
    return Meaning(found.isoformat())


def anchored(match: Match, weekday: int, which: str) -> date:
    """The day of that ISO weekday that the words mean, seen from the day of publication."""
    published = match.published
    assert published is not None
    week = timedelta(days=7)
    if which[-1:] == "<":
        return latest(weekday, published - timedelta(days=1)) - (week if "B" in which else timedelta())
    if which[-1:] == ">":
        return earliest(weekday, published + timedelta(days=1)) + (week if "w" in which else timedelta())
    if which[-1:] == "~":
        said = match.context.last(10)
        return earliest(weekday, (date.fromisoformat(said) if said else published) + timedelta(days=1))
    if which[-1:] == "!":
        return nearest(weekday, published)
    named = match.context.said[-1] if match.context.said else None
    if (
        named
        and len(named.value) == 10
        and match.before() in neighbours("until")
        and match.context.beside(named, match.first)
    ):
        return earliest(weekday, date.fromisoformat(named.value))
    ahead = earliest(weekday, published)
    # A day six days ahead was yesterday.
    if match.tense() > 0 and not match.since() and (ahead - published).days < 6:
        return ahead
    # The bare name of a day six days back is rare: it is tomorrow, or the date of publication is that of another time
    # zone.
    tomorrow = published + timedelta(days=1)
    if tomorrow.isoweekday() == weekday and not match.since():
        if match.tense() == 0 or all(found.value == str(tomorrow) for found in match.context.said):
            return tomorrow
    return latest(weekday, published)


def _of_week(match: Match) -> Meaning | None:
    """الجمعة من الأسبوع المقبل, الأسبوع المقبل بين الأربعاء والجمعة."""
    if match.published is None:
        return None
    monday = match.published - timedelta(days=match.published.isoweekday() - 1)
    monday += timedelta(days=7 * {"<": -1, ">": 1}.get(match.codes("week")[-1], 0))
    first = monday + timedelta(days=match.value("day") - 1)
    if "other" not in match:
        return Meaning(first.isoformat())
    last = monday + timedelta(days=match.value("other") - 1)
    return Meaning(f"{first}/{last}") if first < last else None


def _numbered(match: Match) -> Meaning | None:
    """الجمعة 15: the month nearest to publication in which the two agree."""
    published = match.published
    if published is None or "named" not in match and match.after() not in neighbours("after_numbered_day") | {"", "\n"}:
        return None
    for months in (0, -1, 1):
        month = months_later(published, months)
        found = month and day(month.year, month.month, match.number("number"))
        if found and found.isoweekday() == match.value("day"):
            return Meaning(found.isoformat())
    return None


def _pair(match: Match) -> Meaning | None:
    """يومي السبت والأحد: one period."""
    if match.published is None:
        return None
    # Without يومي, only the dual of المقبلين makes one period of two days.
    if "called" not in match and not (match.codes("which") and match.token("which").word.endswith("ين")):
        return None
    first = anchored(match, match.value("day"), "")
    last = match.value("other")
    if match.codes("which"):
        end = anchored(match, last, match.codes("which"))
        return Meaning(f"{latest(match.value('day'), end)}/{end}")
    if first > match.published or (match.published - first).days >= 6:
        first = nearest(match.value("day"), match.published)
    return Meaning(f"{first}/{earliest(last, first)}")


def _in_month(match: Match) -> Meaning | None:
    """أول يوم جمعة في هذا الشهر, أول جمعة من يوليو."""
    published = match.published
    if published is None:
        return None
    if "month" in match:
        number = month_named(match.tokens("month"))
        named = of_month(match, number).value if number else ""
        month = date(int(named[:4]), int(named[5:]), 1) if named[:4].isdecimal() else None
    else:
        month = months_later(published.replace(day=1), {"<": -1, ">": 1}.get(match.codes("of")[-1:], 0))
    found = month and earliest(match.value("day"), month) + timedelta(days=7 * (match.value("nth") - 1))
    return Meaning(found.isoformat()) if found else None


RULES: tuple[Rule, ...] = (
    Rule("times.weekday", "Ewpyd", rf"{_PART}y?(?P<day>d)(?:,?(?P<which>{_WHICH}))?", _weekday),
    Rule("times.bare_weekday", "Ewpy", rf"{_PART}y(?P<day>e)(?P<which>{_WHICH})", _weekday),
    Rule("times.night_between", "p", r"p(?P<day>d)(?:-|/|u|&|i)?(?P<other>d)(?P<which>[<>!])?", _weekday),
    Rule(
        "times.pair_of_weekdays",
        "64d",
        rf"(?P<called>[64])?(?P<day>d)(?:[&,]+d){{0,4}}[&,]+(?P<other>d)(?P<which>{_WHICH})?",
        _pair,
    ),
    Rule("times.weekday_of_week", "pyd", r"p?y?(?P<day>d)[if]?(?P<week>S[<>!]|TS)", _of_week),
    Rule("times.weekday_and_number", "pyd", rf"p?(?P<named>y)?(?P<day>d)(?P<number>n|f{DAY})", _numbered),
    Rule("times.week_and_weekday", "ST", r"(?P<week>S[<>!]|TS),?[ibf]?y?(?P<day>d)(?:[&u](?P<other>d))?", _of_week),
    Rule("times.nth_weekday", "y", r"y(?P<day>d)(?P<nth>o)(?!i)(?P<of>)", _in_month),
    Rule(
        "times.weekday_of_month",
        "O",
        rf"(?P<nth>O)y?(?P<day>[de])[if]?(?:(?P<of>J[<>!]|TJ)|j?(?P<month>{MONTH}){TAIL})",
        _in_month,
    ),
)
