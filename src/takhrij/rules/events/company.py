"""Those who are present beside the two: بحضور الوزير, في حضور مساعديه, مرفوقا بوزير الخارجية."""

from takhrij.lexicon.event_words import group
from takhrij.rules.events.arguments import joint_parties
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.traits import BESIDE
from takhrij.rules.statements.sheet import Range


def beside(scene: Scene, first: int, end: int) -> tuple[Range, ...]:
    """Those who are present: بحضور, برفقة, بوساطة."""
    words = group("beside")
    for k in range(first, min(end, scene.sheet.sentence(first)[1]) - 1):
        if not scene.traits[k] & BESIDE:
            continue
        here = scene.tokens[k].folded in words or (scene.tokens[k].folded == _PRESENCE and _is_in(scene, k - 1))
        if here and scene.is_party(k + 1):
            return joint_parties(scene, k + 1, scene.phrase(k + 1, scene.sheet.sentence(k)[1]))
    return ()


def _is_in(scene: Scene, k: int) -> bool:
    """Whether في stands at word `k`: في | حضور الوزير, but not نفت حضور الوزير."""
    return scene.tokens[k].folded == _IN


_PRESENCE = "حضور"
_IN = "في"
