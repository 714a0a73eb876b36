"""The names that a report writes: persons, places, organisations, outlets.

A learnt tagger finds most of them. What it alone cannot know is added here: the outlets and organisations of the
lexicon, and that a report which once wrote a person's full name means the same person by the surname.
"""

from collections.abc import Iterator

from takhrij.lexicon import organizations, outlets, places, world
from takhrij.lexicon.actor_words import group
from takhrij.lexicon.function_words import letters
from takhrij.lexicon.places import people
from takhrij.model.name import Name, NameKind
from takhrij.model.span import Span
from takhrij.reading.agencies import is_short_agency
from takhrij.reading.beginnings import Openings, beginnings, openings
from takhrij.reading.clubs import clubs
from takhrij.reading.compounds import compound_places
from takhrij.reading.edges import add_divided, bounds, is_of_allah
from takhrij.reading.features import base_of
from takhrij.reading.found import KINDS, Found, KnownWords, base_column, begins, merged, ordered
from takhrij.reading.framed import with_framed
from takhrij.reading.headed import headed, is_plain
from takhrij.reading.hyphens import hyphenated
from takhrij.reading.listed import is_known_person
from takhrij.reading.posted import from_maghreb, posted
from takhrij.reading.repeated import with_repeated
from takhrij.reading.spoken import with_spoken
from takhrij.reading.strangers import each_person, is_place
from takhrij.reading.sums import Totals
from takhrij.reading.tagging import load_tagger, row_column, word_lists
from takhrij.reading.whole import is_undivided, made_whole, skipped_letters
from takhrij.rules.statements.tokens import Is, Token, token_column
from takhrij.text.clitics import segment
from takhrij.text.fold import fold
from takhrij.text.page import Page
from takhrij.text.quotes import MARKS

# A name goes before these, it does not end with them: سبوتنيك إن, and no person is called على.
_NEVER_LAST = Is.THAT | Is.RELATIVE | Is.ADJUNCT | Is.BREAK
_CURRENCIES = frozenset(
    [
        "دولار",
        "دولارا",
        "دولارات",
        "الدولار",
        "يورو",
        "اليورو",
        "درهم",
        "درهما",
        "الدرهم",
        "جنيه",
        "جنيها",
        "الجنيه",
        "شيكل",
        "الشيكل",
        "ريال",
        "ريالا",
        "الريال",
        "دينار",
        "دينارا",
        "الدينار",
        "ليره",
        "الليره",
        "روبل",
        "الروبل",
        "ين",
        "الين",
        "يوان",
        "اليوان",
        "فرنك",
        "الفرنك",
    ]
)
# How low the tagger's number may be for a name that the lexicon knows.
_LEXICON_FLOOR = 1.0
# So many words may be part of a longer name.
_PAIR = 2
# Shorter words before a full stop may be initials: إن.بي.سي.
_LONGEST_INITIAL = 3
_FOR = "ل"
_HAMZA = "أإآ"
_ARTICLE = "ال"
# ولي العهد is a post of two words, of which each may be taken for a name.
_HEIR = "ولي"
_REIGN = "العهد"


def find_names(page: Page) -> tuple[Name, ...]:
    """Every name of the page, without titles and proclitics, in the order of the text."""
    words, numbers, where = _readable(page)
    tagger = load_tagger()
    totals = tagger.judged(row_column().of(page.spellings, numbers))
    seen = token_column().of(page.spellings, numbers)
    known = words, seen
    found = list[Found]()
    for first, end, kind in tagger.names_in(totals):
        _add_parts(known, Found(first, end, KINDS[kind], "names.tagged"), found)
    begin = openings(beginnings().of(page.spellings, numbers))
    found = _with_lexicon(known, begin, totals, found)
    found += list(posted(known, begin.posts, totals, found))
    found = with_spoken(known, begin.verbs, begin.women, found)
    found = with_framed(known, begin.posts, begin.closing, found)
    if begin.maghreb:
        found += from_maghreb(words, found, begin.maghreb)
    found = each_person(words, made_whole(words, totals, ordered(found)))
    found = with_repeated((words, base_column().of(page.spellings, numbers)), totals, found)
    found = hyphenated(page, where, found)
    if _REIGN in page.text:
        found = [name for one in found if (name := _without_heir(words, one)) is not None]
    names = [_name(page, where, name, hung=begin.is_hung(name.first)) for name in found]
    if where:
        # Two names of one hashtag became the same.
        names = [
            name
            for name, before in zip(names, [None, *names], strict=False)
            if before is None or name.span.start >= before.span.end
        ]
    return tuple(names)


