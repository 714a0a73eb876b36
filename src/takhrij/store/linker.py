"""Reports just written, compared with all that share their words."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import chain

import msgspec
import numpy as np
from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select, text

from takhrij.linking.copies import WORN, Archive, compare
from takhrij.linking.direction import wire_of
from takhrij.linking.grams import kept
from takhrij.linking.sides import Side
from takhrij.model.copy import Copy
from takhrij.model.span import Span
from takhrij.model.statement import Form
from takhrij.store.opening import is_sqlite
from takhrij.store.reading import unpack_as
from takhrij.store.tables import copies, credited, grams, readings, reports

# A gram in more reports than this finds nobody: it is a formula, and looking at all of them would cost more each day.
_CROWD = 8 * WORN
# Two reports are compared when so large a share of the smaller sample is in both, or so many grams are.
_LEAST_SHARE = 0.1
_LEAST_SHARED = 4
# So many grams are written by one statement.
_AT_ONCE = 400

Found = dict[int, list[int]]


class _Said(msgspec.Struct):
    content: Span
    form: Form


class _Quotes(msgspec.Struct):
    """Of a reading only what tells where somebody is quoted."""

    statements: list[_Said]


def link(connection: Connection, batch: dict[int, list[int]]) -> None:
    """Write down the sampled grams of new reports, given by number; find the copies of these, and write them down."""
    # Looked up before they are written: of a new report's grams few are there, and nobody asks for its own.
    found = _holders(connection, sorted({gram for some in batch.values() for gram in some}))
    keep_grams(connection, batch)
    found = _joined(found, batch)
    pairs = _pairs(connection, batch, found)
    if not pairs:
        return
    sides = _Sides(connection, found)
    sides.fetch({number for pair in pairs for number in pair})
    archive = sides.archive
    rows = []
    for mine, other in pairs:
        copy = compare(sides[mine], sides[other], archive)
        if copy is not None:
            rows.append({**_row(copy), "origin": wire_of(sides[mine], sides[other])})
    if rows:
        connection.execute(insert(copies), rows)


def keep_grams(connection: Connection, batch: dict[int, list[int]]) -> None:
    """Write down the sampled grams of reports, by their numbers: in the order in which the table is kept."""
    rows = sorted((gram, number) for number, some in batch.items() for gram in some)
    # There are dozens to a report: many to a statement, and past SQLAlchemy, they take a third of the time.
    mark = "(?, ?)" if is_sqlite(connection) else "(%s, %s)"
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        marks = ", ".join([mark] * len(some))
        connection.exec_driver_sql(f"INSERT INTO grams (gram, report) VALUES {marks}", tuple(chain(*some)))


def forget_grams(connection: Connection, report: int, some: Sequence[int]) -> None:
    """Take away the sampled grams of a report: by what they are, since no index leads from reports to them."""
    for start in range(0, len(some), _AT_ONCE):
        which = grams.c.gram.in_(some[start : start + _AT_ONCE])
        connection.execute(delete(grams).where(grams.c.report == report, which))


def archive_of(connection: Connection, sides: Iterable[Side]) -> Archive:
    """What a comparison of `sides` asks of the archive."""
    return _Sides(
        connection, _holders(connection, sorted({gram for side in sides for gram in side.grams.kept}))
    ).archive


class _Sides(dict[int, Side]):
    """Reports to compare, fetched when they are asked for."""

    def __init__(self, connection: Connection, found: Found) -> None:
        self._connection = connection
        self._found = found
        self._asked: dict[tuple[int, ...], list[Side]] = {}

    @property
    def archive(self) -> Archive:
        """What a comparison asks of the archive."""
        return Archive(lambda some: [len(self._found.get(gram, ())) for gram in some], self.openers)

    def fetch(self, numbers: set[int]) -> None:
        """Bring the reports that are not there yet."""
        self.update(sides_of(self._connection, numbers - self.keys()))

    def openers(self, outlet: str, grams: Sequence[int]) -> list[Side]:
        """The reports of `outlet` that have most of a line's sampled grams, and so may open with it."""
        some = tuple(kept(np.array(grams, dtype=np.uint64)))
        if some not in self._asked:
            held = Counter(number for gram in some for number in self._found.get(gram, ()))
            numbers = {number for number, count in held.items() if count * 2 >= len(some)}
            self.fetch(numbers)
            self._asked[some] = [self[number] for number in sorted(numbers)]
        return [side for side in self._asked[some] if side.outlet == outlet]


