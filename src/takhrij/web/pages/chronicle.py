"""The chronicle: who did what to whom, filtered, over time and on a map."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import get_args

from takhrij.model.event import EventType, Status
from takhrij.model.happening import Counts, Happening
from takhrij.store.chronicle import Wanted
from takhrij.store.view import View
from takhrij.web.atlas import Atlas, atlas
from takhrij.web.lanes import Months, months
from takhrij.web.page import Asked, Context, Page

_A_PAGE = 40
_MOST_PAGES = 2_500
_MOST_ROWS = 100_000


class Question(Asked, frozen=True, kw_only=True):
    """Which events; days as much of an ISO date as matters."""

    type: EventType | None = None
    who: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    status: Status | None = None
    page: int = 1

    def wanted(self) -> Wanted:
        """The same for the archive."""
        return Wanted(self.type, self.who, self.place, self.since, self.until, self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle(Context):
    """One page of events, the latest first, and how all that are wanted spread over time and places."""

    asked: Question
    filters: dict[str, str]
    types: tuple[str, ...]
    statuses: tuple[str, ...]
    happenings: tuple[Happening, ...]
    counts: Counts
    has_more: bool
    bars: dict[str, Months]
    atlas: Atlas


def show(view: View, asked: Question) -> Chronicle:
    """The events that are wanted."""
    page = max(1, min(asked.page, _MOST_PAGES))
    found = view.some_events(asked.wanted(), (page - 1) * _A_PAGE, _A_PAGE + 1, latest_first=True)
    counts = view.event_counts(asked.wanted())
    filters = {name: value for name in asked.__struct_fields__ if name != "page" and (value := getattr(asked, name))}
    return Chronicle(
        subject=" · ".join(filters.values()) or None,
        asked=asked,
        filters=filters,
        types=get_args(EventType),
        statuses=get_args(Status),
        happenings=tuple(found[:_A_PAGE]),
        counts=counts,
        has_more=len(found) > _A_PAGE,
        bars={way: months(counts.months, mirrored=way == "rtl") for way in ("rtl", "ltr")},
        atlas=atlas(counts.places),
    )


def answers(view: View, asked: Question) -> Iterable[Happening]:
    """All events that are wanted, by day."""
    return islice(view.events(asked.wanted()), _MOST_ROWS)


PAGE = Page("chronicle", Question, show, answers)
