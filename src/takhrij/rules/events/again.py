"""A place that is only called what it is, because it was named before: في العاصمة, في المدينة, بالقطاع."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import names
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.sheet import Is, Range

_BY = "ب"
_ARTICLE = "ال"
_CAPITAL = "العاصمه"
_TOWN = "المدينه"
_CITY = "city"
_PLACE = "place"
# So many words before it the place may have been named.
_BACK = 300


def named_before(scene: Scene, k: int) -> Range | None:
    """The place that the word at `k` means, by its last naming: the city for المدينة, قطاع غزة for القطاع."""
    folded = scene.tokens[k].folded
    kind = folded if folded in group("place_again") else folded.removeprefix(_BY)
    if kind not in group("place_again") or _is_named(scene, k):
        return None
    kinds = scene.sheet.name_kind
    for first in range(k - 1, max(k - _BACK, scene.sheet.dateline) - 1, -1):
        if kinds.get(first) == _PLACE and _is_meant(scene, first, kind):
            return first, scene.sheet.name_end[first]
    return None


def _is_named(scene: Scene, k: int) -> bool:
    """Whether the word is told further, so that it needs no other: العاصمة طرابلس, المنطقة الحدودية."""
    if k + 1 >= len(scene.tokens):
        return False
    after = scene.tokens[k + 1]
    return k + 1 in scene.names or bool(after.flags & Is.DEFINITE)


def _is_meant(scene: Scene, first: int, kind: str) -> bool:
    """Whether the place named at word `first` may be what is called that kind of place again."""
    bare = kind.removeprefix(_ARTICLE)
    if first and scene.tokens[first - 1].folded in (bare, _BY + bare):
        # جزيرة سقطرى, and then الجزيرة
        return True
    if kind not in (_CAPITAL, _TOWN):
        return False
    known = names().at(scene.words, first)
    if known is None or known.value.kind != _CITY:
        return False
    return known.value.rules if kind == _CAPITAL else True
