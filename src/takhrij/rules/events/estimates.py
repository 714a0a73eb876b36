"""Words before a number that say only how sure it is: ما لا يقل عن | عشرة أشخاص, ما يقرب من | مئة."""

from takhrij.lexicon.event_words import group
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.traits import ESTIMATE
from takhrij.rules.statements.sheet import Is

_WHAT = "ما"
_NOT = "لا"
_JOINING = frozenset(
    [
        "عن",
        "من",
        "علي",
    ]
)


def over_estimate(scene: Scene, j: int, limit: int) -> int:
    """The number behind an estimate at word `j`; `j` where none stands there."""
    if j >= limit or not scene.traits[j] & ESTIMATE:
        return j
    k = j
    while k < limit and k < j + 2 and scene.tokens[k].bare in (_WHAT, _NOT):
        k += 1
    if k == j or k >= limit or scene.tokens[k].folded not in group("estimates"):
        return j
    k += 1
    if k < limit and scene.tokens[k].folded in _JOINING:
        k += 1
    return k if k < limit and is_counted(scene, k) else j


def is_counted(scene: Scene, k: int) -> bool:
    """Whether word `k` begins a number of people: 200, عشرة, نحو 200, but not نحو الحدود."""
    token = scene.tokens[k]
    if token.flags & Is.NUMBER or token.folded in group("amounts"):
        return True
    if token.folded not in group("about"):
        return False
    if not token.flags & Is.ADJUNCT:
        return True
    after = scene.tokens[k + 1] if k + 1 < len(scene.tokens) else None
    return after is not None and (bool(after.flags & Is.NUMBER) or after.folded in group("about"))
