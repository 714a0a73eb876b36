"""Decisions on who is who: that two names are one actor's, or are not."""

from typing import Literal

from takhrij.model.actor import ActorType
from takhrij.model.record import Record

Verdict = Literal["same", "different"]


class Named(Record, frozen=True, kw_only=True):
    """A name that reports use for an actor; with `report`, that name in one report alone."""

    type: ActorType
    name: str
    report: str | None = None


class Judgement(Record, frozen=True, kw_only=True):
    """A decision on two names: which, how sure (0 to 1, None where a person decided), why, by whom, and when.

    Judgements are only ever added. Of several on the same two names the latest holds.
    """

    left: Named
    right: Named
    verdict: Verdict
    score: float | None
    why: str
    by: str
    at: str


class Seen(Record, frozen=True, kw_only=True):
    """A name as the archive has it: in how many reports, between which days, with which roles, in which outlets."""

    type: ActorType
    name: str
    reports: int
    first: str | None
    last: str | None
    country: str | None
    sector: str | None
    roles: tuple[str, ...]
    outlets: tuple[str, ...]


class Candidate(Record, frozen=True, kw_only=True):
    """Two names that may be one actor's, for a person to decide: how likely (0 to 1), and why."""

    left: Seen
    right: Seen
    score: float
    why: str
