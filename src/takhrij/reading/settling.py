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


# Those of them that are always somewhere.
_PLACED = frozenset(["ASSAULT", "PROTEST", "RETREAT", "MOBILIZE"])
_RESIGNS = "resign"
# So many words behind another event it happened in the same place, whoever took part.
_SOON = 60


def settle(found: Sequence[Happening]) -> None:
    """Give events that do not say where and when they happened what those say from which they go on."""
    for number, one in enumerate(found):
        kinds = _SOMEWHERE if one.deed.trigger.type in _SOMEWHERE else _TALKS
        if one.deed.trigger.type not in kinds:
            continue
        before = [other for other in found[max(0, number - _BACK) : number] if other.deed.trigger.type in kinds]
        met = [other for other in before if _goes_on(one, other)]
        other = next((other for other in reversed(met) if other.place is not None), None)
        if other is not None and (one.deed.trigger.type not in _TALKS or one.place is None):
            one.place = one.place or other.place
        _date(one, met)
        if one.place is None and one.deed.trigger.type in _PLACED and one.deed.trigger.mode != _RESIGNS:
            one.place = next((other.place for other in reversed(before) if other.place and _is_soon(one, other)), None)


def _date(one: Happening, met: Sequence[Happening]) -> None:
    """Date it with the last of those from which it goes on that is near."""
    if one.date is not None or one.deed.status != "happened":
        return
    for other in reversed(met):
        if other.deed.status == "happened" and other.date and _words_between(one, other) < _NEAR:
            one.date = other.date
            return


def _is_soon(one: Happening, other: Happening) -> bool:
    return _words_between(one, other) < _SOON and not are_apart(one.date, other.date)


def _words_between(one: Happening, other: Happening) -> int:
    return one.deed.words[0] - other.deeds[-1].words[0]


def _goes_on(one: Happening, other: Happening) -> bool:
    """Whether the same people are still at it, and no date sets them apart.

    One of those who strike or suffer takes part in both; who talks, talks to somebody he came to.
    """
    if are_apart(one.date, other.date):
        return False
    if one.deed.trigger.type in _TALKS:
        return one.deed.status == other.deed.status and any(alike(p, q) for p in one.actor for q in other.actor)
    there = other.actor + other.recipient
    return any(alike(p, q) for p in one.actor + one.recipient for q in there)
