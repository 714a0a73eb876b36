"""An event while the report is read."""

from dataclasses import dataclass, field

from takhrij.reading.players import Player
from takhrij.rules.events.deed import Deed


@dataclass(slots=True, eq=False)
class Happening:
    """An event while the report is read: its fullest deed, all its deeds, and who takes part."""

    deed: Deed
    actor: list[Player]
    recipient: list[Player]
    others: list[Player]
    place: str | None
    date: str | None
    deeds: list[Deed] = field(default_factory=list)
    is_told: bool = True
    in_headline: bool = False
    in_lead: bool = False

    def weight(self) -> int:
        """How much is told of it."""
        return 2 * len(self.actor[:1]) + 2 * len(self.recipient[:1]) + bool(self.place) + bool(self.date)


def are_apart(one: str | None, other: str | None) -> bool:
    """Whether two dates cannot be one: neither is a part of the other."""
    return bool(one and other) and not (str(one).startswith(str(other)) or str(other).startswith(str(one)))
