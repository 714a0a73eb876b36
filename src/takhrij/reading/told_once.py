"""Events told again under another name of who took part: زيارة الرئيس الفرنسي, زيارة ماكرون."""

from takhrij.reading.happening import Happening, are_apart
from takhrij.reading.sameness import is_same, merge

_TALKS = frozenset(["CONSULT", "AGREE"])
# Of these a report tells several that have one doer.
_SCENES = frozenset(["ASSAULT", "PROTEST"])
_PLANNED = "planned"
_PLACE = "place"


def told_once(found: list[Happening]) -> list[Happening]:
    """The events, each once, now that it is known who is whom."""
    kept: list[Happening] = []
    by_actor: dict[frozenset[str], list[Happening]] = {}
    known: dict[tuple[str, frozenset[str], frozenset[str], bool], list[Happening]] = {}
    for one in found:
        actor = _names(one)
        recipient = frozenset(player.name for player in one.recipient)
        his = by_actor.setdefault(actor, [])
        if not actor or not recipient:
            again = None
            if actor and one.deed.trigger.type not in _SCENES:
                again = next((other for other in his if _names(other) == actor and is_same(other, one)), None)
            if again is None:
                kept.append(one)
                his.append(one)
            else:
                # أقر البرلمان المصري قانونا, and مجلس النواب المصري, which is known by now to be the same.
                merge(again, one)
            continue
        if one.deed.trigger.type in _TALKS and one.deed.trigger.whom != _PLACE:
            # Who met whom may be told from either side.
            actor = recipient = actor | recipient
        key = (one.deed.trigger.type, actor, recipient, one.deed.status == _PLANNED)
        same = known.setdefault(key, [])
        first = next((other for other in same if _may_be_one(other, one)), None)
        if first is None:
            same.append(one)
            kept.append(one)
            his.append(one)
        else:
            place = first.place or one.place
            merge(first, one)
            first.place = place
            by_actor.setdefault(_names(first), []).append(first)
    return kept


def _names(one: Happening) -> frozenset[str]:
    return frozenset(player.name for player in one.actor)


def _may_be_one(first: Happening, again: Happening) -> bool:
    """Whether nothing but the names of who took part kept both apart."""
    if are_apart(first.date, again.date):
        return False
    return (first.deed.trigger.whom == _PLACE) == (again.deed.trigger.whom == _PLACE)
