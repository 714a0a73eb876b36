"""One utterance as it travelled: the quotations of it, and how their wordings differ."""

from takhrij.model.record import Record
from takhrij.model.wording import Wording


class Quoted(Record, frozen=True, kw_only=True):
    """One quotation: which report has it, whom it makes speak, through whom, and in which of the family's wordings."""

    report: str
    statement: int
    outlet: str | None
    published: str | None
    speaker: str
    named: bool
    chain: tuple[str, ...]
    wording: int


class Family(Record, frozen=True, kw_only=True):
    """The quotations of one utterance, the earliest first.

    `family` is the first one, as `report#statement`; `speakers` are all who are said to have spoken, the most usual
    first: more than one where outlets call the speaker otherwise, or disagree on who it was.
    """

    family: str
    speakers: tuple[str, ...]
    first: str | None
    last: str | None
    outlets: tuple[str, ...]
    wordings: tuple[Wording, ...]
    quotations: tuple[Quoted, ...]
