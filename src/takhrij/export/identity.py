"""The same ids every time: of reports, of what they say, and of the actors that many reports share."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

from takhrij.model.actor import Actor, ActorType
from takhrij.model.span import Span
from takhrij.model.statement import Kind
from takhrij.model.told import Told
from takhrij.store.forms import key

_KINDS: dict[Kind, ActorType] = {"person": "person", "people": "group", "public": "group", "outlet": "outlet"}


def _digest(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def report_id(report: str) -> str:
    """The id of a report, given by its id in the archive."""
    return f"report-{_digest(report)}"


def statement_id(report: str, number: int) -> str:
    """The id of the statement of that number in its reading."""
    return f"{report_id(report)}-statement-{number}"


def event_id(report: str, number: int) -> str:
    """The id of the event of that number in its reading."""
    return f"{report_id(report)}-event-{number}"


class Figure(NamedTuple):
    """An actor of one report, with the id under which every report has it; `shared` says whether others can have it."""

    id: str
    actor: Actor
    shared: bool


def outlet_figure(name: str) -> Figure:
    """The outlet that publishes under that name."""
    return Figure(f"actor-{_digest('outlet', _letters(name))}", Actor(name=name, type="outlet"), True)


def cast(told: Told) -> dict[str, Figure]:
    """Everybody whom the report names as acting or passing on, each with an id, by all names.

    Actors of several reports are one where somebody decided so, where the lexicon knows them by one name, or where they
    are named with the same letters: a person by a name, a body by its own name or together with its country. One that
    is only described (مسؤول، متظاهرون) stays in its report: nothing is guessed. Who takes part and is none of the
    reading's actors is described only, too.
    """
    unnamed = {link.name for one in told.reading.statements for link in one.links if not link.named}
    names = {name.span for name in told.reading.names}
    found: dict[str, Figure] = {}
    for n, actor in enumerate(told.reading.actors):
        shared = bool(actor.known) or (actor.name not in unnamed and _is_named(actor, names))
        if letters := told.called.get(actor.name):
            figure = Figure(f"actor-{_digest(actor.type, letters)}", actor, True)
        else:
            figure = Figure(_id(told.article.id, str(n), actor, shared), actor, shared)
        found.setdefault(actor.name, figure)
    for actor in told.reading.actors:
        for alias in actor.aliases:
            found.setdefault(alias, found[actor.name])
    for name, kind in _named_elsewhere(told):
        if name not in found:
            actor = Actor(name=name, type=kind)
            found[name] = Figure(_id(told.article.id, name, actor, False), actor, False)
    return found


def _named_elsewhere(told: Told) -> Iterator[tuple[str, ActorType]]:
    """The names in chains and events, each with what its bearer seems to be."""
    for statement in told.reading.statements:
        for link in statement.links:
            yield link.name, _KINDS.get(link.kind, "organization")
        for name in statement.chain:
            yield name, "group"
    for event in told.reading.events:
        for name in (*event.actor, *event.recipient, *event.others):
            yield name, "group"


def _is_named(actor: Actor, names: set[Span]) -> bool:
    if actor.type in ("country", "outlet"):
        return True
    if actor.type == "group":
        return False
    return any(mention in names for mention in actor.mentions) or (
        actor.type == "organization" and actor.country is not None
    )


def _id(report: str, place: str, actor: Actor, shared: bool) -> str:
    if not shared:
        return f"actor-{_digest('only', report, place)}"
    of_country = "" if actor.known or actor.type != "organization" else actor.country or ""
    return f"actor-{_digest(actor.type, _letters(actor.known or actor.name), *([of_country] if of_country else []))}"


def _letters(name: str) -> str:
    """عبد الفتاح and عبدالفتاح are written with the same letters."""
    return key(name).replace(" ", "")
