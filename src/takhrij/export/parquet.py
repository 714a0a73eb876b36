"""Parquet: a table each for reports, statements, events, actors, names, times and copies, a row group at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from takhrij import __version__
from takhrij.export.identity import Figure, cast, event_id, report_id, statement_id
from takhrij.export.places import site_of
from takhrij.export.source import Source
from takhrij.model.dates import day_of, days_of
from takhrij.model.told import Told

Row = dict[str, Any]

_ROWS = 5_000
_TEXT = pa.string()
_TEXTS = pa.list_(pa.string())
_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32())])
_DAY = pa.string()

SCHEMATA: dict[str, Any] = {
    "reports": pa.schema(
        [
            *((name, _TEXT) for name in ("id", "report", "story", "outlet", "published", "day", "place", "title")),
            *(("url", _TEXT), ("text", _TEXT), ("agencies", _TEXTS)),
        ]
    ),
    "statements": pa.schema(
        [
            *(("id", _TEXT), ("report", _TEXT), ("number", pa.int32()), ("day", _DAY), ("outlet", _TEXT)),
            *(("speaker", _TEXT), ("speaker_id", _TEXT), ("kind", _TEXT), ("named", pa.bool_()), ("form", _TEXT)),
            *(("words", _TEXT), ("chain", _TEXTS), ("chain_ids", _TEXTS), ("link_spans", pa.list_(_SPAN))),
            *(("link_rules", _TEXTS), ("content", _SPAN), ("cue", _SPAN), ("source", _SPAN)),
            *(("veil", _TEXT), ("asked", _SPAN), ("rule", _TEXT)),
        ]
    ),
    "events": pa.schema(
        [
            *(("id", _TEXT), ("report", _TEXT), ("number", pa.int32()), ("type", _TEXT), ("mode", _TEXT)),
            *(("contexts", _TEXTS), ("status", _TEXT), ("date", _TEXT), ("first_day", _DAY), ("last_day", _DAY)),
            *(("published_day", _DAY), ("outlet", _TEXT), ("actor", _TEXTS), ("recipient", _TEXTS)),
            *(("others", _TEXTS), ("actor_ids", _TEXTS), ("recipient_ids", _TEXTS), ("place", _TEXT)),
            *(("country", _TEXT), ("latitude", pa.float64()), ("longitude", pa.float64()), ("count", pa.int32())),
            *(("statement", pa.int32()), ("chain", _TEXTS), ("trigger_words", _TEXT), ("trigger", _SPAN)),
            *(("mentions", pa.list_(_SPAN)), ("rule", _TEXT)),
        ]
    ),
    "actors": pa.schema(
        [
            *((name, _TEXT) for name in ("id", "report", "name", "type", "role", "country", "sector", "known")),
            *(("shared", pa.bool_()), ("aliases", _TEXTS), ("mentions", pa.list_(_SPAN))),
        ]
    ),
    "names": pa.schema([("report", _TEXT), ("words", _TEXT), ("kind", _TEXT), ("span", _SPAN), ("rule", _TEXT)]),
    "times": pa.schema([("report", _TEXT), ("words", _TEXT), ("value", _TEXT), ("span", _SPAN), ("rule", _TEXT)]),
    "copies": pa.schema(
        [
            *(("a", _TEXT), ("b", _TEXT), ("containment", pa.float64()), ("older", _TEXT), ("credited", pa.bool_())),
            *(("reason", _TEXT), ("passages_a", pa.list_(_SPAN)), ("passages_b", pa.list_(_SPAN))),
        ]
    ),
}


class _Table:
    """One file, written a row group at a time."""

    def __init__(self, path: Path, schema: Any) -> None:
        # What can be told of the file travels with it: offsets are counted in code points.
        said = {b"takhrij": __version__.encode(), b"offsets": b"code points of the report's text, end not included"}
        self._schema = schema.with_metadata(said)
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) >= _ROWS:
            self._flush()

    def close(self) -> None:
        if self._rows:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
        self._rows = []


def fill(source: Source, folder: Path) -> None:
    """One file for each table."""
    tables = {name: _Table(folder / f"{name}.parquet", schema) for name, schema in SCHEMATA.items()}
    try:
        for table, row in _rows(source):
            tables[table].add(row)
    finally:
        for one in tables.values():
            one.close()


def _rows(source: Source) -> Iterator[tuple[str, Row]]:
    for told in source.reports():
        figures = cast(told)
        yield "reports", _report(told)
        for number in range(len(told.reading.statements)):
            yield "statements", _statement(told, number, figures)
        for number in range(len(told.reading.events)):
            yield "events", _event(told, number, figures)
        for figure in {figure.id: figure for figure in figures.values()}.values():
            yield "actors", _actor(told, figure)
        report, text = told.article.id, told.article.text
        for name in told.reading.names:
            words = name.span.of(text)
            yield (
                "names",
                {"report": report, "words": words, "kind": name.kind, "span": _place(name.span), "rule": name.rule},
            )
        for time in told.reading.times:
            words = time.span.of(text)
            yield (
                "times",
                {"report": report, "words": words, "value": time.value, "span": _place(time.span), "rule": time.rule},
            )
    for copy in source.copies():
        yield (
            "copies",
            {
                **{name: getattr(copy, name) for name in ("a", "b", "containment", "older", "credited", "reason")},
                "passages_a": [_place(shared.a) for shared in copy.passages],
                "passages_b": [_place(shared.b) for shared in copy.passages],
            },
        )


def _place(span: Any) -> Row | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _report(told: Told) -> Row:
    article = told.article
    return {
        "id": report_id(article.id),
        "report": article.id,
        "story": told.story,
        "outlet": article.outlet,
        "published": article.published,
        "day": day_of(article.published),
        "place": told.reading.report.place,
        "title": article.text[: article.title_end] or None,
        "url": article.url,
        "text": article.text or None,
        "agencies": list(told.reading.heading.agencies),
    }


def _statement(told: Told, number: int, figures: dict[str, Figure]) -> Row:
    one = told.reading.statements[number]
    return {
        "id": statement_id(told.article.id, number),
        "report": told.article.id,
        "number": number,
        "day": day_of(told.article.published),
        "outlet": told.article.outlet,
        "speaker": one.speaker,
        "speaker_id": figures[one.speaker].id,
        "kind": one.kind,
        "named": one.named,
        "form": one.form,
        "words": one.content.of(told.article.text) or None,
        "chain": list(one.chain),
        "chain_ids": [figures[name].id for name in one.chain],
        "link_spans": [_place(link.span) for link in one.links],
        "link_rules": [link.rule for link in one.links],
        "content": _place(one.content),
        "cue": _place(one.cue),
        "source": _place(one.source),
        "veil": one.veil.words if one.veil else None,
        "asked": _place(one.veil.asked) if one.veil else None,
        "rule": one.rule,
    }


def _event(told: Told, number: int, figures: dict[str, Figure]) -> Row:
    one = told.reading.events[number]
    days = days_of(one.date) or (None, None)
    plain = ("type", "mode", "status", "date", "place", "count", "statement", "rule")
    site = site_of(one)
    return {
        "id": event_id(told.article.id, number),
        "report": told.article.id,
        "number": number,
        **{name: getattr(one, name) for name in plain},
        "contexts": list(one.contexts),
        "first_day": days[0],
        "last_day": days[1],
        "published_day": day_of(told.article.published),
        "outlet": told.article.outlet,
        **{name: list(getattr(one, name)) for name in ("actor", "recipient", "others")},
        "actor_ids": [figures[name].id for name in one.actor],
        "recipient_ids": [figures[name].id for name in one.recipient],
        "country": site.country if site else None,
        "latitude": site.latitude if site else None,
        "longitude": site.longitude if site else None,
        "chain": [] if one.statement is None else list(told.reading.statements[one.statement].chain),
        "trigger_words": one.trigger.of(told.article.text) or None,
        "trigger": _place(one.trigger),
        "mentions": [_place(span) for span in one.mentions],
    }


def _actor(told: Told, figure: Figure) -> Row:
    actor = figure.actor
    return {
        "id": figure.id,
        "report": told.article.id,
        **{name: getattr(actor, name) for name in ("name", "type", "role", "country", "sector", "known")},
        "shared": figure.shared,
        "aliases": list(actor.aliases),
        "mentions": [_place(span) for span in actor.mentions],
    }
