"""POLECAT's table: forty columns, and behind them those for chain, status and evidence."""

from collections.abc import Iterable, Iterator, Sequence

from takhrij import __version__
from takhrij.export.coded import Coded, coded
from takhrij.export.codes import alpha_3, cow
from takhrij.export.identity import Figure
from takhrij.export.places import site_of
from takhrij.export.source import Source
from takhrij.model.dates import day_of
from takhrij.model.span import Span
from takhrij.model.told import Told

_PARTY = ("Name", "Country", "COW", "Primary {} Sector", "{} Sectors", "Title", "Name Raw", "Wikipedia {} ID")


def _party(who: str) -> list[str]:
    return [name.format(who) if "{}" in name else f"{who} {name}" for name in _PARTY]


COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *_party("Actor"),
    *_party("Recipient"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename"),
    *("Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations"),
    *("Language", "Version"),
)
SIDECAR = (
    *("Takhrij Report", "Takhrij Story", "Takhrij URL", "Takhrij Status", "Takhrij Date", "Takhrij Count"),
    *("Takhrij Others", "Takhrij Chain", "Takhrij Named", "Takhrij Statement", "Takhrij Content Offsets"),
    *("Takhrij Cue Offsets", "Takhrij Trigger", "Takhrij Trigger Offsets", "Takhrij Mention Offsets", "Takhrij Rule"),
)
_NONE = "None"
_AND = "; "
_QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")
# GeoNames' codes of populated places and independent states.
_CITY = "PPL"
_COUNTRY = "PCLI"


def stream(source: Source) -> Iterator[bytes]:
    """The table, a line at a time, below the names of its columns."""
    yield _line((*COLUMNS, *SIDECAR))
    for told in source.reports():
        story = _story(told)
        for one in coded(told):
            yield _line((*_event(one), *_where(one), *_report(told), *story, "ar", f"takhrij {__version__}"), one, told)


def _line(cells: Iterable[object], one: Coded | None = None, told: Told | None = None) -> bytes:
    if one is not None and told is not None:
        cells = (*cells, *_beside(told, one))
    return "\t".join(_cell(cell) for cell in cells).encode("utf-8", "replace") + b"\n"


def _cell(value: object) -> str:
    if value is None or value == "":
        return _NONE
    # A table's cells have neither tabs nor line breaks.
    return " ".join(str(value).split())


def _event(one: Coded) -> list[object]:
    return [
        f"{one.id}_{one.event.type}",
        one.first,
        one.event.type,
        one.event.mode,
        one.score,
        _QUADS[one.quad - 1],
        _AND.join(one.contexts),
        *_who(one.actor),
        *_who(one.recipient),
    ]


def _who(figures: Sequence[Figure]) -> list[object]:
    """Eight cells; each has as many values as there are actors, so that they can be put together again."""
    actors = [figure.actor for figure in figures]
    sectors = [actor.sector for actor in actors]
    values: list[list[str | None]] = [
        [actor.known or actor.name for actor in actors],
        [alpha_3(actor.country) for actor in actors],
        [cow(actor.country) for actor in actors],
        [*sectors],
        [*sectors],
        [actor.role for actor in actors],
        [actor.name for actor in actors],
        [None for _ in actors],
    ]
    return [_AND.join((one or _NONE).replace(";", ",") for one in column) for column in values]


def _where(one: Coded) -> list[object]:
    place, site = one.event.place, site_of(one.event)
    if site is None:
        return [place, None, None, None, None, None, None, None, place, None]
    return [
        site.name,
        site.name if site.is_city else None,
        None,
        None,
        alpha_3(site.country),
        site.latitude,
        site.longitude,
        None,
        place,
        _CITY if site.is_city else _COUNTRY if place == site.name else None,
    ]


def _report(told: Told) -> list[object]:
    return [told.article.outlet, day_of(told.article.published)]


def _story(told: Told) -> list[object]:
    """The people, organisations and places that the whole report names."""
    found: dict[str, dict[str, None]] = {"person": {}, "organization": {}, "outlet": {}, "place": {}}
    for name in told.reading.names:
        words = name.span.of(told.article.text)
        if words and name.kind in found:
            found[name.kind][words.replace(";", ",")] = None
    groups = (found["person"], found["organization"] | found["outlet"], found["place"])
    return [_AND.join(group) for group in groups]


def _beside(told: Told, one: Coded) -> list[object]:
    """What POLECAT has no column for."""
    event = one.event
    statement = None if event.statement is None else told.reading.statements[event.statement]
    return [
        told.article.id,
        told.story,
        told.article.url,
        event.status,
        event.date,
        event.count,
        _AND.join(event.others),
        " ← ".join(one.chain),
        None if statement is None else str(statement.named).lower(),
        event.statement,
        None if statement is None else _offsets(statement.content),
        None if statement is None or statement.cue is None else _offsets(statement.cue),
        event.trigger.of(told.article.text),
        _offsets(event.trigger),
        _AND.join(_offsets(mention) for mention in event.mentions),
        event.rule,
    ]


def _offsets(span: Span) -> str:
    return f"{span.start}-{span.end}"
