"""Verbal nouns that name no act of their own: هجوم | الطعن, الحكومة | مطالبة بإصلاح, علقت واشنطن | مساعداتها."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.governors import Governor
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is

_OBLIGED = frozenset(
    [
        "مطالبة",
        "مطالب",
    ]
)
_BY = "ب"
_FOR = "ل"
# So many words before aid the verb may stand that ends it.
_CUT_WITHIN = 6


def is_only_named(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the noun at word `i` only says of which kind something is, what somebody must do, or what is cut."""
    kind = sense.frame.trigger.type
    if kind == "ASSAULT":
        return _is_kind(scene, i, sense) or is_obliged(scene, i)
    if kind == "AID":
        return _is_cut(scene, i, sense) or is_obliged(scene, i)
    if kind == "CONSULT" and _is_known_of(scene, i, sense):
        return True
    return is_obliged(scene, i) or _is_interview(scene, i, sense)


def _is_kind(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether it says of which kind the attack is that stands right before it: منفذ هجوم | الطعن."""
    if not sense.definite or sense.before or not i:
        return False
    return scene.tokens[i - 1].bare in group("kinds_of")


def is_obliged(scene: Scene, i: int) -> bool:
    """Whether it says what somebody must do, of whom the clause is: إن الحكومة | مطالبة بأن تقرر."""
    if scene.words[i] not in _OBLIGED or i + 1 >= len(scene.words) or i < 1 or not bears(scene.words[i + 1], _BY):
        return False
    subject = scene.tokens[i - 1]
    known = bool(subject.flags & Is.DEFINITE) or i - 1 in scene.names
    begins = i - 1 == scene.sheet.sentence(i)[0] or scene.tokens[i - 2].flags & (Is.THAT | Is.QUOTE | Is.COLON)
    return known and bool(begins)


def _is_cut(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether it is aid that somebody ends or lessens: علقت واشنطن | مساعداتها."""
    if sense.frame.trigger.verb:
        return False
    near = scene.tokens[max(scene.clause_start(i), i - _CUT_WITHIN) : i]
    return any(token.folded.removeprefix("و") in group("cuts") for token in near)


def _is_interview(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a reporter asks and somebody answers, which is no meeting of the two: في مقابلة مع الصحفي فلان."""
    if sense.frame.trigger.verb != _INTERVIEWS:
        return False
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _NEAR) : i + _NEAR]
    return any(token.folded in group("interviewers") for token in near)


def _is_known_of(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a source is only said to know of the talks: مصدر مطلع على | المفاوضات بين الطرفين."""
    if not sense.definite or i < _PRIVY:
        return False
    if scene.tokens[i - 2].folded not in group("privy") or scene.tokens[i - 1].folded not in group("privy_to"):
        return False
    return not any(token.flags & Is.RELATIVE for token in scene.tokens[i + 1 : i + 1 + _NEAR])


def is_achievement(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether تحقيق is no inquiry but what is achieved: تحقيق الأمن الغذائي; an inquiry is with somebody named soon."""
    if sense.frame.trigger.verb != _INQUIRES:
        return False
    near = scene.tokens[i + 1 : min(i + _INQUIRED_WITHIN, scene.sheet.sentence(i)[1])]
    return all(token.folded != _WITH for token in near)


def is_appeal(scene: Scene, sense: Sense, governor: Governor) -> bool:
    """Whether طعن is an appeal at court that somebody lodges: ستقدم الشركة طعنا."""
    lodged = governor.at >= 0 and scene.tokens[governor.at].bare.lstrip(_WILL).endswith(_LODGES)
    return sense.frame.trigger.type == "ASSAULT" and sense.frame.trigger.verb == _STABS and lodged


_STABS = "طعن"
_WILL = "س"
_LODGES = (
    "قدم",
    "قدمت",
    "قدموا",
    "يقدم",
    "تقدم",
    "تقدمت",
)


def is_seeking(scene: Scene, i: int, governor: Governor) -> bool:
    """Whether طلبا tells only for what somebody does something else: هاجروا طلبا للأمن."""
    if governor.at >= 0 or scene.words[i] not in _SEEKING or i + 1 >= len(scene.words):
        return False
    return bears(scene.words[i + 1], _FOR)


_SEEKING = (
    "طلبا",
    "طلباً",
)
_INQUIRES = "حقق"
_INQUIRED_WITHIN = 5
_WITH = "مع"


_INTERVIEWS = "قابل"
_NEAR = 6
_PRIVY = 2
