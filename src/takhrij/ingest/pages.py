"""Web pages: the text, and what the page says of it: its title, author, date, outlet and address.

trafilatura finds the text; it drops the credit and, on some sites, the first paragraph, which hold the first links of
the chain: both are looked up again in the page. Its dates are guesses; a date is taken only where the page tells one.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from takhrij.errors import ArticleError
from takhrij.ingest.encoding import UnknownEncoding, decode
from takhrij.ingest.items import LARGEST, TOO_LARGE, Item
from takhrij.ingest.published import iso_published
from takhrij.lexicon import outlets
from takhrij.wire import Given

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-])")
# Where sites put the moment at which a report came out; the first that can be read counts.
_MOMENTS = (
    "//meta[@property='article:published_time' or @property='og:article:published_time']/@content",
    "//*[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[contains('|pubdate|publishdate|publish-date|dc.date|dc.date.issued|dcterms.issued|date|', "
    "concat('|', translate(@name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), '|'))]/@content",
    "//article//time/@datetime",
)
_CREDITS = (
    "//*[contains(concat(' ', @class, ' '), ' byline ') or contains(@class, 'author-name') or "
    "contains(@class, 'article-author') or contains(@class, 'article-source') or contains(@class, 'article__source') "
    "or contains(concat(' ', @class, ' '), ' source ') or @rel='author' or @itemprop='author']"
)
_LONGEST_CREDIT = 80
# Above the text of a page stand its section, its moment and once more its title.
_HEAD = 3
_MOMENT_ABOVE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:\D{1,4}(\d{1,2}):(\d\d))?(?!\d)")
_LONGEST_ABOVE = 60
# So many letters of the summary are enough to know the paragraph it was taken from.
_LEAD = 40
_ABOVE = 2_000


def item_of_page(raw: bytes, where: str, url: str | None = None, charset: str | None = None) -> Item | ArticleError:
    """The report on a page; `charset` is the encoding that the server told."""
    from lxml import etree, html

    if len(raw) > LARGEST:
        return ArticleError(where, TOO_LARGE)
    try:
        tree = html.document_fromstring(_text_of(raw, charset))
    except UnknownEncoding as error:
        return ArticleError(where, str(error))
    except (etree.LxmlError, ValueError, RecursionError) as error:
        return ArticleError(where, f"no page that can be read: {error}")
    given = _given(tree, url or _address(tree))
    return ArticleError(where, "a page without a text") if given is None else Item(where, given)


def plain(fragment: str) -> str:
    """The words of a fragment of HTML, a line for each block; fragments escaped twice are plain all the same."""
    from lxml import html

    for _ in range(2):
        if "<" not in fragment and "&" not in fragment:
            break
        if not fragment.strip():
            return ""
        tree = html.fragment_fromstring(fragment, create_parent="div")
        for block in tree.iter("p", "br", "div", "li", "h1", "h2", "h3", "tr"):
            block.tail = "\n" + (block.tail or "")
            if block.tag != "br":
                block.text = "\n" + (block.text or "")
        for hidden in list(tree.iter("script", "style")):
            hidden.drop_tree()
        fragment = tree.text_content()
    return "\n".join(line for line in map(_tidy, fragment.splitlines()) if line)


def _text_of(raw: bytes, charset: str | None) -> str:
    declared = _CHARSET.search(raw[:4096])
    for encoding in (charset, declared[1].decode("ascii") if declared else None):
        if encoding:
            try:
                text = raw.decode(encoding)
                break
            except (UnicodeDecodeError, LookupError):
                continue
    else:
        text = decode(raw).text
    # lxml refuses a text that declares an encoding of its own.
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text.removeprefix("\ufeff"))


def _given(tree: "HtmlElement", url: str | None) -> Given | None:
    from copy import deepcopy

    import trafilatura
    from trafilatura.metadata import extract_metadata

    told = extract_metadata(tree, default_url=url, extensive=False)
    found = trafilatura.bare_extraction(
        deepcopy(tree), url=url, include_comments=False, include_tables=False, with_metadata=False
    )
    lines = (
        [line for line in map(_tidy, (getattr(found, "text", None) or "").splitlines()) if line]
        if found is not None
        else []
    )
    if not lines:
        return None
    outlet = outlets.by_domain(url) if url else None
    site = outlet.name if outlet else _known_outlet(told.sitename)
    title = _title(tree, told.title, (site, told.sitename))
    published = next(_moments(tree), None) or _day_of(url) or _dated(lines[:_HEAD])
    if title:
        lines = [line for n, line in enumerate(lines) if n >= _HEAD or _letters(line) != _letters(title)]
    lines = _with_lead(tree, lines)
    credit = _credit(tree, told.author, (title or "", told.sitename or "", told.title or "", *lines))
    if credit:
        lines.insert(0, credit)
    return Given(title=title, text="\n".join(lines), outlet=site, published=published, url=url)


def _tidy(line: str) -> str:
    return " ".join(line.split())


def _letters(line: str) -> str:
    return re.sub(r"\W+", "", line)


def _address(tree: "HtmlElement") -> str | None:
    """The address that a saved page gives for itself."""
    told = tree.xpath("//link[@rel='canonical']/@href") + tree.xpath("//meta[@property='og:url']/@content")
    return next((str(address) for address in told if re.match(r"https?://", address)), None)


def _known_outlet(site: str | None) -> str | None:
    known = outlets.known(site) if site else None
    return known.name if known else None


def _title(tree: "HtmlElement", told: str | None, sites: tuple[str | None, ...]) -> str | None:
    """The headline: the heading on the page where it has one, else its title without the name of the site."""
    title = _tidy(told or "")
    headings = [_tidy(heading.text_content()) for heading in tree.iter("h1")]
    within = [heading for heading in headings if heading and _letters(heading) in _letters(title)]
    if within:
        return max(within, key=len)
    for site in filter(None, sites):
        title = re.sub(rf"\s*[-|–—:]\s*{re.escape(site)}\s*$|^\s*{re.escape(site)}\s*[-|–—:]\s*", "", title)
    return title or next(filter(None, headings), None)


def _with_lead(tree: "HtmlElement", lines: list[str]) -> list[str]:
    """The lines with the paragraph that the page's summary is taken from, where the text lacks it."""
    told = tree.xpath("//meta[@property='og:description' or @name='description']/@content")
    lead = next((_letters(one)[:_LEAD] for one in told if len(_letters(one)) >= _LEAD), None)
    if lead is None or lead in _letters(" ".join(lines)):
        return lines
    for paragraph in tree.iter("p", "div", "h2", "strong", "span"):
        words = _tidy(paragraph.text_content())
        if len(words) < _ABOVE and _letters(words).startswith(lead):
            return [words, *lines]
    return lines


