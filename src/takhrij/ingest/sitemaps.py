"""Site maps: the addresses of a site's pages, or of further site maps."""

from dataclasses import dataclass

from takhrij.ingest.feeds import refused


@dataclass(frozen=True, slots=True)
class SiteMap:
    """`pages` are addresses of pages, `maps` of further site maps."""

    pages: tuple[str, ...]
    maps: tuple[str, ...]


class NoSiteMap(ValueError):
    """A document that is no site map; the message says why."""


def read_site_map(document: bytes) -> SiteMap:
    """The addresses in a site map. Raises NoSiteMap."""
    from lxml import etree

    reason = refused(document)
    if reason:
        raise NoSiteMap(reason)
    try:
        root = etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise NoSiteMap(f"no site map that can be read: {error}") from error
    told = {"url": [], "sitemap": []}  # type: dict[str, list[str]]
    for entry in root:
        kind = etree.QName(entry).localname if isinstance(entry.tag, str) else ""
        place = next((part for part in entry if etree.QName(part).localname == "loc" and part.text), None)
        if kind in told and place is not None:
            told[kind].append((place.text or "").strip())
    return SiteMap(tuple(told["url"]), tuple(told["sitemap"]))
