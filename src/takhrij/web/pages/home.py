"""The first page: what the archive holds, and where to begin."""

from dataclasses import dataclass

from takhrij.model.summary import Summary
from takhrij.store.view import View
from takhrij.web.page import Asked, Context, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Home(Context):
    """The archive in numbers."""

    summary: Summary


def show(view: View, asked: Asked) -> Home:
    """The archive in numbers."""
    return Home(summary=view.summary())


PAGE = Page("home", Asked, show)
