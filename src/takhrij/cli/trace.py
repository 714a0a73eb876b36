"""takhrij trace: a claim followed through the archive to whoever said it first."""

from typing import Annotated

import typer

from takhrij.cli.archive import ArchiveOption
from takhrij.cli.lines import ViewOption


def trace(
    claim: Annotated[
        list[str],
        typer.Argument(
            metavar="CLAIM...", help="The words of a claim or quotation, a report's id (its headline), or id#N."
        ),
    ],
    archive: ArchiveOption = None,
    view: ViewOption = None,
) -> None:
    """Follow a claim through the archive: who told it first, through whom, who copied, on how many sources it rests."""
    from takhrij.cli.archive import open_at
    from takhrij.cli.lines import for_programs

    opened = open_at(archive)
    from takhrij.store.view import View

    found = View(opened).trace(" ".join(claim))
    if for_programs(view, [found]):
        return
    from rich.console import Console

    from takhrij.show.trace import draw

    draw(found, Console(highlight=False, emoji=False))
