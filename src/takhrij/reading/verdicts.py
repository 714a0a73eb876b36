"""Whom the police arrest a court sentences: which tellings of both are one."""

from takhrij.reading.happening import Happening

# A verb of the same verdict stands at most so many words behind.
_NEAR = 30
_COERCE = "COERCE"


def are_arrest_and_verdict(one: Happening, other: Happening) -> bool:
    """Whether one tells that somebody was arrested and the other what a court made of it, which are two things."""
    if one.deed.trigger.type != _COERCE:
        return False
    verbs = {one.deed.trigger.verb, other.deed.trigger.verb}
    return not verbs.isdisjoint(_ARRESTS) and not verbs.isdisjoint(VERDICTS)


def is_told_on(known: Happening, new: Happening) -> bool:
    """Whether a verdict is told right on, by a verb that leaves out who gave it: حكما بحق فلان | قضى بسجنه."""
    verbs = {known.deed.trigger.verb, new.deed.trigger.verb}
    near = new.deed.words[0] - known.deeds[-1].words[0] <= _NEAR
    return near and verbs <= VERDICTS and new.deed.left_out and not new.deed.actor and new.deed.sense.before == ""


def is_suspect(known: Happening, new: Happening) -> bool:
    """Whether whoever was arrested is only called the suspect, as one who was told of before: توقيف المشتبه به.

    Of a verdict it may be told with another verb: حكمت على 25 صحفيا, وأدانت المتهمين.
    """
    if known.deed.trigger.type != _COERCE:
        return False
    verbs = {known.deed.trigger.verb, new.deed.trigger.verb}
    if known.deed.trigger is not new.deed.trigger and not verbs <= VERDICTS:
        return False
    return all(not player.named and _is_of_them(player.name) for player in new.recipient)


def _is_of_them(name: str) -> bool:
    """Whether those told of before are meant, or some of them: المتهمين, عشرة من هؤلاء الصحفيين."""
    words = name.split(" ")
    return (words[0] in _SUSPECTS and _OTHERS.isdisjoint(words)) or _OF_THESE in words


_OF_THESE = "هؤلاء"
_OTHERS = frozenset(
    [
        "آخرين",
        "آخرون",
        "الآخرين",
        "الآخرون",
    ]
)


_SUSPECTS = frozenset(
    [
        "المشتبه",
        "المتهم",
        "المتهمين",
        "المتهمون",
        "الجاني",
        "الجناة",
        "المعني",
        "الموقوف",
        "الموقوفين",
    ]
)


_ARRESTS = frozenset(
    [
        "اعتقل",
        "ألقى",
        "قبض",
        "أوقف",
        "احتجز",
        "داهم",
        "دهم",
        "اقتاد",
        "طارد",
        "لاحق",
    ]
)
VERDICTS = frozenset(
    [
        "قضى",
        "حكم",
        "أصدر",
        "صدر",
        "أيد",
        "أدان",
        "أدين",
    ]
)
