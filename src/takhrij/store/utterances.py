"""The archive's families of quotations, with what differs between their wordings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from takhrij.linking.moments import moment_of
from takhrij.linking.wordings import changes
from takhrij.model.family import Family, Quoted
from takhrij.model.wording import Wording
from takhrij.store.forms import forms, key
from takhrij.store.prepared import ARROW
from takhrij.store.tables import reports, statements

_AT_ONCE = 200


def families(connection: Connection, least: int, speaker: str | None = None) -> Iterator[Family]:
    """The families with quotations by at least so many outlets, the latest first; only those of `speaker`, if given."""
    asked = (
        select(statements.c.family)
        .join(reports, reports.c.report == statements.c.report)
        .where(statements.c.family.is_not(None))
        .group_by(statements.c.family)
        .having(func.count(reports.c.outlet.distinct()) >= least)
        .order_by(func.max(reports.c.day).desc(), statements.c.family)
    )
    if speaker:
        spoke = select(statements.c.family).where(statements.c.speaker_key.contains(key(speaker), autoescape=True))
        asked = asked.where(statements.c.family.in_(spoke))
    numbers = list(connection.execute(asked).scalars())
    for start in range(0, len(numbers), _AT_ONCE):
        yield from _some(connection, numbers[start : start + _AT_ONCE])


def family_of(connection: Connection, report: str, number: int) -> Family | None:
    """The family of a quotation, given by its report's id and its number; None where it is in none."""
    asked = (
        select(statements.c.family)
        .join(reports, reports.c.report == statements.c.report)
        .where(reports.c.key == report, statements.c.number == number, statements.c.family.is_not(None))
    )
    return next((one for family in connection.execute(asked).scalars() for one in _some(connection, [family])), None)


def _some(connection: Connection, numbers: Sequence[int]) -> Iterator[Family]:
    columns = (reports.c.key, reports.c.outlet, reports.c.published, reports.c.day)
    asked = (
        select(statements, *columns)
        .join(reports, reports.c.report == statements.c.report)
        .where(statements.c.family.in_(numbers))
    )
    members: dict[int, list[Row[Any]]] = {number: [] for number in numbers}
    for row in connection.execute(asked):
        members[row.family].append(row)
    for number in numbers:
        yield _family(sorted(members[number], key=lambda row: (moment_of(row.published), row.statement)))


def _family(rows: Sequence[Row[Any]]) -> Family:
    said = [tuple(forms(row.words)) for row in rows]
    kinds = list(dict.fromkeys(said))
    words = {form: row.words for form, row in zip(reversed(said), reversed(rows), strict=True)}
    count = Counter(said)
    days = sorted(row.day for row in rows if row.day)
    speakers = Counter(row.speaker for row in rows)
    return Family(
        family=f"{rows[0].key}#{rows[0].number}",
        speakers=tuple(name for name, _ in speakers.most_common()),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        outlets=tuple(sorted({row.outlet for row in rows if row.outlet})),
        wordings=tuple(
            Wording(words=words[kind], retellings=count[kind], changes=changes(words[kinds[0]], words[kind]))
            for kind in kinds
        ),
        quotations=tuple(_quoted(row, kinds.index(kind)) for row, kind in zip(rows, said, strict=True)),
    )


def _quoted(row: Row[Any], wording: int) -> Quoted:
    return Quoted(
        report=row.key,
        statement=row.number,
        outlet=row.outlet,
        published=row.published,
        speaker=row.speaker,
        named=bool(row.named),
        chain=tuple(row.chain.split(ARROW)),
        wording=wording,
    )
