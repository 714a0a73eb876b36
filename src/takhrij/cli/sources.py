"""takhrij sources: how open each outlet is about where its news comes from."""

from takhrij.cli.archive import ArchiveOption
from takhrij.cli.lines import ViewOption


def sources(archive: ArchiveOption = None, view: ViewOption = None) -> None:
    """Compare outlets: statements of unnamed sources, agencies, copies without credit, first-hand statements."""
    from takhrij.cli.archive import open_at
    from takhrij.cli.lines import for_programs

    opened = open_at(archive)
    from takhrij.store.view import View

    found = View(opened).sources()
    if for_programs(view, found):
        return
    from takhrij.show.habits import draw
    from takhrij.show.screen import screen

    draw(found, screen())
