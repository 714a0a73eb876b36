"""takhrij copies: whose words stand in whose report."""

from typing import Annotated, Literal

import typer

from takhrij.cli.archive import ArchiveOption


def copies(
    archive: ArchiveOption = None,
    view: Annotated[
        Literal["text", "json"] | None,
        typer.Option("--format", help="Lines for people or JSON lines; text on a terminal.", show_default=False),
    ] = None,
    least: Annotated[float, typer.Option(min=0, max=1, help="Only with at least this containment.")] = 0.0,
) -> None:
    """List the pairs of reports of which one has the other's words: how much, which came first, whether it says so."""
    from takhrij.cli.archive import open_at
    from takhrij.cli.lines import as_json, write_json

    opened = open_at(archive)
    from takhrij.show.hits import copy_lines
    from takhrij.store.view import View

    found = (copy for copy in View(opened).copies() if copy.containment >= least)
    if as_json(view):
        write_json(found)
        return
    for copy in found:
        typer.echo(copy_lines(copy))
