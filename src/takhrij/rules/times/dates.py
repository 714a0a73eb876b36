"""Days, months and years by their names and numbers: ٩ الماء/مايو الحالي, يوم الأحد 26 أكتوبر 2014, عام 2011."""

import re
from datetime import date

from takhrij.lexicon.calendar import Part, known_days, neighbours
from takhrij.rules.times.reckoning import day, month_of, months_later
from takhrij.rules.times.rule import A_NAME, DAY, MONTH, TAIL, YEAR_IN_WORDS, Match, Meaning, Rule
from takhrij.rules.times.words import MONTH as MONTH_FLAG
from takhrij.rules.times.words import Token
from takhrij.rules.times.years import given_year, of_day, of_month, plausible

# What may stand before a day's number: اليوم الجمعة, ليلة السبت, يوم الجمعة الماضي،, الأحد الموافق.
_LEAD = r"(?:w?p)?y?(?:[taAgG],?)?(?:I?(?P<weekday>[de])(?:B?[<>!])?l?)?,?f?y?=?,?(?P<open>I)?"


# Marks and the end of the line: what stands before them is complete.
_CLOSING = ".،؛,()[]\"'«»“”!؟?-–:\n"


def month_named(tokens: list[Token]) -> int | None:
    """The month that a name, or either half of a double name, stands for; the recognised half is trusted."""
    for i, token in enumerate(tokens):
        part = token.part
        if part.code in "Mm" and part.value:
            return part.value
        if part.code == "k" and i + 1 < len(tokens):
            named = dict(part.months).get(tokens[i + 1].part.value)
            if named:
                return named
    for token in tokens:
        named = _jamahiriya(token.part)
        if named:
            return named
    return None


def _jamahiriya(part: Part) -> int | None:
    # الربيع and الصيف are March and June where a month stands.
    if part.code == "L":
        return part.value or None
    return {21: 3, 22: 6}.get(part.value) if part.code == "Z" else None


def _agree(match: Match) -> bool:
    """Whether a double name without a slash names one month twice: أيار - مايو is one, مارس - مايو are two."""
    codes = match.codes("month")
    if "/" in codes or "I" in codes or len(codes) == 1:
        return True
    named = {month_named([t]) for t in match.tokens("month") if t.part.code in "Mm"}
    return len(named) <= 1


def _day_of_month(match: Match) -> Meaning | None:
    month = month_named(match.tokens("month"))
    codes = match.codes("month")
    if month is None or not _agree(match):
        return None
    if match.before() in neighbours("named_after_days") and "mod" not in match and "year" not in match:
        return A_NAME
    if codes == "L" and not any(group in match for group in ("mod", "year", "year_words")):
        return None
    if match.after() in neighbours("from") and match.context.word(match.end + 1) in neighbours("every"):
        return A_NAME
    number = match.number("day")
    if "mod" not in match and given_year(match) is None:
        year = _known_year(match, month, number)
        if year:
            return Meaning(f"{year:04}-{month:02}-{number:02}")
    return of_day(match, month, number)


def _known_year(match: Match, month: int, number: int) -> int | None:
    before = match.before()
    return known_days().get((month, number, before)) or known_days().get((month, number, before[1:]))


def _first_of_month(match: Match) -> Meaning | None:
    # In Algeria الفاتح من نوفمبر is the first of November; in Libya الفاتح alone was September.
    month = month_named(match.tokens("month"))
    return of_day(match, month, 1) if month and match.token("day").part.value == 9 else None


def _days_of_month(match: Match) -> Meaning | None:
    month = month_named(match.tokens("month"))
    first, last = match.number("first"), match.number("last")
    if month is None or first >= last or match.codes("month") == "L" and "mod" not in match:
        return None
    joined = match.codes("join")
    between = "b" in match or match.before() == "بين"
    ranged = "&" not in joined or "u" in joined or between or "middle" in match or last == first + 1
    end = of_day(match, month, last)
    if end is None or not ranged:
        return None
    return Meaning(f"{end.value[:-2]}{first:02}/{end.value}", end.year_given)


def _numbered_pair(match: Match) -> Meaning | None:
    """7-12 مايو, written as one number."""
    month = month_named(match.tokens("month"))
    first, _, last = match.token("pair").word.partition("-")
    if month is None or not last.isdecimal() or int(first) >= int(last):
        return None
    end = of_day(match, month, int(last))
    return end and Meaning(f"{end.value[:-2]}{int(first):02}/{end.value}", end.year_given)


def _month(match: Match) -> Meaning | None:
    month = month_named(match.tokens("month"))
    if month is None or not _agree(match):
        return None
    told = any(group in match for group in ("edge", "shahr", "mod", "year", "year_words"))
    codes = match.codes("month")
    if codes == "L" or codes == "m" and not told and match.before() not in neighbours("before_month"):
        return None
    year = None if told else _known_year(match, month, 0)
    if year:
        return Meaning(f"{year:04}-{month:02}")
    # ثورة يناير is a name; تيريزا ماي too.
    if not told and (match.before() in neighbours("named_after_months") or match.after() in neighbours("site")):
        return None
    return of_month(match, month)


