"""Each report of the archive given its story."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from sqlalchemy import Connection, Engine, select, update

from takhrij.linking.stories import WINDOW_DAYS, Stories, Vector, vector_of
from takhrij.store.forms import forms
from takhrij.store.rarity import Rarity
from takhrij.store.tables import reports

# Enough for the first words of any report.
_LEAD_LETTERS = 1_200
# So many reports are placed in one transaction: another writer waits no longer than that.
_AT_ONCE = 500


def place_all(archive: Engine) -> int:
    """Give every report that has none its story, day by day; how many there were."""
    with archive.connect() as connection:
        waiting = list(_waiting(connection))
        weigh = _Weigher(connection)
        found: list[tuple[int, int]] = []
        for number, story in _placed(waiting, weigh):
            found.append((number, story))
            if len(found) >= _AT_ONCE:
                _write(archive, found)
                found.clear()
    _write(archive, found)
    return len(waiting)


def _placed(waiting: list[tuple[int, int | None]], weigh: "_Weigher") -> Iterator[tuple[int, int]]:
    """Each waiting report with its story."""
    stories = Stories()
    known_until: int | None = None
    for day, some in groupby(waiting, key=lambda pair: pair[1]):
        numbers = [number for number, _ in some]
        if day is None:
            yield from ((number, number) for number in numbers)
            continue
        first = day - WINDOW_DAYS if known_until is None else max(known_until + 1, day - WINDOW_DAYS)
        known_until = day + WINDOW_DAYS
        stories.forget_before(day)
        for number, its_day, story, vector in weigh.between(first, known_until):
            stories.keep(number, its_day, vector, story)
        for number, vector in weigh.these(numbers):
            yield number, stories.place(number, day, vector)


def _waiting(connection: Connection) -> Iterator[tuple[int, int | None]]:
    asked = select(reports.c.report, reports.c.day).where(reports.c.story.is_(None))
    for row in connection.execute(asked.order_by(reports.c.day, reports.c.report)):
        yield row.report, ordinal(row.day)


def _write(archive: Engine, found: list[tuple[int, int]]) -> None:
    with archive.connect().execution_options(writes=True) as connection, connection.begin():
        for number, story in found:
            connection.execute(update(reports).where(reports.c.report == number).values(story=story))


def ordinal(day: str | None) -> int | None:
    """The number of a day; None where the report's date is not that exact."""
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None


class _Weigher:
    """Knows how rare the archive's words are, and so what each report is about."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rarity = Rarity(connection)

    def these(self, numbers: list[int]) -> Iterator[tuple[int, Vector]]:
        """What each of the reports is about, in their order."""
        asked = select(reports.c.report, reports.c.title, reports.c.text)
        for start in range(0, len(numbers), _AT_ONCE):
            some = asked.where(reports.c.report.in_(numbers[start : start + _AT_ONCE])).order_by(reports.c.report)
            for row in self._connection.execute(some).all():
                yield row.report, self._vector(row.title, row.text)

    def between(self, first: int, last: int) -> Iterator[tuple[int, int, int, Vector]]:
        """The placed reports of the days from `first` to `last`: number, day, story, what it is about."""
        days = reports.c.day.between(date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat())
        asked = select(reports.c.report, reports.c.day, reports.c.story, reports.c.title, reports.c.text)
        for row in self._connection.execute(
            asked.where(days, reports.c.story.is_not(None)).order_by(reports.c.report)
        ).all():
            day = ordinal(row.day)
            if day is not None:
                yield row.report, day, row.story, self._vector(row.title, row.text)

    def _vector(self, title: str | None, words: str) -> Vector:
        return vector_of(forms(title or ""), forms(words[:_LEAD_LETTERS]), self._rarity.share)