def _without_heir(words: list[str], name: Found) -> Found | None:
    """The name without ولي العهد behind it: قيس سعيد | ولي العهد السعودي; None where nothing else was named."""
    for place in range(max(name.first - 1, 0), name.end):
        if words[place + 1 : place + 2] == [_REIGN] and fold(words[place]).endswith(_HEIR):
            return name.over(name.first, place) if place > name.first else None
    return name


def _readable(page: Page) -> tuple[list[str], list[int], list[int]]:
    """The words to be tagged, their numbers and places on the page: a hashtag's joining lines are left out.

    Where none is left out, each word has its own place, and no list of them is made.
    """
    words = page.words
    if "_" not in page.text and "#" not in page.text:
        return words, page.numbers, []
    where = [place for place, word in enumerate(words) if word[0] not in "_#"]
    if len(where) == len(words):
        return words, page.numbers, []
    return [words[place] for place in where], [page.numbers[place] for place in where], where


def _add_parts(known: KnownWords, name: Found, found: list[Found]) -> None:
    """Add the name, or the names in it: قطر ولبنان are two, an unpaired mark belongs to none, a currency is no name."""
    words, seen = known
    first, end = name.first, name.end
    if name.kind == "person":
        first, end = bounds(known, first, end)
        if first == end:
            return
        if first == name.first + 1 and is_place(words[name.first]):
            # والي منوبة | أحمد السماوي
            found.append(Found(name.first, first, "place", name.rule))
    while end - first > 1 and seen[end - 1].flags & _NEVER_LAST:
        if seen[end - 2].flags & Is.DASH:
            # مون جاي-إن
            break
        end -= 1
    if end - first > 1 and seen[end - 1].flags & Is.DASH:
        # What a hyphen joins to a name is put behind it again.
        end -= 1
    # An outlet's word before the end of a line lets the tagger take the break itself for a name.
    if seen[first].flags & Is.BREAK:
        first += 1
        if first == end:
            return
    for place in range(first + 1, end):
        word, flags = words[place], seen[place].flags
        if word[0] in "ولب" and _opens_another(word, name.kind):
            found.append(name.over(first, place))
            first = place
        elif not flags & (Is.STOP | Is.THAT | Is.QUOTE):
            continue
        elif _ends_at(words, flags, name, (place, end)):
            found.append(name.over(first, place))
            return
    if not (name.kind == "other" and end - first == 1 and base_of(words[first]) in _CURRENCIES):
        found.append(name if first == name.first and end == name.end else name.over(first, end))


def _ends_at(words: list[str], flags: int, name: Found, room: tuple[int, int]) -> bool:
    """Whether the name ends before a full stop, أن or a mark in it; `room` is from there to the end of the name."""
    place, end = room
    if flags & Is.STOP and place + 1 < end and len(words[place - 1]) > _LONGEST_INITIAL:
        # صندوق النقد | . وأضافت
        return True
    if flags & Is.THAT and place + 1 < end and words[place + 1].startswith(_ARTICLE):
        # واس | إن الأعمال
        return True
    word = words[place]
    return word in MARKS and sum(other == word or other in "«»“”" for other in words[name.first : end]) % 2 == 1


