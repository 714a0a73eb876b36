"""Which form an input has: by its ending, else by how it begins."""

import re
from typing import Literal

from takhrij.ingest.streams import GZIP, RECORD_ENDINGS, STANDARD_INPUT, ending

Format = Literal["records", "text", "page", "feed", "sitemap", "warc", "parquet", "nothing"]

_BY_ENDING: dict[str, Format] = {
    **dict.fromkeys(RECORD_ENDINGS, "records"),
    **dict.fromkeys([".txt", ".text"], "text"),
    **dict.fromkeys([".html", ".htm", ".xhtml"], "page"),
    **dict.fromkeys([".rss", ".atom"], "feed"),
    ".warc": "warc",
    ".parquet": "parquet",
}
# The first element of a document, behind its declaration, comments and document type.
_ELEMENT = re.compile(rb"<([a-zA-Z][\w:.-]*)")
_BY_ELEMENT: dict[bytes, Format] = {
    b"rss": "feed",
    b"feed": "feed",
    b"rdf:rdf": "feed",
    b"urlset": "sitemap",
    b"sitemapindex": "sitemap",
}
_MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
SAMPLE = 4096


def format_of(name: str, beginning: bytes) -> Format:
    """The form of what is called `name` and begins so; text where nothing tells another."""
    by_ending = _BY_ENDING.get(ending(name))
    return by_ending or format_by_beginning(beginning, nothing=name == STANDARD_INPUT)


def format_by_beginning(beginning: bytes, *, nothing: bool = False) -> Format:
    """The form of what begins so. An empty text is a text, or `nothing` where it should be told apart."""
    # What was packed has been unpacked, but for WARC.
    if beginning.startswith((b"WARC/", GZIP)):
        return "warc"
    if beginning.startswith(b"PAR1"):
        return "parquet"
    start = beginning[:SAMPLE].replace(b"\x00", b"").lstrip(_MARKS)
    if not start:
        return "nothing" if nothing else "text"
    after = start[1:].lstrip()[:1]
    if (start[:1] == b"{" and after in (b'"', b"}")) or (start[:1] == b"[" and after in (b"{", b"]")):
        return "records"
    if start[:1] != b"<":
        return "text"
    element = _ELEMENT.search(start)
    return _BY_ELEMENT.get(element[1].lower(), "page") if element else "text"
