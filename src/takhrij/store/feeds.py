"""What the archive remembers of the feeds that are watched."""

from sqlalchemy import Engine, delete, insert, select

from takhrij.ingest.watching import Feed
from takhrij.store.tables import feeds


def known_feeds(archive: Engine, addresses: list[str]) -> list[Feed]:
    """The feeds at `addresses`, in their order, as they were left."""
    with archive.connect() as connection:
        there = {row.address: row for row in connection.execute(select(feeds).where(feeds.c.address.in_(addresses)))}
    return [Feed(**there[address]._mapping) if address in there else Feed(address) for address in addresses]


def keep_feeds(archive: Engine, kept: list[Feed]) -> None:
    """Remember the feeds as they are now."""
    rows = [{name: getattr(feed, name) for name in feeds.c.keys()} for feed in kept]  # noqa: SIM118
    with archive.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(delete(feeds).where(feeds.c.address.in_([feed.address for feed in kept])))
        if rows:
            connection.execute(insert(feeds), rows)
