"""The archive's form, brought up to date by Alembic; asked about without it, since loading it takes time."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from takhrij.errors import StoreError

# The newest of the files in versions/; a test compares the two.
NEWEST = "0004"


def is_current(connection: Connection) -> bool:
    """Whether the archive has today's form. Raises StoreError where it was made by a later takhrij."""
    if not inspect(connection).has_table("alembic_version"):
        return False
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version is not None and version > NEWEST:
        raise StoreError(
            str(connection.engine.url), f"made by a later takhrij (form {version}; this one knows {NEWEST})"
        )
    return bool(version == NEWEST)


def bring_up_to_date(engine: Engine) -> None:
    """Run the migrations that the archive has not seen, each whole or not at all."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    with engine.connect().execution_options(writes=True) as connection:
        config.attributes["connection"] = connection
        with connection.begin():
            if not is_current(connection):
                command.upgrade(config, "head")
