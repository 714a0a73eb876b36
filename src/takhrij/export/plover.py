"""PLOVER's JSON records, one event a line, with all that PLOVER has no field for under `takhrij`."""

from collections.abc import Iterator

import msgspec

from takhrij import __version__
from takhrij.export.coded import Coded, coded
from takhrij.export.codes import alpha_3
from takhrij.export.identity import Figure
from takhrij.export.places import site_of
from takhrij.export.source import Source
from takhrij.model.told import Told
from takhrij.text.page import Page, lay_out


def stream(source: Source) -> Iterator[bytes]:
    """The records."""
    encoder = msgspec.json.Encoder()
    for told in source.reports():
        page = lay_out(told.article.text) if told.reading.events else None
        for one in coded(told):
            yield encoder.encode(_record(told, one, page)) + b"\n"


def _record(told: Told, one: Coded, page: Page | None) -> dict[str, object]:
    event, article = one.event, told.article
    record: dict[str, object] = {
        "id": one.id,
        "has_event": True,
        "date": one.first,
        "actor": [_actor(figure) for figure in one.actor],
        "recipient": [_actor(figure) for figure in one.recipient],
        "event": [event.type],
        "mode": [event.mode] if event.mode else [],
        "context": list(one.contexts),
        "quad_code": one.quad,
        "event_scale": one.score,
    }
    if one.last != one.first:
        record["enddate"] = one.last
    if event.place:
        record["event_loc"] = _place(one)
    if sentence := _sentence(told, one, page):
        record["event_text"] = [sentence]
    record["text_info"] = {"start": event.trigger.start, "end": event.trigger.end}
    if told.story:
        record["link"] = told.story
    record["cite_info"] = _present(
        url=article.url,
        title=article.text[: article.title_end],
        language="ar",
        publication=article.outlet,
        coder=f"takhrij {__version__}",
        codebook="PLOVER 0.7b1",
    )
    record["takhrij"] = _beside(told, one)
    return record


def _present(**values: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _actor(figure: Figure) -> dict[str, object]:
    actor = figure.actor
    return _present(
        code=alpha_3(actor.country),
        sector=actor.sector,
        actor_text=actor.name,
        identifier_id=figure.id,
        identifier_text=actor.known,
        office=actor.role,
    )


def _place(one: Coded) -> dict[str, object]:
    site = site_of(one.event)
    if site is None:
        return _present(extracted_place=one.event.place)
    return _present(
        extracted_place=one.event.place,
        resolved_place=site.name,
        lat=site.latitude,
        lon=site.longitude,
        city=site.name if site.is_city else None,
        country=alpha_3(site.country),
        country_code=site.country,
        resolution="city" if site.is_city else "country",
    )


def _sentence(told: Told, one: Coded, page: Page | None) -> str:
    """The sentence in which the event is told."""
    if page is None or not page.words:
        return ""
    first, end = page.words_in(one.event.trigger)
    if first >= end:
        return ""
    return page.says(*page.sentences[page.sentence_of[first]])


def _beside(told: Told, one: Coded) -> dict[str, object]:
    event = one.event
    statement = None if event.statement is None else told.reading.statements[event.statement]
    return {
        "report": told.article.id,
        "published": told.article.published,
        "event": one.number,
        "status": event.status,
        "date": event.date,
        "count": event.count,
        "others": event.others,
        "chain": one.chain,
        "named": None if statement is None else statement.named,
        "statement": event.statement,
        "content": None if statement is None else statement.content,
        "cue": None if statement is None else statement.cue,
        "trigger": event.trigger,
        "mentions": event.mentions,
        "rule": event.rule,
    }
