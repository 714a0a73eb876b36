"""What stands right before a verbal noun and makes it news: فرنسا.. اعتقال, مؤكدا رفض بلاده, عودته من زيارة."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.sheet import Is

_FROM = "من"
_AND = "و"
# Behind one of these a headline begins anew: فرنسا.. اعتقال ثلاثة.
_CLOSES = frozenset([".", "..", "...", "…", "|"])


def opens_anew(scene: Scene, k: int) -> bool:
    """Whether a new headline begins behind word `k`, and no other report is pointed to: اقرأ أيضا.. | اعتقال الوزير."""
    if scene.tokens[k].folded not in _CLOSES:
        return False
    return not k or scene.tokens[k - 1].bare not in group("points_on")


def is_affirmed(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the word before the noun affirms what it tells: مؤكدا | رفض بلاده, بعد عودته من | زيارة."""
    trigger, before = sense.frame.trigger, scene.tokens[i - 1]
    if trigger.type == "REJECT":
        return before.folded in group("affirming")
    if trigger.mode == "visit" and i > 1 and before.folded == _FROM:
        return scene.tokens[i - 2].folded in group("coming_home")
    return False


def goes_on_modal(scene: Scene, i: int) -> bool:
    """Whether the word goes on from what must be done: يجب إلغاء التخصيب، | وفرض المزيد من العقوبات."""
    for k in range(i - 1, max(scene.sheet.sentence(i)[0], i - _FAR) - 1, -1):
        token = scene.tokens[k]
        if token.folded.removeprefix(_AND) in group("modal"):
            return True
        if token.flags & (Is.THAT | Is.STOP | Is.COLON | Is.RELATIVE) or scene.is_verb(k):
            return False
    return False


# So many words before it the modal verb may stand.
_FAR = 24
