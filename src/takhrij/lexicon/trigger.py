"""A way of telling an event, and a verb that carries the noun of one, as the rules ask them."""

from typing import Literal

import msgspec

from takhrij.model.event import EventType, Status

Part = Literal["does", "suffers", "sees", "happens", "tries", "ends"]


class Trigger(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, eq=False):
    """A way of telling one type of event.

    `recipient` are the slots that name whom it is done to: "object" and prepositions; `of` is whom a noun behind the
    verbal noun names; `passive` says that the bare verb may be passive. `follows` are words of which one must stand
    behind the trigger, `after` prepositions likewise, `near` a group of words of which one must stand in the sentence;
    `whom` is what the recipient must be, `who` the group of words for the actor; `needs` which of both must be named;
    `lone` that it counts where none is. Beside one of the words of `unless` it is no event: رفض التعليق. With `denied`
    it tells its event where it is negated, and only there: لم توافق الحكومة.
    """

    type: EventType
    mode: str = ""
    contexts: str = ""
    verb: str = ""
    imperfect: str | None = None
    participle: str | None = None
    nouns: str = ""
    recipient: str = ""
    of: Literal["actor", "recipient", "both", "either", ""] = ""
    passive: bool = False
    follows: str = ""
    after: str = ""
    place: str = ""
    whom: Literal["party", "place", ""] = ""
    who: str = ""
    near: str = ""
    needs: Literal["both", "actor", "recipient", ""] = ""
    unless: str = ""
    lone: bool = False
    joint: bool = False
    denied: bool = False
    example: str


class Carrier(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Light verbs: what their subject is to the event that a noun behind them names."""

    part: Part
    perfect: str
    imperfect: str
    status: Status | None = None
