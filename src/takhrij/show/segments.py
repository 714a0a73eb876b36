"""A text cut wherever a mark begins or ends, so that overlapping marks can be shown without overlapping tags."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from takhrij.model.heading import Heading
from takhrij.model.reading import Reading
from takhrij.model.span import Span

# What a mark stands for, and which statement or time it is of.
Mark = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Segment:
    """Letters under the same marks from first to last."""

    span: Span
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the report, what it is of the heading ("body" where nothing), and its segments."""

    span: Span
    role: str
    segments: tuple[Segment, ...]


def marks_of(reading: Reading) -> Iterator[tuple[Span, Mark]]:
    """Everything that is marked in the text, with what it is."""
    for index, statement in enumerate(reading.statements):
        yield statement.content, ("content", index)
        if statement.cue:
            yield statement.cue, ("cue", index)
        if statement.source:
            yield statement.source, ("source", index)
        if statement.veil and statement.veil.asked:
            yield statement.veil.asked, ("asked", index)
    for index, time in enumerate(reading.times):
        yield time.span, ("time", index)
    if reading.heading.dateline:
        yield reading.heading.dateline, ("dateline", 0)


def paragraphs(text: str, reading: Reading) -> Iterator[Paragraph]:
    """The lines of `text` that are not blank. Time grows with the text and with what is marked in it."""
    edges: list[tuple[int, bool, Mark]] = []
    for span, mark in marks_of(reading):
        edges.append((span.start, True, mark))
        edges.append((span.end, False, mark))
    edges.sort()
    open_marks: dict[Mark, None] = {}
    reached = at = 0
    while at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        first = reached
        while reached < len(edges) and edges[reached][0] <= end:
            reached += 1
        line = Span(at, end)
        segments = tuple(_segments(line, edges[first:reached], open_marks))
        if text[at:end].strip():
            yield Paragraph(line, _role(line, reading.heading), segments)
        at = end + 1


def _segments(line: Span, edges: Iterable[tuple[int, bool, Mark]], open_marks: dict[Mark, None]) -> Iterator[Segment]:
    """The segments of one line; `open_marks` goes over into the next line."""
    at = line.start
    for place, opens, mark in edges:
        if place > at:
            yield Segment(Span(at, place), tuple(open_marks))
            at = place
        if opens:
            open_marks[mark] = None
        else:
            open_marks.pop(mark, None)
    if line.end > at:
        yield Segment(Span(at, line.end), tuple(open_marks))


def _role(line: Span, heading: Heading) -> str:
    for role in ("section", "headline", "standfirst", "byline", "credit"):
        span: Span | None = getattr(heading, role)
        if span and span.start <= line.start < span.end:
            return role
    return "body"
