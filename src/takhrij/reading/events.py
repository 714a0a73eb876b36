"""Find the events of a report: who did what to whom, where, when, and on whose word."""

from collections import defaultdict
from functools import cache
from itertools import pairwise

from takhrij.model.event import Event
from takhrij.model.time import Time
from takhrij.reading.chronicle import Chronicle
from takhrij.reading.links import Told
from takhrij.reading.speakers import Cast
from takhrij.rules.events import acted, named
from takhrij.rules.events.antecedents import with_antecedents
from takhrij.rules.events.arguments import behind_all
from takhrij.rules.events.deed import Deed, Rule
from takhrij.rules.events.places import WORDS_ONLY
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.stance import is_denied
from takhrij.rules.statements.sheet import Sheet

# Stands that are taken towards what somebody did.
_STANDS = frozenset(["ACCUSE", "SUPPORT", "REJECT"])
# So many words may stand between the verb and the noun.
_NEAR = 3


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of events."""
    return (*acted.RULES, *named.RULES)


@cache
def _by_shape() -> dict[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules():
        found[rule.shape].append(rule)
    return {shape: tuple(some) for shape, some in found.items()}


def find_deeds(sheet: Sheet) -> list[Deed]:
    """The events that the words of the page tell, each telling by itself."""
    scene = Scene(sheet)
    found = []
    for i, senses in enumerate(scene.senses):
        if senses is None or i in scene.names or scene.is_sport(i):
            continue
        deed = _deed_at(scene, i)
        if deed is not None:
            found.append(deed)
    return found


def _deed_at(scene: Scene, i: int) -> Deed | None:
    table = _by_shape()
    denied = is_denied(scene, i)
    for sense in scene.senses[i] or ():
        if sense.frame.trigger.denied != denied or not scene.may_tell(i, sense.frame):
            continue
        shape = "noun" if sense.noun else "participle" if sense.shape == "participle" else "finite"
        for rule in table.get(shape, ()):
            deed = rule.find(scene, i, sense)
            if deed is not None:
                return with_antecedents(scene, deed)
    return None


def find_events(sheet: Sheet, told: list[Told], cast: Cast, times: tuple[Time, ...]) -> Chronicle:
    """The events of a page and those who take part in them."""
    chronicle = Chronicle(sheet, told, cast, times)
    deeds: list[Deed | None] = [*find_deeds(sheet), None]
    for deed, after in pairwise(deeds):
        if deed is not None:
            chronicle.take(deed, after if after is not None and _is_about(deed, after) else None)
    chronicle.close()
    return chronicle


def _is_about(deed: Deed, after: Deed) -> bool:
    """Whether the noun that tells the next deed is what the verb takes: أدان الرئيس | الهجوم الذي نفذته إيران."""
    if deed.trigger.type not in _STANDS or not deed.by_verb or not after.sense.noun:
        return False
    answers = deed.trigger.type == "REJECT" and after.trigger.type == "REQUEST"
    if after.trigger.type in WORDS_ONLY and not answers:
        # وجه انتقادات إلى روما: the noun is the stand itself.
        return False
    i = after.words[0]
    if i >= deed.end or i - behind_all(deed.words[1], deed.actor) > _NEAR:
        return False
    return all(first > i for first, _ in deed.recipient)


__all__ = ["Event", "find_deeds", "find_events", "rules"]
