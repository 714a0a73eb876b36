"""Find the times of a page."""

from datetime import date

from takhrij.model.span import Span
from takhrij.model.time import Time
from takhrij.rules.times.grammar import find
from takhrij.rules.times.rule import Context
from takhrij.rules.times.words import flags
from takhrij.text.page import Page


def find_times(page: Page, published: date | None) -> tuple[Time, ...]:
    """The dates and periods that `page` names, from first to last.

    Relative expressions count from `published`; without it only those are found that say themselves what they name.
    """
    known = flags()
    context = Context(page, published, "".join(map(known.__getitem__, page.words)))
    return tuple(
        Time(
            span=Span(page.starts[found.first] + known.tokens[page.words[found.first]].skip, page.ends[found.end - 1]),
            value=found.value,
            rule=found.rule,
        )
        for found in find(context)
    )