def _year(match: Match) -> Meaning | None:
    year = plausible(match.value("year"), match.published)
    if "unit" in match or "edge" in match or "era" in match:
        return Meaning(f"{year:04}")
    return Meaning(f"{year:04}") if _stands_alone(match, year) else None


def _short_year(match: Match) -> Meaning | None:
    """عام 67."""
    year = match.value("year")
    # سنة 41 may be سنه, "his age is 41".
    named = match.token("unit").word.endswith("عام") and match.after() not in neighbours("counted")
    return Meaning(f"{1900 + year}") if named and 32 <= year <= 99 else None


def _stands_alone(match: Match, year: int) -> bool:
    """Whether a number of four digits without عام is a year and no count."""
    after, before = match.after(), match.before()
    noun = before[1:] if before[:1] in "لبو" and len(before) > 2 else before
    if not 1800 <= year <= 2100 or after in neighbours("counted") or before in neighbours("before_count"):
        return False
    if {before, noun} & neighbours("before_year") or match.context.flags[match.first - 1 : match.first] == MONTH_FLAG:
        return True
    if before in ("و", "-", "/"):
        return match.context.said[-1:] != [] and match.context.said[-1].end >= match.first - 2
    if match.published and year > match.published.year + 3:
        return False
    if after == ".." and match.published and abs(year - match.published.year) < 2:
        return True
    if not after or after in _CLOSING or after.startswith("ال"):
        return year >= 1900
    return after in neighbours("after_year")


def _year_spelt(match: Match) -> Meaning | None:
    year = match.number("spelt")
    if "unit" not in match and (match.before() not in neighbours("before_month") or year % 100 == 0):
        return None
    return Meaning(f"{year:04}") if 1000 <= year < 2200 else None


def _years_spelt(match: Match) -> Meaning | None:
    first, last = match.number("spelt"), match.number("last")
    return Meaning(f"{first:04}/{last:04}") if 1900 <= first < last < 2100 and last % 100 else None


def _numeric(match: Match) -> Meaning | None:
    first, second, third = map(int, re.split(r"[-/.:]", match.token("date").word))
    if ":" in match.token("date").word:
        return None
    return numbered(first, second, third, "." not in match.token("date").word)


def numbered(first: int, second: int, third: int, two_digits: bool) -> Meaning | None:
    """The day that three numbers write, in whichever order; None if they write no Gregorian day."""
    if first > 31:
        year, month, number = first, second, third
    else:
        number, month, year = first, second, third
    # 4-3-3 is a way to stand on a football ground.
    if 9 < year < 100 and two_digits:
        year += 2000 if year < 50 else 1900
    if not 1800 <= year < 2200:
        return None
    if month > 12:
        number, month = month, number
    found = day(year, month, number) if 1 <= month <= 12 else None
    return Meaning(found.isoformat()) if found else None


def _spaced(match: Match) -> Meaning | None:
    return numbered(match.value("first"), match.value("second"), match.value("third"), False)


def _of_this_month(match: Match) -> Meaning | None:
    """15 الجاري, 15 من الشهر المقبل."""
    published = match.published
    if published is None:
        return None
    step = {"<": -1, ">": 1}.get((match.codes("mod") or match.codes("of"))[-1:], 0)
    if match.codes("of")[-1:] == "F":
        said = match.context.last(7)
        if said is None:
            return None
        year, month = int(said[:4]), int(said[5:])
    else:
        year, month = divmod(published.year * 12 + published.month - 1 + step, 12)
        month += 1
    found = day(year, month, match.number("day"))
    return Meaning(found.isoformat()) if found else None


def _days_of_this_month(match: Match) -> Meaning | None:
    """من 4 إلى 22 هذا الشهر."""
    published = match.published
    if published is None:
        return None
    if "pair" in match:
        digits = match.token("pair").word.split("-")
        first, last = (int(digits[0]), int(digits[1])) if len(digits) == 2 else (0, 0)
    else:
        first, last = match.number("first"), match.number("last")
    month = months_later(_month_meant(match, published), {"<": -1, ">": 1}.get(match.codes("of")[-1], 0))
    if month is None or not 1 <= first < last or day(month.year, month.month, last) is None:
        return None
    return Meaning(f"{month_of(month)}-{first:02}/{month_of(month)}-{last:02}")


def _month_meant(match: Match, published: date) -> date:
    """The first day of the month named last for الشهر نفسه, else of that of publication."""
    said = match.context.last(7) if match.codes("of")[-1] == "F" else None
    return date(int(said[:4]), int(said[5:]), 1) if said else published.replace(day=1)


def _day_alone(match: Match) -> Meaning | None:
    """إلى الحادي والعشرين: of the month of publication, where the sentence ends after it."""
    published = match.published
    if published is None or match.after() not in (".", "", "\n"):
        return None
    if (
        match.before() not in neighbours("before_month")
        and not match.token("day").skip
        and match.token("day").word[:2] != "لل"
    ):
        return None
    number = match.number("day")
    found = day(published.year, published.month, number) if 20 < number < 32 else None
    return Meaning(found.isoformat(), False) if found else None


