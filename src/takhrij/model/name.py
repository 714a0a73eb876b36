"""Names as they stand in the text."""

from typing import Literal

from takhrij.model.record import Record
from takhrij.model.span import Span

NameKind = Literal["person", "place", "organization", "outlet", "other"]


class Name(Record, frozen=True, kw_only=True):
    """One naming of a person, place, organisation or outlet, without titles and proclitics."""

    span: Span
    kind: NameKind
    rule: str
