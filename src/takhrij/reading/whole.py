"""Persons' names made whole: a given name and the unknown word beside it are one name, whatever the tagger made of it.

داوود أمين أن, منجي ثامر: the tagger sees two words on either side of a word and has never met most surnames.
"""

from takhrij.lexicon import outlets
from takhrij.lexicon.actor_words import group
from takhrij.lexicon.function_words import spelled
from takhrij.lexicon.places import names as place_names
from takhrij.lexicon.places import people
from takhrij.lexicon.world import body_names, world
from takhrij.model.name import NameKind
from takhrij.reading.found import BASES, Found, goes_on
from takhrij.reading.listed import GIVEN, is_in_news, is_in_persons, is_known_person, is_listed
from takhrij.reading.sums import Totals
from takhrij.reading.tagging import word_lists
from takhrij.rules.statements.tokens import Is, Token, tokens
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

# How low the tagger's number for going on may be with a word that is nothing but a name, and with one that may be.
_NAME_FLOOR = -8.0
_RARE_FLOOR = -4.0
_SHORTEST = 3
# A man's post stands so near before his name.
_POST_WITHIN = 10
# مبتسما, قائلين: how somebody spoke.
_ADVERBIAL = (
    "ا",
    "ين",
    "ون",
    "ات",
)
_FAMILY = frozenset(
    [
        "آل",
    ]
)
# A name that goes before a surname and is none without it.
PARTICLES = frozenset(
    [
        "فان",
        "فون",
        "دي",
        "دا",
        "دو",
        "دير",
        "لو",
        "بن",
        "بنت",
        "ابن",
        "أبو",
        "ابو",
        "بو",
        "عبد",
        "ولد",
        "آيت",
    ]
)
# The first name as published: folding makes one word of it and of the preposition على.
ALI = "علي"
# So begin surnames of the Maghreb.
_MAGHREBI = (
    "بلك",
    "بلق",
    "بلع",
    "بلح",
    "بلخ",
    "بلم",
    "بن",
    "بو",
)
_SHORTEST_MAGHREBI = 5
_IN = "في"
# Behind a name it tells in what programme somebody is a guest: محمد المكني | ضيف البرنامج.
GUEST = "ضيف"
_BY = "ب"
_TO = "ل"
_BY_THE = "بال"
_SON = "بن"
_I_SEE = "أرى"
_PRONOUN = "ه"
_CHILD = frozenset(
    [
        "بن",
        "بنت",
    ]
)
ALLAH = "الله"
# A word that news hardly has may be a verb or begin with a preposition: يتقمص، وسكنت، فاحتسب، بافتقاد.
_OPENINGS_OF_OTHERS = (
    "ل",
    "ب",
    "ي",
    "ت",
    "و",
    "ف",
    "سي",
    "ست",
)
_REMEMBERED = 100_000
# What a word may be beside a person's name.
NO, RARE, _NAME, GIVEN_NAME = range(4)


def skipped_letters(words: list[str], first: int, kind: NameKind) -> int:
    """How many letters of proclitics stand before the name that begins with this word: none before بسام and ليندا."""
    word = words[first]
    parts = segment(word)
    if not parts.proclitics or (kind == "outlet" and _is_whole_outlet(words, first)):
        return 0
    if kind == "organization" and (body := body_names().at(words, first)) is not None and not body.proclitics:
        # لواء القدس, وحدات حماية الشعب
        return 0
    if kind == "person" and word[:2] == "بو" and len(word) >= _SHORTEST_MAGHREBI and not is_in_persons(word):
        # بوحجة, but بوليد
        return 0
    if kind == "person" and (word in PARTICLES or is_undivided(word)):
        return 0
    if kind == "person" and first and parts.proclitics[0][0] in "بكل":
        before = tokens()[words[first - 1]]
        if _says(before, parts.proclitics[0][0]):
            return 0
        # السفير بكير, الوزير التركي بكير: no preposition stands between a post and its name.
        if is_in_persons(word):
            return parts.taken
        if before.title is not None or before.flags & (Is.DEFINITE | Is.COMMA):
            return 0
    return parts.taken


def _says(before: Token, letter: str) -> bool:
    """Whether a verb of saying stands before a name, so that its letter is no preposition: وأضاف كرشيد, وقال بلعيد."""
    if not before.is_finite or letter == _TO:
        return False
    verbs = [form.verb for form in before.forms]
    return all(letter not in verb.prepositions and verb.lemma not in spelled("thought") for verb in verbs)


def _is_whole_outlet(words: list[str], first: int) -> bool:
    """Whether no proclitic hangs before the outlet at word `first`, whatever its first letter: (وات), بحسب واس."""
    if first and words[first - 1] == "(":
        return True
    found = outlets.names().at(words, first)
    return found is not None and not found.proclitics


def is_undivided(word: str) -> bool:
    """Whether the first letter of a person's name is its own, though it looks like a preposition: بايلي, ويتكوف."""
    folded = fold(word)
    return "W" in word_lists().get(folded, "").partition(":")[2] or folded in group("undivided")


