"""The names that a report writes: persons, places, organisations, outlets.

A learnt tagger finds most of them. What it alone cannot know is added here: the outlets and organisations of the
lexicon, and that a report which once wrote a person's full name means the same person by the surname.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from takhrij.lexicon import organizations, outlets, places
from takhrij.model.name import Name, NameKind
from takhrij.model.span import Span
from takhrij.reading.tagging import LABELS, SCALE, base_of, load_tagger, numbers, word_lists
from takhrij.text.clitics import segment
from takhrij.text.fold import fold
from takhrij.text.page import Page
from takhrij.text.quotes import MARKS

_KINDS: dict[str, NameKind] = {"PER": "person", "LOC": "place", "ORG": "organization", "MISC": "other"}
_BEGINS: dict[NameKind, int] = {kind: LABELS.index("B-" + label) for label, kind in _KINDS.items()}
_BEGINS["outlet"] = _BEGINS["organization"]
# A surname is not whole without the word after these: عبد الله، بن سلمان، آل ثاني، أبو الغيط.
_BINDERS = frozenset(
    [
        "عبد",
        "ال",
        "بن",
        "ابن",
        "ابو",
        "ابي",
        "ابا",
        "بو",
        "ولد",
        "فان",
        "دي",
        "دو",
        "دا",
        "سيف",
        "نصر",
    ]
)
# These end a surname of two words: نصر الله، نور الدين.
_ENDINGS = frozenset(
    [
        "الله",
        "الدين",
    ]
)
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
# How low the tagger's number for a bare surname may be when the report wrote the whole name elsewhere, and for a name
# of another kind that it found elsewhere; a name by itself needs about 6.
_SURNAME_FLOOR = -2.0
_AGAIN_FLOOR = 0.0
# The same for a name that the lexicon knows.
_LEXICON_FLOOR = 1.0
_REMEMBERED = 200_000
# The tables in which a word begins a name.
_OUTLETS, _ORGANIZATIONS = 1, 2


class Found(NamedTuple):
    """A name among the words that were tagged: the first word, the end, what it is and how it was found."""

    first: int
    end: int
    kind: NameKind
    rule: str


def find_names(page: Page) -> tuple[Name, ...]:
    """Every name of the page, without titles and proclitics, in the order of the text."""
    words, where = _readable(page)
    tagger = load_tagger()
    totals = tagger.totals(words)
    found = [
        part
        for first, end, kind in tagger.names_in(totals)
        for part in _parts(words, Found(first, end, _KINDS[kind], "names.tagged"))
    ]
    found = _with_lexicon(words, totals, found)
    found = _again(words, totals, found)
    names = [_name(page, where, name) for name in found]
    if len(where) < len(page.words):
        # Two names of one hashtag became the same.
        names = [
            name
            for name, before in zip(names, [None, *names], strict=False)
            if before is None or name.span.start >= before.span.end
        ]
    return tuple(names)


def _readable(page: Page) -> tuple[Sequence[str], Sequence[int]]:
    """The words to be tagged and where each stands on the page: a hashtag's joining lines are left out."""
    words = page.words
    if "_" not in page.text:
        return words, range(len(words))
    where = [place for place, word in enumerate(words) if word[0] not in "_#"]
    return [words[place] for place in where], where


def _parts(words: Sequence[str], name: Found) -> Iterator[Found]:
    """The name, or the names in it: قطر ولبنان are two, an unpaired mark belongs to none, a currency is no name."""
    first = name.first
    if name.end - first > 1:
        for place in range(first + 1, name.end):
            word = words[place]
            if name.kind in ("person", "place") and word[0] in "ولب" and _opens_another(word):
                yield name._replace(first=first, end=place)
                first = place
            elif word in MARKS and sum(other == word or other in "«»“”" for other in words[first : name.end]) % 2:
                yield name._replace(first=first, end=place)
                return
    elif name.kind == "other" and base_of(words[first]) in _CURRENCIES:
        return
    yield name if first == name.first else name._replace(first=first)


