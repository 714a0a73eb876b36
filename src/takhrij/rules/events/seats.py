"""Where it must have been though no preposition tells it: where a court sits, talks are named for, a guest is."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import names
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.traits import is_in
from takhrij.rules.statements.sheet import Is, Range, Sheet

_PLACE = "place"
_CITY = "city"
_POLICE = "شرطه"
_VISITS = "زار"
_WITH = "مع"
# So many words behind talks the land may be told that the guest visits.
_AHEAD = 40
_LONGEST = 4


def seat_of(sheet: Sheet, words: Range) -> Range | None:
    """The town of a court or of a police: محكمة جنايات القاهرة, المحكمة الابتدائية بتونس, شرطة لندن."""
    first, end = words
    head = sheet.tokens[first].bare
    if head not in group("judges") and head != _POLICE:
        return None
    found = [town for k in range(first + 1, end) if (town := _city_at(sheet, k)) is not None and town[1] <= end]
    return found[-1] if found else None


def _city_at(sheet: Sheet, k: int) -> Range | None:
    """The town that is named at word `k`, be it as a part of another name: محكمة جنايات القاهرة."""
    if _is_city(sheet, k):
        return k, sheet.name_end[k]
    word = sheet.page.words[k]
    words = [word[1:] if is_in(word) else word, *sheet.page.words[k + 1 : k + _LONGEST]]
    known = names().at(words, 0) if k not in sheet.name_end else None
    return (k, k + known.end) if known is not None and known.value.kind == _CITY else None


def _is_city(sheet: Sheet, k: int) -> bool:
    """Whether a town is named at word `k`."""
    if sheet.name_kind.get(k) != _PLACE:
        return False
    known = names().at(sheet.page.words, k)
    return known is None or known.value.kind == _CITY


def town_of_talks(scene: Scene, i: int) -> Range | None:
    """The town for which the talks at word `i` are named: اجتماعات الخرطوم, but not محادثات موسكو مع أنقرة."""
    k = i + 1
    if k >= len(scene.tokens) or scene.sheet.name_kind.get(k) != _PLACE or scene.sheet.name_skip.get(k):
        return None
    end = scene.sheet.name_end[k]
    if scene.tokens[i].bare in group("meetings") and _is_city(scene.sheet, k):
        # قمة هلسنكي مع الرئيس الروسي
        return k, end
    if not _is_city(scene.sheet, k) or (
        end < len(scene.tokens) and (scene.joined(end) or scene.tokens[end].folded == _WITH)
    ):
        return None
    return k, end


def land_of_guest(scene: Scene, i: int, end: int) -> Range | None:
    """The land that whoever is met visits: استقبل الرئيس الوزير الذي يزور مصر."""
    for k in range(i + 2, min(end, i + _AHEAD)):
        if not scene.tokens[k - 1].flags & Is.RELATIVE:
            continue
        senses = scene.senses[k]
        if senses is None or senses[0].noun or senses[0].frame.trigger.verb != _VISITS or k + 1 >= end:
            continue
        if scene.is_place(k + 1):
            return k + 1, scene.sheet.name_end[k + 1]
    return None
