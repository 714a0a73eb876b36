"""Whose verb it is that names no subject: that of the verb before it, in its sentence or the one before.

وفي أغسطس جمدت الحكومة الحسابات، | وطردت السفير; داهمت قوة من الشرطة المنزل. | واعتقلت ثلاثة
"""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.arguments import joint_parties
from takhrij.rules.events.own import OF_SPEAKER
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.going_on import gender_of
from takhrij.rules.statements.sheet import Is, Range
from takhrij.rules.statements.tokens import is_accusative

_SHE = "ت"
_HE = "ي"
_WOMEN = "ات"
_TIED = "ة"
_SHORTEST = 4
# So many words before a verb the one may stand from which it goes on.
_BACK = 40
# So many words behind the beginning of a sentence its verb may stand, times left out.
_OPENING = 3
_ENDS = Is.STOP | Is.BREAK | Is.COLON
_NO_VERB = Is.MARK | Is.DEFINITE | Is.ADJUNCT | Is.THAT | Is.RELATIVE | Is.NEGATION | Is.AUXILIARY
_MANY = (
    "ون",
    "ين",
    "ان",
)


def subject_gone_on(scene: Scene, i: int, sense: Sense) -> tuple[Range, ...]:
    """The subject of the verb from which the one at word `i` goes on in its sentence, else in the one before it."""
    first = scene.sheet.sentence(i)[0]
    if _has_it_behind(scene, i) or _describes(scene, i, sense):
        return ()
    inside = scene.sheet.inside
    within = inside.get(i)
    for k in range(i - 1, max(first, i - _BACK) - 1, -1):
        token = scene.tokens[k]
        if token.flags & (Is.COLON | Is.RELATIVE):
            return ()
        if token.flags & Is.THAT:
            found = () if token.folded.endswith(OF_SPEAKER) else _party(scene, k + 1, i, sense)
            # أن الضحايا | مدنيون قتلوا
            return () if sense.before == "" and _is_plain(scene, i - 1) else found
        if inside.get(k) is within and (found := _behind_verb(scene, k, i, sense)):
            return found
    if i - first > 1 or first == 0:
        return ()
    return _of_sentence_before(scene, first, sense)


def _describes(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the verb may describe the noun before it: إجراءات عسكرية | تعرقل الدخول."""
    return bool(i) and sense.before == "" and sense.shape == "imperfect" and _is_plain(scene, i - 1)


def _is_plain(scene: Scene, k: int) -> bool:
    """Whether word `k` may be a noun without an article, which a verb behind it describes."""
    token = scene.tokens[k]
    if token.flags or token.is_finite or k in scene.names or token.folded == _WILL or k in scene.sheet.time_end:
        return False
    return not any(token.folded in group(words) for words in ("openers", "adverbs", "wontedly", "before_noun"))


_WILL = "سوف"


def _has_it_behind(scene: Scene, i: int) -> bool:
    """Whether the verb's own subject stands behind the word that takes up the occasion: في حملة سيطر | خلالها الجيش."""
    if i + 2 >= len(scene.tokens) or scene.tokens[i + 1].folded not in group("during_it"):
        return False
    return scene.is_party(i + 2) and not is_accusative(scene.words[i + 2])


def _of_sentence_before(scene: Scene, first: int, sense: Sense) -> tuple[Range, ...]:
    """The subject of the main verb of the sentence that ends before word `first`, in the same paragraph."""
    end = first
    while end > 0 and scene.tokens[end - 1].flags & (Is.STOP | Is.QUOTE):
        end -= 1
    if end == 0 or scene.tokens[end - 1].flags & Is.BREAK:
        return ()
    k = low = scene.sheet.sentence(end - 1)[0]
    passed = 0
    while k < end and passed <= _OPENING:
        if k in scene.sheet.time_end:
            k = scene.sheet.time_end[k]
            continue
        if found := _behind_verb(scene, k, end, sense):
            return found
        if k == low and scene.is_party(k) and not scene.is_verb(k):
            return _before_verb(scene, k, end, sense)
        passed += not scene.tokens[k].flags & (Is.COMMA | Is.QUOTE)
        k += 1
    return ()


def _before_verb(scene: Scene, k: int, end: int, sense: Sense) -> tuple[Range, ...]:
    """The party with which a sentence begins at word `k`, if its verb follows: الجيش | يقصف."""
    stop = scene.phrase(k, end)
    return _party(scene, k, end, sense) if stop < end and scene.is_verb(stop) else ()


def _behind_verb(scene: Scene, k: int, end: int, sense: Sense) -> tuple[Range, ...]:
    """The party behind the verb at word `k`, if that has the tense and gender of the one that goes on."""
    if k + 1 >= end or not _is_like(scene, k, sense):
        return ()
    j = k + 1
    while j < end and j in scene.sheet.time_end:
        j = scene.sheet.time_end[j]
    return _party(scene, j, end, sense)


def _is_like(scene: Scene, k: int, sense: Sense) -> bool:
    """Whether word `k` is a verb of the tense and gender of the one that goes on, whatever the number."""
    token, word = scene.tokens[k], scene.tokens[k].folded
    if (
        token.flags & _NO_VERB
        or k in scene.names
        or scene.words[k].endswith(_TIED)
        or token.title is not None
        or token.head is not None
    ):
        return False
    if scene.joined(k):
        word = word[1:]
    if token.bare in group("before_noun"):
        # وبين القتلى
        return False
    if k and (scene.tokens[k - 1].flags & Is.RELATIVE or scene.tokens[k - 1].folded in group("before_noun")):
        return False
    known = scene.is_verb(k)
    if not known and len(word) < _SHORTEST:
        return False
    if sense.shape == "imperfect":
        return known and word.startswith(_SHE if sense.gender == "f" else _HE)
    if sense.gender == "f":
        return word.endswith(_SHE) and not word.endswith(_WOMEN) and (known or not scene.is_party(k))
    return known and not word.endswith(_SHE) and not word.startswith((_HE, _SHE))


def _party(scene: Scene, j: int, end: int, sense: Sense) -> tuple[Range, ...]:
    """The party at word `j`, if the verb that goes on agrees with it."""
    if j >= end or not scene.is_party(j) or scene.is_verb(j):
        return ()
    if scene.sheet.name_skip.get(j) or scene.tokens[j].folded in group("facilities") or not _agrees(scene, j, sense):
        return ()
    stop = scene.phrase(j, end)
    return joint_parties(scene, j, stop) if stop > j else ()


def _agrees(scene: Scene, j: int, sense: Sense) -> bool:
    token = scene.tokens[j]
    counted = bool(token.flags & Is.NUMBER) or token.folded in group("amounts") or token.folded in group("about")
    many = counted or token.folded.endswith(_MANY) or (token.title is not None and token.title.number > 1)
    if sense.number == _MANY_DO:
        return many or token.folded in group("parties")
    if many and j not in scene.names:
        return False
    gender = gender_of(scene.sheet, j)
    return gender in ("", sense.gender)


_MANY_DO = 3
