"""The verb that carries a verbal noun: شن الجيش هجوما, أعلنت الوزارة توقيف, اندلعت اشتباكات."""

import msgspec

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.model.event import Status
from takhrij.rules.events.arguments import joint_parties
from takhrij.rules.events.asides import skip
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.subjects import subject_before
from takhrij.rules.events.traits import CARRIER, REFRAINING
from takhrij.rules.statements.sheet import Is, Range

Parties = tuple[Range, ...]

_BACK = 16
_AND = "و"
_TIED = "ة"
# So many words a post may have that stands between a verb and its object.
_LONG = 40
_PERSON = "person"
_CALLS = frozenset(["REQUEST"])
_SPEECH = frozenset(["REQUEST", "THREATEN", "REJECT", "ACCUSE"])


class Governor(msgspec.Struct, frozen=True):
    """The light verb that carries the noun: its word, its subject, and what that is to the event."""

    at: int = -1
    subject: Parties = ()
    part: str = ""
    status: Status | None = None


_NONE = Governor()


def find_governor(scene: Scene, i: int, sense: Sense) -> Governor:
    """The light verb before the noun in its clause, and that verb's subject."""
    tokens = scene.tokens
    first = max(scene.sheet.sentence(i)[0], i - _BACK)
    for k in range(i - 1, first - 1, -1):
        token = tokens[k]
        if token.flags & (Is.STOP | Is.BREAK | Is.COLON) or token.flags & Is.THAT:
            return _NONE
        traits = scene.traits[k]
        if traits & REFRAINING and _refrains(scene, k, i):
            return Governor(part="tries")
        senses = scene.senses[k]
        if senses is not None and (_speak(senses) or _backs(senses, sense) or _pledges(senses, sense)):
            # هدد بالانسحاب, جدد دعوته إلى وقف القتال: it has not happened.
            return Governor(part="said")
        carried = scene.carried(k) if traits & CARRIER else None
        if carried is None:
            # حملة is no "carried him".
            finite = token.is_finite and not scene.words[k].endswith(_TIED)
            if finite and token.folded not in group("before_noun"):
                return _announced(scene, k, i)
            continue
        if carried.shape == "perfect" and k and tokens[k - 1].bare in group("before_noun"):
            # في عقد قمة: a noun here
            continue
        if carried.carrier.part == "happens":
            # تحدث is "spoke" sooner than "comes about".
            return _announced(scene, k, i) if token.is_finite else Governor(k, (), "happens")
        if carried.pronoun or (tokens[k + 1].folded in group("by_it") and not scene.is_party(k + 2)):
            # خلال حملة قامت بها أمس: told of another noun
            continue
        if token.folded.removeprefix(_AND) in group("comments") and _is_told_about(scene, i):
            # علق الرئيس على الاتهامات
            return Governor(k, (), "tells")
        subject, after = _subject(scene, k, i)
        if not _carries(scene, after, i) and not _is_managed(scene, k, i, sense):
            return _NONE
        return Governor(k, subject, carried.carrier.part, carried.carrier.status)
    return _behind_post(scene, i, first)


def _refrains(scene: Scene, k: int, i: int) -> bool:
    """Whether word `k` says that it is not done, or only laid down: تجنب الاتحاد فرض عقوبات, ينص على وقف القتال."""
    bare = scene.tokens[k].folded.removeprefix(_AND)
    return bare in group("refrains") or (bare in group("provides") and _is_on(scene, k, i))


def _is_on(scene: Scene, k: int, i: int) -> bool:
    """Whether على stands between both, so that the noun is no subject: ينص | وقف القتال على سحب السلاح."""
    return any(token.folded == _ON for token in scene.tokens[k + 1 : i])


# على as it is folded.
_ON = "علي"


def _behind_post(scene: Scene, i: int, low: int) -> Governor:
    """The light verb with which the sentence begins, where only a long post and a name stand between: تلقى وزير."""
    k = max(scene.sheet.sentence(i)[0], i - _LONG)
    while k < low and not scene.traits[k] & CARRIER:
        k += 1
    carried = scene.carried(k) if k < low else None
    if carried is None or carried.pronoun or scene.joined(k):
        return _NONE
    subject, after = _set_off(scene, k, i)
    return Governor(k, subject, carried.carrier.part, carried.carrier.status) if after == i else _NONE


def _speak(senses: tuple[Sense, ...]) -> bool:
    for sense in senses:
        if sense.frame.trigger.type in (_CALLS if sense.noun else _SPEECH) and not sense.frame.follows:
            return True
    return False


def _backs(senses: tuple[Sense, ...], sense: Sense) -> bool:
    """Whether somebody only backs or welcomes a truce, and makes none: يؤيد الهدنة مع روسيا."""
    if sense.frame.trigger.mode != _CEASEFIRE:
        return False
    return any(not one.noun and one.frame.trigger.type == "SUPPORT" for one in senses)


def _pledges(senses: tuple[Sense, ...], sense: Sense) -> bool:
    """Whether somebody only promises to concede it: تعهد الحزب برفع الحظر."""
    if sense.frame.trigger.type not in _PLEDGED:
        return False
    return any(not one.noun and one.frame.trigger.verb == _PLEDGES for one in senses)


_PLEDGES = "تعهد"
_PLEDGED = frozenset(["CONCEDE", "RETREAT", "AID", "SANCTION"])
_CEASEFIRE = "ceasefire"


def _announced(scene: Scene, k: int, i: int) -> Governor:
    """The verb of saying at word `k`, if the noun is what it tells of: أعلن الجيش مقتل ثلاثة جنود."""
    subject, after = _subject(scene, k, i)
    if not _carries(scene, after, i) or (_is_violent(scene, i) and _is_told_about(scene, i)):
        return _NONE
    return Governor(k, subject, "tells")


