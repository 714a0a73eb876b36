"""A name among the words that the tagger judged, before it is placed on the page."""

from functools import cache

import msgspec

from takhrij.model.name import NameKind
from takhrij.reading.features import base_of
from takhrij.reading.sums import LABELS, SCALE, Sums, number
from takhrij.rules.statements.tokens import Token
from takhrij.text.columns import Column

# The words of a page, and what each may be.
KnownWords = tuple[list[str], list[Token]]
KINDS: dict[str, NameKind] = {"PER": "person", "LOC": "place", "ORG": "organization", "MISC": "other"}
_BEGINS: dict[NameKind, int] = {kind: LABELS.index("B-" + label) for label, kind in KINDS.items()}
_BEGINS["outlet"] = _BEGINS["organization"]
_REMEMBERED = 100_000


class Found(msgspec.Struct, frozen=True):
    """A name among the words that were tagged: the first word, the end, what it is and how it was found."""

    first: int
    end: int
    kind: NameKind
    rule: str

    def over(self, first: int, end: int) -> "Found":
        """The same name, of these words."""
        return Found(first, end, self.kind, self.rule)

    def of_kind(self, kind: NameKind) -> "Found":
        """The same words as a name of another kind."""
        return Found(self.first, self.end, kind, self.rule)


def in_order(name: Found) -> tuple[int, int, str, str]:
    """What names are sorted by: where they stand."""
    return name.first, name.end, name.kind, name.rule


def merged(found: list[Found], known: list[Found]) -> list[Found]:
    """Both lists as one, in the order of the text; of two names that overlap the longer is kept, or else the known.

    A person of the lexicon is kept before a body: البنك المركزي الشاذلي العياري.
    """
    persons = {place for name in known if name.kind == "person" for place in range(name.first, name.end)}
    if persons:
        found = [one for one in found if one.kind != "organization" or persons.isdisjoint(range(one.first, one.end))]
    # Those that were found do not overlap one another, so most of them overlap none.
    touched = {place for name in known for place in range(name.first, name.end)}
    kept = [name for name in found if touched.isdisjoint(range(name.first, name.end))]
    taken = set[int]()
    beside = [name for name in found if not touched.isdisjoint(range(name.first, name.end))]
    for name in sorted([*known, *beside], key=lambda name: name.first - name.end):
        if taken.isdisjoint(range(name.first, name.end)):
            kept.append(name)
            taken.update(range(name.first, name.end))
    # No two begin at one word.
    kept.sort(key=lambda name: name.first)
    return kept


def ordered(names: list[Found]) -> list[Found]:
    """The names in the order of the text, as they mostly stand already."""
    last = -1
    for name in names:
        if name.first <= last:
            return sorted(names, key=in_order)
        last = name.first
    return names


def begins(total: Sums, kind: NameKind) -> float:
    """The tagger's number for a name of this kind that begins with the word of this total."""
    return number(total, _BEGINS[kind]) / SCALE


def goes_on(total: Sums, kind: NameKind) -> float:
    """The tagger's number for a name of this kind that goes on with the word of this total."""
    return number(total, _BEGINS[kind] + 1) / SCALE


class Bases(dict[str, str]):
    """The base of every word that was asked for."""

    def __missing__(self, word: str) -> str:
        """The base of the published `word`."""
        if len(self) >= _REMEMBERED:
            self.clear()
        base = self[word] = base_of(word)
        return base


BASES = Bases()


@cache
def base_column() -> Column[str]:
    """The same for the words of pages."""
    return Column(BASES.__getitem__)
