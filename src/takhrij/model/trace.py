"""One claim followed through the archive: who told it, in which words, on whose word."""

from takhrij.model.record import Record
from takhrij.model.wording import Wording


class Retelling(Record, frozen=True, kw_only=True):
    """One report that tells the claim.

    `report` is its id, `statement` the number of the statement in its reading. `chain` runs from the one nearest to the
    reader to the speaker. `wording` numbers the words it uses among the trace's `wordings`. `copied_from` is the
    report whose words it carries, None where no copy is known; `origin` is the agency whose text it is, where the
    archive does not have the agency's own report. `credited` tells whether it names that outlet or agency.
    """

    report: str
    statement: int
    outlet: str | None
    published: str | None
    title: str | None
    chain: tuple[str, ...]
    named: bool
    wording: int
    copied_from: str | None
    origin: str | None
    credited: bool


class Independent(Record, frozen=True, kw_only=True):
    """How many sources stand behind a claim that know nothing of each other: a range.

    `high` counts the outlets; `low` what is left when those are put together that share an origin, copy each other,
    or belong to one house. `because` gives each reason for putting some together.
    """

    low: int
    high: int
    because: tuple[str, ...]


class Trace(Record, frozen=True, kw_only=True):
    """A claim and all that tells it, the earliest first.

    `first` is the id of the report that told it first, None where no day is known. `common_link` is the one through
    whom all chains pass: the madar. None where they part ways.
    """

    claim: str
    first: str | None
    retellings: tuple[Retelling, ...]
    wordings: tuple[Wording, ...]
    common_link: str | None
    independent: Independent
