"""Whether a verbal noun tells that something happened, or only speaks of it: ذكرى اغتيال, لمنع, بتهمة دعم."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.attempts import is_attempted
from takhrij.rules.events.background import (
    is_habitual,
    is_known_bond,
    is_known_victim,
    is_predicate,
    is_referred_to,
    is_timed,
)
from takhrij.rules.events.governors import Governor, Parties
from takhrij.rules.events.leading import goes_on_modal, is_affirmed, opens_anew
from takhrij.rules.events.scene import PREPOSED, Scene
from takhrij.rules.events.stance import LASTING
from takhrij.rules.events.traits import ABSTRACT, BACKDROP, CHARGE, DECISION
from takhrij.rules.events.whose import nation_of
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Token

VIOLENT = frozenset(["ASSAULT", "PROTEST"])
_NEAR = 7
_ACTS = frozenset(["does", "suffers"])
_SINCE = "منذ"
_ANSWERED = frozenset(["ACCUSE", "REQUEST"])


def _is_backdrop(scene: Scene, i: int, governor: Governor) -> bool:
    """Whether words shortly before the noun make it what is charged, feared or remembered: بتهمة قتل.

    Whoever suffers it was attacked (نجا من اغتيال), unless it is what was only spoken of: تلقت أوامر بإطلاق النار.
    """
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _NEAR) : i]
    if governor.part == "suffers":
        near = scene.tokens[governor.at + 1 : i]
    if governor.at >= 0 and scene.tokens[governor.at].folded.removeprefix(_AND) in group("orders"):
        return True
    if governor.part != "suffers" and not scene.near(i) & BACKDROP:
        return False
    words = group("backdrop")
    return any(token.folded in words or token.bare in words or _hung(token) in words for token in near)


def _is_charged(scene: Scene, i: int) -> bool:
    """Whether somebody is charged or linked with it right before the noun: المتورطين في إعدام, قضية احتجاز."""
    if not scene.near(i) & CHARGE:
        return False
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _CHARGED_WITHIN) : i]
    words = group("charged_with")
    return any(token.folded in words or _hung(token) in words for token in near)


_CHARGED_WITHIN = 2


def _hung(token: Token) -> str:
    """A word without the preposition written together with it: بملف, لقضية."""
    return token.folded[1:] if token.folded.startswith(PREPOSED) else token.folded


def is_told(scene: Scene, i: int, sense: Sense, governor: Governor, parties: tuple[Parties, Parties]) -> bool:
    """Whether the noun tells that something happened, and does not only speak of it: ذكرى اغتيال, قضية اختطاف."""
    actor, recipient = parties
    trigger = sense.frame.trigger
    if is_known_bond(scene, i, sense, governor):
        return False
    if trigger.type == "SUPPORT" and trigger.verb in LASTING:
        # أكد دعم بلاده: a stand, not an act; قدمت تركيا دعما is one.
        return governor.part in _ACTS and scene.tokens[governor.at].folded.removeprefix(_AND) not in group("stands")
    if trigger.type == "CONSULT" and is_predicate(scene, i):
        return False
    if trigger.mode == "investigate" and not trigger.verb:
        # أجرت الشرطة تحقيقا, but not أظهرت تحقيقات
        return governor.part in _ACTS and not sense.definite
    if trigger.mode == _CEASEFIRE and scene.tokens[i - 1].folded in group("broken"):
        return False
    if trigger.type == "AID" and _is_stopped(scene, i, "stops"):
        return False
    if trigger.type in _LIFTED and _is_stopped(scene, i, "lifts"):
        return False
    violent = trigger.type in VIOLENT
    if trigger.type == "COERCE" and governor.at < 0 and _is_charged(scene, i):
        return False
    if violent and _is_only_spoken_of(scene, i, sense, governor, parties):
        return False
    if trigger.lone and not (actor and recipient) and (trigger.type == "AGREE" or not (actor or recipient)):
        if trigger.type == "AGREE" or trigger.mode == _CEASEFIRE:
            return _has_come_about(scene, i, sense, governor)
    one_sided = trigger.type == "AGREE" and trigger.joint and not recipient and governor.part == "tells"
    if one_sided and not _is_what_is_told(scene, i, governor):
        return False
    if governor.at >= 0 or (actor and recipient):
        return True
    if violent and actor and actor[0][0] > i and scene.carried(actor[0][0] - 1) is not None:
        # الهجوم الذي نفذته الحركة
        return True
    alone = _told_alone(scene, i, sense, governor, actor)
    return alone == _TOLD or (alone == _AS_NEWS and _is_news(scene, i, sense, recipient))


def needs_actor(scene: Scene, i: int, sense: Sense, governor: Governor) -> bool:
    """Whether a noun for which no actor was found tells of nothing: no verb carries it, nor what stands before it."""
    if governor.at >= 0 or sense.definite or sense.frame.trigger.joint or sense.frame.trigger.mode == _CEASEFIRE:
        return False
    return _told_alone(scene, i, sense, governor, ()) == "" and nation_of(scene, i, sense) < 0


_CEASEFIRE = "ceasefire"
_LIFTED = frozenset(["COERCE", "SANCTION"])


def _is_stopped(scene: Scene, i: int, words: str) -> bool:
    """Whether the aid, or the ban, is what is stopped: وقف مساعداتها, مرسوم يرفع الحظر."""
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _CHARGED_WITHIN) : i]
    return any(token.bare in group(words) or _hung(token) in group(words) for token in near)


def _is_what_is_told(scene: Scene, i: int, governor: Governor) -> bool:
    """Whether the noun stands right behind the verb, its subject or عن: أعلنت روسيا عن اتفاق, not عن إنقاذ الاتفاق."""
    if scene.tokens[i - 1].folded == _ABOUT or i - 1 == governor.at:
        return True
    return any(i == end for _, end in governor.subject)


_ABOUT = "عن"


# That a noun tells it by itself, or does if it is news.
_TOLD = "told"
_AS_NEWS = "news"


def _told_alone(scene: Scene, i: int, sense: Sense, governor: Governor, actor: Parties) -> str:
    """How the noun that no verb carries tells it, where it begins a sentence or stands behind بعد or أن; else ""."""
    first = scene.sheet.sentence(i)[0]
    k = i - 1
    while k >= first and (scene.tokens[k].bare in group("generic") or scene.tokens[k].flags & Is.QUOTE):
        k -= 1
    if k < first:
        return "" if sense.definite else _TOLD
    if sense.frame.trigger.type == "CONSULT" and not sense.definite and _is_held(scene, i):
        return _TOLD
    if is_stand(sense):
        return _TOLD if actor or sense.pronoun else ""
    if is_affirmed(scene, i, sense):
        return _TOLD
    if governor.part == "said":
        # نفت الوزارة اتهامات الوزير الإيطالي: what is answered was said.
        answered = sense.frame.trigger.type in _ANSWERED and not sense.definite
        return _TOLD if answered and actor and actor[0][0] > i else ""
    if sense.frame.trigger.type == "REQUEST" and actor and scene.tokens[actor[0][0] - 1].folded == _FROM:
        # بدعوة من الرئيس, بعد طلب من الحكومة
        return _TOLD if sense.before.endswith(_BY) or scene.tokens[k].bare in group("after") else ""
    decided = bool(actor) and first < actor[0][0] < i and scene.tokens[actor[0][0] - 1].bare in group("deciding")
    if decided and sense.frame.trigger.type not in VIOLENT:
        # منذ قيام الإمارات بنشر قوات
        return _TOLD
    before = scene.tokens[k]
    if before.flags & (Is.THAT | Is.COLON):
        return _TOLD
    if scene.near(i) & DECISION and any(scene.traits[j] & DECISION for j in range(max(first, i - _NEAR), i)):
        return _TOLD
    if before.bare in group("reported"):
        # أفيد بمقتل
        return _TOLD
    if before.bare in group("after") or before.bare in group("during") or _in_answer(scene, k):
        return _AS_NEWS if sense.frame.trigger.type in VIOLENT else _TOLD
    return _TOLD if opens_anew(scene, k) and not (sense.definite or sense.pronoun) else ""


def _is_only_spoken_of(
    scene: Scene, i: int, sense: Sense, governor: Governor, parties: tuple[Parties, Parties]
) -> bool:
    """Whether an attack or a protest is in the background, known to all, or what comes about again and again."""
    actor, recipient = parties
    if _is_backdrop(scene, i, governor) or is_referred_to(scene, i, sense, governor):
        return True
    if is_habitual(scene, i, governor) or (sense.pronoun and sense.frame.trigger.joint and not recipient):
        # معركته ضد التضخم
        return True
    if sense.frame.trigger.type == "PROTEST" and _is_known(sense, governor, actor):
        return True
    return not actor and _is_well_known(scene, i, sense, governor, recipient)


def _has_come_about(scene: Scene, i: int, sense: Sense, governor: Governor) -> bool:
    """Whether a truce or an agreement of which not both sides are named was made: تم التوصل إلى اتفاق, أعلنت هدنة."""
    if sense.frame.trigger.type == "AGREE":
        return governor.part == "happens" or (governor.at >= 0 and not sense.definite)
    if governor.at < 0:
        return scene.tokens[i - 1].folded in group("announcing")
    verb = scene.tokens[governor.at].folded.removeprefix(_AND)
    broken = scene.tokens[i - 1].folded in group("broken")
    told_of = scene.tokens[i - 1].folded in group("about_it") or verb in group("ended")
    return not told_of and not broken


def _is_held(scene: Scene, i: int) -> bool:
    """Whether a verb right behind the noun says that it was held: في اتصال هاتفي أجراه مع الرئيس."""
    for k in range(i + 1, min(i + _HELD_WITHIN, scene.sheet.sentence(i)[1])):
        carried = scene.carried(k)
        if carried is not None and carried.shape == "perfect" and not carried.joined:
            return carried.carrier.part in ("does", "happens")
        if scene.tokens[k].flags & Is.COMMA:
            return False
    return False


_HELD_WITHIN = 4


def _in_answer(scene: Scene, k: int) -> bool:
    """Whether the word is the preposition of ردا على: what is answered took place."""
    return bool(k) and scene.tokens[k].folded in group("about_it") and scene.tokens[k - 1].folded in group("answers")


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
    if i and scene.tokens[i - 1].flags & Is.COLON:
        # 12 ديسمبر 2005: اغتيال الصحفي
        return False
    if sense.frame.trigger.of != "recipient" or governor.part in _BRINGS and not sense.definite:
        return False
    if sense.definite and governor.part == "suffers" and not sense.frame.trigger.needs:
        # تعرضوا للتعذيب: anybody, any day.
        return not any(scene.tokens[a].flags & Is.NUMBER for a, _ in recipient) and not is_timed(scene, i)
    if not recipient or governor.part == "suffers" or not is_known_victim(scene, sense, recipient):
        return False
    return not is_timed(scene, i)


_BRINGS = frozenset(["does", "suffers", "happens", "sees", "tells"])


def _is_news(scene: Scene, i: int, sense: Sense, recipient: Parties) -> bool:
    """Whether what went before is told as news, with a time or a number: بعد مقتل ثلاثة جنود, إثر هجوم جوي أمس."""
    if sense.frame.trigger.type == "PROTEST":
        return False
    if not recipient:
        return sense.frame.trigger.lone and not sense.definite
    if scene.tokens[recipient[0][0]].flags & Is.NUMBER or scene.tokens[recipient[0][0]].folded in group("about"):
        return True
    return not sense.definite and (not is_known_victim(scene, sense, recipient) or is_timed(scene, i))


def is_abstract(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the noun tells of no one act: أهمية التعاون, عدم التوصل, سبل دعم, رفضها إطلاق سراحه."""
    if not (scene.near(i) & ABSTRACT or sense.before.startswith(_AND)):
        return False
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - 2) : i]
    refused = any(token.folded in group("refusals") or _hung(token) in group("refusals") for token in near[-1:])
    if refused and sense.frame.trigger.type not in _ANSWERED:
        return True
    modal = scene.tokens[max(scene.sheet.sentence(i)[0], i - _MODAL_WITHIN) : i]
    if any(token.folded in group("modal") for token in modal):
        # لا يحق لنا هدمه, يجب عقد اجتماع
        return True
    if near and near[-1].folded in group("any_one") and not sense.pronoun:
        # يرحب بأي اتفاق, على هامش اجتماعات الجمعية
        return True
    if sense.before.startswith(_AND) and goes_on_modal(scene, i):
        return True
    words = group("abstract")
    return any(token.folded in words or _hung(token) in words for token in near)


