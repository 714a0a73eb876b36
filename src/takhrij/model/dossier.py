"""What an archive knows of one actor."""

from takhrij.model.record import Record


class RoleHeld(Record, frozen=True, kw_only=True):
    """A role that reports give the actor, the days of the first and last of them, and how many they are."""

    role: str
    first: str | None
    last: str | None
    reports: int


class ReportedBy(Record, frozen=True, kw_only=True):
    """An outlet that names the actor: in how many reports, and how many statements of his it has."""

    outlet: str | None
    reports: int
    statements: int


class Meeting(Record, frozen=True, kw_only=True):
    """Whom the actor met, visited or called, how often it is told, and when last."""

    other: str
    told: int
    last: str | None


class Said(Record, frozen=True, kw_only=True):
    """One statement of the actor's: its words, and the chain through which the report had it."""

    report: str
    statement: int
    outlet: str | None
    published: str | None
    words: str
    chain: tuple[str, ...]


class Dossier(Record, frozen=True, kw_only=True):
    """One actor under all names: roles over time, statements, meetings, who reports on him.

    `known` is the name that the lexicon has for the actor. `ambiguous` holds the fuller names that this one could stand
    for as well, where it was met by a part of its name alone: nothing is guessed. `because` says of names not spelt
    alike why they are his. `months` counts his statements by month (YYYY-MM); `latest` are the last of them.
    """

    name: str
    type: str
    country: str | None
    sector: str | None
    known: str | None
    aliases: tuple[str, ...]
    ambiguous: tuple[str, ...]
    because: tuple[str, ...]
    reports: int
    first: str | None
    last: str | None
    roles: tuple[RoleHeld, ...]
    statements: int
    months: dict[str, int]
    reported_by: tuple[ReportedBy, ...]
    meetings: tuple[Meeting, ...]
    events: dict[str, int]
    latest: tuple[Said, ...]
