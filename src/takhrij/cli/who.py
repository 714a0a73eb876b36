"""takhrij who: what the archive knows of an actor."""

from typing import Annotated

import typer

from takhrij.cli.archive import ArchiveOption
from takhrij.cli.lines import ViewOption


def who(
    name: Annotated[list[str], typer.Argument(metavar="NAME...", help="A name, or whole words of one.")],
    archive: ArchiveOption = None,
    view: ViewOption = None,
    most: Annotated[int, typer.Option(min=1, max=1000, help="How many actors of that name at the most.")] = 5,
) -> None:
    """Show an actor: roles over time, statements, meetings, and who reports on him.

    Where a name can mean several, each is shown; a part of a name that fits two fuller ones is not guessed.
    """
    from takhrij.cli.archive import open_at
    from takhrij.cli.lines import for_programs

    opened = open_at(archive)
    from takhrij.store.view import View

    found = View(opened).who(" ".join(name), most)
    if for_programs(view, found):
        return
    from takhrij.show.dossier import draw
    from takhrij.show.screen import screen

    for one in found:
        draw(one, screen())
    if not found:
        typer.echo("takhrij: the archive names nobody so", err=True)