# So many words before what somebody may or must do.
_MODAL_WITHIN = 3


def is_purpose(scene: Scene, i: int, sense: Sense, governor: Governor) -> bool:
    """Whether the noun only tells what something is for: لمنع, حاول منع, بهدف إجراء لقاءات."""
    if governor.part == "tries" or _goes_on_aim(scene, i, sense, governor):
        return True
    if not sense.before.endswith(_FOR) or governor.part in _TOOK_PLACE or is_stand(sense):
        return False
    if governor.part == "happens":
        # تم التوصل لاتفاق, but not كانت حملة استهدفته لضربه
        return sense.frame.trigger.type not in _COME_TO or scene.tokens[i - 1].bare not in _COMING
    if governor.part == "does":
        # تستخدم لإطلاق صواريخ
        return scene.tokens[governor.at].folded.removeprefix(_AND) not in group("goes_to")
    return True


def _goes_on_aim(scene: Scene, i: int, sense: Sense, governor: Governor) -> bool:
    """Whether the noun goes on from another that tells what for: لتعقب آثاره | واعتقاله."""
    if sense.before != _AND or governor.at >= i - _AIM_WITHIN:
        return False
    for k in range(i - 1, max(scene.sheet.sentence(i)[0], i - _AIM_WITHIN) - 1, -1):
        token = scene.tokens[k]
        if token.flags & Is.COMMA or scene.joined(k) or scene.is_verb(k):
            return False
        if token.folded[:1] == _FOR and bears(scene.words[k], _FOR) and not scene.is_party(k):
            senses = scene.senses[k]
            return token.folded[1:2] != _FOR and (senses is None or senses[0].noun)
    return False


