"""What stands around the body of a report: who wrote it, where, when."""

from takhrij.model.record import Record
from takhrij.model.span import Span


class Heading(Record, frozen=True, kw_only=True):
    """The lines before and after the body, each where it stands; None where there is none.

    `dateline` is the whole of it ("القاهرة (رويترز) -"), `place` its city as a name, `credit` the agency or
    agencies credited, `body` where the running text begins and ends.
    """

    section: Span | None = None
    headline: Span | None = None
    standfirst: Span | None = None
    dateline: Span | None = None
    byline: Span | None = None
    credit: Span | None = None
    body: Span
    place: str | None = None
    agencies: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
