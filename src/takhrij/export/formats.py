"""The formats that can be written, and how: a stream of bytes, or a folder of files."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple, get_args

from takhrij.errors import InputError
from takhrij.export.graph import Extent
from takhrij.export.source import Source

Stream = Callable[[Source], Iterator[bytes]]
Fill = Callable[[Source, Path], None]


class Format(NamedTuple):
    """A format: what it is for, how its file ends (None for a folder), and how often the reports are gone through.

    `needs_text` says that readings alone are not enough for it; `extra` is what must be installed for it.
    """

    about: str
    ending: str | None
    passes: int = 1
    needs_text: bool = False
    extra: str | None = None


FORMATS: dict[str, Format] = {
    "ftm": Format("FollowTheMoney entities, one a line", ".ftm.json"),
    "polecat": Format("POLECAT's table of events with columns for chain, status and evidence", ".tsv"),
    "plover": Format("PLOVER's JSON records of events, one a line", ".plover.jsonl"),
    "prov": Format("PROV-O, schema.org and Web Annotations as JSON-LD", ".jsonld"),
    "graphml": Format("a network for Gephi, yEd, Cytoscape, networkx", ".graphml"),
    "gephi": Format("the same network as nodes.csv and edges.csv", None),
    "neo4j": Format("nodes.csv and edges.csv for neo4j-admin, reports and statements among the nodes", None),
    "parquet": Format("tables for pandas, Polars, DuckDB, Spark", None, extra="intake"),
    "brat": Format("standoff annotation, a .txt and an .ann for each report", None, needs_text=True),
    "spacy": Format("spaCy's Docs as DocBins", None, needs_text=True, extra="spacy"),
    "markdown": Format("a folder of linked notes for Obsidian", None, passes=2, needs_text=True),
    "json": Format("readings as `takhrij read` writes them, one a line", ".jsonl"),
}
_WHOLE = frozenset(["neo4j"])


def extent_of(name: str, given: str | None) -> Extent:
    """Which graph is meant: as asked for, else the one that suits the format."""
    if given is not None and given not in get_args(Extent):
        raise InputError(f"--graph: {given!r} is none of {', '.join(get_args(Extent))}")
    if given is not None:
        return "whole" if given == "whole" else "actors"
    return "whole" if name in _WHOLE else "actors"


def by_ending(name: str) -> str | None:
    """The format that a file's name tells."""
    endings = {form.ending: one for one, form in FORMATS.items() if form.ending}
    return next((endings[ending] for ending in sorted(endings, key=len, reverse=True) if name.endswith(ending)), None)


def streamed(name: str, extent: Extent) -> Stream:
    """How a format that is one file is written."""
    # Each module is loaded only where it is wanted.
    match name:
        case "ftm":
            from takhrij.export import followthemoney

            return followthemoney.stream
        case "polecat":
            from takhrij.export import polecat

            return polecat.stream
        case "plover":
            from takhrij.export import plover

            return plover.stream
        case "prov":
            from takhrij.export import provenance

            return provenance.stream
        case "graphml":
            from takhrij.export import graphml

            return partial(graphml.stream, extent=extent)
    return _readings


def filled(name: str, extent: Extent) -> Fill:
    """How a format that is a folder is written."""
    match name:
        case "gephi":
            from takhrij.export import tables

            return partial(tables.fill_gephi, extent=extent)
        case "neo4j":
            from takhrij.export import tables

            return partial(tables.fill_neo4j, extent=extent)
        case "parquet":
            from takhrij.export import parquet

            return parquet.fill
        case "brat":
            from takhrij.export import brat

            return brat.fill
        case "spacy":
            from takhrij.export import docbin

            return docbin.fill
    from takhrij.export import notes

    return notes.fill


def _readings(source: Source) -> Iterator[bytes]:
    from takhrij import wire

    for told in source.reports():
        yield wire.encode(told.reading) + b"\n"
