"""A report that once wrote a name means the same by a part of it: a surname by itself, a name that was doubtful."""

from takhrij.lexicon.lookup import MOST_WORDS
from takhrij.model.name import NameKind
from takhrij.reading.found import Found, begins, in_order
from takhrij.reading.sums import Totals
from takhrij.reading.tagging import word_lists
from takhrij.text.clitics import segment

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
# How low the tagger's number for a bare surname may be when the report wrote the whole name elsewhere, and for a name
# of another kind that it found elsewhere; a name by itself needs about 6.
_SURNAME_FLOOR = -2.0
_AGAIN_FLOOR = 0.0
# The same where the word is rare in news and no list takes it for anything but a person.
_RARE_FLOOR = -6.0
_SHORTEST = 4
# What the bases of a name are looked for as: the bases, the kind, the floor.
_Wanted = tuple[tuple[str, ...], NameKind, float]


def with_repeated(known: tuple[list[str], list[str]], totals: Totals, found: list[Found]) -> list[Found]:
    """The names, with those that the report writes elsewhere at length or beyond doubt; of words and their bases."""
    words, bases = known
    wanted = _wanted(bases, found)
    if not wanted:
        return found
    # By word the number of the name it stands in, or -1.
    inside = [-1] * len(bases)
    for number, name in enumerate(found):
        for place in range(name.first, name.end):
            inside[place] = number
    more: list[Found] = []
    reached = 0
    for place in [place for place, base in enumerate(bases) if base in wanted]:
        last, kind, floor = wanted[bases[place]]
        end = place + len(last)
        surname = kind == "person" and floor < _AGAIN_FLOOR
        if inside[place] >= 0:
            name = found[inside[place]]
            sure = name.rule == "names.lexicon" and end > place + 1
            if surname and name.kind != kind and (name.first, name.end) == (place, end) and not sure:
                found[inside[place]] = Found(name.first, name.end, kind, "names.surname")
            continue
        if len(last) > 1 and (tuple(bases[place:end]) != last or max(inside[place:end]) >= 0):
            continue
        if place >= reached and begins(totals[place], kind) >= floor:
            reached = end
            more.append(Found(place, end, kind, "names.surname" if surname else "names.again"))
    return _joined(words, sorted([*found, *more], key=in_order)) if more else found


def _wanted(bases: list[str], found: list[Found]) -> dict[str, _Wanted]:
    """Under the first base of what is looked for."""
    wanted: dict[str, _Wanted] = {}
    for name in found:
        base = bases[name.end - 1]
        if name.end - name.first == 1:
            if len(base) > 2:
                wanted.setdefault(base, ((base,), name.kind, _AGAIN_FLOOR))
        elif name.kind == "person":
            before = bases[name.end - 2]
            # A surname by which the report may call its bearer.
            if before in _BINDERS or base in _ENDINGS:
                wanted[before] = ((before, base), "person", _SURNAME_FLOOR)
            elif len(base) > 1:
                # One letter, as what is left of وي, is found in other words: ولي العهد.
                wanted[base] = ((base,), "person", _floor(base))
    return wanted


def _floor(base: str) -> float:
    return _RARE_FLOOR if len(base) >= _SHORTEST and is_rare(base) else _SURNAME_FLOOR


class _Rare(dict[str, bool]):
    """Whether bases are rare, of all that were asked for."""

    def __missing__(self, base: str) -> bool:
        if len(self) >= MOST_WORDS:
            self.clear()
        groups, _, rest = word_lists().get(base, "").partition(":")
        found = self[base] = not groups or any(share in rest for share in ("P2", "P3", "p2", "p3"))
        return found


_RARE = _Rare()


def is_rare(base: str) -> bool:
    """Whether news hardly has the word, or has it mostly in persons' names: it is no ordinary word."""
    return _RARE[base]


def _joined(words: list[str], found: list[Found]) -> list[Found]:
    """The names, a surname joined to the given name right before it."""
    joined: list[Found] = []
    for name in found:
        before = joined[-1] if joined else None
        if (
            before
            and (name.rule == "names.surname" or (name.rule == "names.again" and before.end == before.first + 1))
            and before.end == name.first
            and before.kind == "person"
            and not segment(words[name.first]).proclitics
        ):
            joined[-1] = before.over(before.first, name.end)
        else:
            joined.append(name)
    return joined
