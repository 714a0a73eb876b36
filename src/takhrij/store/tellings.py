"""The statements of the archive that tell a claim, found by the words they share with it."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, Row, or_, select, text

from takhrij.errors import InputError
from takhrij.linking.tracing import Telling
from takhrij.model.copy import Shared
from takhrij.model.span import Span
from takhrij.store.forms import forms
from takhrij.store.opening import is_sqlite
from takhrij.store.prepared import ARROW
from takhrij.store.reading import unpack_as
from takhrij.store.tables import copies, readings, reports, statements

# A statement tells the claim when so much of the claim, weighed by how rare its words are, stands in it, and so large a
# share of its own words in the claim: who says more than the claim may only mention it.
_LEAST_SHARED = 0.65
_LEAST_OF_STATEMENT = 0.3
# Of the claim's words the rarest are looked up: the others bring everything.
_LOOKED_UP = 8
_CANDIDATES = 400
_FEWEST_WORDS = 3
_BY_NUMBER = re.compile(r"(.+)#(\d+)")


class NoClaim(InputError):
    """What was asked for is no claim: too few words, or a statement that the archive does not have."""


class _Contents(msgspec.Struct):
    content: Span


class _Statements(msgspec.Struct):
    """Of a reading only where its statements stand."""

    statements: list[_Contents]


def claim_of(connection: Connection, asked: str) -> str:
    """The words of the claim: of statement N for `report#N`, of the headline for a report's id, else `asked` itself."""
    numbered = _BY_NUMBER.fullmatch(asked.strip())
    key, number = (numbered[1], int(numbered[2])) if numbered else (asked.strip(), None)
    row = connection.execute(
        select(reports.c.report, reports.c.title, reports.c.text).where(reports.c.key == key)
    ).first()
    if row is None:
        if len(set(forms(asked))) < _FEWEST_WORDS:
            raise NoClaim(f"{asked!r}: give at least {_FEWEST_WORDS} words of the claim, or a report's id, or id#N")
        return asked
    if number is None:
        return str(row.title or row.text.strip().split("\n")[0])
    words = connection.execute(
        select(statements.c.words).where(statements.c.report == row.report, statements.c.number == number)
    ).scalar()
    if words is None:
        raise NoClaim(f"{asked!r}: the report has no statement {number}")
    return str(words)


def tellings_of(connection: Connection, claim: str) -> list[Telling]:
    """Every statement that tells `claim`."""
    weights = _weights(connection, set(forms(claim)))
    rarest = sorted(weights, key=lambda form: (-weights[form], form))[:_LOOKED_UP]
    numbers = _candidates(connection, rarest)
    rows = connection.execute(
        select(statements, reports.c.key, reports.c.outlet, reports.c.published, reports.c.title)
        .join(reports, reports.c.report == statements.c.report)
        .where(statements.c.statement.in_(numbers))
    ).all()
    found = {}
    for row in rows:
        said = tuple(forms(row.words))
        if _tells(weights, said):
            found[row] = said
    origins = _origins(connection, list(found))
    return [
        Telling(
            report=row.key,
            statement=row.number,
            outlet=row.outlet,
            published=row.published,
            title=row.title,
            chain=tuple(row.chain.split(ARROW)),
            named=bool(row.named),
            words=row.words,
            forms=said,
            copied=tuple(origins.get((row.report, row.number), ())),
        )
        for row, said in found.items()
    ]


def _weights(connection: Connection, asked: Iterable[str]) -> dict[str, float]:
    """How much each form tells: the rarer it is among statements, the more."""
    total = connection.execute(select(statements.c.statement).order_by(statements.c.statement.desc()).limit(1)).scalar()
    return {form: math.log(1 + (total or 1) / (1 + _frequency(connection, form))) for form in asked}


def _frequency(connection: Connection, form: str) -> int:
    if is_sqlite(connection):
        asked = text("SELECT doc FROM statement_vocabulary WHERE term = :form")
        return int(connection.execute(asked, {"form": form}).scalar() or 0)
    asked = text("SELECT ndoc FROM statement_vocabulary WHERE word = :form")
    return int(connection.execute(asked, {"form": form}).scalar() or 0)


def _candidates(connection: Connection, rarest: Sequence[str]) -> list[int]:
    if is_sqlite(connection):
        match = " OR ".join('"' + form.replace('"', "") + '"' for form in rarest)
        asked = text("SELECT rowid FROM statement_words WHERE statement_words MATCH :asked ORDER BY rank LIMIT :most")
    else:
        match = " | ".join("'" + form.replace("'", "''").replace("\\", "") + "'" for form in rarest)
        asked = text(
            "SELECT statement FROM statement_words, to_tsquery('simple', :asked) asked WHERE forms @@ asked "
            "ORDER BY ts_rank_cd(forms, asked) DESC, 1 LIMIT :most"
        )
    return list(connection.execute(asked, {"asked": match, "most": _CANDIDATES}).scalars())


def _tells(weights: dict[str, float], said: Sequence[str]) -> bool:
    mine = set(said)
    shared = [weight for form, weight in weights.items() if form in mine]
    enough = sum(shared) >= _LEAST_SHARED * sum(weights.values())
    return enough and len(shared) >= _LEAST_OF_STATEMENT * len(mine)


def _origins(
    connection: Connection, rows: list[Row[tuple[object, ...]]]
) -> dict[tuple[int, int], list[tuple[str, bool]]]:
    """For a statement, by report and number, the older reports whose copied passages it stands in."""
    numbers = sorted({row.report for row in rows})
    pairs = connection.execute(
        select(copies).where(or_(copies.c.a.in_(numbers), copies.c.b.in_(numbers)), copies.c.older.is_not(None))
    ).all()
    keys = _keys(connection, [pair.older for pair in pairs])
    packed = {
        row.report: unpack_as(row.packed, _Statements).statements
        for row in connection.execute(select(readings).where(readings.c.report.in_(numbers)))
    }
    found: dict[tuple[int, int], list[tuple[str, bool]]] = {}
    wanted = Counter((row.report, row.number) for row in rows)
    for pair in sorted(pairs, key=lambda pair: -pair.containment):
        later = pair.b if pair.older == pair.a else pair.a
        for report, number in [one for one in wanted if one[0] == later]:
            span = packed[report][number].content
            shared = msgspec.json.decode(pair.passages, type=tuple[Shared, ...])
            if any(_covers(one.a if later == pair.a else one.b, span) for one in shared):
                found.setdefault((report, number), []).append((keys[pair.older], bool(pair.credited)))
    return found


def _keys(connection: Connection, numbers: list[int]) -> dict[int, str]:
    asked = select(reports.c.report, reports.c.key).where(reports.c.report.in_(sorted(set(numbers))))
    return {row.report: row.key for row in connection.execute(asked)}


def _covers(passage: Span, span: Span) -> bool:
    inside = min(passage.end, span.end) - max(passage.start, span.start)
    return inside >= 0.6 * (span.end - span.start)
