"""Weeks, months, years and longer: الأسبوع الماضي, نهاية العام, السنوات الخمس الماضية, صيف 2016."""

from datetime import date

from takhrij.lexicon.calendar import neighbours
from takhrij.rules.times.reckoning import month_of, months_later, shifted, week
from takhrij.rules.times.rule import COUNT, YEAR_IN_WORDS, Match, Meaning, Rule
from takhrij.rules.times.years import given_year, plausible, year_in_words

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def _period(match: Match) -> Meaning | None:
    """The week, month, year, decade or century that lies before, at or after the day of publication."""
    codes = match.codes("which")
    steps = {"<": -1, ">": 1}.get(codes[-1:], 0) * (2 if "B" in codes or "w" in codes else 1)
    unit = match.token("unit").part.unit
    if unit == "day" and codes == "<" and match.tokens("which")[0].word.endswith("خير"):
        return None
    if unit == "year" and match.before() in neighbours("general"):
        # المدعي العام السابق
        return None
    if codes[-1:] in ("~", "U", "F"):
        return _beside(match, unit, {"~": 1, "U": -1, "F": 0}[codes[-1]])
    if unit == "month" and ("which_year" in match):
        return None
    return counted_from(match.published, unit, steps)


def counted_from(published: date | None, unit: str, steps: int) -> Meaning | None:
    """The unit that lies `steps` units from the one that holds the day `published`."""
    if published is None:
        return None
    if unit == "day":
        day = shifted(published, steps)
        return Meaning(day.isoformat()) if day else None
    if unit == "week":
        day = shifted(published, 7 * steps)
        return Meaning(week(day)) if day else None
    if unit == "month":
        month = months_later(published, steps)
        return Meaning(month_of(month)) if month else None
    if unit == "year":
        return Meaning(f"{published.year + steps:04}")
    if unit == "decade" and steps:
        ends = sorted((published.year, published.year + 10 * steps))
        return Meaning(f"{ends[0]:04}/{ends[1]:04}")
    if unit == "decade":
        start = published.year // 10 * 10
        return Meaning(f"{start:04}/{start + 9:04}")
    start = (published.year - 1) // 100 * 100 + 1 + 100 * steps
    return Meaning(f"{start:04}/{start + 99:04}") if start > 0 else None


def _beside(match: Match, unit: str, steps: int) -> Meaning | None:
    """العام نفسه, الشهر التالي, اليوم السابق: counted from the time named last."""
    if unit == "year":
        said = match.context.last(4)
        if said is None:
            return counted_from(match.published, unit, steps)
        return Meaning(f"{int(said) + steps:04}")
    if unit == "month":
        said = match.context.last(7)
        anchor = date.fromisoformat(f"{said}-01") if said else match.published
        month = months_later(anchor, steps) if anchor else None
        if month is None:
            return None
        if "which_year" in match:
            month = month.replace(year=year_in_words(match, "which_year") or month.year, day=1)
        return Meaning(month_of(month))
    if unit in ("day", "week"):
        said = match.context.last(10)
        anchor = _day(said) if said else match.published if steps else None
        return counted_from(anchor, unit, steps)
    return None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _this(match: Match) -> Meaning | None:
    unit = match.token("unit").part.unit
    if match.codes("that") in ("W", "P"):
        if "year" in match or "which_year" in match:
            return _same_in_year(match)
        return _beside(match, unit, 0)
    return counted_from(match.published, unit, 0)


def _same_in_year(match: Match) -> Meaning | None:
    """نفس اليوم من عام 2000, نفس الشهر من العام الماضي."""
    unit = match.token("unit").part.unit
    said = match.context.last(10 if unit == "day" else 7)
    if "year" in match:
        year: int | None = match.value("year")
    else:
        year = year_in_words(match, "which_year")
    if year is None:
        return None
    if said is None and match.published:
        said = match.published.isoformat()[: 10 if unit == "day" else 7]
    return Meaning(f"{year:04}{said[4:]}") if said and unit in ("day", "month") else None


def _bare(match: Match) -> Meaning | None:
    """نهاية العام, مطلع الشهر, في وقت سابق من الأسبوع."""
    if match.after() in neighbours("not_period_before"):
        return None
    return counted_from(match.published, match.token("unit").part.unit, 0)


def _that_date(match: Match) -> Meaning | None:
    context = match.context
    # كان يومها طالبا: "at that time".
    if match.before() in neighbours("was"):
        return None
    near = (
        context.said and context.page.sentence_of[context.said[-1].first] >= context.page.sentence_of[match.first] - 1
    )
    said = context.last(10) if near else None
    return Meaning(said) if said else None


def _span(match: Match) -> Meaning | None:
    """السنوات الخمس الماضية, الأسبوعين الأخيرين: a period that ends or begins on the day of publication."""
    published = match.published
    unit = match.token("unit").part.unit
    count = 2 if match.codes("unit") in "23" else match.number("count") if "count" in match else 0
    if published is None or count < 2 or count > 3000 or match.after() in neighbours("of_something"):
        return None
    steps = count if match.codes("which") == ">" else -count
    if unit in ("day", "week"):
        other = shifted(published, steps * (7 if unit == "week" else 1))
    else:
        other = months_later(published, steps * _MONTHS[unit])
    if other is None:
        return None
    shape = 4 if unit in ("year", "decade", "century") else 10
    ends = sorted((published.isoformat()[:shape], other.isoformat()[:shape]))
    return Meaning("/".join(ends))


