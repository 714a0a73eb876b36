"""A report that was looked for and found."""

from takhrij.model.record import Record


class Hit(Record, frozen=True, kw_only=True):
    """A report that holds the words looked for; `score` is higher for the better one, `shown` the words around."""

    report: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    score: float
    shown: str
