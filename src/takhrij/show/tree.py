"""Readings for eyes in a terminal: each statement with its chain drawn from the reader to the origin."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, TextIO, cast

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from takhrij.model.article import Article
from takhrij.model.event import Event
from takhrij.model.reading import Reading
from takhrij.model.statement import Link, Statement
from takhrij.show.nesting import Placed, nest
from takhrij.show.plain import LEFT_TO_RIGHT_MARK, isolated, plain
from takhrij.show.report_events import by_day
from takhrij.show.roles import roles_of

_WIDEST = 100
_FORMS = {"direct": "green", "mixed": "cyan", "indirect": "blue"}


@dataclass(frozen=True, slots=True)
class Marks:
    """What the tree is drawn with."""

    rule: str
    first: str
    beside: str
    last: str
    arrow: str
    onto: str
    veiled: str
    dot: str
    isolates: bool


FINE = Marks("━", "┌", "│", "└", "←", "→", "◌", "·", True)
# Terminals that are not UTF-8 may know Arabic letters, but neither lines nor isolates.
COARSE = Marks("=", "+", "|", "`", "<-", "->", "?", "-", False)


class _Encoded(io.TextIOBase):
    """Text into a stream of bytes that it does not own: `io.TextIOWrapper` would close it."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._encoding = encoding

    def write(self, words: str, /) -> int:
        return self._stream.write(words.encode(self._encoding, "replace"))

    def flush(self) -> None:
        self._stream.flush()


