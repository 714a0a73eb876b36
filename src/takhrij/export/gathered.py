"""The actors of many reports, put together on the way: each once, with all its names."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

import msgspec

from takhrij.export.files import file_name
from takhrij.export.identity import Figure
from takhrij.model.actor import Actor


class Player(NamedTuple):
    """An actor as all reports together have it; `roles` and `aliases` stand with the most usual first."""

    id: str
    name: str
    type: str
    country: str | None
    sector: str | None
    known: str | None
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    reports: int
    first: str | None
    last: str | None


class Gathered:
    """Hears of actors report by report and tells of each once, in the order in which they first came.

    They wait in a temporary file, not in memory; it is gone when the work within `with` is done.
    """

    def __init__(self) -> None:
        # Without a name SQLite makes a file that goes with the connection.
        self._file = sqlite3.connect("")
        self._file.execute(
            "CREATE TABLE heard (n INTEGER PRIMARY KEY, id TEXT NOT NULL, day TEXT, actor BLOB NOT NULL)"
        )
        self._file.execute("CREATE TABLE publisher (report TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID")
        self._file.execute("CREATE TABLE called (id TEXT PRIMARY KEY, name TEXT NOT NULL, plain TEXT UNIQUE)")
        self._file.execute("CREATE TABLE remarks (n INTEGER PRIMARY KEY, id TEXT NOT NULL, words TEXT NOT NULL)")
        self._file.execute("CREATE INDEX remarks_by_id ON remarks (id)")
        self._encoder = msgspec.json.Encoder()

    def hear(self, figures: Iterable[Figure], day: str | None) -> None:
        """Take note of the actors of one report, published on `day`."""
        rows = ((one.id, day, self._encoder.encode(_brief(one.actor))) for one in figures)
        self._file.executemany("INSERT INTO heard (id, day, actor) VALUES (?, ?, ?)", rows)

    def publish(self, report: str, outlet: str) -> None:
        """Take note of the outlet, by its id, that publishes a report."""
        self._file.execute("INSERT OR REPLACE INTO publisher VALUES (?, ?)", (report, outlet))

    def publisher(self, report: str) -> str | None:
        """The id of the outlet that publishes a report."""
        found = self._file.execute("SELECT id FROM publisher WHERE report = ?", (report,)).fetchone()
        return str(found[0]) if found else None

    def call(self, identity: str, name: str) -> str:
        """Give a thing the name by which a file is found; one that another has already is told apart by its id."""
        for one in (name, f"{name} {identity[-6:]}", f"{name} {file_name(identity)}"):
            values = (identity, one, one.casefold())
            if self._file.execute("INSERT OR IGNORE INTO called VALUES (?, ?, ?)", values).rowcount:
                return one
        return name

    def called(self, identity: str) -> str | None:
        """The name that was given."""
        found = self._file.execute("SELECT name FROM called WHERE id = ?", (identity,)).fetchone()
        return str(found[0]) if found else None

    def remark(self, identity: str, words: str) -> None:
        """Keep words about a thing for later."""
        self._file.execute("INSERT INTO remarks (id, words) VALUES (?, ?)", (identity, words))

    def remarks(self, identity: str) -> list[str]:
        """The words kept about a thing, in order."""
        asked = "SELECT words FROM remarks WHERE id = ? ORDER BY n"
        return [str(words) for (words,) in self._file.execute(asked, (identity,))]

    def __enter__(self) -> "Gathered":
        return self

    def __exit__(self, *failure: object) -> None:
        self._file.close()

    def players(self) -> Iterator[Player]:
        """Each actor once."""
        decoder = msgspec.json.Decoder(Actor)
        self._file.execute("CREATE TABLE first AS SELECT id, MIN(n) AS place FROM heard GROUP BY id")
        self._file.execute("CREATE UNIQUE INDEX first_by_id ON first (id)")
        rows = self._file.execute(
            "SELECT heard.id, day, actor FROM heard JOIN first ON first.id = heard.id ORDER BY place, n"
        )
        for identity, some in groupby(rows, key=lambda row: row[0]):
            yield _player(identity, ((day, decoder.decode(actor)) for _, day, actor in some))


def _brief(actor: Actor) -> Actor:
    """The actor without where it stands in its report."""
    return msgspec.structs.replace(actor, mentions=())


def _player(identity: str, namings: Iterable[tuple[str | None, Actor]]) -> Player:
    names: Counter[str] = Counter()
    values: dict[str, Counter[str]] = {field: Counter() for field in ("country", "sector", "known", "role", "alias")}
    kind, reports = "", 0
    first = last = None
    for day, actor in namings:
        kind = kind or actor.type
        names[actor.name] += 1
        values["alias"].update(actor.aliases)
        for field in ("country", "sector", "known", "role"):
            if value := getattr(actor, field):
                values[field][value] += 1
        reports += 1
        if day:
            first, last = min(first or day, day), max(last or day, day)
    known = _usual(values["known"])
    name = known or _usual(names) or ""
    called = [one for one, _ in (names + values["alias"]).most_common() if one != name]
    return Player(
        id=identity,
        name=name,
        type=kind,
        country=_usual(values["country"]),
        sector=_usual(values["sector"]),
        known=known,
        aliases=tuple(called),
        roles=tuple(role for role, _ in values["role"].most_common()),
        reports=reports,
        first=first,
        last=last,
    )


def _usual(counted: Counter[str]) -> str | None:
    return counted.most_common(1)[0][0] if counted else None
