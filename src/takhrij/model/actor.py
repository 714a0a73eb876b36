"""Who takes part: one actor under all its names."""

from typing import Literal

from takhrij.model.record import Record
from takhrij.model.span import Span

ActorType = Literal["person", "organization", "outlet", "group", "country"]


class Actor(Record, frozen=True, kw_only=True):
    """A person, organisation, outlet, group or country of the report.

    `name` is its fullest proper name without titles, or the fullest description of one that is not named;
    `aliases` are the other forms the text uses, `mentions` where each naming of it stands. `country` is whom it acts
    for (ISO 3166, or PLOVER's code for no state), `sector` PLOVER's; `known` is the fullest name that the lexicon has
    for it. Each is None where neither the report nor the lexicon tells.
    """

    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    role: str | None = None
    mentions: tuple[Span, ...] = ()
    country: str | None = None
    sector: str | None = None
    known: str | None = None
