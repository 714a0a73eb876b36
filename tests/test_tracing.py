"""A claim's trace, made of statements by hand: who was first, what all rests on, how many sources there are."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from takhrij.linking.names import alike
from takhrij.linking.tracing import Telling, common_link, trace_of

CLAIM = "الميناء يغلق أبوابه غدا"
SOONER = "سيغلق الميناء"


def telling(
    report: str,
    outlet: str,
    chain: Sequence[str],
    *,
    day: str = "2024-03-01",
    named: bool = True,
    copied: str = "",
    wire: str = "",
) -> Telling:
    return Telling(
        report=report,
        statement=0,
        outlet=outlet,
        published=day,
        title=None,
        chain=tuple(chain),
        named=named,
        words=CLAIM,
        forms=tuple(CLAIM.split()),
        copied=((copied, False),) if copied else (),
        wire=(wire, False) if wire else None,
    )


MAYOR = "نبيل الصافي"
SHORT = "الصافي"
OFFICIAL = "مسؤول في الميناء"
SAHIL = "الساحل"
MARFA = "المرفأ"
SHATI = "الشاطئ"
HADATH = "الحدث البحري"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (MAYOR, SHORT),
        (SHORT, MAYOR),
        (MAYOR, "نبيل صافي"),
        ("رويترز", "وكالة رويترز"),
        ("أ ف ب", "فرانس برس"),
    ],
)
def test_names_of_one_are_alike(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (MAYOR, "نبيل الحداد"),
        (MAYOR, "نبيل"),
        (MAYOR, "سامي الصافي"),
        (SAHIL, MARFA),
        ("", MAYOR),
    ],
)
def test_names_of_two_are_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)


def test_the_earliest_report_is_the_first_and_one_without_a_day_comes_last() -> None:
    late = telling("late", SAHIL, [MAYOR], day="2024-03-02")
    early = telling("early", MARFA, [MAYOR], day="2024-03-01")
    undated = replace(late, report="undated", published=None)

    trace = trace_of(CLAIM, [late, undated, early])

    assert trace.first == "early"
    assert [one.report for one in trace.retellings] == ["early", "late", "undated"]


def test_all_rests_on_one_man_however_many_outlets_tell_it() -> None:
    trace = trace_of(
        CLAIM,
        [
            telling("a", SAHIL, [MAYOR]),
            telling("b", MARFA, [SHORT]),
            telling("c", SHATI, [HADATH, MAYOR]),
        ],
    )

    assert (trace.independent.low, trace.independent.high) == (1, 3)
    assert trace.common_link == MAYOR
    assert trace.independent.because == (f"both rest on the word of {MAYOR}",)


def test_unnamed_officials_of_two_outlets_stay_two_sources() -> None:
    trace = trace_of(
        CLAIM,
        [
            telling("a", SAHIL, [OFFICIAL], named=False),
            telling("b", MARFA, [OFFICIAL], named=False),
        ],
    )

    assert (trace.independent.low, trace.independent.high) == (2, 2)
    assert trace.independent.because == ()


def test_unnamed_officials_that_came_through_one_agency_are_one_source() -> None:
    trace = trace_of(
        CLAIM,
        [
            telling("a", SAHIL, [HADATH, OFFICIAL], named=False),
            telling("b", MARFA, [HADATH, OFFICIAL], named=False),
        ],
    )

    assert (trace.independent.low, trace.independent.high) == (1, 2)
    assert trace.independent.because == (f"both had it through {HADATH}",)


def test_a_report_that_names_another_outlet_in_its_chain_had_it_from_there() -> None:
    trace = trace_of(
        CLAIM,
        [
            telling("a", SAHIL, [OFFICIAL], named=False),
            telling("b", MARFA, [SAHIL, OFFICIAL], named=False),
        ],
    )

    assert trace.independent.low == 1
    assert trace.independent.because == (f"{MARFA} had it from {SAHIL}",)


def test_a_copy_is_no_source_of_its_own() -> None:
    trace = trace_of(
        CLAIM,
        [
            telling("a", SAHIL, [OFFICIAL], named=False),
            telling("b", MARFA, [OFFICIAL], named=False, copied="a", day="2024-03-02"),
        ],
    )

    assert trace.retellings[1].copied_from == "a"
    assert trace.independent.low == 1
    assert trace.independent.because == (f"{MARFA} copies {SAHIL} without saying so",)


def test_an_outlet_that_tells_it_again_in_its_own_words_copies_nobody_else() -> None:
    trace = trace_of(
        CLAIM,
        [
            telling("a", SAHIL, [OFFICIAL], named=False),
            telling("b", SAHIL, [OFFICIAL], named=False, copied="a", day="2024-03-02"),
        ],
    )

    assert trace.independent.low == 1
    assert trace.independent.because == (f"{SAHIL} repeats its own report",)


def test_reports_of_one_agencys_text_are_one_source_whether_or_not_they_say_so() -> None:
    trace = trace_of(
        CLAIM,
        [
            telling("a", SAHIL, [OFFICIAL], named=False, wire="رويترز"),
            telling("b", MARFA, [OFFICIAL], named=False, wire="رويترز", day="2024-03-02"),
        ],
    )

    assert [(one.copied_from, one.origin) for one in trace.retellings] == [(None, "رويترز")] * 2
    assert trace.independent.low == 1
    assert trace.independent.because == (f"{SAHIL} and {MARFA} carry text of رويترز",)


def test_what_two_wordings_have_otherwise_is_told() -> None:
    other = replace(telling("c", SHATI, [MAYOR]), words=SOONER, forms=tuple(SOONER.split()))

    trace = trace_of(CLAIM, [telling("a", SAHIL, [MAYOR], day="2024-02-01"), other])

    assert {one.kind for one in trace.wordings[0].changes} == {"same"}
    assert ("added", "سيغلق") in {(one.kind, one.words) for one in trace.wordings[1].changes}


def test_two_reports_of_one_outlet_are_one_source() -> None:
    trace = trace_of(CLAIM, [telling("a", SAHIL, [OFFICIAL], named=False), telling("b", SAHIL, ["شاهد"], named=False)])

    assert (trace.independent.low, trace.independent.high) == (1, 1)


def test_chains_that_part_ways_have_no_common_link() -> None:
    assert common_link([(SAHIL, MAYOR), (MARFA, OFFICIAL)]) is None
    assert common_link([]) is None


def test_the_same_words_are_one_wording() -> None:
    other = replace(telling("c", SHATI, [MAYOR]), words=SOONER, forms=tuple(SOONER.split()))

    trace = trace_of(CLAIM, [telling("a", SAHIL, [MAYOR]), telling("b", MARFA, [MAYOR]), other])

    assert [(wording.words, wording.retellings) for wording in trace.wordings] == [(CLAIM, 2), (SOONER, 1)]
    assert [one.wording for one in trace.retellings] == [0, 0, 1]


def test_nothing_that_tells_it_is_a_trace_without_retellings() -> None:
    trace = trace_of(CLAIM, [])

    assert trace.first is None
    assert (trace.independent.low, trace.independent.high) == (0, 0)


def test_who_was_first_is_told_by_the_time_and_not_by_how_it_is_written() -> None:
    later = telling("b", SAHIL, [MAYOR], day="2024-03-01T05:16:25+00:00")
    sooner = telling("a", MARFA, [MAYOR], day="2024-03-01T07:39:11+04:00")

    trace = trace_of(CLAIM, [later, sooner])

    assert trace.first == "a"
    assert [one.report for one in trace.retellings] == ["a", "b"]


def test_who_has_no_date_comes_last() -> None:
    undated = telling("a", SAHIL, [MAYOR], day="")

    assert trace_of(CLAIM, [undated, telling("b", MARFA, [MAYOR])]).first == "b"


@pytest.mark.parametrize("day", ["soon", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-10:00", "2024-13-01"])
def test_a_date_that_is_none_is_later_than_all_others(day: str) -> None:
    assert (
        trace_of(CLAIM, [telling("a", SAHIL, [MAYOR], day=day), telling("b", MARFA, [MAYOR])]).retellings[1].report
        == "a"
    )
