"""Of two reports with the same words: which came first, whose words they are, and what tells it."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache

from takhrij.lexicon import outlets
from takhrij.linking.passages import Passage
from takhrij.linking.sides import Side, one_house
from takhrij.model.span import Span
from takhrij.text.fold import fold

_MINUTES_S = 60
_HOURS_S = 3600
_DAYS_S = 86400
# So near to the beginning of the body a passage opens the report.
_OPENING_LETTERS = 40
# A report in which so many own words stand between the passages has taken the other's text apart.
_OWN_WORDS = 12


@cache
def _going_on() -> re.Pattern[str]:
    """The words with which somebody goes on speaking: nobody's report begins with them unless it was cut."""
    begins = "و(?:اضاف|تابع|اوضح|اشار|اكد|شدد|لفت|ذكر|قال|اردف|استطرد|بين)(?:ت|وا)?"
    return re.compile(rf"\W*(?:{begins}|كما (?:قال|اضاف|اكد|اشار)(?:ت)?)\b")


def older(a: Side, b: Side, passages: Sequence[Passage]) -> tuple[str | None, str]:
    """The id of the report that came first, and why: by time, by who names whom, by how the passages stand."""
    first, second = _instant(a.published), _instant(b.published)
    if first is not None and second is not None and (apart := (second - first).total_seconds()):
        return (a.id if apart > 0 else b.id), f"published {_span_of_time(abs(apart))} earlier"
    days = (a.published or "")[:10], (b.published or "")[:10]
    if all(days) and days[0] != days[1]:
        return (a.id if days[0] < days[1] else b.id), "published on an earlier day"
    if a.outlet and b.outlet and (a.names(b.outlet) != b.names(a.outlet)):
        return (b.id if a.names(b.outlet) else a.id), "the other names it as its source"
    return _by_structure(a, b, passages)


def _by_structure(a: Side, b: Side, passages: Sequence[Passage]) -> tuple[str | None, str]:
    left, right = [p.left for p in passages], [p.right for p in passages]
    cut = _begins_cut(a, left), _begins_cut(b, right)
    if cut[0] != cut[1]:
        return (b.id if cut[0] else a.id), "the other begins where somebody goes on speaking"
    apart = _taken_apart(a, left), _taken_apart(b, right)
    if len(passages) > 1 and apart[0] != apart[1]:
        return (b.id if apart[0] else a.id), "the other has own words between the passages"
    return None, "nothing tells which came first"


def _begins_cut(side: Side, spans: Sequence[Span]) -> bool:
    """Whether the report opens with a passage that begins in the middle of what somebody says."""
    first = min(spans, key=lambda span: span.start)
    near = first.start - side.body <= _OPENING_LETTERS
    return near and bool(_going_on().match(fold(side.text[first.start : first.start + 30])))


def _taken_apart(side: Side, spans: Sequence[Span]) -> bool:
    ordered = sorted(spans)
    between = (side.text[one.end : other.start] for one, other in zip(ordered, ordered[1:], strict=False))
    return any(len(words.split()) >= _OWN_WORDS for words in between)


def wire_of(a: Side, b: Side) -> str | None:
    """The agency whose text both are, where one of them says so and neither is the agency's own."""
    for one, other in ((a, b), (b, a)):
        for name in (*one.wires, *(credit for credit in one.credits if other.names(credit))):
            known = outlets.known(name)
            if known is not None and known.kind == "agency" and not (one.is_of(name) or other.is_of(name)):
                return known.name
    return None


def credit_of(a: Side, b: Side, first: str | None) -> str | None:
    """How the later report names where its words come from; None where it does not."""
    sides = [(b, a)] if first == a.id else [(a, b)] if first == b.id else [(a, b), (b, a)]
    for later, earlier in sides:
        if earlier.outlet and later.names(earlier.outlet) and not one_house(a, b):
            return f"credits {earlier.outlet}"
        common = next(_common(later, earlier), None)
        if common:
            return f"both carry text of {common}"
    return None


def _common(later: Side, earlier: Side) -> Iterator[str]:
    """Whom both name as where something comes from, other than themselves."""
    return (one for one in later.credits if earlier.names(one) and not later.is_of(one) and not earlier.is_of(one))


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
