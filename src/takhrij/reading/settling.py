"""What the events of a report lend one another: where and when, if they go on from one another."""

from collections.abc import Sequence

from takhrij.reading.alike import alike
from takhrij.reading.happening import Happening, are_apart

# How many events back another may lend its place.
_BACK = 6
# So many words behind another event the same day is meant.
_NEAR = 40
_TALKS = frozenset(["CONSULT"])
_SOMEWHERE = frozenset(["ASSAULT", "PROTEST", "COERCE", "CONCEDE", "RETREAT", "MOBILIZE"])


def settle(found: Sequence[Happening]) -> None:
    """Give events that do not say where they happened the place of the one that they go on from."""
    for number, one in enumerate(found):
        kinds = _SOMEWHERE if one.deed.trigger.type in _SOMEWHERE else _TALKS
        if one.deed.trigger.type not in kinds:
            continue
        for other in reversed(found[max(0, number - _BACK) : number]):
            if other.deed.trigger.type in kinds and _goes_on(one, other):
                one.place = one.place or other.place
                near = one.deed.words[0] - other.deeds[-1].words[0] < _NEAR
                if near and one.date is None and one.deed.status == other.deed.status == "happened":
                    one.date = other.date
                break


def _goes_on(one: Happening, other: Happening) -> bool:
    """Whether the same people are still at it, and no date sets them apart.

    One of those who strike or suffer takes part in both; who talks, talks to somebody he came to.
    """
    if other.place is None or are_apart(one.date, other.date):
        return False
    if one.deed.trigger.type in _TALKS:
        return (
            one.place is None
            and one.deed.status == other.deed.status
            and any(alike(p, q) for p in one.actor for q in other.actor)
        )
    there = other.actor + other.recipient
    return any(alike(p, q) for p in one.actor + one.recipient for q in there)
