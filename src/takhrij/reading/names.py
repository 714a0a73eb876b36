"""The names that a report writes: persons, places, organisations, outlets."""

from takhrij.model.name import Name, NameKind
from takhrij.model.span import Span
from takhrij.reading.tagging import load_tagger
from takhrij.text.clitics import segment
from takhrij.text.page import Page

_KINDS: dict[str, NameKind] = {"PER": "person", "LOC": "place", "ORG": "organization", "MISC": "other"}


def find_names(page: Page) -> tuple[Name, ...]:
    """Every name of the page, without titles and proclitics, in the order of the text."""
    return tuple(
        Name(span=_span(page, first, end), kind=_KINDS[kind], rule="names.tagged")
        for first, end, kind in load_tagger().tag(page.words)
    )


def _span(page: Page, first: int, end: int) -> Span:
    return Span(page.starts[first] + segment(page.words[first]).taken, page.ends[end - 1])
