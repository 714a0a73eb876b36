"""The archive's events, filtered."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, Subquery, case, func, select

from takhrij.linking.moments import moment_of
from takhrij.model.happening import Counts, Happening, InPlace
from takhrij.store.forms import key
from takhrij.store.prepared import ARROW, BAR
from takhrij.store.tables import events, reports


class Wanted(NamedTuple):
    """Which events are asked for; None asks for all.

    `since` and `until` are days (ISO 8601, or as much of one as matters), `who` is a name or a part of one, `place` a
    place's name or a country's ISO 3166 code.
    """

    type: str | None = None
    who: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    status: str | None = None


def happenings(connection: Connection, wanted: Wanted) -> Iterator[Happening]:
    """The events that are wanted, by day: their own where the report tells it, else that of the report."""
    return _told(connection, _asked(wanted))


def some_happenings(
    connection: Connection, wanted: Wanted, skip: int, most: int, *, latest_first: bool = False
) -> list[Happening]:
    """As many of the events that are wanted as a page holds, by day."""
    asked = _asked(wanted)
    if latest_first:
        asked = asked.order_by(None).order_by(_whole_day().desc(), events.c.event.desc())
    return list(_told(connection, asked.offset(skip).limit(most)))


def counts(connection: Connection, wanted: Wanted) -> Counts:
    """How many events are wanted, and how they spread over months, types and places."""
    asked = _asked(wanted).order_by(None).add_columns(_whole_day().label("whole_day")).subquery()

    def counted(column: ColumnElement[Any]) -> dict[str, int]:
        rows = connection.execute(select(column, func.count()).group_by(column).order_by(func.count().desc(), column))
        return {str(value): number for value, number in rows if value}

    return Counts(
        events=connection.execute(select(func.count()).select_from(asked)).scalar_one(),
        months=counted(func.substr(asked.c.whole_day, 1, 7)),
        types=counted(asked.c.type),
        places=tuple(_in_places(connection, asked)),
    )


def _in_places(connection: Connection, asked: Subquery) -> Iterator[InPlace]:
    place, country, number = asked.c.place, asked.c.country, func.count()
    by_place = select(place, country, number).where(place.is_not(None)).group_by(place, country)
    for row in connection.execute(by_place.order_by(number.desc(), place, country)):
        yield InPlace(place=row[0], country=row[1], events=row[2])


def _whole_day() -> ColumnElement[Any]:
    """The event's own day where the report tells it to the day, else the report's."""
    return func.coalesce(case((events.c.day.like("____-__-__"), events.c.day)), reports.c.day)


def of_stories(connection: Connection, stories: Sequence[int]) -> dict[int, list[Happening]]:
    """The events of each story's reports, the earliest published report first."""
    asked = _all().add_columns(reports.c.story).where(reports.c.story.in_(stories))
    found: dict[int, list[Happening]] = {story: [] for story in stories}
    rows = connection.execute(asked.order_by(reports.c.report, events.c.number)).all()
    for row in sorted(rows, key=lambda row: moment_of(row.published)):
        found[row.story].append(_happening(row))
    return found


def _told(connection: Connection, asked: Select[Any]) -> Iterator[Happening]:
    for row in connection.execute(asked):
        yield _happening(row)


def _happening(row: Row[Any]) -> Happening:
    return Happening(
        event=f"{row.key}#{row.number}",
        report=row.key,
        outlet=row.outlet,
        published=row.published,
        title=row.title,
        type=row.type,
        mode=row.mode,
        status=row.status,
        date=row.day,
        actor=_names(row.actor),
        recipient=_names(row.recipient),
        others=_names(row.others),
        place=row.place,
        country=row.country,
        count=row.suffered,
        trigger=row.trigger,
        statement=row.statement,
        chain=tuple(row.chain.split(ARROW)) if row.chain else (),
    )


def _all() -> Select[Any]:
    names = (reports.c.key, reports.c.outlet, reports.c.published, reports.c.title)
    return select(events, *names).join(reports, reports.c.report == events.c.report)


def _asked(wanted: Wanted) -> Select[Any]:
    day = func.coalesce(events.c.day, reports.c.day)
    asked = _all().order_by(day, events.c.event)
    if wanted.type:
        asked = asked.where(events.c.type == wanted.type.upper())
    if wanted.status:
        asked = asked.where(events.c.status == wanted.status)
    if wanted.who:
        asked = asked.where(events.c.spellings.contains(key(wanted.who), autoescape=True))
    if wanted.place:
        place = events.c.place.contains(wanted.place, autoescape=True)
        asked = asked.where(place | (events.c.country == wanted.place.upper()))
    if wanted.since:
        asked = asked.where(day >= wanted.since)
    if wanted.until:
        # A day that begins with `until` belongs to it: 2018-06 holds all of June.
        asked = asked.where(func.substr(day, 1, len(wanted.until)) <= wanted.until)
    return asked


def _names(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(BAR)) if joined else ()
