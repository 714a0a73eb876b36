"""How taking in goes on, told to programs."""

from takhrij.model.record import Record


class Taken(Record, frozen=True, kw_only=True):
    """How many reports the archive has taken in so far: all of them are safe in it.

    `new`, `changed` and `same` count reports, `refused` inputs that could not be read. `done` is true once, at the end.
    """

    archive: str
    new: int
    changed: int
    same: int
    refused: int
    done: bool


class Asked(Record, frozen=True, kw_only=True):
    """What one round through watched feeds has brought, all of it safe in the archive.

    `at` is when the round ended (ISO 8601); `feeds` were asked, `failed` of them did not answer.
    """

    archive: str
    at: str
    feeds: int
    failed: int
    new: int
    changed: int
    same: int
    refused: int


class Anew(Record, frozen=True, kw_only=True):
    """How many reports have been read anew so far, and how many are left. `done` is true once, at the end."""

    archive: str
    reread: int
    left: int
    done: bool
