"""From what the caller names as input to articles, in order, with an error in the place of what cannot be read."""

import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from takhrij import wire
from takhrij.errors import ArticleError
from takhrij.ingest.encoding import UnknownEncoding, decode
from takhrij.ingest.published import iso_published
from takhrij.ingest.records import Raw, records_of
from takhrij.ingest.streams import (
    RECORD_ENDINGS,
    STANDARD_INPUT,
    TEXT_ENDINGS,
    Witness,
    ending,
    files_of,
    open_stream,
    shown,
)
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


def read_articles(names: Iterable[str], defaults: Defaults, witness: Witness) -> Iterator[Article | ArticleError]:
    """The articles of all inputs. The `witness` hears what no single article can say."""
    seen: set[str] = set()
    for name in names:
        for article in _articles_of(name, defaults, witness):
            if isinstance(article, Article):
                if article.id in seen:
                    witness.tell(f"{article.id}: this id has come before; both reports are read")
                elif len(seen) < _REMEMBERED:
                    seen.add(article.id)
            yield article


def _articles_of(given: str, defaults: Defaults, witness: Witness) -> Iterator[Article | ArticleError]:
    for name in files_of(given):
        if isinstance(name, ArticleError):
            yield Unopened(name.where, name.reason)
            continue
        try:
            stream = open_stream(name, witness)
        except OSError as error:
            yield Unopened(shown(name), error.strerror or str(error))
            continue
        with stream:
            try:
                yield from _articles_in(stream, shown(name), defaults, witness)
            except (OSError, EOFError, zlib.error) as error:
                # The file is cut or damaged, a packed one above all.
                yield ArticleError(shown(name), str(error))


def _articles_in(
    stream: io.BufferedReader, name: str, defaults: Defaults, witness: Witness
) -> Iterator[Article | ArticleError]:
    if not _holds_records(stream, name):
        yield _article_of_text(stream.read(), name, defaults, witness)
        return
    empty = True
    for raw in records_of(stream, name):
        empty = False
        yield raw if isinstance(raw, ArticleError) else _article_of(raw, defaults, witness)
    if empty:
        witness.tell(f"{name}: holds no report")


def _holds_records(stream: io.BufferedReader, name: str) -> bool:
    """Whether JSON is to be expected: by the file's ending, else by how it begins."""
    if ending(name) in RECORD_ENDINGS:
        return True
    if ending(name) in TEXT_ENDINGS:
        return False
    beginning = stream.peek(4096)[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not beginning:
        # Nothing came through the pipe: no report, rather than a report without words.
        return name == STANDARD_INPUT
    after = beginning[1:].lstrip()[:1]
    return (beginning[:1] == b"{" and after in (b'"', b"}")) or (beginning[:1] == b"[" and after in (b"{", b"]"))


def _article_of_text(given: bytes, name: str, defaults: Defaults, witness: Witness) -> Article | ArticleError:
    try:
        decoded = decode(given)
    except UnknownEncoding as error:
        return ArticleError(name, str(error))
    if decoded.encoding != "utf-8":
        witness.tell(f"{name}: read as {decoded.encoding}")
    return Article(id=name, text=decoded.text, outlet=defaults.outlet, published=defaults.published, has_own_id=False)


def _article_of(raw: Raw, defaults: Defaults, witness: Witness) -> Article | ArticleError:
    try:
        try:
            given = wire.decode_given(raw.json)
        except wire.MalformedJson:
            if not isinstance(raw.json, bytes) or raw.json.isascii():
                raise
            decoded = decode(raw.json)
            if decoded.encoding == "utf-8":
                raise
            witness.tell(f"{raw.where}: read as {decoded.encoding}")
            given = wire.decode_given(decoded.text)
    except (wire.MalformedJson, UnknownEncoding) as error:
        return ArticleError(raw.where, str(error))
    if given.text is None:
        return ArticleError(raw.where, "no text: a report needs the key `text`")
    text = f"{given.title}\n{given.text}" if given.title else given.text
    published = iso_published(given.published) if given.published else None
    if given.published and not published:
        witness.tell(f"{raw.where}: {given.published!r} is no date that can be read; taken for unknown")
    return Article(
        id=raw.where if given.id in (None, "") else str(given.id),
        text=text,
        title_end=len(given.title or ""),
        outlet=given.outlet or defaults.outlet,
        published=published or defaults.published,
        url=given.url,
        has_own_id=given.id not in (None, ""),
    )
