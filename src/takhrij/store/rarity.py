"""How rare the archive's words are."""

from sqlalchemy import Connection, func, select, text

from takhrij.store.opening import is_sqlite
from takhrij.store.tables import statements

# As if so many statements without the word had gone before: in a small archive no word is common yet.
_ASSUMED = 1_000
# So many forms are remembered before starting afresh: memory does not grow with the archive.
_REMEMBERED = 50_000


class Rarity:
    """The share of the archive's statements that have a form."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._shares: dict[str, float] = {}
        self._total = 1 + (connection.execute(select(func.max(statements.c.statement))).scalar() or 0)
        name, count = ("term", "doc") if is_sqlite(connection) else ("word", "ndoc")
        self._question = text(f"SELECT {count} FROM statement_vocabulary WHERE {name} = :form")

    def share(self, form: str) -> float:
        """The share of statements that have `form`: above 0, up to 1."""
        share = self._shares.get(form)
        if share is None:
            if len(self._shares) >= _REMEMBERED:
                self._shares.clear()
            count = self._connection.execute(self._question, {"form": form}).scalar() or 0
            share = self._shares[form] = (1 + count) / (_ASSUMED + self._total)
        return share
