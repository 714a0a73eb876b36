"""One report that has another's words."""

from takhrij.model.record import Record
from takhrij.model.span import Span


class Shared(Record, frozen=True, kw_only=True):
    """A passage that stands in both reports: where in `a`, and where in `b`."""

    a: Span
    b: Span


class Copy(Record, frozen=True, kw_only=True):
    """Two reports, by their ids, of which one was written from the other or both from a third.

    `containment` is the share of the shorter one's distinct word 5-grams that stand in the other (0 to 1); `older` is
    the id of the one that came first, None where nothing tells; `credited` whether the later one names the other's
    outlet, or the agency whose text both carry; `reason` says in words what all this rests on.
    """

    a: str
    b: str
    containment: float
    passages: tuple[Shared, ...]
    older: str | None
    credited: bool
    reason: str
