"""Who takes part: one actor under all its names."""

from typing import Literal

from takhrij.model.record import Record
from takhrij.model.span import Span

ActorType = Literal["person", "organization", "outlet", "group", "country"]


class Actor(Record, frozen=True, kw_only=True):
    """A person, organisation, outlet, group or country of the report.

    `name` is its fullest proper name without titles, or the fullest description of one that is not named;
    `aliases` are the other forms the text uses, `mentions` where each naming of it stands.
    """

    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    role: str | None = None
    mentions: tuple[Span, ...] = ()
