"""The day of what is told further of one scene: an arrest is dated, and the next sentence tells of another."""

from collections.abc import Sequence

from takhrij.lexicon.event_words import group
from takhrij.reading.alike import alike
from takhrij.reading.days import Days
from takhrij.reading.happening import Happening
from takhrij.rules.events.deed import Deed
from takhrij.rules.statements.sheet import Is, Sheet

_DAY = "2019-05-09"
# One scene has several of these; what is only said or agreed on is told of other days as readily.
_SCENES = frozenset(["ASSAULT", "COERCE"])
# So many words one may stand behind the other where both have one place or one doer.
_WITHIN = 90
# So many words before a verb "had" may stand.
_HAD = 5


def date_further(found: Sequence[Happening], sheet: Sheet, days: Days) -> None:
    """Give an undated deed the day of the one told right before it, if both are told as one scene."""
    in_order = sorted(found, key=lambda one: one.deed.words[0])
    for before, one in zip(in_order, in_order[1:], strict=False):
        if one.date is None and _is_of_one_scene(before, one, sheet) and not _is_of_another_time(one, sheet, days):
            one.date = before.date


def is_one_more(deed: Deed, sheet: Sheet) -> bool:
    """Whether the deed is told to be one more, so that it is none told before: وحجز الأعوان | أيضا | سيارة."""
    if deed.trigger.type not in _SCENES or not deed.by_verb:
        return False
    i = deed.words[1]
    return any(token.folded in group("one_more") for token in sheet.tokens[i : min(i + _HAD, deed.end)])


def is_sum(deed: Deed, sheet: Sheet) -> bool:
    """Whether a toll is that of a time that goes on, so that no one attack brought it about: قتل 130 | منذ 30 مارس."""
    if deed.trigger.type != _ATTACK or deed.trigger.of != _TOLL:
        return False
    end = min(sheet.sentence(deed.words[0])[1], deed.words[1] + _SINCE_WITHIN)
    behind = [token.folded for token in sheet.tokens[deed.words[1] : end]]
    if _SINCE not in behind:
        return False
    # مقتل مئة في اعتداء هو الأكثر دموية منذ سنوات: one attack
    ranked = (word[len(_THE) :] for word in behind[: behind.index(_SINCE)] if word.startswith(_THE))
    return group("ranks").isdisjoint(ranked)


_ATTACK = "ASSAULT"
_TOLL = "recipient"
_SINCE = "منذ"
_THE = "ال"
# So many words behind the toll the time may stand since which it is counted.
_SINCE_WITHIN = 14


def _is_of_one_scene(before: Happening, one: Happening, sheet: Sheet) -> bool:
    kind = one.deed.trigger.type
    if kind not in _SCENES or before.deed.trigger.type != kind or len(before.date or "") != len(_DAY):
        return False
    if one.in_headline or before.deed.status != "happened" or one.deed.status != "happened":
        return False
    first, second = before.deed.words[0], one.deed.words[0]
    if sheet.page.sentence_of[first] == sheet.page.sentence_of[second]:
        return True
    if second - first > _WITHIN:
        return False
    return bool(one.place and one.place == before.place) or any(alike(p, q) for p in one.actor for q in before.actor)


def _is_of_another_time(one: Happening, sheet: Sheet, days: Days) -> bool:
    """Whether its sentence has a time of its own, or it is told as what had been before: وكان قد اعتقل."""
    i = one.deed.words[0]
    first, end = sheet.sentence(i)
    if days.within(first, end) is not None:
        return True
    return any(token.flags & Is.AUXILIARY for token in sheet.tokens[max(first, i - _HAD) : i])
