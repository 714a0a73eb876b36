"""Reports that hold some words."""

from collections.abc import Iterable
from dataclasses import dataclass

from takhrij.model.hit import Hit
from takhrij.store.view import View
from takhrij.web.page import Asked, Context, Page

_A_PAGE = 20
_MOST = 1_000


class Question(Asked, frozen=True, kw_only=True):
    """Words to look for, and which page of what was found."""

    q: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(Context):
    """What was found: the hits of one page, and whether more follow."""

    asked: Question
    hits: tuple[Hit, ...]
    has_more: bool


def show(view: View, asked: Question) -> Search:
    """The hits of one page."""
    page = max(1, min(asked.page, _MOST // _A_PAGE))
    found = view.search(asked.q, page * _A_PAGE + 1) if asked.q else []
    hits = found[(page - 1) * _A_PAGE : page * _A_PAGE]
    return Search(subject=asked.q or None, asked=asked, hits=tuple(hits), has_more=len(found) > page * _A_PAGE)


def answers(view: View, asked: Question) -> Iterable[Hit]:
    """All hits."""
    return view.search(asked.q, _MOST)


PAGE = Page("search", Question, show, answers)
