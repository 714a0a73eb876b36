"""Words with several vowel signs on one letter are whole, and grams are hashed another way."""

import re
from collections.abc import Iterator
from typing import Any

from alembic import op
from sqlalchemy import Connection, text

from takhrij.linking.grams import hashes_of, kept
from takhrij.store.forms import forms, forms_of
from takhrij.store.linker import keep_grams

revision = "0004"
down_revision = "0003"

_AT_ONCE = 1000
_SIGNS = "\u0610-\u061a\u0640\u064b-\u065f\u0670"
# As words were found before: سُجِّل ended behind its second sign.
_BEFORE = re.compile(rf"[^\W_]+(?:[{_SIGNS}.,٫٬][^\W_]+)*")
_SEVERAL_SIGNS = re.compile(f"[{_SIGNS}]{{2}}")


def upgrade() -> None:
    """Find the grams of all reports anew, and the forms of the texts that have such words."""
    connection = op.get_bind()
    connection.execute(text("DELETE FROM grams"))
    for rows in _parts(connection, "SELECT report AS row, body, text AS words FROM reports WHERE report > :last"):
        batch = {row.row: kept(hashes_of(row.words, row.body)) for row in rows}
        keep_grams(connection, batch)
        sizes = [{"row": number, "sampled": len(some)} for number, some in batch.items()]
        connection.execute(text("UPDATE reports SET sampled = :sampled WHERE report = :row"), sizes)
        _find_anew(connection, "words", rows)
    for rows in _parts(connection, "SELECT statement AS row, words FROM statements WHERE statement > :last"):
        _find_anew(connection, "statement_words", rows)


def _parts(connection: Connection, question: str) -> Iterator[list[Any]]:
    last = 0
    asked = text(f"{question} ORDER BY 1 LIMIT {_AT_ONCE}")
    while rows := connection.execute(asked, {"last": last}).all():
        yield list(rows)
        last = rows[-1].row


def _find_anew(connection: Connection, table: str, rows: list[Any]) -> None:
    """Let rows whose text has such words be found by them."""
    for row in rows:
        if not _SEVERAL_SIGNS.search(row.words):
            continue
        values = {
            "row": row.row,
            "before": " ".join(forms_of(_BEFORE.findall(row.words))),
            "forms": " ".join(forms(row.words)),
        }
        if connection.dialect.name == "sqlite":
            # A table without content is told what it forgets.
            forget = f"INSERT INTO {table} ({table}, rowid, forms) VALUES ('delete', :row, :before)"
            connection.execute(text(forget), values)
            connection.execute(text(f"INSERT INTO {table} (rowid, forms) VALUES (:row, :forms)"), values)
        else:
            name = "report" if table == "words" else "statement"
            anew = f"UPDATE {table} SET forms = to_tsvector('simple', :forms) WHERE {name} = :row"
            connection.execute(text(anew), values)