def is_before_allah(word: str) -> bool:
    """Whether the word and الله are one given name: عبد الله, رحمة الله, but not رحمه الله."""
    return fold(word) in group("before_allah") and not word.endswith(_PRONOUN)


def made_whole(words: list[str], totals: Totals, found: list[Found]) -> list[Found]:
    """The names, those of persons with the parts of them that stand before and behind."""
    grown: list[Found] = []
    last = len(found) - 1
    for number, name in enumerate(found):
        if words[name.first] == ALLAH and name.first:
            if is_before_allah(words[name.first - 1]):
                name = Found(name.first - 1, name.end, "person", "names.whole")
            elif name.end == name.first + 1:
                continue
            else:
                # رسول الله | محمد
                name = name.over(name.first + 1, name.end)
        if name.kind == "person":
            before = grown[-1].end if grown else 0
            if name.first < before:
                # The name before it has taken its first words.
                continue
            if grown and grown[-1].kind == "person" and name.first == before and _continues(words, grown[-1], name):
                grown[-1] = Found(grown[-1].first, name.end, "person", "names.whole")
                continue
            after = found[number + 1].first if number < last else len(words)
            name = _grown(words, totals, name, (before, after))
        grown.append(name)
    return grown


def _continues(words: list[str], left: Found, right: Found) -> bool:
    """Whether a name right behind another is the rest of it: حاتم, كريم الفلاحي; مارك, لوين; not السيسي لكينياتا."""
    word = words[right.first]
    if right.end - right.first > 1 and is_owner(words, left, known=right.rule == "names.lexicon"):
        return False
    if left.end - left.first > 1 and right.end - right.first == 1:
        # هنأ الرئيس ألكسندر فوسيتش أردوغان
        return False
    proclitics = segment(word).proclitics
    if not proclitics or is_undivided(word):
        return True
    if proclitics[0][0] == "و":
        return False
    if is_beside(word):
        # برج ترامب | بنيويورك
        return False
    base = BASES[word]
    whole = is_maghrebi(word) or word.startswith(_BY_THE) or len(base) <= _SHORTEST
    if proclitics[0][0] in (_BY, _TO) and not whole and is_known_person(base):
        # قال كيم | لترامب, but مارك لوين
        return is_known_person(fold(word))
    given = left.end == left.first + 1 and "G" in word_lists().get(BASES[words[left.first]], "").partition(":")[2]
    return given or not is_known_person(base)


def is_owner(words: list[str], name: Found, *, known: bool = False) -> bool:
    """Whether a surname behind somebody's office without the article is his master's: محامي | ترامب | مايكل كوهين.

    `known` tells that a desk knows the name behind it by heart, so that it may be a given name as well, as it may be
    where a desk knows the surname.
    """
    first = name.first
    if not first or name.end != first + 1 or words[first] in PARTICLES:
        return False
    if KNOWN[words[first]] == GIVEN_NAME and not known and world().person_known(words[first]) is None:
        return False
    title = tokens()[words[first - 1]].title
    office = title is not None and title.title.kind == "role" and not title.definite
    return office and is_in_persons(words[first])


def _grown(words: list[str], totals: Totals, name: Found, room: tuple[int, int]) -> Found:
    """The name with what belongs to it among the words that are in no other name."""
    end = _end(words, totals, name, room[1])
    first = name.first
    while first > room[0] and words[first - 1] in PARTICLES and not segment(words[first]).proclitics:
        # فان نيستلروي, بو الزرد
        first -= 1
    if words[first] == _SON and first > room[0] and _is_son_of(words[first - 1]):
        # مساعد | بن محمد: before بن stands a given name, whatever else the word may be.
        first -= 1
    if end - first <= 2 and first > room[0] and _may_precede(words, first):
        first -= 1
    return name if (first, end) == (name.first, name.end) else Found(first, end, name.kind, "names.whole")


def _end(words: list[str], totals: Totals, name: Found, limit: int) -> int:
    """Where the name ends, with a surname behind it that is in no other name."""
    end = name.end
    if words[end - 1] in _CHILD and end < limit and _is_free(words[end]):
        # أسماء بنت | قادة: whatever else the word may be.
        return end + 1
    if end < limit and end + 1 < len(words) and words[end] in _FAMILY and KNOWN[words[end + 1]]:
        # حمد بن خليفة آل ثاني: the tagger may have taken ثاني for a name by itself.
        return end + 2
    if end + 1 < limit and words[end] in PARTICLES and (KNOWN[words[end + 1]] or _is_son_ali(words, end)):
        return end + 2
    if end < len(words) and end == name.first + 1 and is_maghrebi(words[end]):
        return end + 1 if KNOWN[words[name.first]] == GIVEN_NAME else end
    if end >= limit or end - name.first > 1 or KNOWN[words[name.first]] != GIVEN_NAME or is_beside(words[end]):
        return end
    kind = KNOWN[words[end]] or _word_as_name(words, end)
    floor = _RARE_FLOOR if kind == RARE else _NAME_FLOOR
    return end + 1 if kind and goes_on(totals[end], "person") >= floor else end


