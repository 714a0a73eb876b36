"""What people decided on who is who: rows that are added and never changed."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from takhrij.linking.identities import letters_of
from takhrij.model.link import Judgement, Named
from takhrij.store.tables import judgements


def judged(connection: Connection) -> list[Judgement]:
    """All judgements, in the order in which they were made."""
    return [_judgement(row) for row in connection.execute(select(judgements).order_by(judgements.c.judgement))]


def keep(connection: Connection, made: Sequence[Judgement]) -> None:
    """Add judgements to those that are there."""
    if made:
        connection.execute(insert(judgements), [_row(one) for one in made])


def linked_names(made: Sequence[Judgement], wanted: str) -> set[tuple[str, str]]:
    """The names, each with its type, that judgements tie to a name that holds `wanted`, over however many steps.

    Whoever looks for one of an actor's names must find the others as well.
    """
    ties: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for one in made:
        if one.verdict == "same":
            left, right = (one.left.type, one.left.name), (one.right.type, one.right.name)
            ties.setdefault(left, set()).add(right)
            ties.setdefault(right, set()).add(left)
    letters = letters_of(wanted)
    waiting = [name for name in ties if letters in letters_of(name[1])]
    found = set(waiting)
    while waiting:
        new = ties[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def _judgement(row: Row[Any]) -> Judgement:
    return Judgement(
        left=Named(type=row.left_type, name=row.left_name, report=row.left_report),
        right=Named(type=row.right_type, name=row.right_name, report=row.right_report),
        verdict=row.verdict,
        score=row.score,
        why=row.why,
        by=row.by,
        at=row.at,
    )


def _row(one: Judgement) -> dict[str, object]:
    return {
        "left_type": one.left.type,
        "left_name": one.left.name,
        "left_report": one.left.report,
        "right_type": one.right.type,
        "right_name": one.right.name,
        "right_report": one.right.report,
        "verdict": one.verdict,
        "score": one.score,
        "why": one.why,
        "by": one.by,
        "at": one.at,
    }
