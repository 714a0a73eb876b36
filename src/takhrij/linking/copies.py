"""Who has whose words: two reports compared, and what tells the older from the copy."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from takhrij.lexicon.outlets import same
from takhrij.linking.grams import Grams, grams_of, kept
from takhrij.linking.passages import Passage, shared_passages
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
_MINUTES_S = 60
_HOURS_S = 3600
_DAYS_S = 86400


@dataclass(frozen=True)
class Side:
    """A report to compare. `credits` are the outlets and agencies it names as where something comes from."""

    id: str
    text: str
    body: int
    outlet: str | None
    published: str | None
    credits: tuple[str, ...]
    quotes: tuple[Span, ...] = ()

    @cached_property
    def grams(self) -> Grams:
        """The word 5-grams of the body."""
        return grams_of(self.text, self.body)


# How many reports of the archive hold each of these grams.
Spread = Callable[[Sequence[int]], Sequence[int]]


def compare(a: Side, b: Side, spread: Spread) -> Copy | None:
    """The copy that one of two reports is of the other; None where they share too little."""
    passages = [passage for passage in shared_passages(a.grams, b.grams) if not _is_formula(a.grams, passage, spread)]
    least = min(len(a.grams.distinct), len(b.grams.distinct))
    shared = sum(len(passage.grams) for passage in passages)
    if not shared or not least:
        return None
    containment = min(1.0, shared / least)
    own = [passage for passage in passages if not _is_quotation(a, b, passage)]
    if not _is_copy(a, b, containment, own):
        return None
    older, why = _older(a, b)
    credit = _credit(a, b, older)
    return Copy(
        a=a.id,
        b=b.id,
        containment=round(containment, 4),
        passages=tuple(Shared(a=passage.left, b=passage.right) for passage in passages),
        older=older,
        credited=credit is not None,
        reason="; ".join(filter(None, [_what(passages, containment), why, credit])),
    )


def _is_copy(a: Side, b: Side, containment: float, own: list[Passage]) -> bool:
    if sum(passage.words for passage in own) < _LEAST_WORDS:
        return False
    if a.outlet and b.outlet and same(a.outlet, b.outlet):
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


def _older(a: Side, b: Side) -> tuple[str | None, str]:
    """Which report is the older, and why."""
    first, second = _instant(a.published), _instant(b.published)
    if first is not None and second is not None and (apart := (second - first).total_seconds()):
        return (a.id if apart > 0 else b.id), f"published {_span_of_time(abs(apart))} earlier"
    days = (a.published or "")[:10], (b.published or "")[:10]
    if all(days) and days[0] != days[1]:
        return (a.id if days[0] < days[1] else b.id), "published on an earlier day"
    if a.outlet and b.outlet:
        a_credits, b_credits = _names(a, b.outlet), _names(b, a.outlet)
        if a_credits != b_credits:
            return (b.id if a_credits else a.id), "the other names it as its source"
    return None, "nothing tells which came first"


def _credit(a: Side, b: Side, older: str | None) -> str | None:
    """How the later report names where its words come from; None where it does not."""
    sides = [(b, a)] if older == a.id else [(a, b)] if older == b.id else [(a, b), (b, a)]
    for later, earlier in sides:
        if earlier.outlet and _names(later, earlier.outlet) and not same(earlier.outlet, later.outlet or ""):
            return f"credits {earlier.outlet}"
    common = next((one for one in a.credits if any(same(one, other) for other in b.credits)), None)
    return f"both carry text of {common}" if common else None


def _names(side: Side, outlet: str) -> bool:
    return any(same(one, outlet) for one in side.credits)


def _instant(published: str | None) -> datetime | None:
    """The moment of an ISO 8601 date and time; None for a day alone, which is no moment."""
    if not published or len(published) <= 10:
        return None
    when = datetime.fromisoformat(published)
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _span_of_time(seconds: float) -> str:
    if seconds < _HOURS_S:
        return f"{max(1, round(seconds / _MINUTES_S))} min"
    return f"{seconds / _HOURS_S:.1f} h" if seconds < 2 * _DAYS_S else f"{round(seconds / _DAYS_S)} days"


def _what(passages: list[Passage], containment: float) -> str:
    longest = max(passage.words for passage in passages)
    count = f"{len(passages)} passages" if len(passages) > 1 else "1 passage"
    return f"{containment:.0%} of the shorter in {count}, the longest of {longest} words"