def _opens_another(word: str) -> bool:
    """Whether a proclitic in the middle of a name shows that another begins: السيسي والبرهان، السيسي لكينياتا."""
    parts = segment(word)
    if not parts.proclitics or len(parts.stem) < 3:
        return False
    # News takes the rest for a person, and the whole for nothing: بوريطة and لبيد are whole.
    return parts.proclitics[0][0] == "و" or _is_person(base_of(word)) > _is_person(fold(word))


def _is_person(base: str) -> bool:
    shares = word_lists().get(base, "").rpartition(":")[2]
    return any(share in shares for share in ("P2", "P3", "p2", "p3"))


def _name(page: Page, where: Sequence[int], name: Found) -> Name:
    first, last = where[name.first], where[name.end - 1]
    if name.kind == "person" and len(where) < len(page.words):
        # A person's name fills its hashtag: #محمد_علي.
        while first > 1 and page.words[first - 1][0] == "_" and page.words[first - 2][0] != "#":
            first -= 2
        while last + 2 < len(page.words) and page.words[last + 1][0] == "_":
            last += 2
    parts = segment(page.words[first])
    start = page.starts[first] + (parts.taken if parts.proclitics else 0)
    return Name(span=Span(start, page.ends[last]), kind=name.kind, rule=name.rule)


def _with_lexicon(words: Sequence[str], totals: Sequence[int], found: list[Found]) -> list[Found]:
    """The names, with the outlets and organisations that the lexicon knows."""
    begin = [(place, tables) for place, tables in enumerate(map(_beginnings().__getitem__, words)) if tables]
    known = [
        *_outlets(words, totals, found, [place for place, tables in begin if tables & _OUTLETS]),
        *_organizations(words, totals, [place for place, tables in begin if tables & _ORGANIZATIONS]),
        *_places(words, found),
    ]
    heads = organizations.heads()
    if known:
        found = _merged(found, known)
    for number, name in enumerate(found):
        if name.kind == "organization" and name.first:
            head = heads[words[name.first - 1]]
            if head is not None and head.kind == "outlet":
                found[number] = name._replace(kind="outlet")
    return found


class _Beginnings(dict[str, int]):
    """Which tables have names that begin with a published word: one look at a word, as most begin none."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        outlet = _OUTLETS if outlets.names().begins(word) else 0
        organization = _ORGANIZATIONS if organizations.names().begins(word) else 0
        found = self[word] = outlet | organization
        return found


@cache
def _beginnings() -> _Beginnings:
    return _Beginnings()


def _outlets(words: Sequence[str], totals: Sequence[int], found: list[Found], begin: Sequence[int]) -> Iterator[Found]:
    """The outlets of the lexicon; one whose name is an ordinary word only after صحيفة and the like, or where tagged."""
    heads = organizations.heads()
    tagged = {(name.first, name.end) for name in found if name.kind in ("organization", "other")}
    for first, end, _, _ in outlets.names().among(words, begin):
        head = heads[words[first - 1]] if first else None
        if (
            (head is not None and head.kind == "outlet")
            or (first, end) in tagged
            or ((end - first > 1 or _may_be(totals[first], "outlet")) and not _ordinary(words[first:end]))
        ):
            yield Found(first, end, "outlet", "names.lexicon")


def _ordinary(words: Sequence[str]) -> bool:
    """Whether an outlet's name is an ordinary word, as it stands or without proclitics."""
    return any(outlets.common(" ".join([word, *words[1:]])) for word in _readings(words[0]))


def _readings(word: str) -> tuple[str, str]:
    """A word as it stands and without proclitics."""
    return word, segment(word).noun


def _organizations(words: Sequence[str], totals: Sequence[int], begin: Sequence[int]) -> Iterator[Found]:
    for first, end, _, _ in organizations.names().among(words, begin):
        if _may_be(totals[first], "organization"):
            yield Found(first, end, "organization", "names.lexicon")


