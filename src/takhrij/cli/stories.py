"""takhrij stories: reports on one event, and where they contradict each other."""

from typing import Annotated

import typer

from takhrij.cli.archive import ArchiveOption
from takhrij.cli.lines import ViewOption


def stories(
    archive: ArchiveOption = None,
    view: ViewOption = None,
    least: Annotated[int, typer.Option(min=1, help="Only stories of at least so many reports.")] = 1,
    contradicted: Annotated[
        bool, typer.Option("--contradicted", help="Only stories whose reports contradict each other.")
    ] = False,
) -> None:
    """List stories, the latest first: the reports on one event, and what they tell differently."""
    from takhrij.cli.archive import open_at
    from takhrij.cli.lines import for_programs

    opened = open_at(archive)
    from takhrij.store.view import View

    found = (story for story in View(opened).stories(least) if story.contradictions or not contradicted)
    if for_programs(view, found):
        return
    from takhrij.show.screen import screen
    from takhrij.show.stories import draw

    if not draw(found, screen()):
        typer.echo("takhrij: no story is so", err=True)
