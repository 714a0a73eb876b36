"""The archive as nodes and edges, for tools that draw and count networks.

Two graphs can be had. In that of the actors, nodes are actors and outlets; an edge TOLD runs from who said something to
who passed it on, and on to the outlet that prints it; an edge of an event's type runs from actor to recipient; SHARES
runs from the outlet whose report has another's words to that other. In the whole one reports, statements and events are
nodes too.
"""

import tempfile
from collections.abc import Iterator
from itertools import pairwise, product
from typing import IO, Literal, NamedTuple

import msgspec

from takhrij.export.gathered import Gathered, Player
from takhrij.export.identity import Figure, cast, event_id, outlet_figure, report_id, statement_id
from takhrij.export.places import site_of
from takhrij.export.source import Source
from takhrij.model.copy import Copy
from takhrij.model.dates import day_of
from takhrij.model.span import Span
from takhrij.model.told import Told

Value = str | int | float | bool
Extent = Literal["actors", "whole"]

# What nodes and edges can tell, and of which kind each is; one that does not apply is absent.
NODE_VALUES: dict[str, type] = {
    "name": str,
    "type": str,
    "country": str,
    "sector": str,
    "known": str,
    "aliases": str,
    "roles": str,
    "reports": int,
    "first": str,
    "last": str,
    "outlet": str,
    "published": str,
    "url": str,
    "report": str,
    "number": int,
    "words": str,
    "form": str,
    "named": bool,
    "chain": str,
    "mode": str,
    "status": str,
    "date": str,
    "place": str,
    "latitude": float,
    "longitude": float,
    "count": int,
    "rule": str,
}
EDGE_VALUES: dict[str, type] = {
    "report": str,
    "number": int,
    "position": int,
    "date": str,
    "words": str,
    "form": str,
    "named": bool,
    "mode": str,
    "status": str,
    "place": str,
    "chain": str,
    "containment": float,
    "credited": bool,
    "rule": str,
}


class Node(NamedTuple):
    """A node. `kind` is what it is (person, outlet, report ...), `label` what is written beside it."""

    id: str
    kind: str
    label: str
    values: dict[str, Value]


class Edge(msgspec.Struct, frozen=True):
    """An edge, from `source` to `target`; each stands for one thing that one report tells."""

    id: str
    source: str
    target: str
    kind: str
    values: dict[str, Value]


class Graph:
    """Nodes first, then edges, within a `with`: the edges wait in a temporary file while the nodes are told."""

    def __init__(self, source: Source, extent: Extent) -> None:
        self._source = source
        self._whole = extent == "whole"
        self._gathered = Gathered()
        self._edges: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115

    def __enter__(self) -> "Graph":
        return self

    def __exit__(self, *failure: object) -> None:
        self._edges.close()
        self._gathered.__exit__(*failure)

    def nodes(self) -> Iterator[Node]:
        """All nodes, those that many reports share last."""
        gathered, edges = self._gathered, self._edges
        encoder = msgspec.json.Encoder()
        for told in self._source.reports():
            publisher = outlet_figure(told.article.outlet) if told.article.outlet else None
            figures = cast(told)
            by_id = {one.id: one for one in [*figures.values(), *([publisher] if publisher else [])]}
            gathered.hear(by_id.values(), day_of(told.article.published))
            if publisher:
                gathered.publish(told.article.id, publisher.id)
            if self._whole:
                yield from _things(told)
            for edge in _whole(told, figures, publisher) if self._whole else _actors(told, figures, publisher):
                edges.write(encoder.encode(edge) + b"\n")
        for copy in self._source.copies():
            for edge in _copied(copy, None if self._whole else gathered):
                edges.write(encoder.encode(edge) + b"\n")
        yield from map(_player, gathered.players())

    def edges(self) -> Iterator[Edge]:
        """All edges, once the nodes have been gone through."""
        decoder = msgspec.json.Decoder(Edge)
        self._edges.seek(0)
        yield from map(decoder.decode, self._edges)


def _present(**values: Value | None) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None and value != ""}


def _player(player: Player) -> Node:
    values = _present(
        name=player.name,
        country=player.country,
        sector=player.sector,
        known=player.known,
        aliases=" | ".join(player.aliases),
        roles=" | ".join(player.roles),
        reports=player.reports,
        first=player.first,
        last=player.last,
    )
    return Node(player.id, player.type, player.name, values)


def _words(told: Told, span: Span) -> str:
    return " ".join(span.of(told.article.text).split())


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59].rstrip() + "…"


