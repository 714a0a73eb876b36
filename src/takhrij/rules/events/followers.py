"""The word that must stand behind a trigger, and whom it names in its turn: قضت المحكمة | بسجن | صحفيين."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Frame
from takhrij.rules.events.arguments import joint_parties
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.sheet import Is, Range
from takhrij.rules.statements.tokens import is_accusative

# So many words behind the trigger it may stand.
_WITHIN = 18
# A court's verdict goes so many words on: بإعدام | تسعة رجال.
_SHORTEST = 2


def follower(scene: Scene, i: int, frame: Frame, end: int) -> int:
    """The word that must follow the trigger, or -1."""
    found = -1
    for k in range(i + 1, min(end, i + _WITHIN)):
        token = scene.tokens[k]
        if token.folded in frame.follows or token.bare in frame.follows or token.folded[1:] in frame.follows:
            if found >= 0 or k > i + 1 or not scene.is_party(k):
                return k
            # عززت | قوات النظام | تمركزها: the first may be who does it.
            found = k
            continue
        if token.folded in group("occasions"):
            # يلقي كلمة | عندما انفجرت قنبلة
            break
        if found >= 0 and (token.flags & (Is.MARK | Is.ADJUNCT) or scene.is_verb(k)):
            break
        senses = scene.senses[k]
        if senses is not None and any(sense.frame is frame for sense in senses) and not is_accusative(scene.words[k]):
            # إطلاق النار و | إطلاق سراح السجناء: it belongs to the nearer; but not نفى | نفيا قاطعا صحة الادعاء.
            break
    return found


def is_far_off(scene: Scene, i: int, word: int) -> bool:
    """Whether the fire that ceases is none: وقف إطلاق النار, وقف فوري لإطلاق النار; not وقف التجارب وإطلاق الصواريخ."""
    return word - i > _CEASES or scene.joined(word)


# So many words behind وقف it is told of what.
_CEASES = 4


def done_to_follower(scene: Scene, word: int, end: int) -> tuple[Range, ...]:
    """Whom the noun at word `word` names: قضت بسجن | صحفيين, أصدرت حكما بإعدام | تسعة متهمين, أطلق سراح | الصحفي."""
    for k in range(word, min(word + _SHORTEST, end)):
        senses = scene.senses[k]
        noun = senses[0] if senses is not None and senses[0].noun else None
        # أطلقت الشرطة سراح | الصحفي
        freed = k == word and scene.tokens[k].folded in group("free_of")
        if not freed and (noun is None or noun.frame.trigger.of != "recipient" or noun.definite or noun.pronoun):
            continue
        j = k + 1
        if j < end and (scene.is_party(j) or scene.tokens[j].folded in group("about")):
            stop = scene.phrase(j, end)
            return joint_parties(scene, j, stop) if stop > j else ()
    return ()


def limit_at(scene: Scene, word: int, end: int) -> int:
    """How far the verb's parties may go: to the word that must follow it, or over it where it is counted: 23 سفيرا."""
    before = scene.tokens[word - 1]
    if before.flags & Is.NUMBER or before.folded in group("amounts") or before.folded in group("about"):
        return max(word + 1, scene.phrase(word - 1, end))
    return word


def is_of_him(scene: Scene, word: int) -> bool:
    """Whether a pronoun on the verbal noun tells whom it is done to: قضت بسجنه."""
    if word >= 0 and scene.tokens[word].folded in group("free_of_him"):
        # أخلت سبيله
        return True
    senses = scene.senses[word] if word >= 0 else None
    return senses is not None and any(s.noun and s.pronoun and s.frame.trigger.of == "recipient" for s in senses)