def _first_months(match: Match) -> Meaning | None:
    """الأشهر الثلاثة الأولى من 2024, الشهرين الأولين من العام الجاري."""
    year = given_year(match)
    count = 2 if match.codes("unit") in "23" else match.number("count") if "count" in match else 0
    if year is None or match.token("unit").part.unit != "month" or not 2 <= count <= 12:
        return None
    if match.codes("which") == "<":
        return Meaning(f"{year:04}-{13 - count:02}/{year:04}-12")
    return Meaning(f"{year:04}-01/{year:04}-{count:02}")


def _fraction(match: Match) -> Meaning | None:
    """الربع الأول من العام الجاري, النصف الثاني من 2017."""
    year = given_year(match)
    share, which = match.value("share"), match.value("which")
    if "last" in match:
        which = share
    if year is None or not 1 <= which <= share:
        return None
    months = 12 // share
    return Meaning(f"{year:04}-{months * (which - 1) + 1:02}/{year:04}-{months * which:02}")


def _week_of_year(match: Match) -> Meaning | None:
    year = given_year(match)
    if year is None:
        return None
    if "last" in match:
        return Meaning(week(date(year, 12, 28)))
    return Meaning(f"{year:04}-W{match.value('nth'):02}")


def _season(match: Match) -> Meaning | None:
    season, published = match.value("season"), match.published
    year = given_year(match)
    mod = match.codes("mod")
    if year is None and published is not None and (mod or "this" in match or "edge" in match):
        now = published.year * 12 + published.month
        # The month in which the season begins.
        start = {21: 3, 22: 6, 23: 9, 24: 12}[season]
        if mod == "<":
            year = next(y for y in (published.year, published.year - 1, published.year - 2) if y * 12 + start + 2 < now)
        elif mod == ">":
            year = next(y for y in (published.year, published.year + 1) if y * 12 + start >= now)
        else:
            year = published.year
    if year is None:
        return None
    return Meaning(f"{plausible(year, published):04}-{season}")


def _decade(match: Match) -> Meaning | None:
    """تسعينيات القرن الماضي, السبعينيات."""
    if match.after() == "من" and match.context.word(match.end + 1) in neighbours("age"):
        return None
    century = 1900
    if match.codes("century") and match.published:
        century = match.published.year // 100 * 100 - 100 * (match.codes("century")[-1] == "<")
        if "ordinal" in match:
            century = (match.number("ordinal") - 1) * 100
    elif match.codes("decade") and match.value("decade") < 40 and "century" not in match:
        return None
    start = century + match.value("decade")
    return Meaning(f"{start:04}/{start + 9:04}")


def _century(match: Match) -> Meaning | None:
    number = match.number("nth")
    if match.after() == "قبل":
        return None
    return Meaning(f"{(number - 1) * 100 + 1:04}/{number * 100:04}") if 1 <= number <= 21 else None


_UNIT = r"(?P<unit>[SJVCX])"
_WHICH_YEAR = r"(?:i(?P<which_year>V[<>!~UF]|T[vV]|[PW]V))?"
_OF_YEAR = (
    r"i?(?:[vV]?(?P<year>N);?|(?P<year_words>V[<>!~UF]|V[Bw][<>]|T[vV]|[PW]V)"
    rf"|[vV]?(?P<spelt>{YEAR_IN_WORDS}))"
)
_OR_MOD = r"(?:(?P<mod>[<>!])|i?[vV]?(?P<year>N);?|i?(?P<year_words>V[<>!~UF]|V[Bw][<>]|T[vV]|[PW]V))?"
_EDGE = r"(?:E[if]?)?(?:[7S][o<][if]?(?=[TWP]?[SJ]))?"

RULES: tuple[Rule, ...] = (
    Rule(
        "times.period", "E7SJVCX", rf"{_EDGE}{_UNIT}(?P<which>[Bw][<>]|[<>!~UF])(?:T(?![SJVCX]))?{_WHICH_YEAR}", _period
    ),
    Rule("times.next_day", "t", r"(?P<unit>t)(?P<which>[~UF<])", _period),
    Rule(
        "times.this_period",
        "E7STWP",
        rf"{_EDGE}(?P<that>[TWP])(?P<unit>[SJVCXt])(?:i(?:[vV]?(?P<year>N)|(?P<which_year>V[<>!~UF]|T[vV])))?",
        _this,
    ),
    Rule("times.edge_of_period", "E7", r"(?:E|7[o<])i?(?P<unit>[SJVC])", _bare),
    Rule("times.earlier_in_period", "'", r"'i(?P<unit>[SJV])(?![<>!~UF])", _bare),
    Rule("times.that_date", "W_", r"(?:W0|_(?!o))", _that_date),
    Rule("times.last_units", "53", rf"(?P<unit>[53])(?P<count>{COUNT})?(?P<which>[<>])", _span),
    Rule("times.last_counted", "n9#", rf"(?P<count>{COUNT})(?P<unit>[45ysjvc])(?P<which>[<>])", _span),
    Rule("times.first_months", "53", rf"(?P<unit>[53])(?P<count>{COUNT})?(?P<which>[oø<]){_OF_YEAR}", _first_months),
    Rule("times.fraction", "7", rf"(?P<share>7)(?P<which>o|(?P<last><)){_OF_YEAR}", _fraction),
    Rule("times.week_of_year", "S", rf"S(?P<nth>o|(?P<last><)){_OF_YEAR}", _week_of_year),
    Rule("times.season", "EzZTj", rf"(?P<edge>E)?j?(?P<this>T)?(?P<season>[zZ]){_OR_MOD}(?P<same>F)?", _season),
    Rule(
        "times.decade", "E1", r"E?(?P<decade>1)(?:i?(?P<century>X(?:[<!]|(?P<ordinal>o#?(?:&#)?|#(?:&#)?))))?", _decade
    ),
    Rule("times.century", "EX", r"E?X(?P<nth>o#?(?:&#)?|#(?:&#)?|n)", _century),
)