def _things(told: Told) -> Iterator[Node]:
    """The report, its statements and its events."""
    article, reading = told.article, told.reading
    title = " ".join(article.text[: article.title_end].split()) or article.id
    values = _present(name=title, outlet=article.outlet, published=article.published, url=article.url)
    yield Node(report_id(article.id), "report", _short(title), {"report": article.id, **values})
    for number, one in enumerate(reading.statements):
        words = _words(told, one.content)
        values = _present(report=article.id, number=number, words=words, form=one.form, named=one.named, rule=one.rule)
        label = f"{one.speaker}: {_short(words)}"
        yield Node(statement_id(article.id, number), "statement", label, {**values, "chain": " ← ".join(one.chain)})
    for number, event in enumerate(reading.events):
        site = site_of(event)
        values = _present(
            report=article.id,
            number=number,
            type=event.type,
            mode=event.mode,
            status=event.status,
            date=event.date,
            place=event.place,
            country=site.country if site else None,
            latitude=site.latitude if site else None,
            longitude=site.longitude if site else None,
            count=event.count,
            words=_words(told, event.trigger),
            rule=event.rule,
        )
        yield Node(event_id(article.id, number), "event", f"{event.type} {values.get('words', '')}".strip(), values)


def _actors(told: Told, figures: dict[str, Figure], publisher: Figure | None) -> Iterator[Edge]:
    """Who told whom, and who did what to whom."""
    day = day_of(told.article.published)
    for number, one in enumerate(told.reading.statements):
        itself = statement_id(told.article.id, number)
        links = [*([publisher.id] if publisher else []), *(figures[name].id for name in one.chain)]
        values = _present(
            report=told.article.id,
            number=number,
            date=day,
            words=_words(told, one.content),
            form=one.form,
            named=one.named,
            chain=" ← ".join(one.chain),
            rule=one.rule,
        )
        for n, (nearer, further) in enumerate(pairwise(links)):
            if nearer != further:
                yield Edge(f"{itself}-link-{n}", further, nearer, "TOLD", {**values, "position": n})
    for number, event in enumerate(told.reading.events):
        chain = () if event.statement is None else told.reading.statements[event.statement].chain
        values = _present(
            report=told.article.id,
            number=number,
            date=event.date or day,
            words=_words(told, event.trigger),
            mode=event.mode,
            status=event.status,
            place=event.place,
            chain=" ← ".join(chain),
            rule=event.rule,
        )
        for n, (actor, recipient) in enumerate(product(event.actor, event.recipient)):
            edge = f"{event_id(told.article.id, number)}-{n}"
            yield Edge(edge, figures[actor].id, figures[recipient].id, event.type, values)


def _whole(told: Told, figures: dict[str, Figure], publisher: Figure | None) -> Iterator[Edge]:
    """What hangs on the report, its statements and its events."""
    report = report_id(told.article.id)
    if publisher:
        yield Edge(f"{report}-published", publisher.id, report, "PUBLISHED", {})
    for number, one in enumerate(told.reading.statements):
        itself = statement_id(told.article.id, number)
        yield Edge(f"{itself}-in", itself, report, "IN", {})
        last = len(one.chain) - 1
        for n, name in enumerate(one.chain):
            kind = "SAID" if n == last else "PASSED_ON"
            yield Edge(f"{itself}-link-{n}", figures[name].id, itself, kind, {"position": n})
    for number, event in enumerate(told.reading.events):
        itself = event_id(told.article.id, number)
        yield Edge(f"{itself}-in", itself, report, "IN", {})
        if event.statement is not None:
            yield Edge(f"{itself}-told", statement_id(told.article.id, event.statement), itself, "TELLS", {})
        for kind, names in (("ACTOR", event.actor), ("RECIPIENT", event.recipient), ("PRESENT", event.others)):
            for n, name in enumerate(names):
                yield Edge(f"{itself}-{kind.lower()}-{n}", figures[name].id, itself, kind, {"position": n})


def _copied(copy: Copy, outlets: Gathered | None) -> Iterator[Edge]:
    """From the later report to the older one whose words it has, or between their outlets."""
    older = copy.older or copy.a
    later = copy.b if older == copy.a else copy.a
    values = _present(containment=copy.containment, credited=copy.credited, rule=copy.reason)
    identity = f"{report_id(copy.a)}-{report_id(copy.b)}"
    if outlets is None:
        yield Edge(identity, report_id(later), report_id(older), "SHARES", values)
        return
    taker, giver = outlets.publisher(later), outlets.publisher(older)
    if taker and giver and taker != giver:
        yield Edge(identity, taker, giver, "SHARES", {"report": later, **values})
