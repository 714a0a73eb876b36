"""Whether a verbal noun tells that something happened, or only speaks of it: ذكرى اغتيال, لمنع, بتهمة دعم."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.events import Sense
from takhrij.rules.events.governors import Governor, Parties
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.sheet import Is

VIOLENT = frozenset(["ASSAULT", "PROTEST"])
_NEAR = 5


def _is_backdrop(scene: Scene, i: int) -> bool:
    """Whether words shortly before the noun make it what is charged, feared or remembered: بتهمة قتل."""
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _NEAR) : i]
    return any(token.folded in group("backdrop") for token in near)


def is_told(scene: Scene, i: int, sense: Sense, governor: Governor, parties: tuple[Parties, Parties]) -> bool:
    """Whether the noun tells that something happened, and does not only speak of it: ذكرى اغتيال, قضية اختطاف."""
    actor, recipient = parties
    violent = sense.frame.trigger.type in VIOLENT
    if violent and governor.part != "suffers" and _is_backdrop(scene, i):
        # نجا من محاولة اغتيال: whoever survives it was attacked.
        return False
    if governor.at >= 0 or (actor and recipient):
        return True
    if violent and actor and actor[0][0] > i and scene.carried(actor[0][0] - 1) is not None:
        # الهجوم الذي نفذته الحركة
        return True
    first = scene.sheet.sentence(i)[0]
    k = i - 1
    while k >= first and (scene.tokens[k].bare in group("generic") or scene.tokens[k].flags & Is.QUOTE):
        k -= 1
    if k < first:
        return not sense.definite
    if governor.part == "said":
        return False
    before = scene.tokens[k]
    near = scene.tokens[max(first, i - _NEAR) : i]
    if before.flags & (Is.THAT | Is.COLON) or any(token.folded in group("decisions") for token in near):
        return True
    if before.bare in group("after") or before.bare in group("during"):
        return not violent or _is_news(scene, i, sense, recipient)
    return before.folded == "." and not sense.definite


def _is_news(scene: Scene, i: int, sense: Sense, recipient: Parties) -> bool:
    """Whether what went before is told as news, with a time or a number: بعد مقتل ثلاثة جنود, إثر هجوم جوي أمس."""
    if sense.frame.trigger.type == "PROTEST":
        return False
    if not recipient:
        return sense.frame.trigger.lone and not sense.definite
    if scene.tokens[recipient[0][0]].flags & Is.NUMBER or scene.tokens[recipient[0][0]].folded in group("about"):
        return True
    return recipient[0][0] not in scene.names and not sense.definite


def is_abstract(scene: Scene, i: int) -> bool:
    """Whether the noun tells of no one act: أهمية التعاون, عدم التوصل, سبل دعم."""
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - 2) : i]
    return any(token.folded in group("abstract") for token in near)


def is_purpose(sense: Sense, governor: Governor) -> bool:
    """Whether the noun only tells what something is for: لمنع, حاول منع."""
    return governor.part == "tries" or (sense.before.endswith(_FOR) and governor.part not in _TOOK_PLACE)


def is_charge(scene: Scene, i: int) -> bool:
    """Whether the noun is what somebody is charged with: بتهمة دعم, لإدانتهم بقتل."""
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - 2) : i]
    return any(token.folded in group("charges") for token in near)


_FOR = "ل"
_TOOK_PLACE = frozenset(["does", "suffers", "happens", "sees"])
