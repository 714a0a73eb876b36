"""Each quotation of the archive given its family: the wordings of one utterance."""

from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Engine, Select, bindparam, select, update

from takhrij.linking.families import FEWEST_WORDS, WINDOW_DAYS, Families, Quotation
from takhrij.store.forms import forms
from takhrij.store.placing import ordinal
from takhrij.store.rarity import Rarity
from takhrij.store.tables import reports, statements

# So many are placed in one transaction: another writer waits no longer than that.
_AT_ONCE = 2_000
_NO_DAY = -1
_QUOTED = ("direct", "mixed")


def place_quotations(archive: Engine) -> int:
    """Give every quotation that has none its family, day by day; how many there were."""
    with archive.connect() as connection:
        # Numbers alone, and not a record for each: a new archive has a hundred thousand.
        waiting, days = array("q"), array("q")
        for number, day in _waiting(connection):
            waiting.append(number)
            days.append(_NO_DAY if day is None else day)
        found: list[dict[str, int]] = []
        for number, family in _placed(connection, zip(waiting, days, strict=True)):
            found.append({"quotation": number, "its_family": family})
            if len(found) >= _AT_ONCE:
                _write(archive, found)
                found.clear()
    _write(archive, found)
    return len(waiting)


def _waiting(connection: Connection) -> Iterator[tuple[int, int | None]]:
    asked = (
        select(statements.c.statement, reports.c.day)
        .join(reports, reports.c.report == statements.c.report)
        .where(statements.c.family.is_(None), statements.c.form.in_(_QUOTED))
        .order_by(reports.c.day, statements.c.statement)
    )
    for row in connection.execute(asked):
        yield row.statement, ordinal(row.day)


def _placed(connection: Connection, waiting: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Each waiting quotation with its family."""
    families = Families(Rarity(connection).share)
    known_until = 0
    for day, some in groupby(waiting, key=lambda pair: pair[1]):
        numbers = [number for number, _ in some]
        if day == _NO_DAY:
            yield from ((number, number) for number in numbers)
            continue
        families.forget_before(day)
        first = max(known_until + 1, day - WINDOW_DAYS)
        known_until = day + WINDOW_DAYS
        for quotation, family in _between(connection, first, known_until):
            families.keep(quotation, family)
        for quotation in _these(connection, numbers):
            short = len(quotation.forms) < FEWEST_WORDS
            yield quotation.number, quotation.number if short else families.place(quotation)


def _between(connection: Connection, first: int, last: int) -> Iterator[tuple[Quotation, int]]:
    """The quotations of the days from `first` to `last` that have a family, with it."""
    days = reports.c.day.between(date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat())
    asked = _all().where(days, statements.c.family.is_not(None)).order_by(statements.c.statement)
    for row in connection.execute(asked).all():
        quotation = _quotation(row)
        if len(quotation.forms) >= FEWEST_WORDS:
            yield quotation, row.family


def _these(connection: Connection, numbers: list[int]) -> Iterator[Quotation]:
    for start in range(0, len(numbers), _AT_ONCE):
        some = statements.c.statement.in_(numbers[start : start + _AT_ONCE])
        for row in connection.execute(_all().where(some).order_by(statements.c.statement)).all():
            yield _quotation(row)


def _all() -> Select[Any]:
    columns = (statements.c.statement, statements.c.speaker, statements.c.named, statements.c.words)
    return select(*columns, statements.c.family, reports.c.day).join(reports, reports.c.report == statements.c.report)


def _quotation(row: Any) -> Quotation:
    day = ordinal(row.day) or 0
    return Quotation(row.statement, day, row.speaker, bool(row.named), tuple(forms(row.words)))


def _write(archive: Engine, found: list[dict[str, int]]) -> None:
    if not found:
        return
    placing = update(statements).where(statements.c.statement == bindparam("quotation"))
    with archive.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(placing.values(family=bindparam("its_family")), found)
