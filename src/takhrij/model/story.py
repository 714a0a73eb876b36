"""Reports on one event, and where they contradict each other."""

from typing import Literal

from takhrij.model.record import Record


class Version(Record, frozen=True, kw_only=True):
    """One of several things told of the same matter.

    `says` is a number, a date, names or a status; `words` are those that tell the event, `chain` on whose word, from
    the one nearest to the reader to the speaker: empty for the report's own voice.
    """

    says: str
    report: str
    outlet: str | None
    published: str | None
    words: str
    chain: tuple[str, ...]


class Contradiction(Record, frozen=True, kw_only=True):
    """What reports of one story tell differently: a number, a date, who did it, or whether it happened at all.

    `about` names the event: its PLOVER type, and who suffered it or took part where that is told alike. `versions` are
    in the order of their publishing: a number that only grows may be news rather than an error.
    """

    kind: Literal["count", "date", "participants", "denial"]
    about: str
    versions: tuple[Version, ...]


class Story(Record, frozen=True, kw_only=True):
    """Reports on one event.

    `story` is the id of the report that began it, `reports` are the ids of all, the earliest first; `first` and `last`
    the days between which they were published.
    """

    story: str
    title: str | None
    first: str | None
    last: str | None
    outlets: tuple[str, ...]
    reports: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
