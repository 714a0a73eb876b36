"""The first page: what the archive holds, and where to begin."""

from dataclasses import dataclass

from takhrij.model.story import Story
from takhrij.model.summary import Summary
from takhrij.store.view import View
from takhrij.web.page import Asked, Context, Page

_DISPUTED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Home(Context):
    """The archive in numbers, and the latest stories on which reports differ."""

    summary: Summary
    disputed: tuple[Story, ...]


def show(view: View, asked: Asked) -> Home:
    """The archive in numbers."""
    return Home(summary=view.summary(), disputed=tuple(view.some_stories(2, 0, _DISPUTED, disputed=True)))


PAGE = Page("home", Asked, show)
