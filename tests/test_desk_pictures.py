"""The pictures of the desk: nothing lies over another, nothing outside the frame, nothing is lost."""

from hypothesis import example, given
from hypothesis import strategies as st

from takhrij.linking.tracing import Telling, trace_of
from takhrij.web.isnad import MOST, isnad
from takhrij.web.lanes import WIDTH, Moment, lanes, months
from takhrij.web.spells import spells

NAMES = ["نبيل الصافي", "سامر الحداد", "وكالة الأرز", "الساحل", "الميناء", "مسؤول"]
DAYS = st.dates().map(str) | st.datetimes().map(str) | st.just("")


def tellings() -> st.SearchStrategy[list[Telling]]:
    one = st.builds(
        Telling,
        report=st.integers(0, 90).map(str),
        statement=st.integers(0, 3),
        outlet=st.sampled_from([*NAMES, None]),
        published=DAYS,
        title=st.none(),
        chain=st.lists(st.sampled_from(NAMES), min_size=1, max_size=4).map(tuple),
        named=st.booleans(),
        words=st.just("قول"),
        forms=st.just(("قول",)),
        copied=st.lists(st.tuples(st.integers(0, 90).map(str), st.booleans()), max_size=1).map(tuple),
    )
    return st.lists(one, min_size=1, max_size=80)


@given(tellings(), st.booleans())
def test_every_box_of_a_tree_stands_inside_and_by_itself(told: list[Telling], mirrored: bool) -> None:
    trace = trace_of("قول", told)
    drawn = isnad(trace, mirrored=mirrored)

    for node in drawn.nodes:
        assert 0 <= node.x <= drawn.width - drawn.wide
        assert 0 <= node.y <= drawn.height - drawn.high
    columns: dict[float, list[float]] = {}
    for node in drawn.nodes:
        columns.setdefault(node.x, []).append(node.y)
    for heights in columns.values():
        heights.sort()
        assert all(below - above >= drawn.high for above, below in zip(heights, heights[1:], strict=False))
    reports = [node for node in drawn.nodes if node.kind == "report"]
    assert len(reports) == min(len(trace.retellings), MOST)
    assert drawn.left_out == len(trace.retellings) - len(reports)


@given(tellings())
def test_a_tree_is_the_same_in_both_directions(told: list[Telling]) -> None:
    trace = trace_of("قول", told)
    left, right = isnad(trace, mirrored=False), isnad(trace, mirrored=True)

    for one, other in zip(left.nodes, right.nodes, strict=True):
        assert (one.label, one.y) == (other.label, other.y)
        assert abs(one.x + other.x + left.wide - left.width) < 0.2


@example([("أ", "0009-01-21"), ("أ", "8744-01-22")], False)
@example([("أ", "9999-12-31T23:30:00")], False)
@given(st.lists(st.tuples(st.sampled_from(NAMES), DAYS | st.text(max_size=12)), max_size=20), st.booleans())
def test_every_moment_that_is_known_has_its_dot(told: list[tuple[str, str]], mirrored: bool) -> None:
    drawn = lanes([Moment(lane, when, "", "r") for lane, when in told], mirrored=mirrored)

    if drawn is not None:
        assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= drawn.height for dot in drawn.dots)
        assert all(0 <= x <= WIDTH for x, _ in drawn.ticks)
        assert len(drawn.ticks) <= 12


@given(
    st.dictionaries(st.dates().map(lambda day: str(day)[:7]) | st.text(max_size=7), st.integers(1, 1_000), max_size=30)
)
def test_a_chart_of_months_loses_no_month_that_there_is(counts: dict[str, int]) -> None:
    drawn = months(counts, mirrored=False)

    known = {month: n for month, n in counts.items() if len(month) == 7 and month[4] == "-" and month[:4].isdecimal()}
    assert sum(bar.count for bar in drawn.bars) + drawn.earlier <= sum(counts.values())
    if known == counts:
        assert sum(bar.count for bar in drawn.bars) + drawn.earlier == sum(counts.values())
    assert all(-1 <= bar.x <= WIDTH and 0 <= bar.height <= 80 for bar in drawn.bars)


@given(st.lists(st.tuples(st.sampled_from(NAMES), DAYS, DAYS, st.integers(1, 9)), max_size=9), st.booleans())
def test_every_stretch_of_time_lies_on_the_line(told: list[tuple[str, str, str, int]], mirrored: bool) -> None:
    held = [(label, min(first, last), max(first, last), count) for label, first, last, count in told]
    drawn = spells(held, mirrored=mirrored)

    assert len(drawn) == len(told)
    assert all(one.x >= -1 and one.x + one.width <= WIDTH + 1 for one in drawn)