def _is_told_about(scene: Scene, i: int) -> bool:
    """Whether a preposition makes the noun what is spoken about: كشف الحقيقة في اغتيال, علق على هجوم."""
    k = i - 1
    while k > 0 and (scene.tokens[k].bare in group("generic") or scene.tokens[k].flags & Is.QUOTE):
        k -= 1
    return scene.tokens[k].folded in group("about_it")


def _carries(scene: Scene, after: int, i: int) -> bool:
    """Whether the noun at word `i` is what the light verb's clause goes on with behind its subject, at word `after`."""
    if max(0, i - after) > (_BETWEEN if _is_violent(scene, i) and not _is_staged(scene, i) else _FAR):
        return False
    for k in range(after, i):
        if scene.tokens[k].flags & Is.COMMA or scene.tokens[k].folded in group("circumstance"):
            return False
    return True


def _is_managed(scene: Scene, k: int, i: int, sense: Sense) -> bool:
    """Whether the noun is what the verb at word `k` manages or sets about: تمكنت الفرقة، خلال حملة أمس، من | إيقاف."""
    if sense.definite or sense.pronoun:
        return False
    leads = (("managed_from", _FROM), ("managed_in", _IN), ("managed_on", _ON))
    folded = scene.tokens[k].folded.removeprefix(_AND)
    return any(folded in group(name) and scene.tokens[i - 1].folded == lead for name, lead in leads)


_FROM = "من"
_IN = "في"


def _is_violent(scene: Scene, i: int) -> bool:
    senses = scene.senses[i]
    return senses is not None and senses[0].frame.trigger.type in _VIOLENT


_BETWEEN = 3


def _is_staged(scene: Scene, i: int) -> bool:
    """Whether the noun, without an article, names a protest: نفذ العمال | بالولاية صباح الثلاثاء | وقفة احتجاجية."""
    senses = scene.senses[i]
    sense = senses[0] if senses is not None else None
    if sense is None or sense.definite or sense.before or scene.tokens[i].folded == _IN_PROTEST:
        return False
    return sense.frame.trigger.type == "PROTEST" and sense.frame.trigger.mode != _RIOT


_RIOT = "riot"
# احتجاجا, which tells why
_IN_PROTEST = "احتجاجا"


# An attack or a protest stands near the verb that tells it, else it is only spoken of.
_FAR = 8
_VIOLENT = frozenset(["ASSAULT", "PROTEST"])


def _with_apposition(scene: Scene, parties: Parties, end: int, i: int) -> tuple[Parties, int]:
    """The parties, by the name that commas set off from a post, and what goes on behind: وزير الدولة، فلان، | ..."""
    k = skip(scene, end, i)
    while k < i and scene.tokens[k - 1].flags & Is.COMMA and scene.is_party(k) and not scene.joined(k):
        stop = scene.phrase(k, i)
        if stop <= k or scene.tokens[parties[0][0]].title is None:
            break
        if scene.sheet.name_kind.get(k) == _PERSON:
            parties = (*parties[:-1], (k, stop))
        k = skip(scene, stop, i)
    return parties, k


def _counts(scene: Scene, j: int, i: int) -> bool:
    """Whether word `j` is only the number of what the noun at word `i` names: نفذت 434 | عملية."""
    return bool(scene.tokens[j].flags & Is.NUMBER) and j == i - 1


def _subject(scene: Scene, k: int, i: int) -> tuple[Parties, int]:
    """The subject of the light verb at word `k` that carries the noun at word `i`, and what goes on behind both."""
    j = skip(scene, k + 1, i)
    if j < i and (scene.is_party(j) or scene.is_place(j)) and not _counts(scene, j, i):
        stop = scene.phrase(j, i)
        if stop > j:
            parties = joint_parties(scene, j, stop) or ((j, stop),)
            return _with_apposition(scene, parties, max(stop, parties[-1][1]), i)
    if scene.joined(k):
        return (), j
    before = subject_before(scene, k) or _of_aspect(scene, k)
    return (before, j) if before else _set_off(scene, k, i)


def _of_aspect(scene: Scene, k: int) -> Parties:
    """The subject of a verb that says one begins or goes on with what word `k` names: تواصل الطائرات | شن غارات."""
    for v in range(k - 2, max(k - _BACK, scene.sheet.sentence(k)[0]) - 1, -1):
        carried = scene.carried(v)
        if carried is not None and carried.carrier.status == "ongoing" and scene.is_party(v + 1):
            stop = scene.phrase(v + 1, k)
            return joint_parties(scene, v + 1, stop) if skip(scene, stop, k) == k else ()
        if scene.tokens[v].flags & (Is.STOP | Is.BREAK | Is.COLON | Is.THAT):
            break
    return ()


def _set_off(scene: Scene, k: int, i: int) -> tuple[Parties, int]:
    """The name that commas set off from a long post behind a verb: تلقى وزير الدولة, وزير الخارجية, | فلان, اتصالا."""
    j = skip(scene, k + 1, i)
    if j >= i or scene.tokens[j].title is None:
        return (), j
    for first in range(i - 1, j, -1):
        if scene.sheet.name_kind.get(first) != _PERSON:
            continue
        end = scene.sheet.name_end[first]
        # السيد | فلان
        at = first - 1 if scene.tokens[first - 1].title is not None else first
        if scene.tokens[at - 1].flags & Is.COMMA and skip(scene, end, i) == i:
            return ((first, end),), i
        break
    return (), j
