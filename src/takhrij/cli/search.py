"""takhrij search: the reports of the archive that hold some words."""

from typing import Annotated

import typer

from takhrij.cli.archive import ArchiveOption
from takhrij.cli.lines import ViewOption


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='What to look for; "in a row" in quotes.')],
    archive: ArchiveOption = None,
    view: ViewOption = None,
    most: Annotated[int, typer.Option(min=1, max=10_000, help="How many reports at the most.")] = 20,
) -> None:
    """Find the reports that hold all WORDS, in any spelling and with anything stuck to them: وبالقاهرة, القاهره."""
    from takhrij.cli.archive import open_at
    from takhrij.cli.lines import for_programs

    opened = open_at(archive)
    from takhrij.show.hits import hit_lines
    from takhrij.store.view import View

    hits = View(opened).search(" ".join(words), most)
    if for_programs(view, hits):
        return
    for hit in hits:
        typer.echo(hit_lines(hit))
    if not hits:
        typer.echo("takhrij: no report holds all of this", err=True)
