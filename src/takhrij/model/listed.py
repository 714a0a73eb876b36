"""A report as a list names it."""

from takhrij.model.record import Record


class Listed(Record, frozen=True, kw_only=True):
    """A report by its id, with what tells it from others; each None where unknown."""

    report: str
    title: str | None
    outlet: str | None
    published: str | None
