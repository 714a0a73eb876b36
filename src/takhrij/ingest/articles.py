"""From what the caller names as input to articles, in order, with an error in the place of what cannot be read."""

import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from takhrij import wire
from takhrij.errors import ArticleError
from takhrij.ingest.encoding import UnknownEncoding, decode
from takhrij.ingest.fetching import Fetching, behind_site_map_file, fetch, is_address
from takhrij.ingest.formats import SAMPLE, Format, format_of
from takhrij.ingest.items import LARGEST, Item
from takhrij.ingest.published import iso_published
from takhrij.ingest.records import Raw, records_of
from takhrij.ingest.streams import Witness, files_of, open_stream, shown
from takhrij.model.article import Article

# Ids are remembered to tell of one that comes twice, but memory may not grow with the number of records.
_REMEMBERED = 200_000


class Unopened(ArticleError):
    """An input of which nothing could be read at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What holds for reports that do not say it themselves."""

    outlet: str | None = None
    published: str | None = None


def read_articles(
    names: Iterable[str], defaults: Defaults, witness: Witness, fetching: Fetching | None = None
) -> Iterator[Article | ArticleError]:
    """The articles of all inputs. The `witness` hears what no single article can say."""
    seen: set[str] = set()
    intake = _Intake(defaults, witness, fetching or Fetching())
    try:
        for name in names:
            for article in intake.articles(name):
                if isinstance(article, Article):
                    if article.id in seen:
                        witness.tell(f"{article.id}: this id has come before; both reports are read")
                    elif len(seen) < _REMEMBERED:
                        seen.add(article.id)
                yield article
    finally:
        intake.fetching.close()


@dataclass(frozen=True, slots=True)
class _Intake:
    """Reads inputs, whatever their form."""

    defaults: Defaults
    witness: Witness
    fetching: Fetching

    def articles(self, given: str) -> Iterator[Article | ArticleError]:
        """The articles of one input: an address, a file or a folder."""
        if is_address(given):
            yield from self._at_address(given)
            return
        for name in files_of(given):
            if isinstance(name, ArticleError):
                yield Unopened(name.where, name.reason)
                continue
            try:
                stream = open_stream(name, self.witness)
            except OSError as error:
                yield Unopened(shown(name), error.strerror or str(error))
                continue
            yield from self._in_stream(stream, shown(name))

    def _at_address(self, url: str) -> Iterator[Article | ArticleError]:
        try:
            for found in fetch(url, self.fetching):
                if isinstance(found, tuple):
                    yield from self._in_stream(*found)
                else:
                    yield article_of(found, self.defaults, self.witness)
        except ModuleNotFoundError as error:
            yield _not_installed(url, error)

    def _in_stream(self, stream: io.BufferedReader, name: str) -> Iterator[Article | ArticleError]:
        with stream:
            try:
                yield from self._articles_in(stream, name)
            except (OSError, EOFError, zlib.error) as error:
                # The file is cut or damaged, a packed one above all.
                yield ArticleError(name, str(error))
            except ModuleNotFoundError as error:
                yield _not_installed(name, error)

    def _articles_in(self, stream: io.BufferedReader, name: str) -> Iterator[Article | ArticleError]:
        form = format_of(name, stream.peek(SAMPLE)[:SAMPLE])
        if form == "text":
            yield _article_of_text(stream.read(), name, self.defaults, self.witness)
            return
        empty = True
        for found in self._items(stream, name, form):
            empty = False
            yield article_of(found, self.defaults, self.witness)
        if empty:
            self.witness.tell(f"{name}: holds no report")

    def _items(self, stream: io.BufferedReader, name: str, form: Format) -> Iterator[Item | ArticleError]:
        """What a stream of this form holds; the readers of the forms are loaded when they are needed."""
        if form == "records":
            for raw in records_of(stream, name):
                yield raw if isinstance(raw, ArticleError) else self._decoded(raw)
        elif form == "page":
            from takhrij.ingest.pages import item_of_page

            yield item_of_page(stream.read(LARGEST + 1), name)
        elif form == "feed":
            from takhrij.ingest.feeds import items_of_feed

            yield from items_of_feed(stream.read(LARGEST + 1), name)
        elif form == "sitemap":
            yield from behind_site_map_file(stream.read(LARGEST + 1), name, self.fetching)
        elif form == "warc":
            from takhrij.ingest.warcs import items_of_warc

            yield from items_of_warc(stream, name)
        elif form == "parquet":
            from takhrij.ingest.parquet import items_of_parquet

            yield from items_of_parquet(stream, name)

    def _decoded(self, raw: Raw) -> Item | ArticleError:
        try:
            try:
                given = wire.decode_given(raw.json)
            except wire.MalformedJson:
                if not isinstance(raw.json, bytes) or raw.json.isascii():
                    raise
                decoded = decode(raw.json)
                if decoded.encoding == "utf-8":
                    raise
                self.witness.tell(f"{raw.where}: read as {decoded.encoding}")
                given = wire.decode_given(decoded.text)
        except (wire.MalformedJson, UnknownEncoding) as error:
            return ArticleError(raw.where, str(error))
        return Item(raw.where, given)


def article_of(item: Item | ArticleError, defaults: Defaults, witness: Witness) -> Article | ArticleError:
    """The article that an item holds."""
    if isinstance(item, ArticleError):
        return item
    given = item.given
    if given.text is None:
        return ArticleError(item.where, "no text: a report needs the key `text`")
    published = iso_published(given.published) if given.published else None
    if given.published and not published:
        witness.tell(f"{item.where}: {given.published!r} is no date that can be read; taken for unknown")
    return Article(
        id=item.where if given.id in (None, "") else str(given.id),
        text=f"{given.title}\n{given.text}" if given.title else given.text,
        title_end=len(given.title or ""),
        outlet=given.outlet or defaults.outlet,
        published=published or defaults.published,
        url=given.url,
        has_own_id=given.id not in (None, ""),
    )


def _not_installed(name: str, error: ModuleNotFoundError) -> ArticleError:
    return ArticleError(name, f"{error.name} is not installed; `pip install takhrij[intake]` brings it")


def _article_of_text(given: bytes, name: str, defaults: Defaults, witness: Witness) -> Article | ArticleError:
    try:
        decoded = decode(given)
    except UnknownEncoding as error:
        return ArticleError(name, str(error))
    if decoded.encoding != "utf-8":
        witness.tell(f"{name}: read as {decoded.encoding}")
    return Article(id=name, text=decoded.text, outlet=defaults.outlet, published=defaults.published, has_own_id=False)
