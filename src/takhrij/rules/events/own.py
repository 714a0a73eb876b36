"""What somebody tells of himself or his country, so that no subject follows: إنها تدعم, إن بلاده تدعم."""

from takhrij.lexicon.event_words import group
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.going_on import Doing, is_alike
from takhrij.rules.statements.sheet import Is, Sheet, Token

# إنه, أنها: the speaker says it of himself.
OF_SPEAKER = (
    "نه",
    "نها",
    "نهم",
    "نهما",
)
_HERS = "نها"
_HIS = "نه"
_OPENS = Is.THAT | Is.COLON | Is.STOP | Is.BREAK | Is.RELATIVE
# So many words behind إنه the verb may stand that goes on, and the first one.
_WITHIN = 30
_AT_ONCE = 3


def is_of_speaker(scene: Scene, i: int) -> bool:
    """Whether the speaker tells the verb at word `i` of himself or his country: إنها تدعم, إن بلاده تدعم."""
    if not i:
        return False
    before = before_verb(scene.sheet, i)
    if before.folded in group("country_of") or before.folded in group("but_he"):
        return True
    if before.flags & Is.THAT and before.folded.endswith(OF_SPEAKER):
        return True
    return scene.joined(i) and _goes_on(scene, i)


def _goes_on(scene: Scene, i: int) -> bool:
    """Whether a verb goes on from what the speaker tells of himself: قال إنه زار المدينة | والتقى المحافظ."""
    doing = _doing(scene, i)
    low = max(scene.sheet.sentence(i)[0], i - _WITHIN)
    that = next((k for k in range(i - 1, low - 1, -1) if scene.tokens[k].flags & _OPENS), -1)
    if doing is None or doing.number != 1 or that < 0 or not scene.tokens[that].flags & Is.THAT:
        return False
    if not scene.tokens[that].folded.endswith(_HERS if doing.gender == "f" else _HIS):
        return False
    verbs = [k for k in range(that + 1, i) if scene.is_verb(k)]
    if not verbs or verbs[0] > that + _AT_ONCE:
        return False
    return all(is_alike(scene.sheet, k, doing) for k in verbs)


def _doing(scene: Scene, i: int) -> Doing | None:
    """The finite verb at word `i`."""
    if any(one.noun for one in scene.senses[i] or ()):
        # ودعمهم is a noun as well.
        return None
    sense = next((one for one in scene.senses[i] or () if not one.noun and one.shape != "participle"), None)
    if sense is not None:
        return Doing(sense.frame.trigger.verb, sense.gender, sense.number, sense.shape)
    carried = scene.carried(i)
    return Doing("", carried.gender, 1, carried.shape) if carried is not None else None


def said_of(sheet: Sheet, i: int) -> str:
    """The pronoun of whom the verb at word `i` is said, behind إن: إنه, إنها; "" where there is none."""
    before = before_verb(sheet, i)
    ending = next((end for end in OF_SPEAKER if before.folded.endswith(end)), "") if before.flags & Is.THAT else ""
    return ending[1:]


def before_verb(sheet: Sheet, i: int) -> Token:
    """The word before the verb at word `i`, quote marks and adverbs left out: بلاده "تدعم", لكنها أيضا تدعم."""
    k = i - 1
    while k > 0 and (sheet.tokens[k].flags & (Is.QUOTE | Is.NEGATION) or sheet.tokens[k].folded in group("asides")):
        k -= 1
    return sheet.tokens[max(k, 0)]
