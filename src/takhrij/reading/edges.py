"""Where a tagged person's name begins and ends: without the verb, the post or the preposition beside it.

بومبيو | شكر ولي العهد, بين | خاشقجي, منح الأسد | وسام الشرف
"""

from takhrij.lexicon import organizations, outlets, places
from takhrij.lexicon.actor_words import group
from takhrij.lexicon.function_words import group as called
from takhrij.lexicon.places import people
from takhrij.lexicon.world import world
from takhrij.reading.found import BASES, Found, KnownWords
from takhrij.reading.listed import is_in_persons, is_listed, is_ordinary
from takhrij.reading.repeated import is_rare
from takhrij.reading.strangers import is_behind, is_behind_place, opening
from takhrij.reading.tagging import word_lists
from takhrij.reading.whole import (
    ALI,
    ALLAH,
    GIVEN_NAME,
    GUEST,
    KNOWN,
    NO,
    PARTICLES,
    is_before_allah,
    is_beside,
    is_maghrebi,
    is_owner,
)
from takhrij.rules.statements.tokens import Is, tokens
from takhrij.text.clitics import segment
from takhrij.text.quotes import MARKS

# In the genitive the dual of ولاية looks like a surname: ولايتي جندوبة وباجة.
_TWO_PROVINCES = "ولايتي"
_GLUED = (
    "وهو",
    "وهي",
    "هو",
    "هي",
)
_PAIR = 2
_THE = "ال"
_RELATION = "ية"
_FOR_THE = "لل"
_WALI = "ولي"
# Behind it stands a place.
WHERE = (
    "في",
    "وفي",
)
_AYA = "آية"
_SIDES = (
    "شمالي",
    "جنوبي",
    "شمالية",
    "جنوبية",
)
# In no name: مسؤول | أميركي آخر.
_ANOTHER = frozenset(
    [
        "آخر",
        "أخرى",
        "آخرون",
        "آخرين",
    ]
)
# A verb or what joins clauses stands in no name: إيفانكا | ستكون رائعة.
_OF_FAMILY = "ي"
_BY = "ب"
_WILL = (
    "ستكون",
    "سيكون",
    "تكون",
    "يكون",
)
# As a name it stands first or last, between two names it is "by the name of": دانييلز | باسم ستيفاني.
_BY_NAME = "باسم"
# Other words that look like names: لصالح شوماخر, أمام ريال, أمين سر, أنصار ترامب.
NEVER_NAMES = frozenset(
    [
        "أنصار",
        "لصالح",
        "أمام",
        "سر",
    ]
)


def bounds(known: KnownWords, first: int, end: int) -> tuple[int, int]:
    """A tagged person's name without a word before it that is none and without the verb behind: لصالح شوماخر.

    Nothing is left of what is no name at all: على تفجيرهما. Of the words it takes what they are and what each may be.
    """
    words, seen = known
    if end - first > 1 and words[end - 1] == _WALI:
        # بومبيو شكر | ولي العهد
        end -= 1
    if end == first + 1 and words[first] in NEVER_NAMES:
        return first, first
    if _is_post(known, first, end):
        return first, first
    cut = opening(known, first, end)
    while cut < end - 1 and _never_opens(known, cut):
        cut += 1
    if cut > first and cut == end - 1 and KNOWN[words[cut]] == NO and not is_rare(BASES[words[cut]]):
        return first, first
    first = cut
    first += _is_of_unit(words, first) or _is_where(words, first, end) or is_behind_place(known, first, end)
    if first == end:
        return first, first
    if words[end - 1] == _TWO_PROVINCES and end < len(words) and places.names().begins(words[end]):
        return first, first
    if end - first > 1 and seen[first].flags & Is.DEFINITE and _is_object(words, first + 1):
        end = first + 1
    whole = end
    while end - first > 1 and (_never_closes(known, first, end - 1) or _is_behind_known(words, first, end - 1)):
        end -= 1
    if end < whole and end == first + 1 and _is_no_name(words[first]):
        # ولي | أمر آخر, مسؤول | أميركي آخر, أمين سر
        return first, first
    return first, _before_others(words, first, end)


