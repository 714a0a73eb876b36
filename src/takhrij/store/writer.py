"""What is put into the archive: reports with all they say, a batch at a time, whole or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Engine, Table, delete, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from takhrij.errors import StoreError
from takhrij.linking.grams import hashes_of, kept
from takhrij.model.link import Judgement
from takhrij.store.families import place_quotations
from takhrij.store.forms import forms
from takhrij.store.judgements import keep
from takhrij.store.linker import forget_grams, link
from takhrij.store.opening import is_sqlite, plain, shown
from takhrij.store.placing import place_all
from takhrij.store.prepared import Prepared, words_of_names
from takhrij.store.tables import (
    actors,
    copies,
    credited,
    events,
    name_words,
    readings,
    reports,
    statements,
    versions,
)

# So many values may stand in one question.
_AT_ONCE = 500
# PostgreSQL's writers take turns by this number; SQLite's by the lock of their file.
_TURN = 7_460_123

K = TypeVar("K", int, str)


@dataclass(slots=True)
class Written:
    """How many reports were new, had changed, or were there already."""

    new: int = 0
    changed: int = 0
    same: int = 0

    def join(self, other: "Written") -> None:
        """Count what `other` counts too."""
        self.new += other.new
        self.changed += other.changed
        self.same += other.same

    def all(self) -> int:
        """How many reports there were."""
        return self.new + self.changed + self.same

    def __str__(self) -> str:
        return f"{self.new} new, {self.changed} changed, {self.same} there already"


class Writer:
    """Puts reports into an archive. Putting the same one in again changes nothing."""

    def __init__(self, archive: Engine) -> None:
        self._archive = archive

    def known(self, keys: Sequence[str]) -> dict[str, str]:
        """Of those `keys` that the archive has: the digest of the article."""
        found: dict[str, str] = {}
        with self._archive.connect() as connection:
            for some in _parts(keys):
                asked = select(reports.c.key, reports.c.digest).where(reports.c.key.in_(some))
                found.update((row.key, row.digest) for row in connection.execute(asked))
        return found

    def has(self, key: str) -> bool:
        """Whether a report of this key is there."""
        return bool(self.known([key]))

    def put(self, batch: Sequence[tuple[str, Prepared]]) -> Written:
        """Write the reports, by their keys, and link them. Raises StoreError; nothing of the batch is kept then."""
        written = Written()
        latest = dict(batch)
        try:
            with self._archive.connect().execution_options(writes=True) as connection, connection.begin():
                if not is_sqlite(connection):
                    connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
                numbers = _place(connection, latest, written)
                _write_rows(connection, {number: latest[key] for key, number in numbers.items()})
                link(connection, {number: latest[key].grams for key, number in numbers.items()})
        except DBAPIError as error:
            raise StoreError(shown(str(self._archive.url)), plain(error)) from error
        written.same += len(batch) - len(latest)
        return written

    def judge(self, made: Sequence[Judgement]) -> None:
        """Add people's decisions on who is who; nothing is overwritten, the latest holds. Raises StoreError."""
        try:
            with self._archive.connect().execution_options(writes=True) as connection, connection.begin():
                keep(connection, made)
        except DBAPIError as error:
            raise StoreError(shown(str(self._archive.url)), plain(error)) from error

    def finish(self) -> None:
        """Give reports their story and quotations their family.

        Where the database does not count its words by itself, they are counted anew.
        """
        with self._archive.connect() as connection, connection.begin():
            if not is_sqlite(connection):
                connection.execute(text("REFRESH MATERIALIZED VIEW statement_vocabulary"))
        place_all(self._archive)
        place_quotations(self._archive)


def _parts(keys: Sequence[K]) -> Iterable[Sequence[K]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]


def _place(connection: Connection, latest: dict[str, Prepared], written: Written) -> dict[str, int]:
    """The numbers of the reports that must be written, by key; what a changed one said is taken away."""
    there = {}
    for some in _parts(list(latest)):
        asked = select(reports.c.key, reports.c.report, reports.c.digest, reports.c.rules).where(
            reports.c.key.in_(some)
        )
        there.update({row.key: row for row in connection.execute(asked)})
    now = datetime.now(UTC).isoformat(timespec="seconds")
    numbers: dict[str, int] = {}
    fresh = [key for key in latest if key not in there]
    if fresh:
        rows = [{**latest[key].report, "key": key, "version": 1, "added": now} for key in fresh]
        made = connection.execute(insert(reports).returning(reports.c.report, sort_by_parameter_order=True), rows)
        numbers.update(zip(fresh, made.scalars(), strict=True))
        written.new += len(fresh)
    for key, row in there.items():
        report = latest[key].report
        if row.digest == report["digest"] and row.rules == report["rules"]:
            written.same += 1
            continue
        changed = row.digest != report["digest"]
        _take_away(connection, row.report, changed=changed)
        values = {**report, "version": reports.c.version + 1, "added": now, "story": None} if changed else report
        connection.execute(update(reports).where(reports.c.report == row.report).values(**values))
        numbers[key] = row.report
        written.changed += changed
        written.same += not changed
    return numbers


