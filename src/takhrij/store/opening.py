"""An archive opened: a file of its own (SQLite), or a PostgreSQL database."""

import re
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from takhrij.errors import StoreError
from takhrij.store.migrations import bring_up_to_date, is_current

# A writer waits so long for another one to finish its batch.
_PATIENCE_S = 60
# With WAL, readers work beside a writer, and NORMAL loses no committed batch when the program is killed: only a power
# cut can take the last ones.
_SETTINGS = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "cache_size=-65536")
_URL = re.compile(r"[a-z][a-z0-9+]*://")


def open_archive(where: str, *, create: bool = False) -> Engine:
    """The archive at a path or a PostgreSQL URL, brought up to date. Raises StoreError.

    Without `create`, a file that is not there is an error rather than a new, empty archive.
    """
    is_url = bool(_URL.match(where))
    if not is_url and not create and not Path(where).is_file():
        raise StoreError(where, "no archive is here; `takhrij add --archive FILE SOURCE` makes one")
    try:
        engine = _postgresql(where) if is_url else _sqlite(Path(where))
        try:
            _bring_up(engine)
        except BaseException:
            engine.dispose()
            raise
    except DBAPIError as error:
        raise StoreError(shown(where), plain(error)) from error
    except (ImportError, NoSuchModuleError) as error:
        raise StoreError(shown(where), f"{error}; install takhrij[postgresql]") from error
    except OSError as error:
        raise StoreError(shown(where), error.strerror or str(error)) from error
    return engine


def _bring_up(engine: Engine) -> None:
    with engine.connect() as connection:
        current = is_current(connection)
    if not current:
        bring_up_to_date(engine)


def _sqlite(path: Path) -> Engine:
    path.parent.mkdir(parents=True, exist_ok=True)
    # One connection to a thread, opened anew each time: a file's lock must go when the work is done.
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=NullPool,
        connect_args={"timeout": _PATIENCE_S},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection, _record) -> None:  # type: ignore[no-untyped-def]
        # SQLAlchemy begins transactions itself (see below): sqlite3's own way would begin them too late.
        connection.isolation_level = None
        try:
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
        except BaseException:
            # Nobody else knows of the connection yet.
            connection.close()
            raise

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes the lock before it looks: two writers at once never write one report twice.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(url: str) -> Engine:
    if url.startswith("postgresql://") or url.startswith("postgres://"):
        url = "postgresql+psycopg://" + url.partition("://")[2]
    return create_engine(url)


def shown(where: str) -> str:
    """`where` without its password."""
    return re.sub(r"(://[^:/@]*):[^@/]*@", r"\1:***@", where)


def plain(error: DBAPIError) -> str:
    """What the database says, in one line."""
    return str(error.orig).strip().splitlines()[0] if error.orig else str(error)


def is_sqlite(connection: Connection) -> bool:
    """Whether the archive is a file of its own."""
    return connection.dialect.name == "sqlite"
