"""An event while the report is read."""

import msgspec

from takhrij.model.dates import days_of
from takhrij.reading.players import Player
from takhrij.rules.events.deed import Deed


class Happening(msgspec.Struct, eq=False):
    """An event while the report is read: its fullest deed, all its deeds, and who takes part.

    `gist` are words of what is said in it; `only_lead` says that only headline and stand-first have told it yet.
    """

    deed: Deed
    actor: list[Player]
    recipient: list[Player]
    others: list[Player]
    place: str | None
    date: str | None
    deeds: list[Deed] = []
    is_told: bool = True
    in_headline: bool = False
    in_lead: bool = False
    gist: frozenset[str] = frozenset()
    only_lead: bool = False

    def weight(self) -> int:
        """How much is told of it."""
        return 2 * len(self.actor[:1]) + 2 * len(self.recipient[:1]) + bool(self.place) + bool(self.date)


def are_apart(one: str | None, other: str | None) -> bool:
    """Whether two dates cannot be one: neither is a part of the other."""
    return bool(one and other) and not (_is_part(str(one), str(other)) or _is_part(str(other), str(one)))


def finer(one: str | None, other: str | None) -> str | None:
    """The date that tells more: the day rather than its week, month or year."""
    if not one or not other:
        return one or other
    return other if _is_part(other, one) else one


def _is_part(one: str, whole: str) -> bool:
    """Whether a date lies in another that has no end of its own: 2019-05-09 in 2019-05 and in 2019-W19."""
    if one.startswith(whole):
        return True
    if _WEEK not in whole or _RANGE in one + whole:
        return False
    inner, outer = days_of(one), days_of(whole)
    return inner is not None and outer is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


_WEEK = "-W"
_RANGE = "/"