def _credit(tree: "HtmlElement", author: str | None, lines: tuple[str, ...]) -> str | None:
    """Who is credited beside the text: an agency or outlet, or the author; None where the text says it itself."""
    there = _letters(" ".join((*lines[: 3 + _HEAD], lines[-1])))
    named = [_tidy(element.text_content()) for element in tree.xpath(_CREDITS)]
    if author and "http" not in author and ";" not in author:
        named.append(_tidy(author))
    for one in named:
        if 3 <= len(one) <= _LONGEST_CREDIT and _letters(one) not in there and _is_arabic(one):
            return one
    return None


def _is_arabic(words: str) -> bool:
    return any("\u0621" <= letter <= "\u064a" for letter in words)


def _moments(tree: "HtmlElement") -> Iterator[str]:
    """The moments of publication that the page tells to machines, those with an hour first."""
    told = [*_linked_data(tree), *(str(value) for path in _MOMENTS for value in tree.xpath(path))]
    read = [moment for moment in map(iso_published, told) if moment and _is_past_1990(moment)]
    yield from sorted(read, key=lambda moment: "T" not in moment)


def _is_past_1990(moment: str) -> bool:
    return moment[:4] >= "1990"


def _linked_data(tree: "HtmlElement") -> Iterator[str]:
    """What JSON-LD says in `datePublished`, wherever it stands in it."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            waiting = [json.loads(script, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, dict):
                if isinstance(told := node.get("datePublished"), str):
                    yield told
                waiting += node.values()
            elif isinstance(node, list):
                waiting += node


def _dated(lines: list[str]) -> str | None:
    """The moment that a short line above the text tells: 2017/03/02 08:05."""
    for line in lines:
        told = _MOMENT_ABOVE.search(line) if len(line) <= _LONGEST_ABOVE else None
        if told:
            numbers = [int(number) for number in told.groups() if number]
            try:
                moment = datetime(*numbers)  # type: ignore[arg-type]
            except ValueError:
                continue
            return moment.isoformat(timespec="minutes") if len(numbers) > 3 else moment.date().isoformat()
    return None


def _day_of(url: str | None) -> str | None:
    """The day that stands in an address: /2013/8/3/."""
    for year, month, day in _DAY_IN_ADDRESS.findall(url or ""):
        try:
            return datetime(int(year), int(month), int(day)).date().isoformat()
        except ValueError:
            continue
    return None
