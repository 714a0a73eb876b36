"""An event as the archive's chronicle tells it."""

from takhrij.model.record import Record


class Happening(Record, frozen=True, kw_only=True):
    """One event of one report; `event` is the report's id with the event's number in its reading.

    `date` is the event's own, where the report tells it (ISO 8601 or EDTF); `published` is the report's. `trigger` are
    the words that tell the event; `chain` on whose word, from the one nearest to the reader to the speaker: empty
    where the report tells it in its own voice.
    """

    event: str
    report: str
    outlet: str | None
    published: str | None
    title: str | None
    type: str
    mode: str | None
    status: str
    date: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    others: tuple[str, ...]
    place: str | None
    country: str | None
    count: int | None
    trigger: str
    statement: int | None
    chain: tuple[str, ...]


class InPlace(Record, frozen=True, kw_only=True):
    """How many events happened in a place as reports name it, of the country in which the readings found it to lie."""

    place: str
    country: str | None
    events: int


class Counts(Record, frozen=True, kw_only=True):
    """How many events there are, and how many of each month (YYYY-MM), PLOVER type and place."""

    events: int
    months: dict[str, int]
    types: dict[str, int]
    places: tuple[InPlace, ...]
