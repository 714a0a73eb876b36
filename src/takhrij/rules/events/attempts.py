"""What somebody only attempts or threatens with: محاولة الرئيس الأميركي حظر الصادرات, تهديده بإغلاق المضيق."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.traits import ATTEMPT, DECIDING
from takhrij.rules.statements.sheet import Is

# So many words behind the attempt it is told what is attempted.
_WITHIN = 9
_BY = "ب"


def is_attempted(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether somebody only attempts it, who stands between: محاولة | الرئيس الأميركي | حظر الصادرات."""
    if sense.frame.trigger.type == "ASSAULT":
        # محاولة اغتيال: an attack, though it failed
        return False
    if not scene.near(i) & ATTEMPT:
        return False
    wanted = group("threats") if sense.before.endswith(_BY) else group("attempts")
    for k in range(i - 1, max(scene.sheet.sentence(i)[0], i - _WITHIN) - 1, -1):
        token = scene.tokens[k]
        if token.flags & (Is.COMMA | Is.THAT | Is.QUOTE) or (scene.is_verb(k) and k not in scene.names):
            return False
        if token.folded in wanted or token.folded[1:] in wanted:
            return leads_to(scene, k, i)
    return False


def is_decided(scene: Scene, i: int) -> bool:
    """Whether a word may be a noun because it tells what was decided: قرار ترامب | حظر دخول المسلمين."""
    if not scene.near(i) & DECIDING:
        return False
    for k in range(i - 1, max(scene.sheet.sentence(i)[0], i - _WITHIN) - 1, -1):
        token = scene.tokens[k]
        if token.flags & (Is.COMMA | Is.THAT | Is.QUOTE) or (scene.is_verb(k) and k not in scene.names):
            return False
        if token.bare in group("deciding"):
            return leads_to(scene, k, i)
    return False


def leads_to(scene: Scene, k: int, i: int) -> bool:
    """Whether nobody but one who does it stands between the words `k` and `i`: تصميم | إسرائيل | على منع."""
    j = i - 1 if scene.tokens[i - 1].folded in group("of_decision") else i
    return k == j - 1 or (scene.is_party(k + 1) and scene.phrase(k + 1, j) == j)
