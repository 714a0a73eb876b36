"""The statements of the archive that tell a claim, found by the words they share with it."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, or_, select, text

from takhrij.errors import InputError
from takhrij.lexicon import outlets
from takhrij.linking.tracing import Telling
from takhrij.model.copy import Shared
from takhrij.model.span import Span
from takhrij.store.forms import forms
from takhrij.store.opening import is_sqlite
from takhrij.store.prepared import ARROW
from takhrij.store.reading import unpack_as
from takhrij.store.tables import copies, credited, readings, reports, statements

# A statement tells the claim when so much of the claim, weighed by how rare its words are, stands in it, and so large a
# share of its own words in the claim: who says more than the claim may only mention it.
_LEAST_SHARED = 0.65
_LEAST_OF_STATEMENT = 0.3
# Of the claim's words the rarest are looked up: the others bring everything.
_LOOKED_UP = 8
_CANDIDATES = 400
_FEWEST_WORDS = 3
# The ranks of where words come from: an agency's own report, its text without that, another report.
_AGENCY = 1
_REPORTS = (0, 2)
_BY_NUMBER = re.compile(r"(.+)#(\d+)")


class NoClaim(InputError):
    """What was asked for is no claim: too few words, or a statement that the archive does not have."""


class _Contents(msgspec.Struct):
    content: Span


class _Said(msgspec.Struct):
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
    found = {}
    for row in _statements(connection, statements.c.statement.in_(numbers)):
        said = tuple(forms(row.words))
        if _tells(weights, said):
            found[row.statement] = (row, said)
    # Another wording of the utterance may share few words with the claim.
    families = {row.family for row, _ in found.values() if row.family is not None}
    for row in _statements(connection, statements.c.family.in_(families)) if families else ():
        found.setdefault(row.statement, (row, tuple(forms(row.words))))
    origins = _origins(connection, [row for row, _ in found.values()])
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
            copied=tuple((one.source, one.credited) for one in _from(origins, row, _REPORTS)),
            wire=next(((one.source, one.credited) for one in _from(origins, row, [_AGENCY])), None),
        )
        for row, said in found.values()
    ]


def _statements(connection: Connection, wanted: ColumnElement[bool]) -> Sequence[Row[Any]]:
    columns = (reports.c.key, reports.c.outlet, reports.c.published, reports.c.title)
    asked = select(statements, *columns).join(reports, reports.c.report == statements.c.report).where(wanted)
    return connection.execute(asked).all()


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


class _Origin(NamedTuple):
    """Whose words a statement is in: a report's, or an agency's of which the archive has no report of these words.

    They sort by how much they tell: the agency's own report, the agency, another report; of reports the likest.
    """

    rank: int
    unlike: float
    source: str
    credited: bool


def _origins(connection: Connection, rows: list[Row[tuple[object, ...]]]) -> dict[tuple[int, int], list[_Origin]]:
    """For a statement, by report and number, where the copied passages that it stands in come from."""
    numbers = sorted({row.report for row in rows})
    pairs = connection.execute(
        select(copies).where(or_(copies.c.a.in_(numbers), copies.c.b.in_(numbers)), copies.c.older.is_not(None))
    ).all()
    older = _published(connection, [pair.older for pair in pairs])
    packed = {
        row.report: unpack_as(row.packed, _Said).statements
        for row in connection.execute(select(readings).where(readings.c.report.in_(numbers)))
    }
    places: dict[int, list[int]] = {}
    for row in rows:
        places.setdefault(row.report, []).append(row.number)
    named = _named(connection, numbers)
    found: dict[tuple[int, int], list[_Origin]] = {}
    for pair in pairs:
        shared = msgspec.json.decode(pair.passages, type=tuple[Shared, ...])
        for report in {pair.a, pair.b} & places.keys():
            origin = _origin(pair, report, older[pair.older], named[report])
            spans = [one.a if report == pair.a else one.b for one in shared]
            for number in places[report] if origin else ():
                if origin and any(_covers(span, packed[report][number].content) for span in spans):
                    found.setdefault((report, number), []).append(origin)
    return {place: sorted(some) for place, some in found.items()}


def _from(origins: dict[tuple[int, int], list[_Origin]], row: Row[Any], ranks: Sequence[int]) -> list[_Origin]:
    """Where a statement's words come from: of the nearest kind alone."""
    found = origins.get((row.report, row.number), [])
    return [one for one in found if one.rank == found[0].rank and one.rank in ranks]


def _origin(pair: Row[Any], report: int, older: Row[Any], named: set[str]) -> _Origin | None:
    """Where the words that `report` shares in a pair come from; None for the older one of them."""
    if pair.origin:
        credited = any(outlets.same(one, pair.origin) for one in named)
        return _Origin(_AGENCY, 0.0, pair.origin, credited)
    if report == pair.older:
        return None
    known = outlets.known(older.outlet) if older.outlet else None
    rank = _REPORTS[0] if known is not None and known.kind == "agency" else _REPORTS[1]
    return _Origin(rank, -pair.containment, older.key, bool(pair.credited))


def _published(connection: Connection, numbers: list[int]) -> dict[int, Row[Any]]:
    columns = (reports.c.report, reports.c.key, reports.c.outlet)
    asked: Select[Any] = select(*columns).where(reports.c.report.in_(sorted(set(numbers))))
    return {row.report: row for row in connection.execute(asked).all()}


def _named(connection: Connection, numbers: list[int]) -> dict[int, set[str]]:
    """Whom each report names as where something comes from."""
    found: dict[int, set[str]] = defaultdict(set)
    for row in connection.execute(select(credited).where(credited.c.report.in_(numbers))):
        found[row.report].add(row.outlet)
    return found


def _covers(passage: Span, span: Span) -> bool:
    inside = min(passage.end, span.end) - max(passage.start, span.start)
    return inside >= 0.6 * (span.end - span.start)
