"""Whose is what somebody condemns, welcomes or calls off: الموقف الأخير | للحكومة, الجرائم التي ترتكبها | القوات."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.arguments import is_for, joint_parties
from takhrij.rules.events.followers import follower
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Range

_JUDGES = frozenset(["ACCUSE", "SUPPORT"])
# What stands behind its ب is what somebody is charged with.
_CHARGES = "اتهم"
_BY = "ب"
_FROM = "من"
_HER = (
    "ها",
    "ه",
    "هم",
)
# So many words what is judged has before it is told whose it is, and the verb of a relative clause before its subject.
_WITHIN = 9
_VERB = 2
_STOPS = Is.STOP | Is.BREAK | Is.COLON | Is.THAT | Is.COMMA | Is.ADJUNCT


def author_of(scene: Scene, i: int, sense: Sense, first: int) -> tuple[Range, ...]:
    """Who made what the verb at word `i` judges; its object stands from word `first` on."""
    kind = sense.frame.trigger.type
    called_off = kind == "REJECT" and sense.frame.trigger.verb in _CALLS_OFF
    if not (kind in _JUDGES or called_off) or sense.pronoun or sense.passive or sense.frame.trigger.verb == _CHARGES:
        return ()
    high = scene.sheet.sentence(i)[1]
    if not called_off and (sense.frame.follows or sense.frame.after):
        # أحالت ملفه للمحكمة
        return ()
    if called_off and sense.frame.follows:
        k = follower(scene, i, sense.frame, scene.clause_end(i))
    else:
        k = _object_at(scene, first, min(first + _VERB, high), sense)
    if k < 0:
        return ()
    for j in range(k + 1, min(k + _WITHIN, high)):
        token = scene.tokens[j]
        if token.folded == _FROM and j + 2 < high and scene.tokens[j + 1].folded in group("side"):
            # الاستخدام المفرط للقوة من قبل | الجيش
            return joint_parties(scene, j + 2, scene.phrase(j + 2, high)) if scene.is_party(j + 2) else ()
        if token.folded in group("issued") and j + 2 < high and scene.is_party(j + 2):
            # القرار الصادر عن | مجلس الأمن
            return joint_parties(scene, j + 2, scene.phrase(j + 2, high))
        if token.flags & Is.RELATIVE and kind in _JUDGES:
            return _subject_of_relative(scene, j, high)
        if token.flags & _STOPS or token.folded in group("before_noun") or scene.is_verb(j):
            return ()
        if is_for(scene, j):
            return joint_parties(scene, j, scene.phrase(j, high))
        if scene.joined(j) or scene.is_party(j) or bears(scene.words[j], _BY):
            # عناية المنظمة بالبيت وجعله قبلة | للزوار
            return ()
    return ()


_CALLS_OFF = frozenset(
    [
        "ألغى",
        "رفض",
        "أجل",
    ]
)


def _object_at(scene: Scene, first: int, end: int, sense: Sense) -> int:
    """The word of what is judged, right behind the verb or its subject; -1 where nothing is."""
    slots = sense.frame.slots
    for k in range(first, end):
        word, token = scene.words[k], scene.tokens[k]
        if _BY in slots and word.startswith(_BY) and bears(word, _BY):
            return k if k not in scene.names and not scene.is_party(k) else -1
        plain = not token.flags & (_STOPS | Is.MARK) and k not in scene.names and k not in scene.sheet.time_end
        if "object" in slots and plain and not scene.is_party(k) and token.folded not in group("before_noun"):
            return k if not scene.is_verb(k) else -1
    return -1


def _subject_of_relative(scene: Scene, j: int, high: int) -> tuple[Range, ...]:
    """The subject of the relative clause at word `j` that takes up what is judged: التي ترتكبها | القوات."""
    k = j + 1
    if (
        k + 1 >= high
        or k in scene.names
        or scene.tokens[k].folded in group("ends_like_his")
        or scene.tokens[k].flags & (Is.MARK | Is.NEGATION)
    ):
        return ()
    if not scene.tokens[k].folded.endswith(_HER):
        k += 1
        # التي قامت بها | القوات
        if scene.tokens[k].folded not in group("by_it"):
            return ()
    if k + 1 >= high or not scene.is_party(k + 1) or scene.words[k + 1][0] == _BY:
        return ()
    return joint_parties(scene, k + 1, scene.phrase(k + 1, high))