def _before_others(words: list[str], first: int, end: int) -> int:
    """Where the name ends before a word in it that is none: إيفانكا | ستكون رائعة, الطاهر بن حسين | ضيف البرنامج."""
    for place in range(first + 1, end):
        if place > first + 1 and _is_post_of_nation(words, place):
            return place
        if words[place] in _WILL or (words[place] == _BY_NAME and not is_listed(words[place - 1])):
            return place
        if words[place] == GUEST and place > first + 1 and words[place + 1 : place + 2] != [ALLAH]:
            # الطاهر بن حسين | ضيف البرنامج
            return place
        if words[place][0] in "فب" and words[place] not in PARTICLES and _is_split(words[place]):
            return place
    return end


def _is_post(known: KnownWords, first: int, end: int) -> bool:
    """Whether a post was taken for a name: ولي العهد, آية الله, أمين | عام المنظمة, محمد المكني | ضيف البرنامج."""
    words, seen = known
    if words[first] == GUEST and first and words[first + 1 : first + 2] != [ALLAH]:
        return True
    if end == first + 1 and end < len(words) and words[end] in group("secretaries"):
        title = seen[first].title
        return title is not None and title.title.kind == "role"
    if end == first + _PAIR and words[first + 1] in _SIDES and people()[words[first]] is not None:
        # زعيم | كوري شمالي
        return True
    return words[first] == _WALI or (words[first] == _AYA and end == first + 2)


def _is_post_of_nation(words: list[str], place: int) -> bool:
    """Whether behind a name it is told what he is, and of what nation: محمد صلاح | اللاعب المصري."""
    title = tokens()[words[place]].title
    if title is None or not title.definite or title.title.kind != "role" or place + 1 >= len(words):
        return False
    nation = people()[words[place + 1]]
    return nation is not None and nation.definite


def _is_of_unit(words: list[str], first: int) -> bool:
    """Whether the word says what a numbered unit fights with: قائد اللواء 22 | ميكا."""
    return first > 0 and words[first] in called("arms") and words[first - 1].isdigit()


def _is_where(words: list[str], first: int, end: int) -> bool:
    """Whether the word tells where the post before a name is held: المندوب بمدنين | أحمد الكلبوسي."""
    word = words[first]
    if end - first < _PAIR + 1 or word[0] != _BY or KNOWN[words[first + 1]] != GIVEN_NAME:
        return False
    place = places.names().at([word[1:]], 0)
    return place is not None and place.value.kind != "people"


def is_of_allah(words: list[str], name: Found) -> bool:
    """Whether the two words are a given name: فتح الله."""
    return name.end - name.first == 2 and words[name.end - 1] == ALLAH and is_before_allah(words[name.first])


def _is_no_name(word: str) -> bool:
    """Whether the word alone is more likely something else than a name."""
    title = tokens()[word].title
    return is_ordinary(word) or _is_nation(word) or (title is not None and title.title.kind == "role")


def _is_nation(word: str) -> bool:
    """Whether the word only tells of what nation somebody is, and is nobody's name: أميركي, but not تركي."""
    nation = people()[word]
    return nation is not None and not nation.definite and not is_listed(word)


def _is_glued(word: str) -> bool:
    """Whether هو or هي stands written together with a post: وهوعضو بارز."""
    if not word.startswith(_GLUED):
        return False
    for pronoun in _GLUED:
        if word.startswith(pronoun) and len(word) > len(pronoun) + 2:
            title = tokens()[word[len(pronoun) :]].title
            return title is not None and not title.proclitics
    return False


def _is_object(words: list[str], place: int) -> bool:
    """Whether a given name behind a surname with the article is what is told of: منح الأسد | وسام الشرف."""
    if is_listed(words[place - 1]) or KNOWN[words[place]] != GIVEN_NAME:
        return False
    if is_in_persons(words[place]):
        # الدرديري محمد
        return False
    return place + 1 >= len(words) or not KNOWN[words[place + 1]]


