"""Every case beside the rules of times, and every example of the words of time."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from takhrij.lexicon import calendar
from takhrij.lexicon.files import load
from takhrij.model.time import Time
from takhrij.reading.times import find_times
from takhrij.rules.times import grammar
from takhrij.text.fold import fold
from takhrij.text.page import Page, lay_out

_FOLDER = Path(grammar.__file__).parent
_FILES = sorted(_FOLDER.glob("*.cases.toml"))
_JOINED = {"times.range", "times.same_day"}


def _cases(kind: str) -> list[Any]:
    found = []
    for path in _FILES:
        file = tomllib.loads(path.read_text("utf-8"))
        for case in file.get(kind, ()):
            found.append(pytest.param(case, case.get("today", file["today"]), id=f"{path.stem}: {case['text']}"))
    return found


def _examples() -> list[tuple[str, str]]:
    """The forms between blanks and an example in which one of them should be read."""
    entries: list[tuple[str, tuple[str, ...]]] = []
    entries += [(f"{m.forms} {m.doubtful} {m.jamahiriya}", m.examples) for m in calendar.months().month]
    entries += [(double.first, double.examples) for double in calendar.months().double]
    entries += [(weekday.forms, weekday.examples) for weekday in calendar.weekdays().weekday]
    entries += [(word.forms, word.examples) for word in calendar.words().word]
    return [(forms, example) for forms, examples in entries for example in examples]


@pytest.mark.parametrize(("case", "today"), _cases("case"))
def test_a_case_is_found_with_its_words_value_and_rule(case: dict[str, str], today: date) -> None:
    times = find_times(lay_out(case["text"]), today)

    found = [(time.span.of(case["text"]), time.value, time.rule) for time in times]
    assert (case["finds"], case["value"], case["rule"]) in found


@pytest.mark.parametrize(("case", "today"), _cases("never"))
def test_what_is_no_time_is_not_found(case: dict[str, str], today: date) -> None:
    assert find_times(lay_out(case["text"]), today) == ()


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    named = {param.values[0]["rule"] for param in _cases("case")}

    assert named == {rule.name for rule in grammar.RULES} | _JOINED


def test_every_rule_file_has_its_cases_beside_it() -> None:
    with_rules = {
        path.stem for path in _FOLDER.glob("*.py") if "\nRULES: tuple[Rule, ...] = (\n" in path.read_text("utf-8")
    }

    assert with_rules <= {path.name.removesuffix(".cases.toml") for path in _FILES}


@pytest.mark.parametrize(("forms", "example"), _examples())
def test_an_example_of_the_lexicon_shows_its_word_and_names_a_time(forms: str, example: str) -> None:
    words = fold(example).split()

    assert any(re.search(rf"\b[ولبف]?(?:ال|لل)?{fold(form)}\b", " ".join(words)) for form in forms.split())
    assert find_times(lay_out(example), date(2019, 5, 13))


@pytest.mark.parametrize("known", load("known_days.toml", calendar.KnownDays).known)
def test_a_known_day_is_dated_to_its_year(known: calendar.KnownDay) -> None:
    values = [time.value for example in known.examples for time in find_times(lay_out(example), date(2019, 5, 13))]

    month = f"{known.year}-{known.month:02}"
    assert values == [f"{month}-{known.day:02}" if known.day else month]


def test_without_a_day_of_publication_only_what_says_itself_is_found() -> None:
    text = "وصل الوفد أمس وغادر في 9 مايو بعد زيارة في 3 يونيو 2016"

    times = find_times(lay_out(text), None)

    assert [time.value for time in times] == ["XXXX-05-09", "2016-06-03"]


def test_a_span_leaves_out_the_conjunction_and_keeps_vowel_signs() -> None:
    text = "وَالأحدَ عاد الوفد"

    (time,) = find_times(lay_out(text), date(2019, 5, 13))

    assert time == Time(span=time.span, value="2019-05-12", rule="times.weekday")
    assert time.span.of(text) == "الأحدَ"


@pytest.mark.parametrize(
    "piece", ["2018 ", "و5 ", "من ", "الأحد و", "مايو/", "يومها ", "1،2،", "اليوم «", "قبل ", "عام "]
)
def test_time_grows_with_the_length_of_a_text_alone(piece: str) -> None:
    from time import process_time

    def fastest(page: Page) -> float:
        # The fastest of three: garbage of the tests before may be collected in any one of them.
        times = []
        for _ in range(3):
            start = process_time()
            find_times(page, date(2019, 5, 13))
            times.append(process_time() - start)
        return min(times)

    short, long = lay_out(piece * 2_000), lay_out(piece * 16_000)
    find_times(short, date(2019, 5, 13))

    # Eight times the text; a quadratic rule would take sixty-four times as long.
    assert fastest(long) < 30 * fastest(short) + 0.05
