"""What the events of a report lend one another: where and when, if they go on from one another."""

from collections.abc import Sequence

from takhrij.reading.alike import alike
from takhrij.reading.happening import Happening, are_apart

# How many events back another may lend its place.
_BACK = 6
# So many words behind another event the same day is meant.
_NEAR = 40
_SOMEWHERE = frozenset(["ASSAULT", "PROTEST", "COERCE", "CONCEDE", "RETREAT", "MOBILIZE"])


def settle(found: Sequence[Happening]) -> None:
    """Give events that do not say where they happened the place of the one that they go on from."""
    for number, one in enumerate(found):
        if one.deed.trigger.type not in _SOMEWHERE:
            continue
        for other in reversed(found[max(0, number - _BACK) : number]):
            if other.deed.trigger.type in _SOMEWHERE and _goes_on(one, other):
                one.place = one.place or other.place
                near = one.deed.words[0] - other.deeds[-1].words[0] < _NEAR
                if near and one.date is None and one.deed.status == other.deed.status == "happened":
                    one.date = other.date
                break


def _goes_on(one: Happening, other: Happening) -> bool:
    """Whether the same people are still at it: one of them takes part in both, and no date sets them apart."""
    if other.place is None or are_apart(one.date, other.date):
        return False
    there = other.actor + other.recipient
    return any(alike(p, q) for p in one.actor + one.recipient for q in there)
