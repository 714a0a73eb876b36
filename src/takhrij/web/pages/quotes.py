"""Quotations that travelled: one utterance in all its wordings, and whom outlets make speak."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from takhrij.model.family import Family
from takhrij.store.view import View
from takhrij.web.page import Asked, Context, Page

_A_PAGE = 15
_MOST_PAGES = 500
_MOST_ROWS = 10_000


class Question(Asked, frozen=True, kw_only=True):
    """Quotations of at least so many outlets, and whose."""

    least: int = 2
    speaker: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes(Context):
    """One page of quotations, the latest first."""

    asked: Question
    families: tuple[Family, ...]
    has_more: bool


def show(view: View, asked: Question) -> Quotes:
    """The quotations of one page."""
    page = max(1, min(asked.page, _MOST_PAGES))
    found = list(islice(_wanted(view, asked), (page - 1) * _A_PAGE, page * _A_PAGE + 1))
    return Quotes(
        subject=asked.speaker or None,
        asked=asked,
        families=tuple(found[:_A_PAGE]),
        has_more=len(found) > _A_PAGE,
    )


def _wanted(view: View, asked: Question) -> Iterable[Family]:
    return view.families(max(1, asked.least), asked.speaker or None)


def answers(view: View, asked: Question) -> Iterable[Family]:
    """All quotations that are wanted."""
    return islice(_wanted(view, asked), _MOST_ROWS)


PAGE = Page("quotes", Question, show, answers)
