"""What is no part of the person's name it stands in: a verb, how somebody was found, another's name.

زار الأمير وليام | مخيما, أحمد | يواجه المرض, أقال ترامب | كومي, | أرى ترامب يتراجع
"""

from takhrij.lexicon import places
from takhrij.lexicon.actor_words import group
from takhrij.lexicon.function_words import group as called
from takhrij.lexicon.lookup import MOST_WORDS
from takhrij.lexicon.places import people
from takhrij.lexicon.world import world
from takhrij.reading.found import BASES, Found, KnownWords
from takhrij.reading.listed import is_in_news, is_in_persons, is_listed
from takhrij.reading.tagging import word_lists
from takhrij.reading.whole import GIVEN_NAME, KNOWN, NO, PARTICLES, RARE
from takhrij.rules.statements.tokens import Is, tokens
from takhrij.text.clitics import segment

_PAIR = 2
_HE = "ي"
_WILL = "س"
# So begin verbs that no foreign name begins like: يتباكى, يستطلع.
_REFLEXIVE = (
    "يت",
    "يست",
    "سيت",
    "سيست",
)
_SHORTEST_VERB = 5
_ACCUSATIVE = "ا"
_NUNATION = "ً"
_OF_MANY = "ين"
_SHORTEST_OF_MANY = 6
_I = "أنا"
# The list of given names.
_GIVEN = "G"
_BY_NAME = "باسم"


def is_verb(word: str) -> bool:
    """Whether the word is a verb in the imperfect that is nobody's name: يواجه, سيعتني, يتباكى, but not يلديز."""
    if word[0] == _WILL and word[1:2] == _HE and len(word) >= _SHORTEST_VERB and is_unnamed(word):
        return bool(word_lists().get(BASES[word[1:]])) and is_unnamed(word[1:])
    if word.startswith(_REFLEXIVE) and len(word) >= _SHORTEST_VERB and not is_listed(word):
        return True
    return word[0] == _HE and len(word) >= _SHORTEST_VERB - 1 and is_unnamed(word) and is_in_news(word)


def is_stranger(word: str) -> bool:
    """Whether the word is in nobody's name wherever it stands: a verb in the imperfect, how somebody was."""
    return is_verb(word) or tells_how(word)


def is_unnamed(word: str) -> bool:
    """Whether neither news nor a list has the word in names."""
    return not is_in_persons(word) and (not is_listed(word) or is_in_news(word))


def tells_how(word: str) -> bool:
    """Whether the word tells how somebody was or whom a verb struck: محبطا, مخيماً, but not سيلفا."""
    if word.endswith((_NUNATION, _NUNATION + _ACCUSATIVE)):
        return True
    if not word.endswith(_ACCUSATIVE) or KNOWN[word] not in (NO, RARE) or is_in_persons(word):
        return False
    bare = word[:-1]
    if len(bare) < _SHORTEST_VERB - 1:
        return False
    shares = word_lists().get(BASES[bare], "").rpartition(":")[2]
    return is_in_news(bare) or shares.startswith(("p0", "o"))


def is_behind(words: list[str], first: int, place: int) -> bool:
    """Whether the last word of a tagged name is no part of it: a verb in the imperfect or how somebody was."""
    word = words[place]
    if is_stranger(word):
        return True
    if place > first + 1 or KNOWN[words[first]] != GIVEN_NAME or not _is_noun(word):
        return False
    # زار الأمير وليام | الأماكن المقدسة
    rest = word_lists().get(BASES[word], "")
    return rest.endswith("O1") or (rest.endswith("O0") and place + 1 < len(words) and _is_noun(words[place + 1]))


def _is_noun(word: str) -> bool:
    """Whether a definite noun or adjective stands there that is of no name and no nation."""
    token = tokens()[word]
    return token.flags == Is.DEFINITE and is_in_news(word) and token.title is None and people()[word] is None


def is_behind_place(known: KnownWords, first: int, end: int) -> bool:
    """Whether the first word is a place and the name begins behind it: في لوساكا | كينيدي غوندوي."""
    if not first or end - first < _PAIR:
        return False
    words, seen = known
    before = seen[first - 1]
    if before.folded not in called("in_of") and (before.title is None or before.title.title.kind != "role"):
        return False
    return is_place(words[first]) and (end - first > _PAIR or KNOWN[words[first + 1]] == GIVEN_NAME)