def _never_closes(known: KnownWords, first: int, place: int) -> bool:
    """Whether the word is no part of the name before it: بومبيو | شكر ولي العهد, خالد بن سلمان | شقيق ولي العهد."""
    words, seen = known
    word, token = words[place], seen[place]
    if token.is_finite:
        # A verb that is a name as well (شكر) has its object behind it.
        if not is_listed(word):
            return True
        return word_lists().get(BASES[word], "").endswith("O0") and not is_listed(words[first])
    if word in _ANOTHER or word in NEVER_NAMES or is_beside(word) or is_behind(words, first, place):
        return True
    if segment(word).enclitic and KNOWN[word] == NO and is_ordinary(word):
        # واختتم نتنياهو | كلماته
        return True
    if token.title is not None and token.title.title.kind == "role" and not token.title.definite:
        return is_ordinary(word)
    return False


def _is_behind_known(words: list[str], first: int, place: int) -> bool:
    """Whether the word stands behind the whole name of one whom a desk knows: حسن روحاني | ليتبرأ."""
    if place - first < _PAIR or KNOWN[words[place]] != NO:
        return False
    return world().person_known(" ".join(words[first:place])) is not None


def _never_opens(known: KnownWords, place: int) -> bool:
    """Whether the word is no part of the name that begins with the next: بين خاشقجي, الدولي رود."""
    words, seen = known
    word, token = words[place], seen[place]
    if word in NEVER_NAMES or _is_glued(word):
        return True
    if token.is_finite and token.joined:
        return True
    if place and seen[place - 1].title is not None and _is_nation(word):
        return True
    if KNOWN[word] != NO or word.endswith(ALI) or word in PARTICLES or is_listed(word):
        return False
    if token.flags & ~Is.DEFINITE or token.is_finite or (token.title is not None and not token.title.proclitics):
        return True
    return bool(token.flags & Is.DEFINITE) and (
        KNOWN[words[place + 1]] == GIVEN_NAME
        or (people()[word] is not None and not seen[place + 1].flags & Is.DEFINITE)
    )


def _is_split(word: str) -> bool:
    """Whether a word is a proclitic and an ordinary word: فاحتسب, بافتقاد."""
    parts = segment(word)
    if not parts.proclitics:
        return False
    groups, _, rest = word_lists().get(BASES[word], "").partition(":")
    ordinary = rest.endswith(("O0", "O1")) or (bool(groups) and not rest)
    return ordinary and KNOWN[word] == NO and not is_maghrebi(word)


def add_divided(known: KnownWords, name: Found, found: list[Found]) -> None:
    """Add the name, or the parts of one in which the tagger saw several; what is quoted as a thing's is no person's.

    محامي ترامب | مايكل كوهين, مراسل بي بي سي | سالم حسن, المؤسسة الناشئة "ديار دزاير"
    """
    words = known[0]
    if name.kind == "organization":
        if not _is_adjective(known, name):
            end = _known_end(words, name) if name.end - name.first > _PAIR else name.end
            found.append(name if end == name.end else name.over(name.first, end))
        return
    if name.kind != "person":
        found.append(name.of_kind("person") if _is_mans(known, name) else name)
        return
    first, end = name.first, name.end
    if end - first > _PAIR:
        outlet = outlets.names().at(words, first)
        if outlet is not None and first + 1 < outlet.end < end:
            found.append(Found(first, outlet.end, "outlet", "names.lexicon"))
            found.append(name.over(outlet.end, end))
            return
        if is_owner(words, name.over(first, first + 1)) and KNOWN[words[first + 1]] == GIVEN_NAME:
            found.append(name.over(first, first + 1))
            found.append(name.over(first + 1, end))
            return
    found.append(_as_called(known, name))


def _as_called(known: KnownWords, name: Found) -> Found:
    """What was taken for a person, as a place, a thing or a body where the words around it tell that it is one."""
    words, seen = known
    first, end = name.first, name.end
    if _is_place(known, first) or _is_unknown_where(words, first, end):
        return name.of_kind("place")
    if _is_quoted_stranger(words, first, end):
        return name.of_kind("other")
    company = first > 0 and seen[first - 1].folded.lstrip("وبل") in group("companies")
    return name.of_kind("organization") if company or _is_quoted_thing(words, first, end) else name


