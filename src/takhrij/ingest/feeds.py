"""Feeds (RSS, Atom): each item a report, from the outlet it names, else from that of its address."""

import io
import re
from collections.abc import Iterator
from typing import Any

from takhrij.errors import ArticleError
from takhrij.ingest.items import LARGEST, TOO_LARGE, Item
from takhrij.ingest.pages import plain
from takhrij.lexicon import outlets
from takhrij.wire import Given

# Neither feeds nor site maps need entities of their own; bombs are made of them.
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)


def refused(document: bytes) -> str | None:
    """Why an XML document is not read: it is too large, or declares entities."""
    if len(document) > LARGEST:
        return TOO_LARGE
    return "declares entities of its own" if _ENTITY.search(document.replace(b"\x00", b"")) else None


def items_of_feed(document: bytes, where: str) -> Iterator[Item | ArticleError]:
    """The items of a feed, in its order."""
    import feedparser

    reason = refused(document)
    if reason:
        yield ArticleError(where, reason)
        return
    # Its own cleaning would take the blocks of a text apart; only words are wanted here.
    feed = feedparser.parse(io.BytesIO(document), sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo and not feed.entries:
        yield ArticleError(where, f"no feed that can be read: {feed.bozo_exception}")
        return
    for number, entry in enumerate(feed.entries, 1):
        place = f"{where}: item {number}"
        given = _given(entry, str(feed.feed.get("title", "")))
        yield Item(place, given) if given else ArticleError(place, "neither a title nor a text")


def _given(entry: Any, feed: str) -> Given | None:  # noqa: ANN401
    told = [part.get("value") or "" for part in entry.get("content", ())] + [entry.get("summary") or ""]
    text = max(map(plain, told), key=len)
    title = " ".join(plain(entry.get("title") or "").split())
    if not (title or text):
        return None
    url = entry.get("link") or None
    return Given(
        title=title if text else None,
        text=text or title,
        outlet=_outlet(entry, url, feed),
        published=entry.get("published") or entry.get("updated") or None,
        url=url,
    )


def _outlet(entry: Any, url: str | None, feed: str) -> str | None:  # noqa: ANN401
    """The outlet that an aggregator names as its source; else the one of the address, else of the feed's title."""
    source = entry.get("source") or {}
    named = (source.get("title") or "").strip()
    if named:
        known = outlets.known(named) or outlets.by_domain(source.get("href") or "")
        return known.name if known else named
    known = (outlets.by_domain(url) if url else None) or outlets.known(feed)
    return known.name if known else None
