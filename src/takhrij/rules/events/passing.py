"""Whether a verb tells its event only by the way, to say who or when: الذين تجمعوا, الذي يزور مصر حاليا."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.background import is_timed
from takhrij.rules.events.claims import is_claimed
from takhrij.rules.events.described import without_pronoun
from takhrij.rules.events.resumed import describes
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.stance import is_doubtful, is_habit, tells_past
from takhrij.rules.statements.sheet import Is, Token


def _is_aside(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a relative clause or an occasion tells it by the way: الذين تجمعوا, عندما هاجم."""
    before = [scene.tokens[k] for k in (i - 1, i - 2) if k >= 0]
    if before and before[0].folded == _WHOEVER:
        # الذين هاجموا, but not هم من هاجموا
        return not _is_he(before[1:])
    if any(token.flags & Is.RELATIVE for token in before):
        return True
    if not before or before[0].folded not in group("occasions"):
        return False
    if scene.tokens[scene.sheet.sentence(i)[0]].flags & Is.OWN_VOICE:
        # يذكر أنه عندما هاجم
        return True
    # عندما احتشد متظاهرون, حين هاجم مسلحون: whom nobody has heard of makes it news.
    j = i + 1
    heard_of = j in scene.names or j >= len(scene.tokens) or scene.tokens[j].flags & Is.DEFINITE
    return bool(heard_of) or not (scene.is_party(j) or scene.tokens[j].folded in group("charges_of_powder"))


def is_by_the_way(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the event is told only to say who or when: الذين تجمعوا, الذي يزور مصر حاليا."""
    trigger = sense.frame.trigger
    if (
        is_claimed(trigger)
        or is_doubtful(scene, i)
        or (sense.passive and i and scene.tokens[i - 1].flags & Is.RELATIVE)
    ):
        return True
    if trigger.mode == _DESTROY and _is_of_his_own(scene, i):
        return True
    if trigger.type in _VIOLENT:
        return _is_aside(scene, i, sense) or _is_wont(scene, i, sense)
    if trigger.verb == _CALLS and sense.pronoun and not sense.before:
        # ما وصفته بالعدوان, قرارات وصفها بالمفزعة
        return True
    if trigger.type in _SPOKEN and sense.shape == "perfect" and sense.number == 3 and i:
        # من انتقدوا الخطاب
        return scene.tokens[i - 1].folded == _WHOEVER
    if trigger.type in _SPOKEN and sense.shape == "imperfect":
        # الجبهة التي تدعمها تركيا, فصيل تدعمه إيران, وتندد أنقرة دائما
        relative = bool(i and scene.tokens[i - 1].flags & Is.RELATIVE) and trigger.verb not in group("blames")
        return relative or is_habit(scene, i) or describes(scene, i, sense)
    if trigger.verb == _SPREADS and sense.shape == "imperfect" and not sense.future:
        # تنتشر القوات على الضفة: where they stand
        return not is_timed(scene, i)
    visits = trigger.whom == "place" and sense.shape == "imperfect"
    return visits and bool(i and scene.tokens[i - 1].flags & Is.RELATIVE)


def _is_of_his_own(scene: Scene, i: int) -> bool:
    """Whether whoever destroys it disarms himself: دمر الجيش مخزون | أسلحته."""
    for token in scene.tokens[i + 1 : min(i + _OWN_WITHIN, scene.clause_end(i))]:
        own = without_pronoun(token.folded)
        if own != token.folded and own in group("own_arms"):
            return True
    return False


_DESTROY = "destroy"
_OWN_WITHIN = 7


def _is_wont(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the present tense tells what is done in general: يقتل الأبرياء; a time or a number makes it one act."""
    if sense.shape != "imperfect" or tells_past(scene, i, sense) or sense.before.endswith(_TO):
        return False
    end = scene.clause_end(i)
    timed = any(k in scene.sheet.time_end for k in range(scene.clause_start(i), end))
    return not timed and not any(token.flags & Is.NUMBER for token in scene.tokens[i + 1 : end])


_TO = "ل"
_SPREADS = "انتشر"
_CALLS = "وصف"
_SPOKEN = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AID"])


def _is_he(before: list[Token]) -> bool:
    """Whether a pronoun stands there, so that who did it is told: هم من أطلقوا النار."""
    return bool(before) and before[0].folded in _HE


_WHOEVER = "من"
_HE = frozenset(
    [
        "هو",
        "هي",
        "هم",
    ]
)
_VIOLENT = frozenset(["ASSAULT", "PROTEST"])