def _is_mans(known: KnownWords, name: Found) -> bool:
    """Whether what the tagger took for a place is called like a man, and like no place: كمال البوزيدي."""
    words = known[0]
    if name.kind != "place" or name.end - name.first != _PAIR or KNOWN[words[name.first]] != GIVEN_NAME:
        return False
    surname = words[name.first + 1]
    if not surname.startswith(_THE) or not surname.endswith(_OF_FAMILY) or people()[surname] is not None:
        return False
    return places.names().at(words, name.first) is None and not _is_place(known, name.first)


def _is_adjective(known: KnownWords, name: Found) -> bool:
    """Whether what may be a ministry in short goes with the noun before it: المخابرات | المالية, not وزير | المالية."""
    words, seen = known
    word = words[name.first]
    if name.end != name.first + 1 or not name.first or not word.startswith(_THE) or not word.endswith(_RELATION):
        return False
    before = seen[name.first - 1]
    # فأكدت الخارجية, but والمخابرات المالية
    return bool(before.flags & Is.DEFINITE) and before.title is None and not before.is_finite


def _known_end(words: list[str], name: Found) -> int:
    """Where a body ends that a desk knows, without the object behind it: صندوق النقد الدولي | بلداننا."""
    known = organizations.names().at(words, name.first)
    if known is None or known.end - known.first < _PAIR or known.end >= name.end:
        return name.end
    token = tokens()[words[known.end]]
    return known.end if segment(words[known.end]).enclitic and not token.flags & Is.DEFINITE else name.end


def _is_place(known: KnownWords, first: int) -> bool:
    """Whether the word for a place stands right before a man's name: حارة | أبو الفول, مطار | بن جوريون."""
    if not first:
        return False
    seen = known[1]
    title = seen[first - 1].title
    if first > 1 and title is not None and title.title.kind == "honorific":
        # مطار الملك | خالد الدولي
        first -= 1
    folded = seen[first - 1].folded
    if folded.startswith(_FOR_THE):
        # نقابة للمستشفى | كمال البوزيدي
        return False
    return folded in group("before_names_of_places") or folded.lstrip("وبل") in group("before_names_of_places")


def _is_unknown_where(words: list[str], first: int, end: int) -> bool:
    """Whether what stands right behind في is called like no person: في | غارج لي غونيس."""
    if not first or words[first - 1] not in WHERE:
        return False
    return not any(KNOWN[word] == GIVEN_NAME or is_in_persons(word) for word in words[first:end])


def _is_quoted_stranger(words: list[str], first: int, end: int) -> bool:
    """Whether the words fill quotation marks and are called like no person: الفرقة "يو تو", كتاب "كفاحي"."""
    if first < _PAIR or end >= len(words) or words[first - 1] not in MARKS or words[end] not in MARKS:
        return False
    if tokens()[words[first - _PAIR]].title is not None or people()[words[first - _PAIR]] is not None:
        # عالم الفلك الإنكليزي "جيرميا روكس"
        return False
    return not any(KNOWN[word] == GIVEN_NAME or is_in_persons(word) for word in words[first:end])


def _is_quoted_thing(words: list[str], first: int, end: int) -> bool:
    """Whether the words stand in quotation marks as the name of a body or thing: في "كينيسيس موني"."""
    if first < _PAIR or end >= len(words) or words[first - 1] not in MARKS or words[end] not in MARKS:
        return False
    table = tokens()
    for place in range(first - 2, max(first - 4, -1), -1):
        token = table[words[place]]
        folded = _THE + token.folded[2:] if token.folded.startswith(_FOR_THE) else token.folded
        if token.title is not None or token.flags & (Is.COMMA | Is.STOP | Is.BREAK):
            return False
        if folded in group("quoted_things"):
            return True
        if not folded.startswith(_THE):
            return False
    return False