def _opens_another(word: str, kind: NameKind) -> bool:
    """Whether a proclitic in the middle of a name shows that another begins: السيسي والبرهان، السيسي لكينياتا."""
    if kind not in ("person", "place"):
        return word[0] == "و" and _begins_organization(word)
    parts = segment(word)
    if not parts.proclitics or len(parts.stem) < 3 or is_undivided(word):
        return False
    if parts.proclitics[0][0] == "ل" and outlets.names().begins(word):
        return True
    rest = base_of(word)
    if word[0] == "و" and word[1] in _HAMZA:
        # No name begins with و and a hamza: فاران | وإيسكو.
        return True
    if parts.proclitics[0][0] == "و":
        # ويتكوف and ويليامز are whole: news has no rest of them.
        return rest.startswith("ال") or rest in word_lists()
    # News takes the rest for a person, and the whole for nothing: بوريطة and لبيد are whole.
    return is_known_person(rest) > is_known_person(fold(word))


def _begins_organization(word: str) -> bool:
    """Whether one is named behind و: حزب الله وحركة أمل, but not هيئة الإذاعة والتلفزيون."""
    head = organizations.heads()[word]
    if head is not None:
        return not head.definite
    return places.names().begins(word) or places.people()[word] is not None


def _name(page: Page, where: list[int], name: Found, *, hung: bool) -> Name:
    """The name on the page; `hung` tells that proclitics stand before its first word."""
    first, last = name.first, name.end - 1
    if where:
        first, last = where[first], where[last]
    if name.kind == "person" and where:
        # A person's name fills its hashtag: #محمد_علي.
        while first > 1 and page.words[first - 1][0] == "_" and page.words[first - 2][0] != "#":
            first -= 2
            hung = True
        while last + 2 < len(page.words) and page.words[last + 1][0] == "_":
            last += 2
    start = page.starts[first]
    if hung:
        start += skipped_letters(page.words, first, name.kind)
    return Name(span=Span(start, page.ends[last]), kind=name.kind, rule=name.rule)


def _with_lexicon(known_words: KnownWords, begin: Openings, totals: Totals, found: list[Found]) -> list[Found]:
    """The names, with the outlets, organisations and persons that the lexicon knows.

    Of the words it takes what they are, what each may be, and which of them may begin a name.
    """
    words, seen = known_words
    known = list[Found]()
    if begin.outlets:
        known += list(_outlets(known_words, totals, found, begin.outlets))
    if begin.organizations:
        known += list(_organizations(known_words, totals, begin.organizations))
    known += _places(words, begin, found)
    if begin.places:
        known += list(compound_places(words, begin.places))
    if begin.clubs:
        known += list(clubs(seen, begin.clubs))
    for person in world.person_names().among(words, begin.persons):
        known.append(Found(person.first, person.end, "person", "names.lexicon"))
    if known:
        found = merged(found, known)
    known = list(headed(words, seen, begin.heads, found)) if begin.heads else []
    if known:
        found = merged(found, known)
    whole, found = found, []
    for name in whole:
        add_divided(known_words, name, found)
    for number, name in enumerate(found):
        if name.kind in ("person", "organization") and _is_told(words, name):
            found[number] = name.of_kind("outlet")
        if name.kind in ("organization", "outlet") and is_of_allah(words, name):
            # شبكة فتح الله غولن
            found[number] = name.of_kind("person")
            continue
        if name.kind == "organization" and name.first:
            head = seen[name.first - 1].head
            if head is not None and head.kind == "outlet" and not _is_behind_preposition(words, name):
                # المكلف بالإعلام | بالحرس الوطني is none.
                found[number] = name.of_kind("outlet")
    return found


def _is_behind_preposition(words: list[str], name: Found) -> bool:
    """Whether a preposition hangs before a body that the lexicon knows."""
    return name.rule == "names.lexicon" and bool(skipped_letters(words, name.first, name.kind))


def _is_told(words: list[str], name: Found) -> bool:
    """Whether ل hangs before a short name of an outlet, so that it looks like a person's: لبي بي سي."""
    first = words[name.first]
    if first[0] != "ل" or name.end - name.first < 2:
        return False
    phrase = outlets.names().at([first[1:], *words[name.first + 1 : name.end]], 0)
    return phrase is not None and phrase.end == name.end - name.first


