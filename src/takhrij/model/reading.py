"""Everything one article says."""

from takhrij.model.actor import Actor
from takhrij.model.event import Event
from takhrij.model.heading import Heading
from takhrij.model.name import Name
from takhrij.model.record import Record
from takhrij.model.statement import Statement
from takhrij.model.time import Time

FORMAT = "takhrij/reading/1"


class Report(Record, frozen=True, kw_only=True):
    """Who publishes the report, its dateline city and its ISO date; each None where unknown."""

    outlet: str | None
    place: str | None
    published: str | None


class Reading(Record, frozen=True, kw_only=True):
    """What one report says, each thing with the words it rests on and the rule that found it."""

    format: str = FORMAT
    id: str
    report: Report
    heading: Heading
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...] = ()
    names: tuple[Name, ...]
    actors: tuple[Actor, ...]
