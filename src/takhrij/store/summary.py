"""An archive in numbers."""

from sqlalchemy import Connection, Select, func, select

from takhrij.model.summary import Summary
from takhrij.store.tables import copies, events, reports, statements


def summary(connection: Connection) -> Summary:
    """How much the archive holds."""
    whole = connection.execute(
        select(
            func.count().label("reports"),
            func.min(reports.c.day).label("first"),
            func.max(reports.c.day).label("last"),
            func.max(reports.c.added).label("added"),
        ).select_from(reports)
    ).one()
    outlets = select(reports.c.outlet).where(reports.c.outlet.is_not(None)).group_by(reports.c.outlet)
    told_twice = select(reports.c.story).where(reports.c.story.is_not(None)).group_by(reports.c.story)
    told_twice = told_twice.having(func.count() > 1)
    return Summary(
        reports=whole.reports,
        statements=_count(connection, select(func.count()).select_from(statements)),
        events=_count(connection, select(func.count()).select_from(events)),
        copies=_count(connection, select(func.count()).select_from(copies)),
        stories=_count(connection, select(func.count()).select_from(told_twice.subquery())),
        outlets=tuple(connection.execute(outlets.order_by(func.count().desc(), reports.c.outlet)).scalars()),
        first=whole.first,
        last=whole.last,
        added=whole.added,
    )


def _count(connection: Connection, asked: Select[int]) -> int:
    return int(connection.execute(asked).scalar_one())
