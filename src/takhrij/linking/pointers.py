"""Lists of pointers: where the pages of one house end with the opening lines of its other reports.

Such lines stand word for word in many reports on other matters, which are no copies of each other for that.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from takhrij.linking.grams import LENGTH
from takhrij.linking.passages import Passage
from takhrij.linking.sides import Side
from takhrij.model.span import Span

# So large a share of a line's 5-grams stands in the opening of the report that it points to.
_OPENS = 0.6
_LEAST_GRAMS = 5
# One line alone may be an older version's opening, which its update has kept; a list has more.
_LEAST_LINES = 2
# Marks and spaces between two lines.
_NEAR = 5


# The reports of the house that may open with these grams.
Openers = Callable[[Sequence[int]], Collection[Side]]


def opens_with(report: Side, line: Collection[int]) -> bool:
    """Whether a line, given by its 5-grams, is the opening of `report`."""
    return len(line) >= _LEAST_GRAMS and sum(gram in report.opening for gram in line) >= _OPENS * len(line)


def without_pointers(a: Side, b: Side, passages: Sequence[Passage], openers: Openers) -> list[Passage]:
    """The passages that two reports of one house share, without what stands in a list of pointers to other reports."""
    found = [line for passage in passages for line in _pointing(a, b, passage, openers)]
    if not _is_list(a, b, found, passages):
        return list(passages)
    # A list ends its page, with pointers that only one of the two has; an opening begins its own report.
    ends = (
        min((line.a.start for line in found if not line.opens_a), default=len(a.text)),
        min((line.b.start for line in found if not line.opens_b), default=len(b.text)),
    )
    return [left for passage in passages for left in _shortened(a, passage, ends)]


class _Line(NamedTuple):
    """A line that points to a report: where it stands in both, and which of the two it opens, if not a third."""

    a: Span
    b: Span
    opens_a: bool
    opens_b: bool
    to_third: bool


def _is_list(a: Side, b: Side, found: Sequence[_Line], passages: Sequence[Passage]) -> bool:
    """Whether lines that point make a list: several, or one of the two in the other's and then what ends a page."""
    if len(found) >= _LEAST_LINES and any(line.to_third for line in found):
        return True
    last = [one for one in passages if one.left.end + _NEAR >= len(a.text) or one.right.end + _NEAR >= len(b.text)]
    return any(
        0 <= (one.right.start - line.b.end if line.opens_a else one.left.start - line.a.end) <= _NEAR
        for line in found
        for one in last
        if not line.to_third
    )


def _pointing(a: Side, b: Side, passage: Passage, openers: Openers) -> Iterator[_Line]:
    """The lines of a passage that open a third report of the house, or one of the two and are a line of the other."""
    for line in _lines(a, passage):
        hashes = a.grams.hashes[line].tolist()
        opens_a, opens_b = opens_with(a, hashes), opens_with(b, hashes)
        if len(line) < _LEAST_GRAMS or (opens_a and opens_b):
            continue
        left = a.grams.span(line[0], line[-1])
        begins = passage.right.start + left.start - passage.left.start
        right = Span(begins, begins + left.end - left.start)
        # An update keeps the older version's opening and goes on with it: only a line that stands alone points to it.
        if any(opener.id not in (a.id, b.id) and opens_with(opener, hashes) for opener in openers(hashes)):
            yield _Line(left, right, opens_a, opens_b, to_third=True)
        elif opens_a != opens_b and line[-1] == passage.grams[-1]:
            opened, other, there = (a, b, right) if opens_a else (b, a, left)
            if len(line) * 2 >= len(opened.opening) and _stands_alone(other.text, there):
                yield _Line(left, right, opens_a, opens_b, to_third=False)


def _stands_alone(text: str, line: Span) -> bool:
    """Whether a paragraph is this line."""
    before, after = text[max(0, line.start - _NEAR) : line.start], text[line.end : line.end + _NEAR]
    return "\n" in before and ("\n" in after or line.end + _NEAR >= len(text))


def _lines(a: Side, passage: Passage) -> Iterator[list[int]]:
    """The passage's 5-grams, by the line of `a` in which each begins."""
    line: list[int] = []
    for gram in passage.grams:
        if line and "\n" in a.text[a.grams.starts[line[-1]] : a.grams.starts[gram]]:
            yield line
            line = []
        line.append(gram)
    if line:
        yield line


def _shortened(a: Side, passage: Passage, ends: tuple[int, int]) -> Iterator[Passage]:
    """What is left of a passage before the lists that begin at `ends` of the two reports."""
    # Its words are the same in both, so that a place in one is a place in the other.
    end = min(ends[0], passage.left.start + ends[1] - passage.right.start)
    if passage.left.end <= end:
        yield passage
        return
    whole = tuple(gram for gram in passage.grams if a.grams.ends[gram + LENGTH - 1] <= end)
    if whole:
        left = a.grams.span(whole[0], whole[-1])
        # What is left in the other is as long.
        until = min(passage.right.end, passage.right.start + left.end - left.start)
        yield Passage(left, Span(passage.right.start, until), whole)
