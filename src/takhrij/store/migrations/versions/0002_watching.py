"""Feeds that are watched; what was given with an article, so that new rules can read it again."""

from alembic import op
from sqlalchemy import Column, Float, Integer, Text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the table and the columns; of what was added before, what was read stands in for what was given."""
    op.create_table(
        "feeds",
        Column("address", Text, primary_key=True),
        Column("etag", Text),
        Column("modified", Text),
        Column("failures", Integer, nullable=False),
        Column("due", Float, nullable=False),
    )
    op.add_column("reports", Column("given_outlet", Text))
    op.add_column("reports", Column("given_published", Text))
    op.execute("UPDATE reports SET given_outlet = outlet, given_published = published")
