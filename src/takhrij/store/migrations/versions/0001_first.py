"""The first form: reports and their versions, readings, statements, actors, credits, grams, copies, words to search."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Integer, LargeBinary, Text

revision = "0001"
down_revision = None


def _report(*, key: bool = True) -> Column[int]:
    return Column("report", Integer, ForeignKey("reports.report"), primary_key=key, nullable=False)


def upgrade() -> None:
    """Make the tables, what searches them, and the views."""
    _make_reports()
    _make_what_they_say()
    _make_events()
    _make_links()
    if op.get_bind().dialect.name == "sqlite":
        # The forms are looked up in, never shown: a table without content takes a third of the room.
        op.execute("CREATE VIRTUAL TABLE words USING fts5(forms, content='', tokenize='unicode61 remove_diacritics 0')")
        op.execute(
            "CREATE VIRTUAL TABLE statement_words USING fts5(forms, content='', "
            "tokenize='unicode61 remove_diacritics 0')"
        )
        op.execute("CREATE VIRTUAL TABLE statement_vocabulary USING fts5vocab(statement_words, 'row')")
    else:
        op.execute("CREATE TABLE words (report integer PRIMARY KEY REFERENCES reports, forms tsvector NOT NULL)")
        op.execute("CREATE INDEX words_forms ON words USING gin (forms)")
        op.execute(
            "CREATE TABLE statement_words (statement integer PRIMARY KEY REFERENCES statements ON DELETE CASCADE, "
            "forms tsvector NOT NULL)"
        )
        op.execute("CREATE INDEX statement_words_forms ON statement_words USING gin (forms)")
        # Counted anew from time to time: what is rare today is rare tomorrow.
        op.execute(
            "CREATE MATERIALIZED VIEW statement_vocabulary AS "
            "SELECT word, ndoc FROM ts_stat('SELECT forms FROM statement_words')"
        )
        op.execute("CREATE UNIQUE INDEX statement_vocabulary_word ON statement_vocabulary (word)")
    _make_views()


def _make_reports() -> None:
    op.create_table(
        "reports",
        Column("report", Integer, primary_key=True),
        Column("key", Text, nullable=False, unique=True),
        Column("version", Integer, nullable=False),
        Column("outlet", Text),
        Column("published", Text),
        Column("day", Text),
        Column("title", Text),
        Column("url", Text),
        Column("place", Text),
        Column("body", Integer, nullable=False),
        Column("text", Text, nullable=False),
        Column("digest", Text, nullable=False),
        Column("sampled", Integer, nullable=False),
        Column("rules", Text, nullable=False),
        Column("added", Text, nullable=False),
        Column("story", Integer),
    )
    op.create_index("reports_by_day", "reports", ["day"])
    op.create_index("reports_by_story", "reports", ["story"])
    op.create_index("reports_by_rules", "reports", ["rules"])
    op.create_table(
        "versions",
        _report(),
        Column("version", Integer, primary_key=True),
        Column("published", Text),
        Column("title", Text),
        Column("text", Text, nullable=False),
        Column("digest", Text, nullable=False),
        Column("added", Text, nullable=False),
    )
    op.create_table("readings", _report(), Column("packed", LargeBinary, nullable=False))


def _make_what_they_say() -> None:
    op.create_table(
        "statements",
        Column("statement", Integer, primary_key=True),
        _report(key=False),
        Column("number", Integer, nullable=False),
        Column("speaker", Text, nullable=False),
        Column("speaker_key", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("named", Boolean, nullable=False),
        Column("form", Text, nullable=False),
        Column("asked", Text),
        Column("chain", Text, nullable=False),
        Column("words", Text, nullable=False),
    )
    op.create_index("statements_by_report", "statements", ["report"])
    op.create_index("statements_by_speaker", "statements", ["speaker_key"])
    op.create_table(
        "actors",
        _report(),
        Column("number", Integer, primary_key=True),
        Column("name", Text, nullable=False),
        Column("key", Text, nullable=False),
        Column("type", Text, nullable=False),
        Column("role", Text),
        Column("aliases", Text),
        Column("spellings", Text, nullable=False),
        Column("country", Text),
        Column("sector", Text),
        Column("known", Text),
        Column("said", Integer, nullable=False),
    )
    op.create_index("actors_by_key", "actors", ["key"])
    op.create_table("credits", _report(), Column("outlet", Text, primary_key=True))


def _make_events() -> None:
    op.create_table(
        "events",
        Column("event", Integer, primary_key=True),
        _report(key=False),
        Column("number", Integer, nullable=False),
        Column("type", Text, nullable=False),
        Column("mode", Text),
        Column("status", Text, nullable=False),
        Column("day", Text),
        Column("actor", Text, nullable=False),
        Column("recipient", Text, nullable=False),
        Column("others", Text, nullable=False),
        Column("spellings", Text, nullable=False),
        Column("place", Text),
        Column("country", Text),
        Column("suffered", Integer),
        Column("trigger", Text, nullable=False),
        Column("statement", Integer),
        Column("chain", Text),
    )
    op.create_index("events_by_report", "events", ["report"])
    op.create_index("events_by_day", "events", ["day"])


def _make_links() -> None:
    op.create_table(
        "grams",
        Column("gram", BigInteger, primary_key=True, autoincrement=False),
        Column("report", Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copies",
        Column("a", Integer, ForeignKey("reports.report"), primary_key=True),
        Column("b", Integer, ForeignKey("reports.report"), primary_key=True),
        Column("containment", Float, nullable=False),
        Column("older", Integer),
        Column("credited", Boolean, nullable=False),
        Column("reason", Text, nullable=False),
        Column("passages", Text, nullable=False),
    )
    op.create_index("copies_by_b", "copies", ["b"])


def _make_views() -> None:
    """What somebody who opens the file with Datasette wants to look at first."""
    op.execute(
        "CREATE VIEW who_said_what AS SELECT r.day, r.outlet, s.speaker, s.words, s.chain, s.form, s.kind, s.named, "
        "r.title, r.url, r.key AS report FROM statements s JOIN reports r ON r.report = s.report"
    )
    op.execute(
        "CREATE VIEW who_copied_whom AS SELECT c.containment, o.outlet AS older_outlet, o.title AS older_title, "
        "o.published AS older_published, n.outlet AS later_outlet, n.title AS later_title, "
        "n.published AS later_published, c.credited, c.reason, o.key AS older, n.key AS later "
        "FROM copies c JOIN reports o ON o.report = coalesce(c.older, c.a) "
        "JOIN reports n ON n.report = c.a + c.b - coalesce(c.older, c.a)"
    )
    op.execute(
        "CREATE VIEW chronicle AS SELECT coalesce(e.day, r.day) AS day, e.type, e.mode, e.status, e.actor, "
        "e.recipient, e.place, e.country, e.suffered, e.trigger, e.chain, r.outlet, r.title, r.url, r.key AS report "
        "FROM events e JOIN reports r ON r.report = e.report"
    )
    op.execute(
        "CREATE VIEW outlets AS SELECT outlet, count(*) AS reports, min(day) AS first_day, max(day) AS last_day "
        "FROM reports GROUP BY outlet"
    )
