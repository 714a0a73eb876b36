"""Addresses to articles: a page, a feed with the pages behind its items, a site map with all its pages."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from takhrij.errors import ArticleError
from takhrij.ingest.formats import format_by_beginning
from takhrij.ingest.items import Item
from takhrij.ingest.manners import Manners

if TYPE_CHECKING:
    from takhrij.ingest.web import Answer, Web

_DEEPEST = 3


def _nothing_known(_url: str) -> bool:
    return False


@dataclass(slots=True)
class Fetching:
    """How addresses are fetched: with what manners, and which pages behind feeds and site maps are `known` already."""

    manners: Manners = field(default_factory=Manners)
    known: Callable[[str], bool] = _nothing_known
    _web: "Web | None" = field(default=None, init=False)

    def web(self) -> "Web":
        """The one that fetches; what it needs is loaded when the first address comes."""
        from takhrij.ingest.web import Web

        if self._web is None:
            self._web = Web(self.manners)
        return self._web

    def close(self) -> None:
        """End all connections."""
        if self._web is not None:
            self._web.close()


def is_address(name: str) -> bool:
    """Whether an input is an address rather than a file."""
    return name.startswith(("http://", "https://"))


def fetch(url: str, fetching: Fetching) -> Iterator[Item | ArticleError | tuple[io.BufferedReader, str]]:
    """What stands at `url`: items, or the stream of a file that is no page, feed or site map, with its name."""
    from takhrij.ingest.web import FetchError

    try:
        answer = fetching.web().get(url)
    except FetchError as error:
        yield error
        return
    form = format_by_beginning(answer.body or b"")
    if form == "page":
        yield page_of(answer, url)
    elif form == "feed":
        yield from behind_feed(answer, url, fetching)
    elif form == "sitemap":
        yield from _behind_site_map(answer, fetching, 0)
    else:
        yield io.BufferedReader(io.BytesIO(answer.body or b"")), url


def page_of(answer: "Answer", url: str) -> Item | ArticleError:
    """The report on a page that was fetched, under the address that was asked for."""
    from takhrij.ingest.pages import item_of_page

    return item_of_page(answer.body or b"", url, url, answer.charset())


def behind_feed(answer: "Answer", url: str, fetching: Fetching) -> Iterator[Item | ArticleError]:
    """The pages behind a feed's items that are not known yet; an item without an address as it stands."""
    from takhrij.ingest.feeds import items_of_feed

    for item in items_of_feed(answer.body or b"", url):
        address = None if isinstance(item, ArticleError) else item.given.url
        if isinstance(item, ArticleError) or address is None:
            yield item
        elif not fetching.known(address):
            yield _with_feed(_page(address, fetching), item)


def _with_feed(page: Item | ArticleError, item: Item) -> Item | ArticleError:
    """The page, with what only its feed tells: the date and the outlet where the page is silent."""
    import msgspec

    if isinstance(page, ArticleError):
        return page
    told = {
        "title": page.given.title or item.given.title,
        "outlet": item.given.outlet or page.given.outlet,
        "published": item.given.published or page.given.published,
    }
    return Item(page.where, msgspec.structs.replace(page.given, **told))


def _page(url: str, fetching: Fetching) -> Item | ArticleError:
    from takhrij.ingest.web import FetchError

    try:
        return page_of(fetching.web().get(url), url)
    except FetchError as error:
        return error


def _behind_site_map(answer: "Answer", fetching: Fetching, depth: int) -> Iterator[Item | ArticleError]:
    from takhrij.ingest.sitemaps import NoSiteMap, read_site_map
    from takhrij.ingest.web import FetchError

    try:
        found = read_site_map(answer.body or b"")
    except NoSiteMap as error:
        yield ArticleError(answer.url, str(error))
        return
    for address in found.pages:
        if not fetching.known(address):
            yield _page(address, fetching)
    for address in found.maps:
        if depth == _DEEPEST:
            yield ArticleError(address, f"a site map below more than {_DEEPEST} others")
            continue
        try:
            inner = fetching.web().get(address)
        except FetchError as error:
            yield error
            continue
        yield from _behind_site_map(inner, fetching, depth + 1)


def behind_site_map_file(document: bytes, name: str, fetching: Fetching) -> Iterator[Item | ArticleError]:
    """The pages that a site map on disk lists."""
    from takhrij.ingest.web import Answer

    yield from _behind_site_map(Answer(name, document), fetching, 0)
