"""takhrij copies: whose words stand in whose report."""

from typing import Annotated

import typer

from takhrij.cli.archive import ArchiveOption
from takhrij.cli.lines import ViewOption


def copies(
    archive: ArchiveOption = None,
    view: ViewOption = None,
    least: Annotated[float, typer.Option(min=0, max=1, help="Only with at least this containment.")] = 0.0,
) -> None:
    """List the pairs of reports of which one has the other's words: how much, which came first, whether it says so."""
    from takhrij.cli.archive import open_at
    from takhrij.cli.lines import for_programs

    opened = open_at(archive)
    from takhrij.show.hits import copy_lines
    from takhrij.store.view import View

    found = (copy for copy in View(opened).copies() if copy.containment >= least)
    if for_programs(view, found):
        return
    for copy in found:
        typer.echo(copy_lines(copy))