def _places(words: Sequence[str], found: list[Found]) -> Iterator[Found]:
    """Places of several words of which the tagger made two names, or a person: رأس جدير، بن قردان."""
    begun = {name.first: name for name in found}
    table = places.names()
    for name in found:
        phrase = table.at(words, name.first) if name.kind in ("place", "person") else None
        if phrase is None or phrase.end - phrase.first == 1 or phrase.value.kind == "people":
            continue
        first, end = phrase.first, phrase.end
        inside = [begun[at] for at in range(first, end) if at in begun and begun[at].end <= end]
        whole = len(inside) == 1 and inside[0].kind == "place"
        if inside and not whole and not places.common(" ".join(words[first:end])):
            yield Found(first, end, "place", "names.lexicon")


def _may_be(total: int, kind: NameKind, floor: float = _LEXICON_FLOOR) -> bool:
    """Whether the tagger's number for a name of this kind that begins here is not too low."""
    return numbers(total)[_BEGINS[kind]] >= floor * SCALE


def _merged(found: list[Found], known: list[Found]) -> list[Found]:
    """Both lists as one, in the order of the text; of two names that overlap the longer is kept, or else the known."""
    kept: list[Found] = []
    taken: set[int] = set()
    for name in sorted([*known, *found], key=lambda name: name.first - name.end):
        inside = range(name.first, name.end)
        if taken.isdisjoint(inside):
            kept.append(name)
            taken.update(inside)
    kept.sort()
    return kept


class _Bases(dict[str, str]):
    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        base = self[word] = base_of(word)
        return base


@cache
def _bases() -> _Bases:
    return _Bases()


def _again(words: Sequence[str], totals: Sequence[int], found: list[Found]) -> list[Found]:
    """The names, with those that the report writes elsewhere at length or beyond doubt."""
    bases = _bases()
    wanted: dict[str, tuple[tuple[str, ...], NameKind, float]] = {}
    for name in found:
        own = tuple(map(bases.__getitem__, words[name.first : name.end]))
        if name.kind == "person" and len(own) > 1:
            last = own[-2:] if len(own) > 2 and (own[-2] in _BINDERS or own[-1] in _ENDINGS) else own[-1:]
            if own[-1] in _ENDINGS and len(last) == 1:
                last = own
            wanted[last[0]] = (last, "person", _SURNAME_FLOOR)
        elif len(own) == 1 and len(own[0]) > 2:
            wanted.setdefault(own[0], (own, name.kind, _AGAIN_FLOOR))
    if not wanted:
        return found
    inside = {place: number for number, name in enumerate(found) for place in range(name.first, name.end)}
    more: list[Found] = []
    own_bases = list(map(bases.__getitem__, words))
    for place in [place for place, base in enumerate(own_bases) if base in wanted]:
        last, kind, floor = wanted[own_bases[place]]
        end = place + len(last)
        if place in inside:
            name = found[inside[place]]
            if (
                kind == "person"
                and floor == _SURNAME_FLOOR
                and name.kind != kind
                and (name.first, name.end) == (place, end)
            ):
                found[inside[place]] = name._replace(kind=kind, rule="names.surname")
            continue
        if len(last) > 1 and (tuple(own_bases[place:end]) != last or not inside.keys().isdisjoint(range(place, end))):
            continue
        if _may_be(totals[place], kind, floor):
            more.append(Found(place, end, kind, "names.surname" if floor == _SURNAME_FLOOR else "names.again"))
    return _joined(sorted([*found, *more])) if more else found


def _joined(found: list[Found]) -> list[Found]:
    """The names, a surname joined to the given name right before it."""
    joined: list[Found] = []
    for name in found:
        before = joined[-1] if joined else None
        if before and name.rule == "names.surname" and before.end == name.first and before.kind == "person":
            joined[-1] = before._replace(end=name.end)
        else:
            joined.append(name)
    return joined