class _Places(dict[str, bool]):
    """Whether words are those for places, of all that were asked for."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[word] = _is_place(word)
        return found


_PLACES = _Places()


def is_place(word: str) -> bool:
    """Whether news and lists have the word for a place and nobody's given name."""
    return _PLACES[word]


def _is_place(word: str) -> bool:
    _, _, rest = word_lists().get(BASES[word], "").partition(":")
    listed, _, shares = rest.rpartition(":")
    if _GIVEN in listed or any(share in shares for share in ("P1", "P2", "P3")):
        return False
    if any(share in shares for share in ("L2", "L3")):
        return True
    place = places.names().at([word], 0)
    return place is not None and place.value.kind != "people"


def opening(known: KnownWords, first: int, end: int) -> int:
    """Where a tagged name begins behind a verb, أنا, or باسم of who speaks for somebody: لا أرى | مايكل."""
    return next((place + 1 for place in range(end - 2, first - 1, -1) if _is_before(known, place)), first)


def _is_before(known: KnownWords, place: int) -> bool:
    words, seen = known
    word = words[place]
    if word == _BY_NAME:
        return _is_by_name(words, place)
    if word == _I:
        following = words[place + 1]
        return seen[place + 1].title is not None or not is_in_persons(following)
    return seen[place].folded in group("first_persons") or is_verb(word)


def _is_by_name(words: list[str], place: int) -> bool:
    """Whether باسم is "in the name of": متحدثة | باسم جان كلود يونكر, المعروفة | باسم ستورمي دانيلز."""
    if not place:
        return False
    before, following = words[place - 1], words[place + 1]
    token = tokens()[before]
    if token.title is not None and token.title.title.word in group("spokesmen"):
        return True
    return token.folded in group("known_by") or (KNOWN[following] == GIVEN_NAME and not segment(following).article)


def each_person(words: list[str], found: list[Found]) -> list[Found]:
    """The names, those of persons with each that the tagger took for one: أقال ترامب | كومي."""
    parts: list[Found] = []
    for name in found:
        second = _second_begins(words, name.first, name.end) if name.kind == "person" else name.end
        if second < name.end:
            parts.append(name.over(name.first, second))
            name = name.over(second, name.end)
        grown = name.kind == "person" and name.rule == "names.whole" and name.first > 0
        if grown and tokens()[words[name.first - 1]].folded in group("before_names_of_places"):
            # معبر | كرم أبو سالم
            name = name.of_kind("place")
        parts.append(name)
    return parts


def _second_begins(words: list[str], first: int, end: int) -> int:
    """Where another person's name begins in what was taken for one; `end` where it is one's.

    أقال ترامب | كومي, حذر أنطونيو غوتيريش | ترامب, صهر ترامب | جارد كوشنر
    """
    if end - first < _PAIR or words[first] in PARTICLES:
        return end
    lone = _is_surname(words[first])
    if lone and end - first > _PAIR and _is_full(words, first + 1, end):
        return first + 1
    if lone and end - first == _PAIR and _is_surname(words[first + 1]) and not _is_one(words[first], words[first + 1]):
        return first + 1
    if end - first > _PAIR and _is_surname(words[end - 1]) and words[end - _PAIR] not in PARTICLES:
        whole = world().person_known(" ".join(words[first : end - 1]))
        if whole is not None and whole is not world().person_known(words[end - 1]):
            return end - 1
    return end


def _is_full(words: list[str], first: int, end: int) -> bool:
    """Whether a given name and a surname stand there: جارد كوشنر."""
    if KNOWN[words[first]] == GIVEN_NAME or world().person_known(" ".join(words[first:end])) is not None:
        return True
    return end - first == _PAIR and KNOWN[words[first]] != NO and is_in_persons(words[first + 1])


class _Surnames(dict[str, bool]):
    """Whether words are by themselves the names of such, of all that were asked for."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[word] = _names_one(word)
        return found


_SURNAMES = _Surnames()


def _is_surname(word: str) -> bool:
    """Whether the word is by itself the name of one whom a desk knows: ترامب, but neither محمد nor هايلي."""
    return _SURNAMES[word]


def _names_one(word: str) -> bool:
    word = segment(word).noun or word
    if KNOWN[word] in (NO, RARE) or _GIVEN in word_lists().get(BASES[word], "").partition(":")[2]:
        return False
    return not world().is_anybodys(word) and world().person_known(word) is not None


def _is_one(word: str, other: str) -> bool:
    return world().person_known(word) is world().person_known(other)
