"""Whether a sentence tells of sport, where most that sounds like an attack or a visit is none: هجوم المنتخب."""

from functools import cache

from takhrij.lexicon.event_words import group
from takhrij.rules.statements.proclitics import without_hung
from takhrij.rules.statements.tokens import tokens
from takhrij.text.columns import Column

# So many words that may be of sport make a sentence tell of it.
_IN_COMPANY = 2
# What a word has that is of sport whatever is beside it.
_SURE = ("",)


def _of_sport(word: str) -> tuple[str, ...] | None:
    """The words that a published word may be, of those that are of sport in company; None for nearly every word."""
    forms = {tokens()[word].folded, without_hung(word)}
    if not group("sports").isdisjoint(forms):
        return _SURE
    return tuple(forms & group("sports_in_company")) or None


@cache
def sport_column() -> Column[tuple[str, ...] | None]:
    """The same for the words of pages."""
    return Column(_of_sport)


def tells_of_sport(told: list[tuple[str, ...] | None], first: int, end: int) -> bool:
    """Whether the words from `first` to `end` do; `told` is what the column has for a page's words."""
    company: set[str] = set()
    for k in range(first, end):
        words = told[k]
        if words is not None:
            if words == _SURE:
                return True
            company.update(words)
    return len(company) >= _IN_COMPANY
