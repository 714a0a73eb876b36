"""Whose act a verbal noun tells of: قرار الرئيس الأميركي الانسحاب, دعوة رسمية من الوزير, غارات لطيران التحالف."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.arguments import joint_parties
from takhrij.rules.events.governors import Parties
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.telling import VIOLENT
from takhrij.rules.events.traits import DECIDING
from takhrij.rules.statements.sheet import Is, Range

_FROM = "من"
# So many words whoever decides it may have between his decision and the noun.
_POST = 9


def of_decision(scene: Scene, i: int, sense: Sense) -> Parties:
    """Whose decision it is, who stands between: قرار | الرئيس الأميركي | الانسحاب, استمرار | تركيا | في سجن."""
    trigger = sense.frame.trigger
    if trigger.of == "both" or (trigger.type in VIOLENT and trigger.of == "recipient"):
        # إعلان مصادر مقتل مسلحين: who announces a death has killed nobody.
        return ()
    if not scene.near(i) & DECIDING:
        return ()
    j = i - 1 if scene.tokens[i - 1].folded in group("of_decision") else i
    for k in range(j - 2, max(scene.sheet.sentence(i)[0], j - _POST) - 1, -1):
        token = scene.tokens[k]
        if token.flags & (Is.COMMA | Is.THAT | Is.QUOTE) or scene.is_verb(k):
            return ()
        if token.bare in group("deciding") and scene.is_party(k + 1):
            return joint_parties(scene, k + 1, j) if scene.phrase(k + 1, j) == j else ()
    return ()


def from_whom(scene: Scene, i: int, sense: Sense) -> tuple[Range, ...]:
    """Whose words the noun at word `i` names, behind it or its adjective: طلب من الحكومة, دعوة رسمية من الوزير."""
    if sense.frame.trigger.type not in _SPOKEN or sense.pronoun or sense.definite:
        return ()
    for k in range(i + 1, min(i + _FROM_WITHIN, len(scene.tokens) - 1)):
        if scene.tokens[k].folded == _FROM and scene.is_party(k + 1):
            if scene.tokens[k + 1].folded in group("side"):
                return ()
            return joint_parties(scene, k + 1, scene.phrase(k + 1, scene.sheet.sentence(k)[1]))
        if scene.tokens[k].flags or scene.is_party(k) or scene.is_verb(k):
            return ()
    return ()


_SPOKEN = frozenset(["REQUEST", "ACCUSE", "THREATEN", "REJECT"])
_FROM_WITHIN = 3


def of_forces(scene: Scene, i: int, sense: Sense, end: int) -> tuple[Range, ...]:
    """Whose planes or guns strike, behind ل: غارات جوية مكثفة | لطيران التحالف على المواقع."""
    if sense.frame.trigger.type != "ASSAULT" or sense.definite or sense.pronoun:
        return ()
    for k in range(i + 1, min(i + _ADJECTIVES, end)):
        folded = scene.tokens[k].folded
        if folded[:1] == _FOR and folded[1:] in group("striking_forces") and scene.is_party(k):
            return joint_parties(scene, k, scene.phrase(k, scene.sheet.sentence(i)[1]))
        if scene.tokens[k].flags or scene.is_verb(k) or scene.is_party(k):
            return ()
    return ()


_FOR = "ل"
_ADJECTIVES = 5
