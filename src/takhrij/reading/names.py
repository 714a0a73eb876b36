"""The names that a report writes: persons, places, organisations, outlets.

A learnt tagger finds most of them. What it alone cannot know is added here: the outlets and organisations of the lexicon,
and that a report which once wrote a person's full name means the same person by the surname (خليفة حفتر, then حفتر).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from takhrij.lexicon import organizations, outlets
from takhrij.model.name import Name, NameKind
from takhrij.model.span import Span
from takhrij.reading.tagging import LABELS, SCALE, Tagger, base_of, load_tagger, numbers
from takhrij.text.clitics import segment
from takhrij.text.page import Page

_KINDS: dict[str, NameKind] = {"PER": "person", "LOC": "place", "ORG": "organization", "MISC": "other"}
_BEGINS: dict[NameKind, int] = {kind: LABELS.index("B-" + label) for label, kind in _KINDS.items()}
_BEGINS["outlet"] = _BEGINS["organization"]
# A surname is not whole without the word after these: عبد الله، بن سلمان، آل ثاني، أبو الغيط.
_BINDERS = frozenset(
    """
    عبد
    ال
    بن
    ابن
    ابو
    ابي
    ابا
    بو
    ولد
    فان
    دي
    دو
    دا
    سيف
    نصر
    """.split()
)
# These end a surname of two words: نصر الله، نور الدين.
_ENDINGS = frozenset(
    """
    الله
    الدين
    """.split()
)
# How low the tagger's number for a bare surname may be when the report wrote the whole name elsewhere, and for a name of
# another kind that it found elsewhere; a name by itself needs about 6.
_SURNAME_FLOOR = -1.0
_AGAIN_FLOOR = 2.0
_REMEMBERED = 200_000


class Found(NamedTuple):
    """A name among the words that were tagged: the first word, the end, what it is and how it was found."""

    first: int
    end: int
    kind: NameKind
    rule: str


def find_names(page: Page) -> tuple[Name, ...]:
    """Every name of the page, without titles and proclitics, in the order of the text."""
    words, places = _readable(page)
    tagger = load_tagger()
    totals = tagger.totals(words)
    found = [Found(first, end, _KINDS[kind], "names.tagged") for first, end, kind in tagger.names_in(totals)]
    found = _with_lexicon(words, found)
    found = _again(tagger, words, totals, found)
    return tuple(_name(page, places, name) for name in found)


def _readable(page: Page) -> tuple[Sequence[str], Sequence[int]]:
    """The words to be tagged and where each stands on the page: a hashtag's joining lines are left out."""
    words = page.words
    if "_" not in page.text:
        return words, range(len(words))
    places = [place for place, word in enumerate(words) if word[0] not in "_#"]
    return [words[place] for place in places], places


def _name(page: Page, places: Sequence[int], name: Found) -> Name:
    first, last = places[name.first], places[name.end - 1]
    start = page.starts[first] + segment(page.words[first]).taken
    return Name(span=Span(start, page.ends[last]), kind=name.kind, rule=name.rule)


def _with_lexicon(words: Sequence[str], found: list[Found]) -> list[Found]:
    """The names, with the outlets and organisations that the lexicon knows."""
    known = [*_outlets(words, found), *_organizations(words)]
    heads = organizations.heads()
    if known:
        found = _merged(found, known)
    for number, name in enumerate(found):
        if name.kind == "organization" and name.first:
            head = heads[words[name.first - 1]]
            if head is not None and head.kind == "outlet":
                found[number] = name._replace(kind="outlet")
    return found


def _outlets(words: Sequence[str], found: list[Found]) -> Iterator[Found]:
    """The outlets of the lexicon; one whose name is an ordinary word only after صحيفة and the like, or where tagged."""
    heads = organizations.heads()
    tagged = {(name.first, name.end) for name in found if name.kind == "organization"}
    for phrase in outlets.names().find(words):
        head = heads[words[phrase.first - 1]] if phrase.first else None
        said = head is not None and head.kind == "outlet"
        text = " ".join([segment(words[phrase.first]).noun, *words[phrase.first + 1 : phrase.end]])
        if said or (phrase.first, phrase.end) in tagged or not outlets.common(text):
            yield Found(phrase.first, phrase.end, "outlet", "names.lexicon")


def _organizations(words: Sequence[str]) -> Iterator[Found]:
    for phrase in organizations.names().find(words):
        yield Found(phrase.first, phrase.end, "organization", "names.lexicon")


def _merged(found: list[Found], known: list[Found]) -> list[Found]:
    """Both lists as one in the order of the text; of two names that overlap the longer is kept, of equal ones the known."""
    kept: list[Found] = []
    taken: set[int] = set()
    for name in sorted([*known, *found], key=lambda name: name.first - name.end):
        places = range(name.first, name.end)
        if taken.isdisjoint(places):
            kept.append(name)
            taken.update(places)
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


def _again(tagger: Tagger, words: Sequence[str], totals: Sequence[int], found: list[Found]) -> list[Found]:
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
    for place, base in enumerate(map(bases.__getitem__, words)):
        if base not in wanted:
            continue
        last, kind, floor = wanted[base]
        end = place + len(last)
        if place in inside:
            name = found[inside[place]]
            if kind == "person" and floor == _SURNAME_FLOOR and name.kind != kind and (name.first, name.end) == (place, end):
                found[inside[place]] = name._replace(kind=kind, rule="names.surname")
            continue
        if tuple(map(bases.__getitem__, words[place:end])) != last or any(n in inside for n in range(place, end)):
            continue
        if numbers(totals[place])[_BEGINS[kind]] >= floor * SCALE:
            more.append(Found(place, end, kind, "names.surname" if floor == _SURNAME_FLOOR else "names.again"))
    return sorted([*found, *more]) if more else found
