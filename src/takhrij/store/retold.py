"""The archive's stories, with what their reports tell differently."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, func, select

from takhrij.linking.contradictions import contradictions
from takhrij.linking.denials import Headline, denials
from takhrij.linking.moments import moment_of
from takhrij.model.happening import Happening
from takhrij.model.story import Story
from takhrij.store.chronicle import of_stories
from takhrij.store.forms import forms
from takhrij.store.tables import actors, reports

_AT_ONCE = 200


def stories(connection: Connection, least: int) -> Iterator[Story]:
    """The stories of at least so many reports, the latest first."""
    asked = (
        select(reports.c.story)
        .where(reports.c.story.is_not(None))
        .group_by(reports.c.story)
        .having(func.count() >= least)
        .order_by(func.max(reports.c.day).desc(), reports.c.story)
    )
    numbers = list(connection.execute(asked).scalars())
    for start in range(0, len(numbers), _AT_ONCE):
        yield from some_stories(connection, numbers[start : start + _AT_ONCE])


def some_stories(connection: Connection, numbers: list[int]) -> Iterator[Story]:
    """The stories of these numbers."""
    told = of_stories(connection, numbers)
    countries = _countries(connection, numbers)
    names = (reports.c.key, reports.c.outlet, reports.c.title)
    columns = (reports.c.report, reports.c.story, reports.c.day, reports.c.published, *names)
    asked = select(*columns).where(reports.c.story.in_(numbers))
    rows = connection.execute(asked.order_by(reports.c.story, reports.c.report)).all()
    members = {
        story: sorted(some, key=lambda row: (moment_of(row.published), row.report))
        for story, some in groupby(rows, key=lambda row: row.story)
    }
    for number in numbers:
        some = members[number]
        days = sorted(row.day for row in some if row.day)
        yield Story(
            story=next((row.key for row in some if row.report == number), some[0].key),
            title=some[0].title,
            first=days[0] if days else None,
            last=days[-1] if days else None,
            outlets=tuple(sorted({row.outlet for row in some if row.outlet})),
            reports=tuple(row.key for row in some),
            contradictions=(*contradictions(told[number], countries), *denials(_headlines(some), forms)),
        )


def _headlines(some: Sequence[Any]) -> list[Headline]:
    return [Headline(row.key, row.outlet, row.published, row.title) for row in some if row.title]


def _countries(connection: Connection, numbers: list[int]) -> Callable[[Happening], frozenset[str]]:
    """For whom those act who did a thing, by the stories' own actors."""
    asked = (
        select(reports.c.key, actors.c.name, actors.c.country)
        .join(reports, reports.c.report == actors.c.report)
        .where(reports.c.story.in_(numbers), actors.c.country.is_not(None))
    )
    known = {(row.key, row.name): row.country for row in connection.execute(asked)}

    def countries(one: Happening) -> frozenset[str]:
        return frozenset(known[one.report, name] for name in one.actor if (one.report, name) in known)

    return countries
