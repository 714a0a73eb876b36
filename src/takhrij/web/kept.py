"""A view that remembers for a short while what takes long to count: many readers ask for the same first pages."""

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Engine

from takhrij.model.happening import Counts
from takhrij.model.link import Candidate
from takhrij.model.story import Story
from takhrij.model.summary import Summary
from takhrij.model.transparency import Transparency
from takhrij.store.chronicle import Wanted
from takhrij.store.view import View

T = TypeVar("T")

# A report that was added is counted after so long at the latest.
_FRESH_S = 30.0
# Looking for names that are alike goes through all of them; what is decided meanwhile is left out by the page.
_LONG_S = 600.0
_MOST = 64


class KeptView(View):
    """The same answers as the archive's, some of them a few seconds old."""

    def __init__(self, archive: Engine) -> None:
        super().__init__(archive)
        self._kept: dict[object, tuple[float, Any]] = {}
        self._locks: dict[object, threading.Lock] = {}
        self._lock = threading.Lock()

    def _recent(self, asked: object, make: Callable[[], T], fresh_s: float = _FRESH_S) -> T:
        """What was made for the same question not long ago, else made now: once, however many ask."""
        with self._lock:
            lock = self._locks.setdefault(asked, threading.Lock())
        with lock:
            found = self._kept.get(asked)
            if found is None or time.monotonic() - found[0] > fresh_s:
                found = time.monotonic(), make()
                with self._lock:
                    if len(self._kept) >= _MOST:
                        self._kept.clear()
                        self._locks.clear()
                    self._kept[asked] = found
        answer: T = found[1]
        return answer

    def summary(self) -> Summary:
        """The archive in numbers."""
        return self._recent("summary", super().summary)

    def sources(self) -> list[Transparency]:
        """Each outlet's habits with its sources, the one with the most reports first."""
        return self._recent("sources", super().sources)

    def event_counts(self, wanted: Wanted) -> Counts:
        """How many events are wanted, and how they spread over months, types and places."""
        return self._recent(wanted, lambda: super(KeptView, self).event_counts(wanted))

    def latest_disputed(self, most: int) -> list[Story]:
        """The latest stories whose reports differ."""
        return self._recent(("disputed", most), lambda: super(KeptView, self).latest_disputed(most))

    def candidates(self, most: int = 50) -> list[Candidate]:
        """Pairs of names that may be one actor's, for a person to decide, those that matter most first."""
        return self._recent(("pairs", most), lambda: super(KeptView, self).candidates(most), _LONG_S)
