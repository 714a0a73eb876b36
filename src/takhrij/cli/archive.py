"""The archive that a command works on."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlalchemy import Engine

ArchiveOption = Annotated[
    str | None,
    typer.Option(
        "--archive",
        metavar="FILE",
        help="The archive: a file, or a PostgreSQL URL; else $TAKHRIJ_ARCHIVE, else one in your data folder.",
        show_default=False,
    ),
]


def place_of(given: str | None) -> str:
    """Where the archive is: as given, else as the environment says, else in the user's data folder."""
    if given or (given := os.environ.get("TAKHRIJ_ARCHIVE")):
        return given
    from platformdirs import user_data_path

    return str(user_data_path("takhrij") / "archive.db")


def open_at(given: str | None, *, create: bool = False) -> "Engine":
    """The archive, opened. Raises StoreError, also where what archives need is not installed."""
    from takhrij.errors import StoreError

    where = place_of(given)
    try:
        from takhrij.store.opening import open_archive
    except ModuleNotFoundError as error:
        raise StoreError(where, f"{error.name} is not installed; `pip install takhrij[archive]` brings it") from error
    return open_archive(where, create=create)


def shown_place(given: str | None) -> str:
    """Where the archive is, without its password."""
    from takhrij.store.opening import shown

    return shown(place_of(given))


def shown_size(where: str) -> str:
    """The size of an archive that is a file, for people; empty for a database."""
    path = Path(where)
    return f"{path.stat().st_size / 1e6:,.1f} MB" if path.is_file() else ""
