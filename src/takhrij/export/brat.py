"""brat standoff: a .txt and an .ann for each report, with the configuration that draws them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from takhrij.export.files import file_name
from takhrij.export.source import Source
from takhrij.model.event import Event, EventType
from takhrij.model.span import Span
from takhrij.model.told import Told

_NAMES = {
    "person": "Person",
    "place": "Place",
    "organization": "Organization",
    "outlet": "Outlet",
    "other": "Name",
}
_PARTIES = "Actor*:Actor, Recipient*:Actor, Other*:Actor"
_ANNOTATION = """[entities]
Person
Place
Organization
Outlet
Name
Time
Actor
Content
Cue
Source
Link

[relations]
<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>
Says\tArg1:Cue, Arg2:Content
By\tArg1:Content, Arg2:Source|Link|Actor|Person|Organization|Outlet
PassedOn\tArg1:Link, Arg2:Link

[events]
EVENTS

[attributes]
Form\tArg:Content, Value:direct|indirect|mixed
Unnamed\tArg:Content
Status\tArg:<EVENT>, Value:happened|ongoing|planned|denied|called_for|conditional
"""
_VISUAL = """[drawing]
SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken
Person\tbgColor:#ffccaa
Organization\tbgColor:#8fb2ff
Outlet\tbgColor:#c9b3ff
Place\tbgColor:#7fe2ff
Time\tbgColor:#d0d0d0
Content\tbgColor:#fff2b3
Cue\tbgColor:#ffd0e0
Source\tbgColor:#e0f0c0
Link\tbgColor:#e0f0c0
ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5
"""


def fill(source: Source, folder: Path) -> None:
    """Two files for each report, and brat's configuration."""
    events = "\n".join(f"{name}\t{_PARTIES}" for name in get_args(EventType))
    (folder / "annotation.conf").write_text(_ANNOTATION.replace("EVENTS", events), "utf-8")
    (folder / "visual.conf").write_text(_VISUAL, "utf-8")
    for told in source.reports():
        name = file_name(told.article.id)
        # Bytes, so that line breaks stay what they are and offsets hold.
        (folder / f"{name}.txt").write_bytes(told.article.text.encode())
        (folder / f"{name}.ann").write_text(
            "".join(f"{line}\n" for line in _Sheet(told).lines()), "utf-8", newline="\n"
        )


class _Sheet:
    """The annotations of one report, numbered as they come."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._text = told.article.text
        self._marked: dict[tuple[str, Span], str] = {}
        self._count: dict[str, int] = {}
        self._lines: list[str] = []

    def lines(self) -> Iterator[str]:
        """All of them."""
        reading = self._told.reading
        for name in reading.names:
            self._mark(_NAMES[name.kind], name.span)
        for time in reading.times:
            self._note(self._mark("Time", time.span), time.value)
        for number in range(len(reading.statements)):
            self._statement(number)
        for event in reading.events:
            self._event(event)
        yield from self._lines

    def _new(self, letter: str) -> str:
        self._count[letter] = self._count.get(letter, 0) + 1
        return f"{letter}{self._count[letter]}"

    def _mark(self, kind: str, span: Span) -> str:
        """The number of the words in `span`, marked as `kind`: once, however often they are needed."""
        if (kind, span) not in self._marked:
            number = self._marked[kind, span] = self._new("T")
            pieces = _pieces(self._text, span)
            places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
            words = " ".join(piece.of(self._text) for piece in pieces)
            self._lines.append(f"{number}\t{kind} {places}\t{words}")
        return self._marked[kind, span]

    def _note(self, number: str, words: str) -> None:
        self._lines.append(f"{self._new('#')}\tAnnotatorNotes {number}\t{' '.join(words.split())}")

    def _statement(self, number: int) -> None:
        one = self._told.reading.statements[number]
        content = self._mark("Content", one.content)
        self._lines.append(f"{self._new('A')}\tForm {content} {one.form}")
        if not one.named:
            self._lines.append(f"{self._new('A')}\tUnnamed {content}")
        self._note(content, f"{number}: {' ← '.join(one.chain)} ({one.rule})")
        if one.cue is not None:
            self._relate("Says", self._mark("Cue", one.cue), content)
        if one.source is not None:
            self._relate("By", content, self._mark("Source", one.source))
        links = [self._mark("Link", link.span) for link in one.links if link.span is not None]
        for nearer, further in zip(links, links[1:], strict=False):
            if nearer != further:
                self._relate("PassedOn", nearer, further)

    def _relate(self, kind: str, one: str, other: str) -> None:
        self._lines.append(f"{self._new('R')}\t{kind} Arg1:{one} Arg2:{other}")

    def _event(self, event: Event) -> None:
        trigger = self._mark(event.type, event.trigger)
        parts = [f"{event.type}:{trigger}"]
        for role, names in (("Actor", event.actor), ("Recipient", event.recipient), ("Other", event.others)):
            places = [span for name in names if (span := self._nearest(name, event.trigger)) is not None]
            for n, span in enumerate(places, 1):
                parts.append(f"{role}{n if n > 1 else ''}:{self._mark('Actor', span)}")
        number = self._new("E")
        self._lines.append(f"{number}\t{' '.join(parts)}")
        self._lines.append(f"{self._new('A')}\tStatus {number} {event.status}")
        told = [value for value in (event.mode, event.date, event.place, event.rule) if value]
        self._note(number, " · ".join(told))

    def _nearest(self, name: str, trigger: Span) -> Span | None:
        """Where that actor is named nearest to the trigger."""
        mentions = [span for actor in self._told.reading.actors if actor.name == name for span in actor.mentions]
        return min(mentions, key=lambda span: abs(span.start - trigger.start), default=None)


def _pieces(text: str, span: Span) -> list[Span]:
    """The lines of a span: brat marks no line break."""
    found = [Span(span.start + one.start(), span.start + one.end()) for one in re.finditer(r"[^\r\n]+", span.of(text))]
    return found or [span]