def _outlets(
    known_words: tuple[list[str], list[Token]], totals: Totals, found: list[Found], begin: list[int]
) -> Iterator[Found]:
    """The outlets of the lexicon; one whose name is an ordinary word only after صحيفة and the like, or where tagged."""
    words, seen = known_words
    heads = organizations.heads()
    tagged = {(name.first, name.end) for name in found if name.kind in ("organization", "other")}
    for phrase in outlets.names().among(words, begin):
        first, end = phrase.first, phrase.end
        head = heads[words[first - 1]] if first else None
        if (
            (head is not None and head.kind == "outlet")
            or (first, end) in tagged
            or _is_bracketed(words, first, end)
            or is_short_agency(words, seen, phrase)
            or (
                (end - first > 1 or begins(totals[first], "outlet") >= _LEXICON_FLOOR)
                and not _ordinary(words[first:end])
            )
        ):
            yield Found(first, end, "outlet", "names.lexicon")


def _is_bracketed(words: list[str], first: int, end: int) -> bool:
    """Whether the words fill a bracket or several fill quotation marks, so that they are an outlet: (واس)."""
    if not first or end >= len(words):
        return False
    before, behind = words[first - 1], words[end]
    return (before == "(" and behind == ")") or (end - first > 1 and before in MARKS and behind in MARKS)


def _ordinary(words: list[str]) -> bool:
    """Whether an outlet's name is an ordinary word, as it stands or without proclitics."""
    return any(outlets.common(" ".join([word, *words[1:]])) for word in _readings(words[0]))


def _readings(word: str) -> tuple[str, str]:
    """A word as it stands and without proclitics."""
    return word, segment(word).noun


def _organizations(known_words: tuple[list[str], list[Token]], totals: Totals, begin: list[int]) -> Iterator[Found]:
    """The bodies of the lexicon: those that can hardly be anything else, and the others where the tagger agrees."""
    words, seen = known_words
    for phrase in world.body_names().among(words, begin):
        first, end = phrase.first, phrase.end
        sure = phrase.value and not _is_part(words, seen, (first, end))
        if sure or begins(totals[first], "organization") >= _LEXICON_FLOOR:
            seat = places.names().at(words, end - 1) if end - first > 1 else None
            if seat is not None and seat.value.kind != "people" and not seat.proclitics:
                # حكومة إقليم كردستان | العراق
                end = seat.end
            yield Found(first, end, "organization", "names.lexicon")


def _is_part(words: list[str], seen: list[Token], name: tuple[int, int]) -> bool:
    """Whether two words that are a body's name are part of something else: وزير | الخارجية الأميركية.

    So they are where an adjective or a purpose goes on: المحكمة العليا | الدستورية, التحالف العربي | لدعم الشرعية.
    """
    first, end = name
    if end - first > _PAIR:
        return False
    if first and seen[first - 1].title is not None and seen[first].folded in group("ministries_in_short"):
        return True
    if end == len(seen) or not seen[end - 1].flags & Is.DEFINITE or not is_plain(seen[end]):
        return False
    if seen[end].folded in group("described"):
        # مفوضية اللاجئين التابعة للأمم المتحدة
        return True
    if seen[end].flags & Is.DEFINITE:
        return people()[words[end]] is None and seen[end].folded.endswith(letters("nisba_endings"))
    return words[end][0] == _FOR


def _places(words: list[str], begin: Openings, found: list[Found]) -> list[Found]:
    """Places of several words of which the tagger made two names, or a person: رأس جدير، بن قردان."""
    more = list[Found]()
    table = places.names()
    for number, name in enumerate(found):
        if name.kind not in ("place", "person") or not begin.goes_on(name.first + 1):
            continue
        phrase = table.at(words, name.first)
        if phrase is None or phrase.end - phrase.first == 1 or phrase.value.kind == "people":
            continue
        first, end = phrase.first, phrase.end
        inside, at = list[Found](), number
        # So far the names stand in the order of the text, and none overlaps another.
        while at < len(found) and found[at].first < end:
            if found[at].end <= end:
                inside.append(found[at])
            at += 1
        whole = len(inside) == 1 and inside[0].kind == "place"
        if inside and not whole and not places.common(" ".join(words[first:end])):
            more.append(Found(first, end, "place", "names.lexicon"))
    return more
