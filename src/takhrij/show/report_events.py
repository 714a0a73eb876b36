"""The events of one report as a small chronicle on its page: day by day, each with the chain it rests on."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from takhrij.lexicon.places import country_name
from takhrij.model.event import Event, Where
from takhrij.model.reading import Reading
from takhrij.show import labels
from takhrij.show.plain import plain
from takhrij.show.why import why


def by_day(reading: Reading) -> list[tuple[str, list[tuple[int, Event]]]]:
    """The events with their numbers under their days, the earliest first; those without a day come last, under ""."""
    numbered = sorted(enumerate(reading.events), key=lambda pair: (pair[1].date is None, pair[1].date or ""))
    return [(day, list(some)) for day, some in groupby(numbered, key=lambda pair: pair[1].date or "")]


def chronicle(number: int, text: str, reading: Reading) -> Iterator[str]:
    """The section of the page for report `number`; nothing where the report tells of no event."""
    if not reading.events:
        return
    yield f'<section class="events"><h3>{labels.EVENTS} ({len(reading.events)})</h3><ol>'
    for day, some in by_day(reading):
        when = f'<time dir="ltr">{escape(day)}</time>' if day else labels.NO_DAY
        yield f'<li class="day"><p class="when">{when}</p><ul>'
        for index, event in some:
            yield _event(f"r{number}e{index}", number, text, reading, event)
        yield "</ul></li>"
    yield "</ol></section>\n"


def _event(anchor: str, number: int, text: str, reading: Reading, event: Event) -> str:
    status = "" if event.status == "happened" else f' <em class="status">{labels.STATUSES[event.status]}</em>'
    because = escape(plain(f"{event.rule}: {why(event.rule)}".removesuffix(": ")))
    return (
        f'<li id="{anchor}" class="event {event.type.lower()}"><span class="type" title="{because}">'
        f"{labels.EVENT_TYPES[event.type]}</span>{status} {_parties(event)}"
        f'<q class="trigger">{escape(plain(event.trigger.of(text)))}</q>'
        f'<p class="about">{_source(number, reading, event)}</p></li>'
    )


def _parties(event: Event) -> str:
    parts = [_names(event.actor) or "؟"]
    if event.recipient:
        parts.append(f'<span class="to">←</span> {_names(event.recipient)}')
    if event.count:
        parts.append(f"({labels.NUMBER_OF}: {event.count})")
    if event.others:
        parts.append(f"{labels.PRESENT} {_names(event.others)}")
    if event.place:
        parts.append(f"{labels.IN} {_place(event.place, event.where)}")
    return " ".join(parts) + " "


def _place(place: str, where: Where | None) -> str:
    """The place, and where it lies for whoever points at it; its country beside it where its name does not say so."""
    if where is None:
        return f'<span class="place"><bdi>{escape(plain(place))}</bdi></span>'
    at = [] if where.latitude is None else [f"{where.latitude}, {where.longitude}"]
    about = " · ".join([where.name, *filter(None, [where.country]), *at, labels.PRECISIONS[where.precision]])
    country = country_name(where.country) if where.country and where.precision != "country" else None
    beside = f" <small>({escape(country)})</small>" if country and country not in place else ""
    return f'<span class="place" title="{escape(plain(about))}"><bdi>{escape(plain(place))}</bdi>{beside}</span>'


def _names(names: tuple[str, ...]) -> str:
    return "، ".join(f"<bdi>{escape(plain(name))}</bdi>" for name in names)


def _source(number: int, reading: Reading, event: Event) -> str:
    """On whose word the event is told: the chain of its statement, which it leads to, or the report's own voice."""
    if event.statement is None:
        return labels.OWN_VOICE
    chain = f" {labels.FROM} ".join(
        f"<bdi>{escape(plain(name))}</bdi>" for name in reading.statements[event.statement].chain
    )
    place = f'<a class="number" href="#r{number}s{event.statement}">{event.statement + 1}</a>'
    return f"{labels.ON_WORD_OF} {chain} {place}"