_AIM_WITHIN = 4
_COMING = frozenset(
    [
        "التوصل",
        "توصل",
        "الوصول",
    ]
)
_COME_TO = frozenset(["AGREE", "RETREAT", "CONCEDE"])


def is_stand(sense: Sense) -> bool:
    """Whether the noun with ل is what somebody is answered or blamed for: رفض لدعوات النواب, انتقدها لرفضها استقبال."""
    return sense.frame.trigger.verb in _STANDS and sense.before.endswith(_FOR)


_STANDS = frozenset(
    [
        "دعا",
        "طلب",
        "رفض",
    ]
)


def is_aim(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a word for a purpose stands before the noun and what carries it, or somebody only attempts it."""
    return _is_behind_aim(scene, i) or is_attempted(scene, i, sense)


def _is_behind_aim(scene: Scene, i: int) -> bool:
    first = scene.sheet.sentence(i)[0]
    k = i - 1
    while k > first and (scene.tokens[k].bare in group("generic") or scene.tokens[k].folded == _TOWARDS):
        # تهدف | إلى | عزل
        k -= 1
    return k >= first and scene.tokens[k].bare in group("purpose")


def is_charge(scene: Scene, i: int) -> bool:
    """Whether the noun is what somebody is charged with: بتهمة دعم, لإدانتهم بقتل."""
    if not scene.near(i) & CHARGE:
        return False
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - 2) : i]
    return any(token.folded in group("charges") for token in near)


_FOR = "ل"
_TOWARDS = "الي"
_FROM = "من"
_AND = "و"
_BY = "ب"
_TOOK_PLACE = frozenset(["suffers", "sees"])
