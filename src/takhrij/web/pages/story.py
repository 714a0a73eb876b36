"""A story: its reports over time, and what they tell differently."""

from collections.abc import Iterable
from dataclasses import dataclass

from takhrij.model.listed import Listed
from takhrij.model.story import Story as Told
from takhrij.store.view import View
from takhrij.web.lanes import Lanes, Moment, lanes
from takhrij.web.page import Asked, Context, NotHere, Page


class Question(Asked, frozen=True, kw_only=True):
    """A story by the id of any of its reports."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Context):
    """The story, its reports in the order of their publishing, and these on a line of time."""

    story: Told
    reports: tuple[Listed, ...]
    lanes: dict[str, Lanes | None]


def show(view: View, asked: Question) -> Story:
    """The story of a report."""
    story = _found(view, asked)
    reports = view.listed(story.reports)
    moments = [
        Moment(one.outlet or one.report, one.published or "", one.title or one.report, one.report) for one in reports
    ]
    return Story(
        subject=story.title,
        story=story,
        reports=tuple(reports),
        lanes={way: lanes(moments, mirrored=way == "rtl") for way in ("rtl", "ltr")},
    )


def _found(view: View, asked: Question) -> Told:
    story = view.story_of(asked.id)
    if story is None:
        raise NotHere(f"story {asked.id!r}")
    return story


def answers(view: View, asked: Question) -> Iterable[Told]:
    """The story."""
    return [_found(view, asked)]


PAGE = Page("story", Question, show, answers, is_listed=False)
