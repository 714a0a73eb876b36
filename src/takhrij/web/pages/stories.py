"""Stories: reports on one event, and where they contradict each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from takhrij.model.story import Story
from takhrij.store.view import View
from takhrij.web.page import Asked, Context, Page

_A_PAGE = 25
_MOST_PAGES = 400
_MOST_ROWS = 10_000


class Question(Asked, frozen=True, kw_only=True):
    """Stories of at least so many reports; with `disputed`, only those whose reports differ."""

    least: int = 2
    disputed: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories(Context):
    """One page of stories, the latest first."""

    asked: Question
    stories: tuple[Story, ...]
    has_more: bool


def show(view: View, asked: Question) -> Stories:
    """The stories of one page."""
    page = max(1, min(asked.page, _MOST_PAGES))
    least = max(1, asked.least)
    found = view.some_stories(least, (page - 1) * _A_PAGE, _A_PAGE + 1, disputed=asked.disputed)
    return Stories(asked=asked, stories=tuple(found[:_A_PAGE]), has_more=len(found) > _A_PAGE)


def answers(view: View, asked: Question) -> Iterable[Story]:
    """All stories that are wanted."""
    wanted = (story for story in view.stories(max(1, asked.least)) if story.contradictions or not asked.disputed)
    return islice(wanted, _MOST_ROWS)


PAGE = Page("stories", Question, show, answers)
