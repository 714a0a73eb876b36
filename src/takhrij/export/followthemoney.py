"""FollowTheMoney entities, one a line: reports, actors, statements, events, who passed what on, and copies."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from takhrij import __version__
from takhrij.export.gathered import Gathered, Player
from takhrij.export.identity import Figure, cast, event_id, outlet_figure, report_id, statement_id
from takhrij.export.places import site_of
from takhrij.export.source import Source
from takhrij.model.copy import Copy
from takhrij.model.dates import day_of, days_of
from takhrij.model.event import Event
from takhrij.model.told import Told

Entity = dict[str, object]

_SCHEMATA = {"person": "Person", "outlet": "Organization", "country": "PublicBody", "group": "LegalEntity"}
_PUBLIC = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "SPY"])
# For bodies alone: of a person a topic says what screening tools take for a warning.
_TOPICS = {
    "GOV": "gov",
    "LEG": "gov.legislative",
    "JUD": "gov.judicial",
    "MIL": "mil",
    "COP": "gov.security",
    "SPY": "gov.security",
    "PTY": "pol.party",
    "LAB": "pol.union",
    "REL": "rel",
}
# FollowTheMoney has codes of its own for two of PLOVER's, and none for the others.
_COUNTRIES = {"UNO": "un", "EUR": "eu", "IGO": None, "NGO": None, "ISM": None, "IMG": None, "MNC": None}
_PASSED_ON = "نقلاً عن"


def stream(source: Source) -> Iterator[bytes]:
    """The entities."""
    encoder = msgspec.json.Encoder()
    for entity in _entities(source):
        yield encoder.encode(entity) + b"\n"


def _entities(source: Source) -> Iterator[Entity]:
    with Gathered() as gathered:
        for told in source.reports():
            figures = cast(told)
            publisher = outlet_figure(told.article.outlet) if told.article.outlet else None
            by_id = {one.id: one for one in [*figures.values(), *([publisher] if publisher else [])]}
            gathered.hear(by_id.values(), day_of(told.article.published))
            yield _article(told)
            yield from _statements(told, figures, publisher)
            yield from _events(told, figures)
            for figure in by_id.values():
                yield _documentation(told, figure, publisher)
        yield from map(_player, gathered.players())
        yield from map(_similar, source.copies())


def _entity(identity: str, schema: str, **values: object) -> Entity:
    """An entity; what is empty is left out, and every value stands in a list."""
    properties: dict[str, list[object]] = {}
    for name, value in values.items():
        some = list(value) if isinstance(value, list | tuple) else [value]
        some = [one for one in some if one not in (None, "")]
        if some:
            properties[name] = some
    return {"id": identity, "schema": schema, "properties": properties}


def _article(told: Told) -> Entity:
    article, reading = told.article, told.reading
    named: dict[str, dict[str, None]] = {"person": {}, "organization": {}, "outlet": {}, "place": {}}
    for name in reading.names:
        if name.kind in named and (words := " ".join(name.span.of(article.text).split())):
            named[name.kind][words] = None
    return _entity(
        report_id(article.id),
        "Article",
        title=article.text[: article.title_end] or article.id,
        publishedAt=_moment(article.published),
        publisher=article.outlet,
        sourceUrl=_web(article.url),
        language="ara",
        bodyText=article.text[article.title_end :].strip(),
        peopleMentioned=[*named["person"]],
        companiesMentioned=[*named["organization"], *named["outlet"]],
        locationMentioned=[*named["place"]],
        processingAgent=f"takhrij {__version__}",
    )


def _moment(published: str | None) -> str | None:
    """A time as FollowTheMoney takes it: to the second and without its zone."""
    return published[:19] if published else None


def _web(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None


def _statements(told: Told, figures: dict[str, Figure], publisher: Figure | None) -> Iterator[Entity]:
    """Each statement as an event of its speaker's, and each step of its chain as a link."""
    article = told.article
    for number, statement in enumerate(told.reading.statements):
        words = " ".join(statement.content.of(article.text).split())
        links = [figures[name] for name in statement.chain]
        identity = statement_id(article.id, number)
        yield _entity(
            identity,
            "Event",
            name=f"{statement.speaker}: {_short(words)}",
            description=words,
            summary=" ← ".join(statement.chain),
            involved=[figure.id for figure in links],
            organizer=links[-1].id,
            date=day_of(article.published),
            keywords=["statement", statement.form, "named" if statement.named else "unnamed"],
            proof=report_id(article.id),
            publisher=article.outlet,
            recordId=f"{article.id}#{number}",
        )
        for n, (nearer, further) in enumerate(pairwise([*([publisher] if publisher else []), *links])):
            if nearer.id != further.id:
                yield _entity(
                    f"{identity}-link-{n}",
                    "UnknownLink",
                    subject=nearer.id,
                    object=further.id,
                    role=_PASSED_ON,
                    description=words,
                    date=day_of(article.published),
                    proof=report_id(article.id),
                    recordId=f"{article.id}#{number}",
                )


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[:79].rstrip() + "…"