def _take_away(connection: Connection, report: int, *, changed: bool) -> None:
    """Remove what a report said; keep its text as an older version if it has changed."""
    old = connection.execute(select(reports).where(reports.c.report == report)).one()
    if changed:
        then = {name: getattr(old, name) for name in versions.c.keys()}  # noqa: SIM118
        connection.execute(insert(versions).values(**then))
        _hand_on(connection, reports, reports.c.story, [report])
    said = connection.execute(
        select(statements.c.statement, statements.c.words).where(statements.c.report == report)
    ).all()
    if is_sqlite(connection):
        # A table without content is told what it forgets.
        forget = "INSERT INTO {0} ({0}, rowid, forms) VALUES ('delete', :row, :forms)"
        connection.execute(text(forget.format("words")), {"row": report, "forms": " ".join(forms(old.text))})
        for row in said:
            gone = {"row": row.statement, "forms": " ".join(forms(row.words))}
            connection.execute(text(forget.format("statement_words")), gone)
    else:
        connection.execute(text("DELETE FROM words WHERE report = :report"), {"report": report})
    _hand_on(connection, statements, statements.c.family, [row.statement for row in said])
    forget_grams(connection, report, kept(hashes_of(old.text, old.body)))
    for table in (statements, name_words, actors, events, credited, readings):
        connection.execute(delete(table).where(table.c.report == report))
    connection.execute(delete(copies).where((copies.c.a == report) | (copies.c.b == report)))


def _hand_on(connection: Connection, table: Table, group: Column[Any], gone: Sequence[int]) -> None:
    """Let groups that are called by a row that leaves them be called by the first row that stays."""
    [own] = table.primary_key.columns
    for some in _parts(gone):
        staying = select(group.label("was"), func.min(own).label("first")).where(group.in_(some), own.not_in(gone))
        for row in connection.execute(staying.group_by(group)).all():
            connection.execute(update(table).where(group == row.was).values({group.name: row.first}))


def _write_rows(connection: Connection, batch: dict[int, Prepared]) -> None:
    def all_of(rows: Iterable[tuple[int, dict[str, object]]]) -> list[dict[str, object]]:
        return [{"report": number, **row} for number, row in rows]

    if not batch:
        return
    connection.execute(insert(readings), all_of((n, {"packed": p.packed}) for n, p in batch.items()))
    said = all_of((n, row) for n, p in batch.items() for row in p.statements)
    tables = (
        (actors, all_of((n, row) for n, p in batch.items() for row in p.actors)),
        (name_words, all_of((n, row) for n, p in batch.items() for row in words_of_names(p.actors))),
        (events, all_of((n, row) for n, p in batch.items() for row in p.events)),
        (credited, all_of((n, row) for n, p in batch.items() for row in p.credits)),
    )
    for table, rows in tables:
        if rows:
            connection.execute(insert(table), rows)
    _index(connection, "words", [(n, p.forms) for n, p in batch.items()])
    if said:
        made = connection.execute(
            insert(statements).returning(statements.c.statement, sort_by_parameter_order=True), said
        )
        _index(
            connection,
            "statement_words",
            [(n, " ".join(forms(str(row["words"])))) for n, row in zip(made.scalars(), said, strict=True)],
        )


def _index(connection: Connection, table: str, rows: list[tuple[int, str]]) -> None:
    """Make the rows of a table findable by their forms."""
    values = [{"row": number, "forms": found} for number, found in rows]
    if is_sqlite(connection):
        connection.execute(text(f"INSERT INTO {table} (rowid, forms) VALUES (:row, :forms)"), values)
        return
    name = "report" if table == "words" else "statement"
    into = f"INSERT INTO {table} ({name}, forms) VALUES (:row, to_tsvector('simple', :forms))"
    connection.execute(text(into), values)
