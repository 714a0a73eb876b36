"""How much an archive holds."""

from takhrij.model.record import Record


class Summary(Record, frozen=True, kw_only=True):
    """An archive in numbers; `first` and `last` are the days between which its reports were published.

    `outlets` names those that publish, the one with the most reports first; `added` tells when the last report came.
    """

    reports: int
    statements: int
    events: int
    copies: int
    stories: int
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    added: str | None