def _events(told: Told, figures: dict[str, Figure]) -> Iterator[Entity]:
    for number, event in enumerate(told.reading.events):
        parties = dict.fromkeys((*event.actor, *event.recipient, *event.others))
        days = days_of(event.date)
        chain = () if event.statement is None else told.reading.statements[event.statement].chain
        yield _entity(
            event_id(told.article.id, number),
            "Event",
            name=_title(event, " ".join(event.trigger.of(told.article.text).split())),
            involved=[figures[name].id for name in parties],
            organizer=[figures[name].id for name in event.actor],
            location=event.place,
            country=_country(site.country) if (site := site_of(event)) else None,
            **_period(days),
            keywords=[event.type, event.mode, event.status, *event.contexts],
            summary=" ← ".join(chain),
            proof=report_id(told.article.id),
            publisher=told.article.outlet,
            recordId=f"{told.article.id}#{number}",
        )


def _period(days: tuple[str, str] | None) -> dict[str, object]:
    if days is None:
        return {}
    return {"date": days[0]} if days[0] == days[1] else {"startDate": days[0], "endDate": days[1]}


def _title(event: Event, trigger: str) -> str:
    sides = [" و".join(side) for side in (event.actor, event.recipient) if side]
    status = "" if event.status == "happened" else f" ({event.status})"
    return f"{event.type}{status} {trigger}: {' – '.join(sides)}".rstrip(": ")


def _documentation(told: Told, figure: Figure, publisher: Figure | None) -> Entity:
    return _entity(
        f"{report_id(told.article.id)}-{figure.id}",
        "Documentation",
        document=report_id(told.article.id),
        entity=figure.id,
        role="publisher" if figure == publisher else figure.actor.role,
        date=day_of(told.article.published),
    )


def _player(player: Player) -> Entity:
    schema = _SCHEMATA.get(player.type) or ("PublicBody" if player.sector in _PUBLIC else "Organization")
    code = _COUNTRIES.get(player.country, player.country.lower()) if player.country else None
    is_person = player.type == "person"
    values: dict[str, Iterable[str]] = {"position" if is_person else "notes": player.roles}
    return _entity(
        player.id,
        schema,
        name=player.name,
        alias=player.aliases,
        country=code,
        sector=player.sector,
        topics=None if is_person or player.type == "group" else _TOPICS.get(player.sector or ""),
        **values,
    )


def _country(code: str | None) -> str | None:
    return _COUNTRIES.get(code, code.lower()) if code else None


def _similar(copy: Copy) -> Entity:
    return _entity(
        f"{report_id(copy.a)}-{report_id(copy.b)}",
        "Similar",
        candidate=report_id(copy.a),
        match=report_id(copy.b),
        confidenceScore=str(round(copy.containment, 4)),
        criteria=copy.reason,
        matcher=f"takhrij {__version__}",
    )
