"""What actors do to one another: meetings, appeals, arrests, attacks."""

from typing import Literal

from takhrij.model.record import Record
from takhrij.model.span import Span

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Status = Literal["happened", "ongoing", "planned", "denied", "called_for", "conditional"]


class Where(Record, frozen=True, kw_only=True):
    """Where an event's place lies: the name of what was found, its ISO 3166 country, and coordinates of a city.

    `precision` says how near that is: "city" in it or a part of it, "near" around it (قرب سرت), "region" and "country"
    somewhere in that, of which there are no coordinates.
    """

    name: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    precision: Literal["city", "near", "region", "country"]


class Event(Record, frozen=True, kw_only=True):
    """One event of the report, under all its mentions.

    `type`, `mode` and `contexts` are PLOVER's. `trigger` is the verb or noun that tells it at its fullest, `mentions`
    are all that do. Names are those of the report's actors. `date` is ISO 8601 or EDTF; `statement` is the index of the
    innermost statement that tells it, None where the report does in its own voice. `count` is how many suffered it.
    `where` is where `place` lies, None where nobody knows or the report leaves open which of several namesakes it is.
    """

    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    trigger: Span
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    others: tuple[str, ...]
    place: str | None
    where: Where | None = None
    date: str | None
    status: Status
    statement: int | None
    count: int | None = None
    mentions: tuple[Span, ...]
    rule: str