class Tree:
    """Draws one reading after the other on a console."""

    def __init__(self, console: Console, marks: Marks = FINE) -> None:
        self._console = console
        self._marks = marks
        self._width = min(console.width, _WIDEST)

    @staticmethod
    def on(stream: BinaryIO, *, is_terminal: bool, encoding: str = "utf-8") -> "Tree":
        """A tree drawn on `stream`, in colour where it is a terminal and NO_COLOR is not set."""
        try:
            "│←\u2067".encode(encoding)
            marks = FINE
        except UnicodeEncodeError:
            marks = COARSE
        file = _Encoded(stream, encoding)
        console = Console(
            file=cast(TextIO, file),
            force_terminal=is_terminal,
            width=None if is_terminal else _WIDEST,
            highlight=False,
            emoji=False,
        )
        return Tree(console, marks)

    def draw(self, article: Article, reading: Reading) -> None:
        """Draw one reading."""
        for line in self._lines(article, reading):
            self._console.print(line, soft_wrap=True)

    def _lines(self, article: Article, reading: Reading) -> Iterator[Text]:
        yield from self._heading(article, reading)
        roles = roles_of(reading)
        for placed in nest(reading.statements):
            yield from self._statement(article.text, placed, roles)
            yield Text()
        if not reading.statements:
            yield Text("  no statement was found", style="dim italic")
            yield Text()
        if reading.events:
            yield from self._events(article.text, reading)
            yield Text()
        if reading.times:
            yield from self._times(article.text, reading)
            yield Text()

    def _heading(self, article: Article, reading: Reading) -> Iterator[Text]:
        report = reading.report
        known = [report.outlet, report.place, report.published and report.published[:10]]
        line = Text(LEFT_TO_RIGHT_MARK + self._marks.rule * 2 + " ", style="magenta")
        for part in filter(None, known):
            line.append(self._arabic(part), style="bold magenta")
            line.append(f" {self._marks.dot} ")
        line.append(self._arabic(reading.id), style="dim")
        line.append(" " + self._marks.rule * max(2, self._width - cell_len(line.plain) - 1))
        yield line
        headline = reading.heading.headline
        if headline:
            for words in self._wrapped(headline.of(article.text), 3):
                yield Text("   ").append(self._arabic(words), style="bold")
        yield Text()

    def _statement(self, text: str, placed: Placed, roles: dict[str, str]) -> Iterator[Text]:
        statement, marks = placed.statement, self._marks
        inset = LEFT_TO_RIGHT_MARK + "   " * placed.depth
        line = Text(f"{inset}{marks.first} ", style="dim")
        line.append(f"{placed.index + 1:>2} ", style="bold")
        line.append(statement.form, style=_FORMS[statement.form])
        if statement.cue:
            line.append(f" {marks.dot} ", style="dim").append(self._arabic(statement.cue.of(text)), style="italic")
        line.append(f" {marks.dot} {statement.rule}", style="dim")
        yield line
        for words in self._wrapped(statement.content.of(text), 3 * placed.depth + 2):
            yield Text(f"{inset}{marks.beside} ", style="dim").append(self._arabic(words), style="not dim")
        yield Text(f"{inset}{marks.last} ", style="dim").append_text(self._chain(text, statement, roles))

    def _chain(self, text: str, statement: Statement, roles: dict[str, str]) -> Text:
        line = Text()
        for link in statement.links:
            if line:
                line.append(f" {self._marks.arrow} ", style="bold")
            line.append_text(self._link(link))
        line.append("  " if statement.named else "  unnamed ", style="yellow not bold")
        line.append(statement.kind, style="dim not bold")
        if statement.named and statement.speaker in roles:
            line.append(f" {self._marks.dot} ", style="dim not bold").append(self._arabic(roles[statement.speaker]))
        veil = statement.veil
        if veil and veil.number and veil.number > 1:
            line.append(f" x{veil.number}", style="dim not bold")
        if veil and veil.asked:
            line.append(f" {self._marks.dot} anonymity asked: ", style="dim not bold")
            line.append(self._arabic(veil.asked.of(text)), style="yellow not bold")
        return line

    def _link(self, link: Link) -> Text:
        if link.named:
            return Text(self._arabic(link.name), style="not dim bold cyan" if link.kind == "outlet" else "not dim bold")
        return Text(f"{self._marks.veiled} ", style="not dim yellow").append(self._arabic(link.name), style="italic")

    def _events(self, text: str, reading: Reading) -> Iterator[Text]:
        """A small chronicle: under each day what was done by whom to whom, and the chain that tells it."""
        yield Text("  events", style="dim")
        for day, some in by_day(reading):
            yield Text(f"  {day or 'no date'}", style="green" if day else "dim")
            for _, event in some:
                yield self._event(text, event)
                yield self._word(reading, event)

    def _event(self, text: str, event: Event) -> Text:
        line = Text(f"{LEFT_TO_RIGHT_MARK}    ").append(f"{event.type:<9} ", style="cyan")
        if event.status != "happened":
            line.append(f"{event.status.replace('_', ' ')} ", style="yellow")
        line.append(self._names(event.actor) or "?", style="bold")
        if event.recipient:
            line.append(f" {self._marks.onto} ").append(self._names(event.recipient), style="bold")
        if event.others:
            line.append(" with ", style="dim").append(self._names(event.others))
        if event.place:
            line.append(" in ", style="dim").append(self._arabic(event.place), style="green")
            line.append(_where(event), style="dim")
        line.append(f" {self._marks.dot} ", style="dim").append(self._arabic(event.trigger.of(text)), style="italic")
        return line.append(f" {self._marks.dot} {event.rule}", style="dim")

    def _word(self, reading: Reading, event: Event) -> Text:
        """On whose word the event is told."""
        line = Text(f"{LEFT_TO_RIGHT_MARK}      {self._marks.last} ", style="dim")
        if event.statement is None:
            return line.append("in the report's own voice")
        links = reading.statements[event.statement].chain
        line.append(f" {self._marks.arrow} ".join(map(self._arabic, links)), style="magenta")
        return line.append(f" (statement {event.statement + 1})")

    def _names(self, names: Sequence[str]) -> str:
        return ", ".join(map(self._arabic, names))

    def _times(self, text: str, reading: Reading) -> Iterator[Text]:
        line = Text("  times ", style="dim")
        for number, time in enumerate(reading.times):
            words, value = self._arabic(time.span.of(text)), time.value
            if number and cell_len(line.plain) + cell_len(words) + len(value) + 4 > self._width:
                yield line
                line = Text("        ")
            elif number:
                line.append(f" {self._marks.dot} ", style="dim")
            line.append(words).append(" ").append(value, style="green")
        yield line

    def _arabic(self, words: str) -> str:
        words = plain(words)
        return isolated(words) if self._marks.isolates and not words.isascii() else words

    def _wrapped(self, words: str, inset: int) -> Iterator[str]:
        line = ""
        room = max(20, self._width - inset)
        for word in plain(words).split(" "):
            if line and cell_len(line) + cell_len(word) + 1 > room:
                yield line
                line = word
            else:
                line = f"{line} {word}" if line else word
        yield line


def _where(event: Event) -> str:
    """The country of the event's place and its coordinates, ~ where it is only near them."""
    where = event.where
    if where is None or not where.country:
        return ""
    if where.latitude is None or where.longitude is None:
        return f" ({where.country})"
    about = "~" if where.precision == "near" else ""
    return f" ({where.country} {about}{where.latitude:.2f}, {where.longitude:.2f})"
