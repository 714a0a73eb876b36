"""A report's text with what was found in it: pieces under the same marks, and the chains beside each line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from takhrij.model.article import Article
from takhrij.model.reading import Reading
from takhrij.model.span import Span
from takhrij.model.statement import Statement
from takhrij.show.nesting import Placed, nest
from takhrij.show.roles import roles_of
from takhrij.show.segments import Mark, Paragraph, Segment, paragraphs

# A browser shows so much at once without waiting; what is longer comes in parts.
PART = 30_000
_SEAM = 2_000
_DEEPEST = 4
_OF_STATEMENTS = ("content", "cue", "source", "asked")


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters under the same marks: `classes` for the eye, `owners` the statements they belong to.

    `begins` are the statements whose words begin here; `time` is what a date says.
    """

    words: str
    classes: tuple[str, ...]
    owners: tuple[int, ...]
    begins: tuple[int, ...]
    time: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """A statement beside the text; `role` is what its named speaker is."""

    index: int
    depth: int
    statement: Statement
    cue: str | None
    asked: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the report, what it is of the heading, its pieces, and the statements that begin in it."""

    role: str
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]


def parts_of(text: str) -> int:
    """In how many parts a text is shown."""
    return max(1, -(-len(text) // PART))


def lines(article: Article, reading: Reading, part: int = 1) -> Iterator[Line]:
    """The lines of one part of the text. Time grows with the text and with what is marked in it."""
    text = article.text
    shown = Span(_seam(text, part - 1), _seam(text, part))
    waiting = iter(nest(reading.statements))
    placed = next(waiting, None)
    begun: set[int] = set()
    roles = roles_of(reading)
    for paragraph in paragraphs(text, reading):
        if paragraph.span.start >= shown.end:
            return
        beside: list[Placed] = []
        end = min(paragraph.span.end, shown.end)
        while placed is not None and placed.statement.content.start < end:
            if placed.statement.content.start >= shown.start:
                beside.append(placed)
            placed = next(waiting, None)
        if paragraph.span.end > shown.start:
            pieces = tuple(_pieces(text, paragraph, reading, shown, begun))
            yield Line(paragraph.role, pieces, tuple(_card(text, one, roles) for one in beside))


def _seam(text: str, part: int) -> int:
    """Where a part ends: at the end of a line if there is one near, else between words."""
    place = part * PART
    if place <= 0 or place >= len(text):
        return max(0, min(place, len(text)))
    for seam in ("\n", " "):
        found = text.find(seam, place, place + _SEAM)
        if found >= 0:
            return found + 1
    return place


def _pieces(text: str, paragraph: Paragraph, reading: Reading, shown: Span, begun: set[int]) -> Iterator[Piece]:
    for segment in paragraph.segments:
        start, end = max(segment.span.start, shown.start), min(segment.span.end, shown.end)
        if start < end:
            yield _piece(text[start:end], segment, reading, begun)


def _piece(words: str, segment: Segment, reading: Reading, begun: set[int]) -> Piece:
    contents = [index for kind, index in segment.marks if kind == "content"]
    classes = dict.fromkeys(kind for kind, _ in segment.marks)
    if contents:
        classes[reading.statements[contents[-1]].form] = None
        if len(contents) > 1:
            classes["nested"] = None
    begins = tuple(index for index in contents if index not in begun)
    begun.update(begins)
    times = [reading.times[index].value for kind, index in segment.marks if kind == "time"]
    return Piece(words, tuple(classes), _owners(segment.marks), begins, times[0] if times else None)


def _owners(marks: Iterable[Mark]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(index for kind, index in marks if kind in _OF_STATEMENTS))


def _card(text: str, placed: Placed, roles: dict[str, str]) -> Card:
    statement = placed.statement
    asked = statement.veil.asked if statement.veil else None
    return Card(
        index=placed.index,
        depth=min(placed.depth, _DEEPEST),
        statement=statement,
        cue=statement.cue.of(text) if statement.cue else None,
        asked=asked.of(text) if asked else None,
        role=roles.get(statement.speaker) if statement.named else None,
    )
