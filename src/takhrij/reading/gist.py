"""What is asked, blamed or refused in two tellings, by its words: تدعو لمقاطعة الافتتاح, طالب بمقاطعة الافتتاح."""

from takhrij.reading.wording import content_words
from takhrij.rules.events.deed import Deed
from takhrij.rules.statements.sheet import Sheet

# What is said is known by its content as well as by who said it to whom.
SAID = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"])
# So many words behind the trigger its content begins to give way to circumstances.
_WITHIN = 22
_SHORTEST = 3
# So many words in common make two contents one, and two where they are half of the shorter.
_ENOUGH = 3
_HALF = 2
_MANY = 4


def gist(sheet: Sheet, deed: Deed) -> frozenset[str]:
    """The roots of the words of its content and the nations in it, for those deeds that are known by that."""
    if deed.trigger.type not in SAID:
        return frozenset()
    first = deed.words[1]
    end = min(sheet.sentence(deed.words[0])[1], first + _WITHIN)
    words, nations = content_words(sheet, first, end)
    its, states = content_words(sheet, *deed.actor[0]) if deed.actor else (frozenset[str](), frozenset[str]())
    return frozenset(word for word in words - its if len(word) >= _SHORTEST) | (nations - states)


def is_one_content(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two contents share so many words that they are one, told twice."""
    common = len(one & other)
    return common >= _ENOUGH or (common >= _HALF and _HALF * common >= min(len(one), len(other)))


def is_retold_content(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether nearly all words of one content stand in the other, so that it is retold whoever is named."""
    common = len(one & other)
    return common >= _MANY and _HALF * common >= min(len(one), len(other))
