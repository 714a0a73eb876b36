"""takhrij review: a person decides which names are one actor's."""

import getpass
import sys
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from takhrij.cli.archive import ArchiveOption
from takhrij.cli.lines import ViewOption, for_programs
from takhrij.errors import InputError
from takhrij.model.actor import ActorType
from takhrij.model.link import Judgement, Named

if TYPE_CHECKING:
    from takhrij.cli.lines import View as Form
    from takhrij.store.deciding import Reviewer
    from takhrij.store.view import View

_ANSWERS = "[y] one actor  [n] two  [s] not now  [q] leave"


def review(
    archive: ArchiveOption = None,
    view: ViewOption = None,
    accept: Annotated[
        tuple[str, str] | None, typer.Option(metavar="NAME NAME", help="The two names are one actor's.")
    ] = None,
    reject: Annotated[
        tuple[str, str] | None, typer.Option(metavar="NAME NAME", help="The two names are two actors'.")
    ] = None,
    split: Annotated[
        str | None, typer.Option(metavar="NAME", help="The name is another actor's than the names it stands with now.")
    ] = None,
    report: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="With --split: only in this report; may come again.")
    ] = None,
    kind: Annotated[str, typer.Option("--type", help="What is named: person, organization, outlet ...")] = "person",
    why: Annotated[str, typer.Option(metavar="WORDS", help="Why, kept with the decision.")] = "",
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; else your user name.")] = None,
    log: Annotated[bool, typer.Option("--log", help="List all decisions, the earliest first.")] = False,
    most: Annotated[int, typer.Option(min=1, help="How many pairs at the most.")] = 50,
) -> None:
    """Decide which names are one actor's: dossiers go by it from then on.

    On a terminal, pair after pair is shown, those that matter most first, and each answer is kept at once; elsewhere
    the pairs are listed. Decisions are only ever added: the latest on two names holds, and neither new reports nor
    `reread` lose any.
    """
    from takhrij.cli.archive import open_at

    if kind not in get_args(ActorType):
        raise InputError(f"--type: {kind!r} is none of {', '.join(get_args(ActorType))}")
    opened = open_at(archive)
    from takhrij.store.deciding import Reviewer
    from takhrij.store.view import View
    from takhrij.store.writer import Writer

    reviewer = Reviewer(View(opened), Writer(opened), by or getpass.getuser(), why)

    def named(name: str) -> Named:
        return Named(type=kind, name=name)  # type: ignore[arg-type]  # looked at above

    made: list[Judgement] = []
    if accept:
        made += reviewer.decide(named(accept[0]), named(accept[1]), "same")
    if reject:
        made += reviewer.decide(named(reject[0]), named(reject[1]), "different")
    if split:
        made += reviewer.split(named(split), report or [])
    if made or log:
        _list(View(opened).judgements() if log else made, view)
    elif not (accept or reject or split):
        _pairs(View(opened), reviewer, view, most)
    else:
        typer.echo("takhrij: the name stands by itself already", err=True)


def _list(made: list[Judgement], view: "Form | None") -> None:
    if for_programs(view, made):
        return
    from takhrij.show.review import draw_judgement
    from takhrij.show.screen import screen

    for one in made:
        draw_judgement(one, screen())


def _pairs(store: "View", reviewer: "Reviewer", view: "Form | None", most: int) -> None:
    """Show pairs of names; ask about each where somebody is there to answer."""
    pairs = store.candidates(most)
    if for_programs(view, pairs):
        return
    from takhrij.show.review import draw_pair
    from takhrij.show.screen import screen

    for pair in pairs:
        draw_pair(pair, screen())
        if not sys.stdin.isatty():
            continue
        answer = ""
        while answer not in ("y", "n", "s", "q"):
            answer = typer.prompt(_ANSWERS, default="s", show_default=False).strip().lower()
        if answer == "q":
            break
        if answer != "s":
            left, right = (Named(type=one.type, name=one.name) for one in (pair.left, pair.right))
            reviewer.decide(left, right, "same" if answer == "y" else "different")
    if not pairs:
        typer.echo("takhrij: there is no pair of names to decide on", err=True)
