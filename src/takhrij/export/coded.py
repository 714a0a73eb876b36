"""Events as PLOVER codes them: who is actor and who recipient, when, on which scale."""

from collections.abc import Iterator
from typing import NamedTuple

from takhrij.export.codes import kinds
from takhrij.export.identity import Figure, cast, event_id
from takhrij.lexicon.events import Trigger
from takhrij.lexicon.senses import triggers
from takhrij.model.dates import day_of, days_of
from takhrij.model.event import Event, Status
from takhrij.model.told import Told

# PLOVER keeps what has not happened among the contexts.
_CONTEXTS: dict[Status, str] = {
    "planned": "future",
    "called_for": "hypothetical",
    "conditional": "hypothetical",
    "denied": "negation",
}


class Coded(NamedTuple):
    """One event as PLOVER wants it.

    `first` and `last` are its days: those the report tells, else the day it was published; None where that is unknown
    as well. `chain` is empty where the report tells it in its own voice.
    """

    id: str
    number: int
    event: Event
    actor: tuple[Figure, ...]
    recipient: tuple[Figure, ...]
    contexts: tuple[str, ...]
    quad: int
    score: float
    first: str | None
    last: str | None
    chain: tuple[str, ...]


def coded(told: Told) -> Iterator[Coded]:
    """The events of a report, in its order."""
    figures = cast(told)
    for number, event in enumerate(told.reading.events):
        actor, recipient = _parties(told, event)
        kind = kinds()[event.type]
        published = day_of(told.article.published)
        days = days_of(event.date) or (published, published)
        context = _CONTEXTS.get(event.status)
        yield Coded(
            id=event_id(told.article.id, number),
            number=number,
            event=event,
            actor=tuple(figures[name] for name in actor),
            recipient=tuple(figures[name] for name in recipient),
            contexts=(*event.contexts, *([context] if context else [])),
            quad=kind.quad,
            score=kind.modes.get(event.mode or "", kind.score),
            first=days[0],
            last=days[1],
            chain=() if event.statement is None else told.reading.statements[event.statement].chain,
        )


def _parties(told: Told, event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actor and recipient by PLOVER's rules for what several do together.

    A meeting without a host and fighting between two sides have all in actor; a visitor is the actor of a visit, and
    the host its recipient, also where the report says that the host received him.
    """
    trigger = _trigger(told, event)
    if event.type == "CONSULT":
        if event.mode != "visit":
            return _all(event), ()
        if trigger is not None and trigger.whom != "place":
            return event.recipient, event.actor
    elif event.type == "ASSAULT" and trigger is not None and trigger.joint:
        return _all(event), ()
    return event.actor, event.recipient


def _all(event: Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*event.actor, *event.recipient)))


def _trigger(told: Told, event: Event) -> Trigger | None:
    """The lexicon's entry for the word that tells the event; None where the text is not at hand."""
    for sense in triggers()[event.trigger.of(told.article.text)] or ():
        found = sense.frame.trigger
        if found.type == event.type and found.mode == (event.mode or ""):
            return found
    return None
