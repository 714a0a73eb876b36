"""A verb's subject and object that stand in one row: دعا الخطيب | الرئيس الفرنسي فلان | إلى, ناشد فلان | أعضاءه."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.objects import goes_on_with
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.sheet import Is, Range

_PERSON = "person"
_ROLE = "role"
Parties = tuple[Range, ...]


def two_named(scene: Scene, sense: Sense, lead: Parties) -> tuple[Parties, Parties] | None:
    """Who asks or accuses and whom, where the phrase behind the verb holds both and the verb goes on behind it."""
    if len(lead) != 1 or sense.pronoun or sense.passive or sense.number > 1:
        return None
    first, end = lead[0]
    if not goes_on_with(scene, sense, end):
        return None
    split = next(
        (k for k in range(first + 1, end) if _ends_name(scene, first, k) and _begins_other(scene, sense, k, end)), 0
    )
    return (((first, split),), ((split, end),)) if split else None


def _ends_name(scene: Scene, first: int, k: int) -> bool:
    """Whether a person's name ends before word `k`."""
    names, kinds = scene.sheet.name_end, scene.sheet.name_kind
    return any(names.get(j) == k and kinds[j] == _PERSON for j in range(first, k))


def _begins_other(scene: Scene, sense: Sense, k: int, end: int) -> bool:
    """Whether somebody else is told from word `k` on: several, or the holder of a post with a name of his own."""
    token = scene.tokens[k]
    title = token.title
    if scene.joined(k) or (title is not None and title.proclitics):
        return False
    if token.folded in group("members") or (title is not None and title.number > 1):
        return True
    if title is None or title.title.kind != _ROLE:
        return False
    if sense.gender == "f" and not title.feminine:
        # ودعت فلانة | رئيس الحزب
        return True
    for j in range(k + 1, end):
        if scene.sheet.name_kind.get(j) == _PERSON:
            # محامي | ترامب: whose lawyer he is
            return j > k + 1 or bool(token.flags & Is.DEFINITE)
        other = scene.tokens[j].title
        if other is not None and other.title.kind == _ROLE:
            # محامي | الرئيس فلان
            return False
    return False
