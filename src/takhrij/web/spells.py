"""Stretches of time drawn one below the other: who was what from when to when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from takhrij.web.lanes import WIDTH, instant

_LEAST = 10


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch in its place, with its days and how many reports tell it."""

    x: float
    width: float
    label: str
    first: str | None
    last: str | None
    reports: int


def spells(told: Iterable[tuple[str, str | None, str | None, int]], *, mirrored: bool) -> Sequence[Spell]:
    """The stretches by their beginning, on one scale; one without a day has no width."""
    known = [(label, first, last, count, instant(first), instant(last)) for label, first, last, count in told]
    begins = [begin for *_, begin, _ in known if begin]
    ends = [end for *_, end in known if end]
    if not begins:
        return [Spell(0, 0, label, first, last, count) for label, first, last, count, _, _ in known]
    zero, whole = min(begins), max((max(ends) - min(begins)).total_seconds(), 1.0)
    found = []
    for label, first, last, count, begin, end in sorted(known, key=lambda one: (one[1] or "9999", one[0])):
        if begin is None or end is None:
            found.append(Spell(0, 0, label, first, last, count))
            continue
        x = (WIDTH - _LEAST) * (begin - zero).total_seconds() / whole
        width = max(_LEAST, WIDTH * (end - begin).total_seconds() / whole)
        width = min(width, WIDTH - x)
        found.append(Spell(round(WIDTH - x - width if mirrored else x, 1), round(width, 1), label, first, last, count))
    return found
