"""takhrij export: what an archive holds, written for other tools."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from takhrij.cli.archive import ArchiveOption
from takhrij.errors import InputError

if TYPE_CHECKING:
    from takhrij.export.formats import Format
    from takhrij.export.graph import Extent
    from takhrij.export.source import Source
    from takhrij.model.copy import Copy
    from takhrij.model.told import Told
    from takhrij.store.edition import Chosen, Edition

BROKEN_PIPE = 141

Name = Literal[
    "ftm", "polecat", "plover", "prov", "graphml", "gephi", "neo4j", "parquet", "brat", "spacy", "markdown", "json"
]


def export(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            help="Reports, in any form that `takhrij read` takes, instead of an archive.",
            show_default=False,
        ),
    ] = None,
    archive: ArchiveOption = None,
    form: Annotated[
        Name | None,
        typer.Option("--format", "-f", help="What to write; else what the output's ending tells.", show_default=False),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help="The file or new folder to write; else standard output."),
    ] = None,
    readings: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Readings that `takhrij read` wrote; INPUT are the reports that were read, if at hand."
        ),
    ] = None,
    graph: Annotated[
        str | None,
        typer.Option(help="For graphml, gephi, neo4j: actors alone, or the whole with reports, statements, events."),
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="The first day, month or year.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="The last day, month or year.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Only reports of this outlet.")] = None,
) -> None:
    """Write what an archive holds for other tools: FollowTheMoney, POLECAT, PROV-O, Gephi, Neo4j, spaCy, Obsidian ...

    Exit status: 0 all written, 2 could not start, 3 some inputs were refused and the others written.
    """
    from takhrij.export.formats import FORMATS, by_ending, extent_of

    name = form or by_ending(str(output or ""))
    if name is None:
        raise typer.BadParameter(f"name one of {', '.join(FORMATS)}", param_hint="--format")
    chosen = FORMATS[name]
    if chosen.ending is None and output is None:
        raise typer.BadParameter(f"{name} is a folder of files: name it", param_hint="--output")
    if chosen.needs_text and readings and not inputs:
        raise InputError(f"{name} needs the texts: name the reports that were read beside --readings")
    extent = extent_of(name, graph)
    with _source(inputs or [], readings, archive) as (begin, exit_code):
        from takhrij.store.edition import Chosen

        _write(name, begin(Chosen(since, until, outlet)), output, extent)
        raise typer.Exit(exit_code())


Begin = Callable[["Chosen"], "Edition"]


@contextmanager
def _source(inputs: list[str], readings: str | None, archive: str | None) -> Iterator[tuple[Begin, Callable[[], int]]]:
    """What is written: an archive, or loose reports and readings; and with which status it ends."""
    from takhrij.cli.archive import open_at

    if not inputs and readings is None:
        opened = open_at(archive)
        from takhrij.store.edition import Edition

        try:
            yield lambda chosen: Edition(opened, chosen), lambda: 0
        finally:
            opened.dispose()
        return
    if archive is not None:
        raise typer.BadParameter("either an archive, or reports and readings of your own", param_hint="--archive")
    from takhrij.cli.loose import loose
    from takhrij.store.edition import Edition

    with loose(inputs, readings) as (opened, tally):
        yield lambda chosen: Edition(opened, chosen), lambda: tally.exit_code


class _Counted:
    """An edition that tells how far it has been gone through."""

    def __init__(self, edition: "Edition", done: Callable[[int], None]) -> None:
        self._edition = edition
        self._done = done
        self._passed = 0

    def reports(self) -> "Iterator[Told]":
        for told in self._edition.reports():
            yield told
            self._passed += 1
            self._done(self._passed)

    def copies(self) -> "Iterator[Copy]":
        return self._edition.copies()


def _write(name: Name | str, edition: "Edition", output: Path | None, extent: "Extent") -> None:
    from takhrij.cli.output import opened, opened_folder
    from takhrij.cli.progress import counting
    from takhrij.export.formats import FORMATS, filled, streamed

    form = FORMATS[name]
    with _installed(name, form), counting("exporting", edition.count() * form.passes) as done:
        source: Source = _Counted(edition, done)
        if form.ending is None and output is not None:
            fill = filled(name, extent)
            with opened_folder(output) as folder:
                fill(source, folder)
            return
        pieces = streamed(name, extent)
        try:
            with opened(output) as stream:
                for piece in pieces(source):
                    stream.write(piece)
        except BrokenPipeError:
            _leave_quietly()


def _leave_quietly() -> None:
    import os
    import sys

    # Whoever read our output has seen enough; Python would complain once more when it closes the stream.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(BROKEN_PIPE) from None


@contextmanager
def _installed(name: str, form: "Format") -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        if form.extra is None:
            raise
        raise InputError(f"{name}: {error.name} is not installed; `pip install takhrij[{form.extra}]`") from error
