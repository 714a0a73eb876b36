"""The heading: what its rules find, and what stands around the body of whole reports."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import takhrij
from takhrij.model.article import Article
from takhrij.model.heading import Heading
from takhrij.reading.heading import find_heading
from takhrij.rules.heading.dateline import RULES, find_dateline
from takhrij.rules.heading.line import read_line
from takhrij.rules.heading.margin import read_margin
from takhrij.text.page import lay_out

RULE_FILES = Path(takhrij.__file__).parent / "rules" / "heading"


def tables(file: str, name: str) -> list[Any]:
    tables = tomllib.loads((RULE_FILES / f"{file}.cases.toml").read_text("utf-8"))[name]
    return [pytest.param(table, id=table["text"]) for table in tables]


def head(text: str, **known: Any) -> Heading:
    return find_heading(lay_out(text), Article(id="a", text=text, **known))


@pytest.mark.parametrize("case", tables("dateline", "case"))
def test_a_dateline_is_found_by_its_rule_with_place_and_credit(case: dict[str, str]) -> None:
    page = lay_out(case["text"])

    found = find_dateline(page.words, read_line(page.words, 0, len(page.words)), alone=True)

    assert found
    said = {"rule": found.rule, "text": page.text, "finds": page.says(0, found.end)}
    said |= {part: page.says(*at) for part, at in (("place", found.place), ("credit", found.credit)) if at}
    assert said == case


@pytest.mark.parametrize("never", tables("dateline", "never"))
def test_a_sentence_that_begins_like_a_dateline_is_none(never: dict[str, str]) -> None:
    page = lay_out(never["text"])

    assert find_dateline(page.words, read_line(page.words, 0, len(page.words)), alone=True) is None


def test_every_dateline_rule_has_a_case_and_every_case_a_rule() -> None:
    cases = tomllib.loads((RULE_FILES / "dateline.cases.toml").read_text("utf-8"))["case"]

    assert {case["rule"] for case in cases} == {rule.name for rule in RULES}


@pytest.mark.parametrize("case", tables("margin", "case"))
def test_a_line_of_the_margin_is_known(case: dict[str, str]) -> None:
    words = lay_out(case["text"]).words

    margin = read_margin(words, 0, len(words))

    assert margin
    assert (margin.kind, margin.rule) == (case["kind"], case["rule"])


@pytest.mark.parametrize("never", tables("margin", "never"))
def test_a_sentence_that_begins_like_a_line_of_the_margin_is_none(never: dict[str, str]) -> None:
    words = lay_out(never["text"]).words

    assert read_margin(words, 0, len(words)) is None


def test_section_headline_dateline_and_body_stand_one_below_the_other() -> None:
    text = "محلي\nالوزير: الجسر يفتح غدا\nأوج – روما\nقال وزير النقل إن الجسر سيفتح غدا.\n"

    found = head(text)

    assert found.section and found.section.of(text) == "محلي"
    assert found.headline and found.headline.of(text) == "الوزير: الجسر يفتح غدا"
    assert found.dateline and found.dateline.of(text) == "أوج – روما"
    assert found.place == "روما"
    assert found.outlet == "أوج"
    assert found.agencies == ("أوج",)
    assert found.body.of(text) == "قال وزير النقل إن الجسر سيفتح غدا."


def test_a_title_that_the_record_gives_is_the_headline() -> None:
    title = "الجزائر - موعد الامتحانات"
    text = f"{title}\nالجزائر - كشف الديوان عن موعد الامتحانات."

    found = head(text, title_end=len(title))

    assert found.headline and found.headline.of(text) == title
    assert found.place == "الجزائر"
    assert found.body.of(text) == "كشف الديوان عن موعد الامتحانات."


def test_a_headline_that_begins_with_a_place_is_no_dateline() -> None:
    text = "تونس - الجزائر: فتح المعبر بعد صيانته\nأعلن الديوان فتح المعبر بعد صيانته."

    found = head(text)

    assert found.place is None
    assert found.headline and found.headline.of(text) == "تونس - الجزائر: فتح المعبر بعد صيانته"


def test_a_headline_may_begin_like_an_invitation() -> None:
    text = "بالصور.. الجسر يفتح أبوابه\nقال الوزير إن الجسر سيفتح غدا."

    found = head(text)

    assert found.headline and found.headline.of(text) == "بالصور.. الجسر يفتح أبوابه"


def test_a_standfirst_is_what_the_dateline_sets_apart_from_the_body() -> None:
    text = "الجسر يفتح غدا\nأعمال الصيانة انتهت قبل موعدها\nعمان (بترا) - قال الوزير إن الجسر سيفتح غدا."

    found = head(text)

    assert found.standfirst and found.standfirst.of(text) == "أعمال الصيانة انتهت قبل موعدها"
    assert found.place == "عمان"
    assert found.body.of(text) == "قال الوزير إن الجسر سيفتح غدا."


def test_byline_and_date_below_the_headline_are_no_body() -> None:
    text = "الجسر يفتح غدا\nكتب: سامر يونس\nالأحد 12 مايو 2019\nقال الوزير إن الجسر سيفتح غدا."

    found = head(text)

    assert found.byline and found.byline.of(text) == "كتب: سامر يونس"
    assert found.published == "2019-05-12"
    assert found.body.of(text) == "قال الوزير إن الجسر سيفتح غدا."


def test_the_day_that_the_record_gives_is_trusted() -> None:
    text = "الجسر يفتح غدا\nالأحد 12 مايو 2019\nقال الوزير إن الجسر سيفتح غدا."

    assert head(text, published="2019-05-13").published == "2019-05-13"


def test_a_credit_and_other_lines_after_the_body_are_cut_off() -> None:
    body = "قال الوزير إن الجسر سيفتح غدا. وأضاف أن الصيانة انتهت."
    text = f"الجسر يفتح غدا\n{body}\nفرانس24/ أ ف ب\nاقرأ أيضا: موعد المعرض\n"

    found = head(text)

    assert found.body.of(text) == body
    assert " + ".join(found.agencies) == "فرانس24 + أ ف ب"


def test_a_credit_after_the_last_full_stop_is_cut_off() -> None:
    body = "قال الوزير إن الجسر سيفتح غدا. وأضاف أن الصيانة انتهت قبل موعدها."
    text = f"الجسر يفتح غدا\n{body} (رويترز)"

    found = head(text)

    assert found.body.of(text) == body
    assert found.agencies == ("رويترز",)


def test_a_name_below_the_last_full_stop_is_a_signature() -> None:
    body = "قال الوزير إن الجسر سيفتح غدا."
    text = f"الجسر يفتح غدا\n{body}\nهديل يونس / سامر راضي"

    found = head(text)

    assert found.body.of(text) == body
    assert found.byline and found.byline.of(text) == "هديل يونس / سامر راضي"


def test_a_rule_drawn_with_dashes_is_no_body() -> None:
    body = "قال الوزير إن الجسر سيفتح غدا."
    text = f"الجسر يفتح غدا\n{body}\n{'-' * 90}\nتابعونا على صفحتنا"

    assert head(text).body.of(text) == body


def test_an_abbreviation_that_ends_the_body_stays_in_it() -> None:
    text = "الجسر يفتح غدا\nقال الوزير إن الجسر سيفتح غدا، وفق ما نقلت وكالة الصحافة الفرنسية (أ ف ب)"

    assert head(text).body.of(text).endswith("(أ ف ب)")


def test_a_closing_quotation_mark_stays_in_the_body() -> None:
    text = 'الجسر يفتح غدا\nقال الوزير مساء أمس في بيان مقتضب: "الجسر سيفتح غدا. الصيانة انتهت.."'

    assert head(text).body.of(text).endswith('.."')


def test_the_address_tells_the_outlet() -> None:
    bbc = "https://www.bbc.co.uk/arabic/world-1"
    ours = "صحيفتنا"

    assert head(".", url=bbc).outlet == "بي بي سي عربي"
    assert head(".", url=bbc, outlet=ours).outlet == ours
    assert head(".", url="https://news.example.org/1").outlet is None


def test_an_outlet_that_signs_the_page_is_the_outlet() -> None:
    text = "الجسر يفتح غدا\nقال الوزير إنه سيفتح.\nThe post الجسر يفتح غدا appeared first on النهار أونلاين."

    assert head(text).outlet == "النهار أونلاين"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n \n",
        ".",
        "-",
        "(CNN)",
        "رويترز",
        "أوج – روما",
        "خبر بلا عنوان ولا نقطة",
        "محلي\n",
        "كتب: سامر يونس\n",
        "اقرأ أيضا: موعد المعرض",
        "Only Latin letters here.",
        "\u202b\u0000\ufeff",
    ],
)
def test_odd_texts_are_read_and_their_spans_lie_inside(text: str) -> None:
    found = head(text)

    assert 0 <= found.body.start <= found.body.end <= len(text)


def test_one_line_is_all_body() -> None:
    text = "قال وزير النقل إن الجسر سيفتح غدا."

    found = head(text)

    assert found.headline is None
    assert found.body.of(text) == text


PIECES = st.sampled_from(
    [
        *'\n\n\n.:-/()«»"،',
        "--",
        "القاهرة",
        "رويترز",
        "قال",
        "الوزير",
        "أ.ف.ب",
        "كتب",
        "12",
        "مايو",
        "2019",
        "تابعونا",
        "محلي",
    ]
)


@given(st.lists(PIECES, max_size=60).map(" ".join), st.integers(0, 40))
def test_whatever_the_lines_the_parts_lie_inside_the_text_and_outside_the_body(text: str, title_end: int) -> None:
    found = head(text, title_end=min(title_end, len(text)))

    parts = [found.section, found.headline, found.standfirst, found.dateline, found.byline, found.credit]
    for part in filter(None, parts):
        assert 0 <= part.start < part.end <= len(text)
        assert part.end <= found.body.start or part.start >= found.body.end
    assert 0 <= found.body.start <= found.body.end <= len(text)
