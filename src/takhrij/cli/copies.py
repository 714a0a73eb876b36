"""takhrij copies: whose words stand in whose report."""

from itertools import islice
from typing import Annotated

import typer

from takhrij.cli.archive import ArchiveOption
from takhrij.cli.lines import ViewOption

# The reports of so many pairs are looked up together.
_AT_ONCE = 200


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

    asked = View(opened)
    found = (copy for copy in asked.copies() if copy.containment >= least)
    if for_programs(view, found):
        return
    while some := list(islice(found, _AT_ONCE)):
        named = {one.report: one for one in asked.listed([key for copy in some for key in (copy.a, copy.b)])}
        for copy in some:
            typer.echo(copy_lines(copy, named))
