"""What news and lists of names tell of a word by itself: whether it is a given name, whether names have it at all."""

from takhrij.lexicon.lookup import MOST_WORDS
from takhrij.reading.found import BASES
from takhrij.reading.tagging import word_lists

# The lists of given names.
GIVEN = frozenset("GKPFk")
# How news has a word that is hardly ever in a name.
_ORDINARY = (
    "O0",
    "O1",
)
_OF_PERSONS = (
    "P2",
    "P3",
    "p2",
    "p3",
)
# What is known of a word, as flags of one integer.
_LISTED = 1 << 0
_IN_NEWS = 1 << 1
_IN_PERSONS = 1 << 2


class _Known(dict[str, int]):
    """What is known of every published word that was asked for."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_WORDS:
            self.clear()
        base = BASES[word]
        entry = word_lists().get(base, "")
        listed = entry.partition(":")[2].partition(":")[0]
        known = 0 if not listed or GIVEN.isdisjoint(listed) else _LISTED
        if entry.endswith(_ORDINARY):
            known |= _IN_NEWS
        if is_known_person(base):
            known |= _IN_PERSONS
        self[word] = known
        return known


_KNOWN = _Known()


def is_listed(word: str) -> bool:
    """Whether a list of given names has the word, be it also an ordinary one: رشيدة, سلطان."""
    return bool(_KNOWN[word] & _LISTED)


def is_in_news(word: str) -> bool:
    """Whether news has the word, and hardly ever in a name, whatever the lists have."""
    return bool(_KNOWN[word] & _IN_NEWS)


def is_ordinary(word: str) -> bool:
    """Whether news has the word, and hardly ever in a name, and no list of given names has it: خصائص, مماثلة."""
    return _KNOWN[word] & (_IN_NEWS | _LISTED) == _IN_NEWS


def is_in_persons(word: str) -> bool:
    """Whether news takes the word without its proclitics for a part of persons' names."""
    return bool(_KNOWN[word] & _IN_PERSONS)


def is_known_person(base: str) -> bool:
    """Whether news takes a base for a part of persons' names."""
    shares = word_lists().get(base, "").rpartition(":")[2]
    return any(share in shares for share in _OF_PERSONS)
