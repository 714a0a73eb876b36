"""Days of the week: الأحد, ليل الاثنين, يوم الجمعة المقبل, ليلة السبت الأحد, أمس الخميس."""

from datetime import date, timedelta

from takhrij.rules.times.reckoning import day, earliest, latest, months_later, nearest
from takhrij.rules.times.rule import DAY, Match, Meaning, Rule

# صلاة الجمعة is a prayer, سوق الخميس a town, عبد الأحد a man.
_NO_DAY_AFTER = frozenset(["صلاه", "خطبه", "سوق", "عبد", "كل", "خطيب", "لصلاه", "وخطبه", "مسجد", "كلا", "سنابل"])
_NAMED = frozenset(["العظيمه", "السوداء", "البيضاء", "الحزينه", "الاسود", "الدامي"])

_PART = r"(?:E?w?p)?"
_WHICH = r"(?:[Bw][<>]|[<>!])"


def _weekday(match: Match) -> Meaning | None:
    if match.before() in _NO_DAY_AFTER or match.after() in _NAMED or match.published is None:
        return None
    if match.token("day").word.endswith("اثنين") and match.before() == "بين" and "&" not in match.codes("day"):
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
    if which[-1:] == "!":
        return nearest(weekday, published)
    if match.tense() > 0:
        return earliest(weekday, published)
    # A report does not open with the bare name of a day six days back: it is tomorrow, or the date of publication is
    # that of another time zone.
    tomorrow = published + timedelta(days=1)
    if tomorrow.isoweekday() == weekday and all(found.value == str(tomorrow) for found in match.context.said):
        return tomorrow
    return latest(weekday, published)


def _of_week(match: Match) -> Meaning | None:
    """الجمعة من الأسبوع المقبل."""
    if match.published is None:
        return None
    monday = match.published - timedelta(days=match.published.isoweekday() - 1)
    codes = match.codes("week")
    monday += timedelta(days=7 * {"<": -1, ">": 1}.get(codes[-1], 0))
    return Meaning((monday + timedelta(days=match.value("day") - 1)).isoformat())


def _numbered(match: Match) -> Meaning | None:
    """الجمعة 15: the month nearest to publication in which the two agree."""
    published = match.published
    if published is None or match.after() in ("اشخاص", "شخصا", "قتيلا", "صاروخا") or "named" not in match:
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
    first = anchored(match, match.value("day"), "")
    last = match.value("other")
    if match.codes("which"):
        end = anchored(match, last, match.codes("which"))
        return Meaning(f"{latest(match.value('day'), end)}/{end}")
    if first > match.published or (match.published - first).days >= 6:
        first = nearest(match.value("day"), match.published)
    return Meaning(f"{first}/{earliest(last, first)}")


def _in_month(match: Match) -> Meaning | None:
    """أول يوم جمعة في هذا الشهر."""
    published = match.published
    if published is None:
        return None
    start = date(published.year, published.month, 1)
    step = {"<": -1, ">": 1}.get(match.codes("of")[-1], 0)
    month = months_later(start, step)
    found = month and earliest(match.value("day"), month) + timedelta(days=7 * (match.value("nth") - 1))
    return Meaning(found.isoformat()) if found else None


RULES: tuple[Rule, ...] = (
    Rule("times.weekday", "Ewpyd", rf"{_PART}y?(?P<day>d)(?:,?(?P<which>{_WHICH}))?", _weekday),
    Rule("times.bare_weekday", "Ewpy", rf"{_PART}y(?P<day>e)(?P<which>{_WHICH})?", _weekday),
    Rule("times.night_between", "p", r"p(?P<day>d)(?:-|/|u|&|i)?(?P<other>d)(?P<which>[<>!])?", _weekday),
    Rule("times.pair_of_weekdays", "64", rf"[64](?P<day>d)(?:,d)*&(?P<other>d)(?P<which>{_WHICH})?", _pair),
    Rule("times.weekday_of_week", "pyd", r"p?y?(?P<day>d)[if]?(?P<week>S[<>!]|TS)", _of_week),
    Rule("times.weekday_and_number", "pyd", rf"p?(?P<named>y)?(?P<day>d)(?P<number>n|f{DAY})", _numbered),
    Rule("times.weekday_of_month", "O", r"(?P<nth>O)y?(?P<day>[de])[if]?(?P<of>J[<>!]|TJ)", _in_month),
)
