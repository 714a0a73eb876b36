"""Judgements on who is who, names looked up by word, families of quotations, the agencies whose text a report is."""

from alembic import op
from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, Text, false, text

revision = "0003"
down_revision = "0002"

_AT_ONCE = 1000
_NEXT = (
    "SELECT report, number, spellings FROM actors WHERE report > :last AND report <= :until "
    "UNION ALL SELECT report, 0, '' FROM (SELECT report FROM reports WHERE report > :until LIMIT 1) later"
)


def upgrade() -> None:
    """Add the table and the columns; families are found for all that is there when something is added next."""
    op.create_table(
        "judgements",
        Column("judgement", Integer, primary_key=True),
        Column("left_type", Text, nullable=False),
        Column("left_name", Text, nullable=False),
        Column("left_report", Text),
        Column("right_type", Text, nullable=False),
        Column("right_name", Text, nullable=False),
        Column("right_report", Text),
        Column("verdict", Text, nullable=False),
        Column("score", Float),
        Column("why", Text, nullable=False),
        Column("by", Text, nullable=False),
        Column("at", Text, nullable=False),
    )
    _make_name_words()
    op.add_column("statements", Column("family", Integer))
    op.create_index("statements_by_family", "statements", ["family"])
    op.add_column("copies", Column("origin", Text))
    op.add_column("credits", Column("whole", Boolean, nullable=False, server_default=false()))
    _make_views()


def _make_name_words() -> None:
    op.create_table(
        "name_words",
        Column("word", Text, primary_key=True),
        Column("report", Integer, ForeignKey("reports.report"), primary_key=True, autoincrement=False),
        Column("number", Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_index("name_words_by_report", "name_words", ["report"])
    connection = op.get_bind()
    into = text("INSERT INTO name_words (word, report, number) VALUES (:word, :report, :number)")
    last = 0
    while rows := connection.execute(text(_NEXT), {"last": last, "until": last + _AT_ONCE}).all():
        found = [
            {"word": word, "report": row.report, "number": row.number}
            for row in rows
            for word in set(row.spellings.replace("|", " ").split())
        ]
        if found:
            connection.execute(into, found)
        last += _AT_ONCE


def _make_views() -> None:
    op.execute("DROP VIEW who_copied_whom")
    op.execute(
        "CREATE VIEW who_copied_whom AS SELECT c.containment, o.outlet AS older_outlet, o.title AS older_title, "
        "o.published AS older_published, n.outlet AS later_outlet, n.title AS later_title, "
        "n.published AS later_published, c.credited, c.origin, c.reason, o.key AS older, n.key AS later "
        "FROM copies c JOIN reports o ON o.report = coalesce(c.older, c.a) "
        "JOIN reports n ON n.report = c.a + c.b - coalesce(c.older, c.a)"
    )
    op.execute(
        "CREATE VIEW stories AS SELECT b.title, count(*) AS reports, count(DISTINCT r.outlet) AS outlets, "
        "min(r.day) AS first_day, max(r.day) AS last_day, b.key AS story "
        "FROM reports r JOIN reports b ON b.report = r.story GROUP BY b.report, b.title, b.key"
    )
    op.execute(
        "CREATE VIEW who_is_named AS SELECT a.name, a.type, a.role, a.known, a.country, a.sector, a.aliases, a.said, "
        "r.day, r.outlet, r.title, r.url, r.key AS report FROM actors a JOIN reports r ON r.report = a.report"
    )
    op.execute(
        "CREATE VIEW quote_families AS SELECT f.family, r.day, r.outlet, f.speaker, f.words, f.chain, r.title, r.url, "
        "r.key AS report FROM statements f JOIN reports r ON r.report = f.report WHERE f.family IS NOT NULL"
    )
