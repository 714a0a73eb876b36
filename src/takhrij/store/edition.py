"""Everything an archive holds, report by report, for those who carry it elsewhere."""

import zlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, func, select

from takhrij import wire
from takhrij.linking.decided import Bearer, called
from takhrij.linking.identities import letters_of
from takhrij.model.article import Article
from takhrij.model.copy import Copy
from takhrij.model.listed import Listed
from takhrij.model.reading import Reading
from takhrij.model.told import Told
from takhrij.store.judgements import judged
from takhrij.store.reports import copy_of
from takhrij.store.tables import actors, copies, readings, reports

# Rows held at a time: memory does not grow with the archive.
_AT_ONCE = 100


class Chosen(NamedTuple):
    """Which reports are asked for; None asks for all.

    `since` and `until` are days (ISO 8601, or as much of one as matters); `outlet` is its name as the archive has it.
    """

    since: str | None = None
    until: str | None = None
    outlet: str | None = None


def chosen_reports(connection: Connection, chosen: Chosen, skip: int, most: int) -> list[Listed]:
    """As many of the chosen reports as a page holds, the latest first; those without a day last."""
    asked = (
        select(reports.c.key, reports.c.title, reports.c.outlet, reports.c.published)
        .where(*_wanted(reports, chosen))
        .order_by(func.coalesce(reports.c.day, "").desc(), reports.c.report.desc())
    )
    rows = connection.execute(asked.offset(skip).limit(most))
    return [Listed(report=row.key, title=row.title, outlet=row.outlet, published=row.published) for row in rows]


class Edition:
    """The chosen reports of an archive, in the order in which they were added."""

    def __init__(self, archive: Engine, chosen: Chosen | None = None) -> None:
        self._archive = archive
        self._chosen = chosen or Chosen()

    def count(self) -> int:
        """How many reports are chosen."""
        asked = select(func.count()).select_from(reports).where(*_wanted(reports, self._chosen))
        with self._archive.connect() as connection:
            return connection.execute(asked).scalar_one()

    def reports(self) -> Iterator[Told]:
        """The chosen reports, each with all it says."""
        began = reports.alias("began")
        asked = (
            select(reports, readings.c.packed, began.c.key.label("story_key"))
            .join(readings, readings.c.report == reports.c.report)
            .join(began, began.c.report == reports.c.story, isouter=True)
            .where(*_wanted(reports, self._chosen))
            .order_by(reports.c.report)
        )
        decided = self._called()
        for row in self._rows(asked):
            yield _told(row, decided)

    def _called(self) -> dict[Bearer, str]:
        """What people decided on names."""
        with self._archive.connect() as connection:
            made = judged(connection)
            names = {side.name for one in made for side in (one.left, one.right)}
            asked = select(actors.c.type, actors.c.name, actors.c.known).distinct()
            rows = connection.execute(asked.where(actors.c.name.in_(names), actors.c.known.is_not(None))).all()
        return called(made, {Bearer(row.type, letters_of(row.name)): letters_of(row.known) for row in rows})

    def copies(self) -> Iterator[Copy]:
        """The copies of which both reports are chosen."""
        left, right = reports.alias("left"), reports.alias("right")
        asked = (
            select(copies, left.c.key.label("left_key"), right.c.key.label("right_key"))
            .join(left, left.c.report == copies.c.a)
            .join(right, right.c.report == copies.c.b)
            .where(*_wanted(left, self._chosen), *_wanted(right, self._chosen))
            .order_by(copies.c.a, copies.c.b)
        )
        yield from map(copy_of, self._rows(asked))

    def _rows(self, asked: Select[Any]) -> Iterator[Row[Any]]:
        with self._archive.connect().execution_options(yield_per=_AT_ONCE) as connection:
            yield from connection.execute(asked)


def _wanted(table: Any, chosen: Chosen) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if chosen.since:
        conditions.append(table.c.day >= chosen.since)
    if chosen.until:
        # A day that begins with `until` belongs to it: 2018-06 holds all of June.
        conditions.append(func.substr(table.c.day, 1, len(chosen.until)) <= chosen.until)
    if chosen.outlet:
        conditions.append(table.c.outlet == chosen.outlet)
    return conditions


def _told(row: Row[Any], decided: Mapping[Bearer, str]) -> Told:
    article = Article(
        id=row.key,
        text=row.text,
        title_end=row.body,
        outlet=row.outlet,
        published=row.published,
        url=row.url,
    )
    reading = wire.decode(zlib.decompress(row.packed))
    return Told(article=article, reading=reading, story=row.story_key, called=_called_in(row.key, reading, decided))


def _called_in(report: str, reading: Reading, decided: Mapping[Bearer, str]) -> dict[str, str]:
    """The actors of a report of whom somebody decided: in this report first, then wherever their names stand."""
    found = {}
    for actor in reading.actors if decided else ():
        letters = letters_of(actor.name)
        name = decided.get(Bearer(actor.type, letters, report)) or decided.get(Bearer(actor.type, letters))
        if name:
            found[actor.name] = name
    return found