def _is_son_ali(words: list[str], place: int) -> bool:
    """محسن بن علي: behind بن it is no preposition."""
    return words[place] == _SON and words[place + 1] == ALI


def is_maghrebi(word: str) -> bool:
    """Whether بل, بن or بو begins a surname, not a preposition's phrase: بلكبير, but not بلقاء, بوصفه."""
    if not word.startswith(_MAGHREBI) or len(word) < _SHORTEST_MAGHREBI:
        return False
    token = tokens()[word]
    if token.flags or token.forms or token.title or token.head:
        return False
    return not is_in_news(word)


def is_beside(word: str) -> bool:
    """Whether the word tells where somebody is or to whom she spoke: فطومة بورقيبة | بالمنستير, قالت زينب | للقاضي."""
    title = tokens()[word].title
    if title is not None and title.definite and title.proclitics == _TO:
        return True
    if word[0] != _BY or KNOWN[word] != NO or is_in_persons(word):
        # رضا | بالحاج
        return False
    place = place_names().at([word[1:]], 0)
    return place is not None and place.value.kind != "people"


def _word_as_name(words: list[str], place: int) -> int:
    """An ordinary word that is also a name, with nothing behind it that it could go with: داوود أمين أن."""
    token = tokens()[words[place]]
    if (token.title is not None and token.title.proclitics) or place + 1 >= len(words) or token.flags or token.forms:
        return NO
    after = tokens()[words[place + 1]]
    if after.flags & Is.COMMA and place + 2 < len(words) and tokens()[words[place + 2]].title is not None:
        # مايك ويد، نائب المدير
        return _NAME
    ends = after.flags & (Is.THAT | Is.COMMA | Is.STOP | Is.BREAK | Is.CLOSE) or after.folded == _IN
    if ends and is_listed(words[place]):
        return _NAME
    return _NAME if after.flags & (Is.THAT | Is.COLON) and _is_behind_post(words, place) else NO


def _is_behind_post(words: list[str], place: int) -> bool:
    """Whether a man's post stands before the given name, so that the word behind it is no adverb: سليمان | مسودة إن."""
    if words[place].endswith(_ADVERBIAL) or segment(words[place]).proclitics:
        return False
    titles = [tokens()[word].title for word in words[max(place - _POST_WITHIN, 0) : place - 1]]
    return any(
        title is not None and title.title.kind == "role" and title.number == 1 and not title.feminine
        for title in titles
    )


def _may_precede(words: list[str], first: int) -> bool:
    """Whether the word before the name is its bearer's given name."""
    before = words[first - 1]
    if before in (ALLAH, _I_SEE) or (before != ALI and KNOWN[before] != GIVEN_NAME) or segment(words[first]).proclitics:
        return False
    if first > 1 and words[first - 2] == _IN and place_names().at([before], 0) is not None:
        # في لوساكا | كينيدي غوندوي
        return False
    if before == ALI:
        return first > 1 and (_opens_name(tokens()[words[first - 2]]) or words[first - 2] == ALLAH)
    return True


def _is_free(word: str) -> bool:
    """Whether the word is a noun that may be a father's name."""
    token = tokens()[word]
    return (not token.flags & ~Is.DEFINITE or word == ALI) and word.isalpha()


def _is_son_of(word: str) -> bool:
    """Whether the word before بن may be a given name: one of the lists, or a post that is a name as well."""
    title = tokens()[word].title
    return is_listed(word) or (title is not None and title.title.kind == "role" and not title.definite)


def _opens_name(token: Token) -> bool:
    """Whether a name may follow: a comma, a post, a definite word."""
    return token.title is not None or bool(token.flags & (Is.COMMA | Is.DEFINITE))


class _Known(dict[str, int]):
    """What a published word may be beside a person's name: nothing, a rare word, a name, a given name."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = _known(word)
        return found


KNOWN = _Known()


def _known(word: str) -> int:
    token = tokens()[word]
    folded = token.folded
    if len(folded) < _SHORTEST or not folded.isalpha() or folded.isascii() or token.flags & ~Is.DEFINITE:
        return NO
    if token.forms or token.title or token.head or token.joined or people()[word]:
        return NO
    if segment(word).proclitics and not is_undivided(word):
        return NO
    _, _, rest = word_lists().get(BASES[word], "").partition(":")
    listed, _, shares = rest.partition(":")
    persons = any(share in shares for share in ("P1", "P2", "P3", "p1", "p2", "p3"))
    ordinary = "O1" in shares or "O0" in shares
    if not GIVEN.isdisjoint(listed) and not ordinary:
        return GIVEN_NAME if not segment(word).article else _NAME
    if persons:
        return _NAME
    if shares or folded.startswith(_OPENINGS_OF_OTHERS):
        return NO
    return RARE
