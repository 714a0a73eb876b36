"""The outlets of the archive, and how each deals with its sources."""

from collections import defaultdict

from sqlalchemy import Connection, case, func, select

from takhrij.lexicon import outlets
from takhrij.model.transparency import Transparency
from takhrij.store.prepared import ARROW
from takhrij.store.tables import copies, credited, reports, statements

_NOTHING = (0, 0, 0, 0)


def transparency(connection: Connection) -> list[Transparency]:
    """Each outlet's habits, the one with the most reports first."""
    outlet_of, said = _reports(connection), _statements(connection)
    later = _later(connection)
    agencies = _with_agencies(connection, outlet_of)
    numbers: dict[str | None, list[int]] = defaultdict(list)
    for number, outlet in outlet_of.items():
        numbers[outlet].append(number)
    found = []
    for outlet, own in numbers.items():
        counts = [said.get(n, _NOTHING) for n in own]
        total, unnamed, asked, direct = (sum(part) for part in zip(*counts, strict=True))
        copied = [n for n in own if n in later]
        first_hand = direct - sum(said.get(n, _NOTHING)[3] for n in copied)
        found.append(
            Transparency(
                outlet=outlet,
                reports=len(own),
                statements=total,
                unnamed=_share(unnamed, total),
                reasoned=_share(asked, unnamed),
                first_hand=_share(first_hand, total),
                agencies=_share(sum(n in agencies for n in own), len(own)),
                copies=_share(len(copied), len(own)),
                uncredited=_share(sum(not later[n] for n in copied), len(copied)),
            )
        )
    return sorted(found, key=lambda one: (-one.reports, one.outlet or ""))


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _reports(connection: Connection) -> dict[int, str | None]:
    return {row.report: row.outlet for row in connection.execute(select(reports.c.report, reports.c.outlet))}


def _statements(connection: Connection) -> dict[int, tuple[int, int, int, int]]:
    """Of each report: its statements, those of unnamed speakers, those who asked for it, those without a relay."""
    one = select(
        statements.c.report,
        func.count().label("total"),
        func.sum(case((statements.c.named, 0), else_=1)).label("unnamed"),
        func.sum(case((statements.c.named, 0), (statements.c.asked.is_(None), 0), else_=1)).label("asked"),
        func.sum(case((statements.c.chain.contains(ARROW), 0), else_=1)).label("direct"),
    ).group_by(statements.c.report)
    return {row.report: (row.total, row.unnamed, row.asked, row.direct) for row in connection.execute(one)}


def _later(connection: Connection) -> dict[int, bool]:
    """The reports that carry an earlier one's words, and whether they credit any."""
    found: dict[int, bool] = {}
    for row in connection.execute(select(copies.c.a, copies.c.b, copies.c.older, copies.c.credited)):
        if row.older is not None:
            later = row.b if row.older == row.a else row.a
            found[later] = found.get(later, False) or bool(row.credited)
    return found


def _with_agencies(connection: Connection, outlet_of: dict[int, str | None]) -> frozenset[int]:
    """The reports that name an agency other than their own outlet."""
    found = set()
    for row in connection.execute(select(credited.c.report, credited.c.outlet)):
        known = outlets.known(row.outlet)
        if known is not None and known.kind == "agency" and not _is_own(outlet_of[row.report], row.outlet):
            found.add(row.report)
    return frozenset(found)


def _is_own(outlet: str | None, name: str) -> bool:
    return outlet is not None and outlets.same(outlet, name)
