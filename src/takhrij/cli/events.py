"""takhrij events: the archive's chronicle."""

from collections.abc import Sequence
from typing import Annotated, get_args

import typer

from takhrij.cli.archive import ArchiveOption
from takhrij.cli.lines import ViewOption
from takhrij.errors import InputError
from takhrij.model.event import EventType, Status


def events(
    archive: ArchiveOption = None,
    view: ViewOption = None,
    kind: Annotated[str | None, typer.Option("--type", help="A PLOVER type: CONSULT, ASSAULT, PROTEST ...")] = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Who takes part: a name or a part of one.")] = None,
    place: Annotated[str | None, typer.Option(help="Where: a place's name, or a country's code (LY).")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="The first day, month or year.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="The last day, month or year.")] = None,
    status: Annotated[
        str | None, typer.Option(help="happened, ongoing, planned, denied, called_for or conditional.")
    ] = None,
) -> None:
    """List events by day: who did what to whom, where, and on whose word."""
    from takhrij.cli.archive import open_at
    from takhrij.cli.lines import for_programs

    _check("--type", kind and kind.upper(), get_args(EventType))
    _check("--status", status, get_args(Status))
    opened = open_at(archive)
    from takhrij.store.chronicle import Wanted
    from takhrij.store.view import View

    wanted = Wanted(type=kind, who=who, place=place, since=since, until=until, status=status)
    found = View(opened).events(wanted)
    if for_programs(view, found):
        return
    from takhrij.show.happenings import draw
    from takhrij.show.screen import screen

    if not draw(found, screen()):
        typer.echo("takhrij: no event is so", err=True)


def _check(option: str, given: str | None, known: Sequence[str]) -> None:
    if given and given not in known:
        raise InputError(f"{option}: {given!r} is none of {', '.join(known)}")