def _holders(connection: Connection, asked: Sequence[int]) -> Found:
    """The reports of the archive that hold each gram."""
    if is_sqlite(connection):
        question = text("SELECT gram, report FROM json_each(:asked) CROSS JOIN grams ON gram = value")
        rows = connection.execute(question, {"asked": json.dumps(asked)})
    else:
        question = text("SELECT gram, report FROM grams WHERE gram = ANY(:asked)")
        rows = connection.execute(question, {"asked": list(asked)})
    found: Found = {}
    for gram, report in rows:
        found.setdefault(gram, []).append(report)
    return found


def _joined(found: Found, batch: dict[int, list[int]]) -> Found:
    """The holders of each gram that more than one report holds, with those of the batch."""
    for number, some in batch.items():
        for gram in some:
            found.setdefault(gram, []).append(number)
    return {gram: holders for gram, holders in found.items() if len(holders) > 1}


def _pairs(connection: Connection, batch: Collection[int], found: Found) -> list[tuple[int, int]]:
    """The pairs worth comparing, a report of the batch first; each once."""
    shared: Counter[tuple[int, int]] = Counter()
    for holders in found.values():
        if len(holders) <= _CROWD:
            shared.update(
                (mine, other)
                for mine in holders
                if mine in batch
                for other in holders
                if other != mine and (other not in batch or other < mine)
            )
    sizes = _sizes(connection, {other for _, other in shared} | set(batch))
    return [
        pair
        for pair, count in sorted(shared.items())
        if count >= _LEAST_SHARED or count >= _LEAST_SHARE * min(sizes[pair[0]], sizes[pair[1]])
    ]


def _sizes(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    asked = select(reports.c.report, reports.c.sampled).where(reports.c.report.in_(bindparam("some", expanding=True)))
    return {row.report: row.sampled for some in _parts(numbers) for row in connection.execute(asked, {"some": some})}


def _parts(numbers: Iterable[int], size: int = 5000) -> Iterable[list[int]]:
    ordered = sorted(numbers)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def sides_of(connection: Connection, numbers: set[int]) -> dict[int, Side]:
    """The reports of these numbers, ready to be compared."""
    sides: dict[int, Side] = {}
    some: BindParameter[list[int]] = bindparam("some", expanding=True)
    named: dict[int, list[str]] = defaultdict(list)
    whole: dict[int, list[str]] = defaultdict(list)
    for part in _parts(numbers):
        for row in connection.execute(select(credited).where(credited.c.report.in_(some)), {"some": part}):
            named[row.report].append(row.outlet)
            if row.whole:
                whole[row.report].append(row.outlet)
        asked = (
            select(
                reports.c.report,
                reports.c.text,
                reports.c.body,
                reports.c.outlet,
                reports.c.published,
                readings.c.packed,
            )
            .join(readings)
            .where(reports.c.report.in_(some))
        )
        for row in connection.execute(asked, {"some": part}):
            quotes = unpack_as(row.packed, _Quotes)
            sides[row.report] = Side(
                id=str(row.report),
                text=row.text,
                body=row.body,
                outlet=row.outlet,
                published=row.published,
                credits=tuple(named[row.report]),
                wires=tuple(whole[row.report]),
                quotes=tuple(said.content for said in quotes.statements if said.form == "direct"),
            )
    return sides


def _row(copy: Copy) -> dict[str, object]:
    return {
        "a": int(copy.a),
        "b": int(copy.b),
        "containment": copy.containment,
        "older": int(copy.older) if copy.older else None,
        "credited": copy.credited,
        "reason": copy.reason,
        "passages": msgspec.json.encode(copy.passages).decode(),
    }
