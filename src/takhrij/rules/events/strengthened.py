"""Whom a verbal noun is done to behind لـ, and who does it before: اعتقال الشرطة | للصحافي, استقبال الملك | للوزير.

Where the noun has an adjective who does it stands behind لـ himself: الزيارة الرسمية | للرئيس التركي إلى قطر.
"""

from takhrij.lexicon.places import people
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.arguments import at_slots, is_for, joint_parties
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Range

_OBJECT = "object"
_FOR = "ل"
# So many words back a person's name that ends before لـ began.
_LONGEST_NAME = 6


def doer_end(scene: Scene, sense: Sense, start: int, stop: int) -> int:
    """Where the doer ends whose phrase from `start` to `stop` runs on over لـ and whom he does it to."""
    if _OBJECT not in sense.frame.slots:
        return stop
    for k in range(start + 1, stop):
        if scene.words[k].startswith(_FOR) and _is_done_to(scene, start, k):
            return k
    return stop


def done_to(scene: Scene, sense: Sense, found: tuple[Range, ...], end: int) -> tuple[Range, ...] | None:
    """Whom the doers `found` behind the noun do it to behind لـ; empty where that is a thing, None where none follows.

    احتجاز إيران | لناقلة نفط: a state does it to a thing.
    """
    start, after = found[0][0], found[-1][1]
    if after >= end or _OBJECT not in sense.frame.slots:
        return None
    if _is_done_to(scene, start, after):
        return joint_parties(scene, after, scene.phrase(after, end))
    if is_for(scene, after) or not (scene.is_place(start) and scene.is_state(start)):
        return None
    return () if scene.words[after].startswith(_FOR) and bears(scene.words[after], _FOR) else None


def _is_done_to(scene: Scene, start: int, k: int) -> bool:
    """Whether لـ at word `k` tells whom the doer at `start` does it to, and is not of his own name or post."""
    if not is_for(scene, k) or not _is_whole(scene, start, k):
        return False
    token = scene.tokens[k]
    if token.title is not None:
        # المنظمة الدولية | للصحفيين
        return not (token.title.number > 1 and token.title.definite)
    return k in scene.sheet.name_end or token.head is not None


def _is_whole(scene: Scene, start: int, k: int) -> bool:
    """Whether the words from `start` to `k` name a doer by themselves: الرئيس الفرنسي, but not الأمين العام."""
    if any(scene.sheet.name_end.get(first, 0) > k for first in range(start, k)):
        return False
    token, last = scene.tokens[start], scene.tokens[k - 1]
    nation = bool(last.flags & Is.DEFINITE) and people()[scene.words[k - 1]] is not None
    person = any(
        scene.sheet.name_kind.get(first) == "person" and scene.sheet.name_end[first] == k
        for first in range(max(start, k - _LONGEST_NAME), k)
    )
    if token.title is not None and token.head is None:
        alone = k == start + 1 and bool(token.flags & Is.DEFINITE) and scene.tokens[k].title is not None
        return nation or person or alone
    return scene.is_doer(start) and (nation or k == start + 1 or scene.sheet.name_end.get(start) == k)


def visitor_behind(scene: Scene, sense: Sense, start: int, end: int) -> tuple[Range, ...]:
    """Who visits, behind what the visit is like from word `start` on: الزيارة | الرسمية للرئيس التركي إلى قطر."""
    trigger = sense.frame.trigger
    if trigger.whom != _PLACE or trigger.of != _DOES or sense.pronoun:
        return ()
    k = start
    while k < min(end, start + _QUALITIES) and scene.tokens[k].folded.endswith(_FEMININE) and not scene.is_party(k):
        k += 1
    if (k == start and not sense.definite) or k >= end or scene.is_place(k) or not is_for(scene, k):
        return ()
    stop = scene.phrase(k, end)
    whither = at_slots(scene, sense.frame, stop, min(end, stop + _QUALITIES))
    return joint_parties(scene, k, stop) if stop > k and whither else ()


_PLACE = "place"
_DOES = "actor"
_FEMININE = "ه"
# So many words may tell what a visit is like, and whither it goes.
_QUALITIES = 3
