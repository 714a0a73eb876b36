"""Lists of pointers: where the pages of one house end with the opening lines of its other reports.

Such lines stand word for word in many reports on other matters, which are no copies of each other for that.
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from takhrij.linking.grams import LENGTH
from takhrij.linking.passages import Passage
from takhrij.linking.sides import Side
from takhrij.model.span import Span

# So large a share of a line's 5-grams stands in the opening of the report that it points to.
_OPENS = 0.6
_LEAST_GRAMS = 5
# One line alone may be an older version's opening, which its update has kept; a list has more.
_LEAST_LINES = 2


# The reports of the house that may open with these grams.
Openers = Callable[[Sequence[int]], Collection[Side]]


def opens_with(report: Side, line: Collection[int]) -> bool:
    """Whether a line, given by its 5-grams, is the opening of `report`."""
    return len(line) >= _LEAST_GRAMS and sum(gram in report.opening for gram in line) >= _OPENS * len(line)


def without_pointers(a: Side, b: Side, passages: Sequence[Passage], openers: Openers) -> list[Passage]:
    """The passages that two reports of one house share, without lists of pointers to other reports."""
    cut: list[Passage] = []
    found = 0
    for passage in passages:
        kept: list[int] = []
        pointing = False
        for line in _lines(a, passage):
            hashes = a.grams.hashes[line].tolist()
            if _points(a, b, hashes, openers):
                found += 1
                pointing = True
            if not pointing:
                kept += line
        cut += _shortened(a, passage, kept)
    return cut if found >= _LEAST_LINES else list(passages)


def _points(a: Side, b: Side, line: Sequence[int], openers: Openers) -> bool:
    """Whether the line opens a third report of the house, and is more than the opening of `a` and of `b`."""
    if len(line) < _LEAST_GRAMS or (opens_with(a, line) and opens_with(b, line)):
        return False
    # An update keeps the older version's opening: that one report opens with the other's line tells nothing.
    return any(opener.id not in (a.id, b.id) and opens_with(opener, line) for opener in openers(line))


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


def _shortened(a: Side, passage: Passage, kept: Sequence[int]) -> Iterator[Passage]:
    """What is left of a passage of which the 5-grams that begin before a list of pointers are `kept`."""
    if len(kept) == len(passage.grams):
        yield passage
        return
    begins = a.grams.starts[passage.grams[len(kept)]]
    whole = tuple(gram for gram in kept if a.grams.ends[gram + LENGTH - 1] <= begins)
    if whole:
        left = a.grams.span(whole[0], whole[-1])
        # What is left in the other is as long: its words are the same.
        end = min(passage.right.end, passage.right.start + left.end - left.start)
        yield Passage(left, Span(passage.right.start, end), whole)
