"""Who has whose words: two reports compared."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from takhrij.linking.direction import credit_of, older, wire_of
from takhrij.linking.grams import LENGTH, Grams, kept
from takhrij.linking.passages import Passage, aligned
from takhrij.linking.pointers import without_pointers
from takhrij.linking.sides import Side, one_house
from takhrij.model.copy import Copy, Shared
from takhrij.model.span import Span

# The share of the shorter report that must stand in the other. Below it, reports of the pool shared background
# paragraphs, ready phrases and the names of offices; the bounds were set on 200 pairs read by eye.
_LEAST = 0.2
# Within one outlet the background of a story goes from report to report: more must be shared for a copy.
_LEAST_AT_HOME = 0.35
# A passage of so many words in the report's own voice is taken over, however long the reports are.
_LONG_PASSAGE = 30
_LEAST_WORDS = 12
# What stands in so many reports is a formula (royal titles, a channel's invitation to its application), nobody's copy.
WORN = 8


# How many reports of the archive hold each of some grams.
Spread = Callable[[Sequence[int]], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Archive:
    """What is asked of the archive while two reports are compared.

    `spread` tells how many reports hold each of some grams; `openers` which reports of an outlet may open with them.
    """

    spread: Spread
    openers: Callable[[str, Sequence[int]], Collection[Side]] = lambda outlet, grams: ()


def compare(a: Side, b: Side, archive: Archive) -> Copy | None:
    """The copy that one of two reports is of the other; None where they share too little."""
    mine, theirs = a.grams.shared(b.grams)
    least = min(len(a.grams.distinct), len(b.grams.distinct))
    if not _may_be_copy(a, b, len(mine), least):
        return None
    passages = [
        passage
        for passage in aligned(a.grams, b.grams, mine, theirs)
        if not _is_formula(a.grams, passage, archive.spread)
    ]
    if a.outlet and passages and one_house(a, b):
        house = a.outlet
        passages = without_pointers(a, b, passages, lambda grams: archive.openers(house, grams))
    shared = sum(len(passage.grams) for passage in passages)
    if not shared or not least:
        return None
    containment = min(1.0, shared / least)
    own = [passage for passage in passages if not _is_quotation(a, b, passage)]
    if not _is_copy(a, b, containment, own):
        return None
    return _copy(a, b, passages, containment)


def _may_be_copy(a: Side, b: Side, shared: int, least: int) -> bool:
    """Whether so many shared grams may make a copy: most pairs that are looked at share a few, and nothing more."""
    return shared >= max(1, _LEAST * least) or (shared + LENGTH > _LONG_PASSAGE and not one_house(a, b))


def _copy(a: Side, b: Side, passages: list[Passage], containment: float) -> Copy:
    first, why = older(a, b, passages)
    origin = wire_of(a, b)
    credit = credit_of(a, b, first)
    wire = f"text of {origin}, as one of them says" if origin and not credit else None
    return Copy(
        a=a.id,
        b=b.id,
        containment=round(containment, 4),
        passages=tuple(Shared(a=passage.left, b=passage.right) for passage in passages),
        older=first,
        credited=credit is not None,
        reason="; ".join(filter(None, [_what(passages, containment), why, credit, wire])),
    )


def _is_copy(a: Side, b: Side, containment: float, own: list[Passage]) -> bool:
    if sum(passage.words for passage in own) < _LEAST_WORDS:
        return False
    if one_house(a, b):
        return containment >= _LEAST_AT_HOME
    return containment >= _LEAST or max(passage.words for passage in own) >= _LONG_PASSAGE


def _is_formula(grams: Grams, passage: Passage, spread: Spread) -> bool:
    """Whether at least half of what was sampled of a passage stands all over the archive."""
    sampled = kept(grams.hashes[list(passage.grams)])
    counts = spread(sampled) if sampled else ()
    return bool(counts) and sum(count >= WORN for count in counts) * 2 >= len(counts)


def _is_quotation(a: Side, b: Side, passage: Passage) -> bool:
    """Two reports that quote one speech are not copies of each other."""
    return _within(passage.left, a.quotes) and _within(passage.right, b.quotes)


def _within(span: Span, quotes: tuple[Span, ...]) -> bool:
    length = span.end - span.start
    inside = max((min(span.end, q.end) - max(span.start, q.start) for q in quotes), default=0)
    return inside >= 0.8 * length


def _what(passages: list[Passage], containment: float) -> str:
    longest = max(passage.words for passage in passages)
    count = f"{len(passages)} passages" if len(passages) > 1 else "1 passage"
    return f"{containment:.0%} of the shorter in {count}, the longest of {longest} words"
