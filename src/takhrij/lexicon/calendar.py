"""The words that expressions of time are made of: months, days of the week, numbers, units, and the words between."""

from functools import cache
from typing import Literal, NamedTuple

import msgspec

from takhrij.lexicon.files import load
from takhrij.text.fold import fold

Calendar = Literal["gregorian", "hijri"]


class Month(msgspec.Struct, frozen=True):
    """One month of a calendar under all its names, those of a kind between blanks."""

    number: int
    calendar: Calendar
    forms: str
    examples: tuple[str, ...]
    doubtful: str = ""
    jamahiriya: str = ""
    latin: str = ""


class Double(msgspec.Struct, frozen=True):
    """Months named by a word and an ordinal: كانون الأول and كانون الثاني."""

    first: str
    calendar: Calendar
    ordinal: dict[str, int]
    examples: tuple[str, ...]


class Months(msgspec.Struct, frozen=True):
    """What months.toml holds."""

    month: tuple[Month, ...]
    double: tuple[Double, ...]


class Weekday(msgspec.Struct, frozen=True):
    """A day of the week, Monday being 1."""

    number: int
    forms: str
    examples: tuple[str, ...]


class Weekdays(msgspec.Struct, frozen=True):
    """What weekdays.toml holds."""

    weekday: tuple[Weekday, ...]


class Numbers(msgspec.Struct, frozen=True):
    """What numbers.toml holds: the forms under their value."""

    cardinals: dict[str, str]
    ordinals: dict[str, str]
    masculine: str


class Word(msgspec.Struct, frozen=True):
    """A word of time_words.toml."""

    code: str
    forms: str
    examples: tuple[str, ...]
    definite: str = ""
    unit: str = ""
    value: int = 0
    sure: bool = True


class Clues(msgspec.Struct, frozen=True):
    """Words that tell whether the time beside them lies ahead or behind."""

    future: str
    past: str
    never_future: str


class Words(msgspec.Struct, frozen=True):
    """What time_words.toml holds."""

    word: tuple[Word, ...]
    clues: Clues
    neighbours: dict[str, str]


class KnownDay(msgspec.Struct, frozen=True):
    """A day that is called by its number and month long after its year: هجمات 11 سبتمبر."""

    day: int
    month: int
    year: int
    after: str
    examples: tuple[str, ...]


class KnownDays(msgspec.Struct, frozen=True):
    """What known_days.toml holds."""

    known: tuple[KnownDay, ...]


class Part(NamedTuple):
    """What a word may be within an expression of time.

    `code` is the letter that the rules know it by, `value` its number or the month, `unit` the unit of a period,
    `months` what an ordinal makes of the first half of a month's name. `sure` marks what announces a time.
    """

    code: str
    value: int = 0
    unit: str = ""
    sure: bool = True
    months: tuple[tuple[int, int], ...] = ()


@cache
def months() -> Months:
    """The months of all calendars."""
    return load("months.toml", Months)


@cache
def definite_weekdays() -> frozenset[str]:
    """The folded names of the days of the week with the article: الاثنين, as أعلن الاثنين أن has it."""
    return frozenset("ال" + fold(form) for day in weekdays().weekday for form in day.forms.split())


@cache
def weekdays() -> Weekdays:
    """The days of the week."""
    return load("weekdays.toml", Weekdays)


@cache
def numbers() -> Numbers:
    """Cardinals and ordinals in words."""
    return load("numbers.toml", Numbers)


@cache
def words() -> Words:
    """The other words of time."""
    return load("time_words.toml", Words)


@cache
def neighbours(name: str) -> frozenset[str]:
    """The folded words of the list `name` of neighbours in time_words.toml."""
    return frozenset(map(fold, words().neighbours[name].split()))


@cache
def known_days() -> dict[tuple[int, int, str], int]:
    """The year of a month, day and folded word before it."""
    entries = load("known_days.toml", KnownDays).known
    return {(known.month, known.day, fold(word)): known.year for known in entries for word in known.after.split()}


@cache
def parts() -> dict[tuple[str, bool], Part]:
    """Every folded word of time without the article, and whether the article stands before it."""
    found: dict[tuple[str, bool], Part] = {}
    _add_numbers(found)
    _add_words(found)
    _add_months(found)
    for weekday in weekdays().weekday:
        for form in weekday.forms.split():
            found[fold(form), True] = Part("d", weekday.number)
            found.setdefault((fold(form), False), Part("e", weekday.number, sure=False))
    return found


def _add_numbers(found: dict[tuple[str, bool], Part]) -> None:
    for value, forms in numbers().cardinals.items():
        # A year in words begins with a thousand.
        thousand = value in ("1000", "2000")
        part = Part("+" if thousand else "#", int(value), sure=thousand)
        for form in forms.split():
            found[fold(form), False] = part
            # إلى الحادي والعشرين names a day with no other word of time.
            found[fold(form), True] = Part("#", int(value), sure=value in ("20", "30"))
    masculines = frozenset(numbers().masculine.split())
    for value, forms in numbers().ordinals.items():
        for form in forms.split():
            # The days of a month are masculine: الأول من مايو, but الأولى من شهر مايو goes on from something else.
            masculine = form in masculines
            found[fold(form), False] = Part("O", int(value), sure=False)
            found[fold(form), True] = Part("o" if masculine else "ø", int(value), sure=False)


def _add_words(found: dict[tuple[str, bool], Part]) -> None:
    for word in words().word:
        for form in word.forms.split():
            key = fold(form)
            # A form that is listed with its article is that word alone.
            if key.startswith("ال") and len(key) > 3:
                found[key[2:], True] = Part(word.code, word.value, word.unit, word.sure)
                continue
            if word.code or not word.definite:
                found[key, False] = Part(word.code, word.value, word.unit, word.sure)
            if word.definite:
                found[key, True] = Part(word.definite, word.value, word.unit, word.sure)


def _add_months(found: dict[tuple[str, bool], Part]) -> None:
    for month in months().month:
        certain = "M" if month.calendar == "gregorian" else "H"
        for form in month.forms.split():
            found[fold(form), False] = Part(certain, month.number)
        for form in month.latin.split():
            found[form, False] = Part("M", month.number)
        for form in month.doubtful.split():
            found[fold(form), False] = Part("m", month.number)
        for form in month.jamahiriya.split():
            name = fold(form)
            article = name.startswith("ال")
            # الربيع and الصيف are seasons first.
            found.setdefault((name[2:] if article else name, article), Part("L", month.number, sure=False))
    for double in months().double:
        code = "k" if double.calendar == "gregorian" else "h"
        for form in double.first.split():
            season = found.get((fold(form), False))
            ordinals = tuple((int(second), month) for second, month in double.ordinal.items())
            if season and season.code == "z":
                found[fold(form), False] = season._replace(months=ordinals)
            else:
                found[fold(form), False] = Part(code, unit=double.calendar, months=ordinals, sure=code == "k")
