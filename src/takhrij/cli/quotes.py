"""takhrij quotes: one utterance in the several wordings in which it travelled."""

from typing import Annotated

import typer

from takhrij.cli.archive import ArchiveOption
from takhrij.cli.lines import ViewOption


def quotes(
    archive: ArchiveOption = None,
    view: ViewOption = None,
    least: Annotated[int, typer.Option(min=1, help="Only what at least so many outlets quote.")] = 2,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Only what a speaker of this name says.")] = None,
    changed: Annotated[bool, typer.Option("--changed", help="Only what is quoted in more than one wording.")] = False,
    disputed: Annotated[
        bool, typer.Option("--disputed", help="Only what different named speakers are said to have said.")
    ] = False,
) -> None:
    """List utterances that several outlets quote, the latest first: who is said to have spoken, what was changed."""
    from takhrij.cli.archive import open_at
    from takhrij.cli.lines import for_programs

    opened = open_at(archive)
    from takhrij.linking.wordings import disputed as is_disputed
    from takhrij.store.view import View

    found = (
        family
        for family in View(opened).families(least, speaker)
        if (len(family.wordings) > 1 or not changed) and (not disputed or is_disputed(family))
    )
    if for_programs(view, found):
        return
    from takhrij.show.quotes import draw
    from takhrij.show.screen import screen

    if not draw(found, screen()):
        typer.echo("takhrij: no quotation is so", err=True)
