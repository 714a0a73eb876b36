"""WARC files of web crawls: each page that was answered with success a report."""

import io
import re
from collections.abc import Iterator
from typing import Any

from takhrij.errors import ArticleError
from takhrij.ingest.items import LARGEST, TOO_LARGE, Item
from takhrij.ingest.pages import item_of_page

_PAGE = re.compile(r"^\s*(?:text/html|application/xhtml\+xml)\b(?:.*?charset\s*=\s*\"?([\w-]+))?", re.IGNORECASE)


def items_of_warc(stream: io.BufferedIOBase, name: str) -> Iterator[Item | ArticleError]:
    """The pages in a crawl; where it is cut or damaged, all that stands before."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for number, record in enumerate(ArchiveIterator(stream, check_digests=False), 1):
            found = _item(record, f"{name}: record {number}")
            if found is not None:
                yield found
    except (ArchiveLoadFailed, ValueError) as error:
        yield ArticleError(name, f"damaged: {error}")


def _item(record: Any, where: str) -> Item | ArticleError | None:  # noqa: ANN401
    if record.rec_type == "response" and record.http_headers is not None:
        status, kind = record.http_headers.get_statuscode(), record.http_headers.get_header("Content-Type")
    elif record.rec_type == "resource":
        status, kind = "200", record.rec_headers.get_header("Content-Type")
    else:
        return None
    page = _PAGE.match(kind or "")
    if status != "200" or page is None:
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>") or None
    where = f"{where} ({url})" if url else where
    expected = int(record.rec_headers.get_header("Content-Length") or 0)
    body = record.content_stream().read(LARGEST + 1)
    if len(body) > LARGEST:
        return ArticleError(where, TOO_LARGE)
    if not body and expected:
        return ArticleError(where, "cut off before its text")
    if record.raw_stream.limit if hasattr(record.raw_stream, "limit") else 0:
        return ArticleError(where, "cut off within its text")
    return item_of_page(body, where, url, page[1])
