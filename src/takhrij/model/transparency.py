"""How open an outlet is about where its news comes from."""

from takhrij.model.record import Record


class Transparency(Record, frozen=True, kw_only=True):
    """One outlet's habits over an archive. All shares run from 0 to 1 and are None where nothing is to be shared.

    Of its statements: `unnamed` rest on somebody who is not named, `reasoned` is the share of those for whom the report
    says that he asked for it, `first_hand` come from their speaker without a relay, in a report that copies
    nobody. Of its reports: `agencies` name an agency, `copies` carry an earlier report's words, and `uncredited` is the
    share of those that do not say so.
    """

    outlet: str | None
    reports: int
    statements: int
    unnamed: float | None
    reasoned: float | None
    first_hand: float | None
    agencies: float | None
    copies: float | None
    uncredited: float | None
