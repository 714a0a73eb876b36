"""Names that only the user's lexicon knows, found in the page beside those of the tagger."""

from takhrij.lexicon.world import World
from takhrij.model.name import Name
from takhrij.model.span import Span
from takhrij.text.clitics import segment
from takhrij.text.page import Page


def with_own_names(page: Page, names: tuple[Name, ...], world: World) -> tuple[Name, ...]:
    """The names, with those of the user's lexicon; of two that overlap the longer is kept, or else the user's."""
    own = []
    for phrase in world.own.find(page.words):
        parts = segment(page.words[phrase.first])
        start = page.starts[phrase.first] + (parts.taken if phrase.proclitics and parts.proclitics else 0)
        own.append(Name(span=Span(start, page.ends[phrase.end - 1]), kind=phrase.value, rule="names.lexicon"))
    if not own:
        return names
    kept: list[Name] = []
    for name in sorted([*own, *names], key=lambda name: name.span.start - name.span.end):
        if all(name.span.end <= other.span.start or other.span.end <= name.span.start for other in kept):
            kept.append(name)
    return tuple(sorted(kept, key=lambda name: name.span))
