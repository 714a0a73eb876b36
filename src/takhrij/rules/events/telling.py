"""Whether a verbal noun tells that something happened, or only speaks of it: ذكرى اغتيال, لمنع, بتهمة دعم."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.events import Sense
from takhrij.rules.events.governors import Governor, Parties
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.stance import LASTING
from takhrij.rules.statements.sheet import Is

VIOLENT = frozenset(["ASSAULT", "PROTEST"])
_NEAR = 7
_ACTS = frozenset(["does", "suffers"])
_SINCE = "منذ"


def _is_backdrop(scene: Scene, i: int) -> bool:
    """Whether words shortly before the noun make it what is charged, feared or remembered: بتهمة قتل."""
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _NEAR) : i]
    return any(token.folded in group("backdrop") for token in near)


def is_told(scene: Scene, i: int, sense: Sense, governor: Governor, parties: tuple[Parties, Parties]) -> bool:
    """Whether the noun tells that something happened, and does not only speak of it: ذكرى اغتيال, قضية اختطاف."""
    actor, recipient = parties
    if sense.frame.trigger.type == "SUPPORT" and sense.frame.trigger.verb in LASTING:
        # أكد دعم بلاده: a stand, not an act; قدمت تركيا دعما is one.
        return governor.part in _ACTS and not scene.tokens[governor.at].is_finite
    violent = sense.frame.trigger.type in VIOLENT
    if violent and governor.part != "suffers" and _is_backdrop(scene, i):
        # نجا من محاولة اغتيال: whoever survives it was attacked.
        return False
    if sense.frame.trigger.type == "PROTEST" and _is_known(sense, governor, actor):
        return False
    if violent and not actor and _is_well_known(scene, i, sense, governor, recipient):
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


def _is_known(sense: Sense, governor: Governor, actor: Parties) -> bool:
    """Whether a protest is only referred to: يشارك في هذه المظاهرات, فرقت الشرطة المظاهرة."""
    if governor.part == "ends":
        return not actor
    if governor.part == "does" and actor and sense.frame.trigger.verb and sense.before.endswith(_BY):
        # قاموا بالاحتجاج: the verb's own noun is the act, however definite.
        return False
    return (sense.definite or bool(sense.pronoun)) and governor.part != "happens"


def _is_well_known(scene: Scene, i: int, sense: Sense, governor: Governor, recipient: Parties) -> bool:
    """Whether somebody's fate is only spoken of: إن اغتيال الرئيس; a time, or a verb that brings it, makes it news."""
    if i and scene.tokens[i - 1].bare == _SINCE:
        return True
    if sense.frame.trigger.of != "recipient" or governor.part in _BRINGS and not sense.definite:
        return False
    if sense.definite and governor.part == "suffers" and not sense.frame.trigger.needs:
        # تعرضوا للتعذيب: anybody, any day.
        return not any(scene.tokens[a].flags & Is.NUMBER for a, _ in recipient)
    if not recipient or recipient[0][0] not in scene.names or governor.part == "suffers":
        return False
    end = scene.clause_end(i)
    return not any(k in scene.sheet.time_end for k in range(scene.clause_start(i), end))


_BRINGS = frozenset(["does", "suffers", "happens", "sees", "tells"])


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
_BY = "ب"
_TOOK_PLACE = frozenset(["does", "suffers", "happens", "sees"])
