"""Find the times of a page."""

from datetime import date

from takhrij.model.span import Span
from takhrij.model.time import Time
from takhrij.rules.times.grammar import find
from takhrij.rules.times.rule import Context, Found
from takhrij.rules.times.words import flag_column, flags
from takhrij.text.page import Page

# A report that claims another year gives no day to count from.
_FIRST_YEAR, _LAST_YEAR = 1800, 2200


def find_times(page: Page, published: date | None) -> tuple[Time, ...]:
    """The dates and periods that `page` names, from first to last.

    Relative expressions count from `published`; without it only those are found that say themselves what they name.
    """
    if published and not _FIRST_YEAR <= published.year <= _LAST_YEAR:
        published = None
    context = Context(page, published, "".join(flag_column().of(page.spellings, page.numbers)))
    return tuple(_time(page, found) for found in find(context))


def _time(page: Page, found: Found) -> Time:
    _, first = flags()[page.words[found.first]]
    start = page.starts[found.first] + (first.skip if first else 0)
    return Time(span=Span(start, page.ends[found.end - 1]), value=found.value, rule=found.rule)
