"""One report of the archive: its text, what it says, and whose words it carries."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, or_, select

from takhrij.model.article import Article
from takhrij.model.copy import Copy, Shared
from takhrij.model.listed import Listed
from takhrij.model.reading import Reading
from takhrij.store.reading import unpack_as
from takhrij.store.tables import copies, readings, reports

_AT_ONCE = 500


def report(connection: Connection, key: str) -> tuple[Article, Reading] | None:
    """A report by its id, with its reading; None where there is none."""
    asked = select(reports, readings.c.packed).join(readings, readings.c.report == reports.c.report)
    row = connection.execute(asked.where(reports.c.key == key)).first()
    if row is None:
        return None
    article = Article(
        id=row.key,
        text=row.text,
        title_end=row.body,
        outlet=row.given_outlet,
        published=row.given_published,
        url=row.url,
    )
    return article, unpack_as(row.packed, Reading)


def listed(connection: Connection, keys: Iterable[str]) -> dict[str, Listed]:
    """The reports of these ids that there are."""
    columns = (reports.c.key, reports.c.title, reports.c.outlet, reports.c.published)
    wanted, found = sorted(set(keys)), {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        for row in connection.execute(select(*columns).where(reports.c.key.in_(some))):
            found[row.key] = Listed(report=row.key, title=row.title, outlet=row.outlet, published=row.published)
    return found


def story_of(connection: Connection, key: str) -> int | None:
    """The number of the story that a report belongs to."""
    return connection.execute(select(reports.c.story).where(reports.c.key == key)).scalar()


def copies_with(connection: Connection, key: str) -> list[Copy]:
    """The copies that a report is one side of, the closest first."""
    number = connection.execute(select(reports.c.report).where(reports.c.key == key)).scalar()
    if number is None:
        return []
    found = list(told(connection, or_(copies.c.a == number, copies.c.b == number)))
    return sorted(found, key=lambda copy: (-copy.containment, copy.a, copy.b))


def told(connection: Connection, wanted: ColumnElement[bool] | None = None) -> Iterator[Copy]:
    """The copies that are wanted, or all, in the order in which their later report was added."""
    left, right = reports.alias("left"), reports.alias("right")
    asked = (
        select(copies, left.c.key.label("left_key"), right.c.key.label("right_key"))
        .join(left, left.c.report == copies.c.a)
        .join(right, right.c.report == copies.c.b)
        .order_by(copies.c.a, copies.c.b)
    )
    yield from map(copy_of, connection.execute(asked if wanted is None else asked.where(wanted)))


def copy_of(row: Row[Any]) -> Copy:
    """The copy that a row of `copies` tells, with the ids of its reports as `left_key` and `right_key`."""
    keys = {row.a: row.left_key, row.b: row.right_key, None: None}
    return Copy(
        a=row.left_key,
        b=row.right_key,
        containment=row.containment,
        passages=msgspec.json.decode(row.passages, type=tuple[Shared, ...]),
        older=keys[row.older],
        credited=bool(row.credited),
        reason=row.reason,
    )


def given(connection: Connection, keys: Sequence[str]) -> list[Listed]:
    """The reports of these ids, in this order; those that there are not are left out."""
    found = listed(connection, keys)
    return [found[key] for key in keys if key in found]