def _years(match: Match) -> Meaning | None:
    first, _, last = match.token("years").word.replace("/", "-").partition("-")
    return Meaning(f"{first}/{last}") if int(first) > 1500 else None


def _month_in_digits(match: Match) -> Meaning | None:
    pieces = re.split(r"[-/.:]", match.token("pair").word)
    first, second = map(int, pieces)
    if "/" in match.token("pair").word and 1 <= first <= 12 and 1900 <= second < 2100:
        return Meaning(f"{second:04}-{first:02}")
    number, month = (first, second) if second <= 12 else (second, first)
    # 24/7 means round the clock, 4/22 of two small numbers may be a fraction.
    if (
        "/" in match.token("pair").word
        and match.before() not in neighbours("before_fraction")
        and ("named" in match or number > 12 and (number, month) != (24, 7))
    ):
        return of_day_plain(match, month, number)
    return None


def of_day_plain(match: Match, month: int, number: int) -> Meaning | None:
    """The day nearest to publication; for dates in digits without a year."""
    published = match.published
    if published is None or not 1 <= month <= 12:
        return None
    found = [d for year in (-1, 0, 1) if (d := day(published.year + year, month, number))]
    best = min(found, key=lambda d: abs((d - published).days), default=None)
    return Meaning(best.isoformat(), False) if best else None


_BEGINS_DAY = "wpytaAgGdeno#O"
RULES: tuple[Rule, ...] = (
    Rule(
        "times.day_of_month",
        _BEGINS_DAY,
        rf"{_LEAD}(?P<day>{DAY})-?[i/]?j?(?P<month>{MONTH}){TAIL}(?(open)l?)",
        _day_of_month,
    ),
    Rule("times.first_of_month", "yL", rf"y?(?P<day>L)i?j?(?P<month>{MONTH}){TAIL}", _first_of_month),
    Rule(
        "times.month_then_day",
        "M",
        rf"(?P<month>M)(?P<day>{DAY})(?:,?(?P<year>N)|i?(?P<spelt>{YEAR_IN_WORDS}))",
        _day_of_month,
    ),
    Rule(
        "times.days_of_month",
        "6y4bno#",
        rf"(?:6|4|y)?(?:d(?:[&,]+d){{1,3}},?I?=?)?(?P<b>b)?(?P<first>{DAY})(?P<middle>(?:,?&?(?:n|o#)){{1,4}})?(?P<join>,?&?u+|-|&)(?:y|fy)?(?P<last>{DAY})i?j?"
        rf"(?P<month>{MONTH}){TAIL}",
        _days_of_month,
    ),
    Rule("times.days_in_digits", "6y%", rf"[6y]?(?P<pair>%)i?j?(?P<month>{MONTH}){TAIL}", _numbered_pair),
    Rule(
        "times.month",
        "E7SjMmkL6",
        rf"(?P<edge>(?:E?[if]?[7S3][oø<]|E)i?)?(?P<shahr>[j6])?(?P<month>{MONTH}){TAIL}",
        _month,
    ),
    Rule("times.year", "EvVN6", r"(?P<edge>E)?i?(?P<unit>[vV6])?(?P<year>N)(?P<era>;)?", _year),
    Rule("times.short_year", "EvV", r"E?(?P<unit>[vV])(?P<year>9)", _short_year),
    Rule("times.year_in_words", "EvV+", rf"E?(?P<unit>[vV])?(?P<spelt>{YEAR_IN_WORDS})", _year_spelt),
    Rule("times.years_in_words", "+", rf"(?P<spelt>{YEAR_IN_WORDS})u(?P<last>{YEAR_IN_WORDS})", _years_spelt),
    Rule("times.date_in_digits", "ytd=D", r"(?:[yt]?(?:d,?)?)?=?(?P<date>D);?", _numeric),
    Rule("times.spaced_date", "pydnN", r"(?:p?y?d?)?(?P<first>[nN])[-/](?P<second>n)[-/](?P<third>[Nn]);?", _spaced),
    Rule(
        "times.day_of_this_month",
        _BEGINS_DAY,
        rf"{_LEAD}(?P<day>{DAY})(?:(?P<mod>!)|i?(?P<of>J[<>!F]|TJ))",
        _of_this_month,
    ),
    Rule(
        "times.days_of_this_month",
        "6yno#%",
        rf"[64y]?(?:d(?:[&,]+d){{1,3}},?I?)?(?:(?P<pair>%)|(?P<first>{DAY})(?:,?&?(?:n|o#)){{0,4}}(?:u|&|-)(?P<last>{DAY}))"
        r"[if]?(?P<of>J[<>!F]|TJ|!)",
        _days_of_this_month,
    ),
    Rule("times.day_alone", "oø", r"(?P<day>[oø]&#)(?!i)", _day_alone),
    Rule("times.years", "vVR", r"[vV]?(?P<years>R)", _years),
    Rule("times.month_in_digits", "y%", r"(?P<named>y)?(?P<pair>%)", _month_in_digits),
)
