"""Unknown persons behind their posts: المحامي الفلسطيني راجي صوراني, وزيرة العدل ليلى جفال."""

from collections.abc import Iterator

from takhrij.lexicon.places import people
from takhrij.reading.found import Found, KnownWords, begins
from takhrij.reading.listed import is_listed
from takhrij.reading.sums import Totals
from takhrij.reading.whole import GIVEN_NAME, GUEST, KNOWN, PARTICLES, RARE
from takhrij.rules.statements.tokens import Is, Token, tokens
from takhrij.text.clitics import segment

# A post has this many words at most, and nobody's unknown name more than these.
_REACH = 9
_LONGEST = 4
# How low the tagger's number may be for a name that begins with a given name, with another, with a rare word.
_GIVEN_FLOOR = -4.0
# اختيارا and قطبين متناقضين are no names.
_ACCUSATIVE = "ا"
_PLURAL = (
    "ين",
    "ات",
)
_BU = "بو"
_SHORTEST = 5
_ENDS = Is.COMMA | Is.THAT | Is.STOP | Is.BREAK | Is.CLOSE
_RARE_FLOOR = -1.0
_ALONE_FLOOR = 3.0


def posted(known: KnownWords, posts: list[int], totals: Totals, found: list[Found]) -> Iterator[Found]:
    """The persons whose names the tagger missed, right behind a post or before the comma that a post follows.

    The posts of one person stand at the places `posts`.
    """
    if not posts:
        return
    words, seen = known
    inside = {place for name in found for place in range(name.first, name.end)}
    reached = 0
    for place in posts:
        if place < reached or place in inside:
            continue
        before = _before_post(known, place, inside)
        if before > reached:
            yield Found(before, place - 1, "person", "names.posted")
        first = _behind_post(known, place, inside)
        end = _run(words, first, inside) if first else 0
        if first and end > first and _is_name(words, totals, (first, end), first == place + 1):
            reached = end
            if end == first + 1 == place + 2 and is_listed(words[place]) and not seen[place].flags:
                # أميرة كرارة: a title that is also a given name.
                first = place
            yield Found(first, end, "person", "names.posted")


def has_bu(word: str) -> bool:
    """Whether a published word begins as surnames of the Maghreb do: بوحجة."""
    return word.startswith(_BU)


def from_maghreb(words: list[str], found: list[Found], places: list[int]) -> list[Found]:
    """A given name and a surname with بو that the tagger missed, before a mark or أن: سعيد بوحجة، إلى الاستقالة.

    `places` are the words with بو.
    """
    table, more = tokens(), list[Found]()
    places = [i for i in places if i and is_listed(words[i - 1])]
    if not places:
        return more
    inside = {place for name in found for place in range(name.first, name.end)}
    for place in places:
        given, surname = table[words[place - 1]], table[words[place]]
        if place in inside or place - 1 in inside or place + 1 >= len(words) or len(words[place]) < _SHORTEST:
            continue
        if surname.flags or surname.forms or surname.title or surname.head:
            continue
        if table[words[place + 1]].flags & _ENDS and not (given.flags or given.forms or given.title or given.joined):
            more.append(Found(place - 1, place + 1, "person", "names.posted"))
    return more


def _before_post(known_words: KnownWords, place: int, inside: set[int]) -> int:
    """The first word of a given name and a surname before a comma and a post: رشيدة طليب، النائبة; 0 without them."""
    words, seen = known_words
    first = place - 3
    if first < 1 or not seen[place - 1].flags & Is.COMMA or not inside.isdisjoint((first, first + 1)):
        return 0
    before = seen[first - 1]
    opened = before.is_finite or before.flags & (Is.COMMA | Is.BREAK | Is.QUOTE)
    return (
        first if opened and is_listed(words[first]) and _is_plain(words[first]) and _is_plain(words[first + 1]) else 0
    )


def _is_plain(word: str) -> bool:
    """A noun of which nothing is known that a name is not."""
    token = tokens()[word]
    return not (token.flags & ~Is.DEFINITE or token.forms or token.title or token.head or token.joined) and (
        token.folded.isalpha() and people()[word] is None
    )


def is_post(token: Token) -> bool:
    """Whether the word is the post of one person, not his source's and nobody's own."""
    title = token.title
    return title is not None and title.number == 1 and title.title.kind != "source" and not title.possessed


def _behind_post(known_words: KnownWords, place: int, inside: set[int]) -> int:
    """The first word behind a post that may begin a name; 0 where there is none."""
    closed = False
    words, seen = known_words
    for i in range(place + 1, min(place + _REACH, len(words))):
        if i in inside:
            closed = True
            continue
        token = seen[i]
        ready = closed or _is_known_post(seen[i - 1])
        if words[i] == GUEST and i - 1 in inside:
            # محمد المكني | ضيف البرنامج
            return 0
        if ready and not token.flags & Is.DEFINITE and _may_open(words, i):
            return i
        if token.flags & Is.COMMA and closed:
            return i + 1 if i + 1 < len(words) and i + 1 not in inside and _may_open(words, i + 1) else 0
        if token.flags & ~Is.DEFINITE or token.is_finite:
            return 0
        closed = closed or bool(token.flags & Is.DEFINITE) or people()[words[i]] is not None
    return 0


def _is_known_post(token: Token) -> bool:
    """A name follows السيدة and الوزير at once, but not لاعب."""
    title = token.title
    return title is not None and (title.definite or title.title.kind == "honorific")


def _may_open(words: list[str], place: int) -> bool:
    """Whether a name may begin here: with a word known for nothing else, or a given name before such a word."""
    word = words[place]
    if KNOWN[word]:
        return True
    if not is_listed(word) or place + 1 >= len(words) or not KNOWN[words[place + 1]]:
        return False
    return not (tokens()[word].flags & ~Is.DEFINITE or segment(word).proclitics)


def _run(words: list[str], first: int, inside: set[int]) -> int:
    """Where the words end that may be one name."""
    end = first + 1
    last = min(len(words), first + _LONGEST)
    while end < last and end not in inside and (KNOWN[words[end]] or words[end] in PARTICLES):
        end += 1
    return end


def _is_name(words: list[str], totals: Totals, run: tuple[int, int], adjoins: bool) -> bool:
    """Whether the words are a name by what is known of them."""
    first, end = run
    number = begins(totals[first], "person")
    if end - first == 1:
        if end < len(words) and _is_plain(words[end]):
            # The rest of the name may be a word known for something else: راجيش كاليا.
            return False
        return adjoins and number >= _ALONE_FLOOR and not words[first].endswith((_ACCUSATIVE, *_PLURAL))
    if KNOWN[words[first]] == GIVEN_NAME:
        return number >= _GIVEN_FLOOR
    if KNOWN[words[first]] == RARE and words[first].endswith(_PLURAL):
        return False
    return number >= _RARE_FLOOR
