"""One round through feeds that are watched: what is new in them, and when each is asked again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from takhrij.errors import ArticleError, InputError
from takhrij.ingest.feeds import items_of_feed
from takhrij.ingest.fetching import Fetching, behind_feed, is_address
from takhrij.ingest.items import Item
from takhrij.ingest.web import FetchError

# A feed that fails is asked after twice the pause, then after four times, up to this many times.
_LONGEST_BACK_OFF = 16


@dataclass(slots=True)
class Feed:
    """A feed and what its server said last; `due` is when it is asked again, in seconds since 1970."""

    address: str
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    due: float = 0.0


@dataclass(frozen=True, slots=True)
class Round:
    """One round at the time `now`; a feed is asked every `pause` seconds. `pages`: what its items lead to is read."""

    fetching: Fetching
    now: float
    pause: float
    pages: bool = True

    def items(self, feed: Feed) -> Iterator[Item | ArticleError]:
        """What is new in a feed. When all is taken, `feed` says how to ask next: keep it when the items are safe."""
        try:
            answer = self.fetching.web().get(feed.address, feed.etag, feed.modified)
        except FetchError as error:
            self._failed(feed)
            yield error
            return
        whole = True
        if answer.body is not None:
            found = (
                behind_feed(answer, feed.address, self.fetching)
                if self.pages
                else items_of_feed(answer.body, feed.address)
            )
            for item in found:
                whole = whole and not isinstance(item, FetchError)
                yield item
        # Where a page could not be fetched, the feed is asked anew even if it does not change.
        feed.etag, feed.modified = (answer.etag, answer.modified) if whole else (None, None)
        feed.failures, feed.due = 0, self.now + self.pause

    def _failed(self, feed: Feed) -> None:
        feed.failures += 1
        feed.due = self.now + self.pause * min(2**feed.failures, _LONGEST_BACK_OFF)


def feeds_named(names: list[str]) -> list[str]:
    """The addresses of feeds: as given, or from files that list them, a line each or as OPML. Raises InputError."""
    found: list[str] = []
    for name in names:
        if is_address(name):
            found.append(name)
            continue
        try:
            listed = Path(name).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{name}: neither an address nor a list of addresses ({error})") from error
        found += _listed(name, listed)
    return list(dict.fromkeys(found))


def _listed(name: str, listed: str) -> Iterator[str]:
    if "<opml" in listed[:1000]:
        yield from map(unescape, re.findall(r"""xmlUrl=["']([^"']+)["']""", listed))
        return
    for number, line in enumerate(listed.splitlines(), 1):
        line = line.strip()
        if line and not line.startswith("#"):
            if not is_address(line):
                raise InputError(f"{name}:{number}: {line!r} is no address of a feed")
            yield line
