"""A view that remembers for a short while what takes long to count: many readers ask for the same first pages."""

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Engine

from takhrij.model.dossier import Dossier
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
# Dossiers go by a decision at once: they are kept only for those who ask at the same time.
_AT_ONCE_S = 3.0
_MOST = 256


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
            kept = self._kept.get(asked)
        if kept is not None and time.monotonic() - kept[0] <= fresh_s:
            fresh: T = kept[1]
            return fresh
        # While one reader waits for the new answer, the others are served with the one before.
        if not lock.acquire(blocking=kept is None):
            assert kept is not None
            stale: T = kept[1]
            return stale
        try:
            return self._made(asked, make, fresh_s)
        finally:
            lock.release()

    def _made(self, asked: object, make: Callable[[], T], fresh_s: float) -> T:
        """What somebody else made while this reader waited, else what is made now."""
        kept = self._kept.get(asked)
        if kept is None or time.monotonic() - kept[0] > fresh_s:
            kept = time.monotonic(), make()
            with self._lock:
                if len(self._kept) >= _MOST:
                    self._kept.clear()
                    self._locks.clear()
                self._kept[asked] = kept
        answer: T = kept[1]
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

    def some_stories(self, least: int, skip: int, most: int, *, disputed: bool = False) -> list[Story]:
        """As many stories as a page holds, the latest first; with `disputed`, only those whose reports differ."""
        return self._recent(
            ("stories", least, skip, most, disputed),
            lambda: super(KeptView, self).some_stories(least, skip, most, disputed=disputed),
        )

    def who(self, name: str, most: int = 5) -> list[Dossier]:
        """The actors that `name` can mean, the one in the most reports first, `most` at the most."""
        return self._recent(("who", name, most), lambda: super(KeptView, self).who(name, most), _AT_ONCE_S)

    def candidates(self, most: int = 50) -> list[Candidate]:
        """Pairs of names that may be one actor's, for a person to decide, those that matter most first."""
        return self._recent(("pairs", most), lambda: super(KeptView, self).candidates(most), _LONG_S)
