"""Words that stand around the body of a report: sections, credits, bylines, dates, and lines that are no part of it."""

from functools import cache

import msgspec

from takhrij.lexicon.files import load
from takhrij.lexicon.lookup import Phrases
from takhrij.lexicon.places import divided
from takhrij.text.fold import fold


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sections: str
    unnamed: str
    credits: str
    bylines: str
    dates: str
    boilerplate: str
    alone: str
    examples: tuple[str, ...]


@cache
def entries() -> _File:
    """What heading.toml says."""
    return load("heading.toml", _File)


@cache
def sections() -> frozenset[str]:
    """The folded words that a line naming a section consists of."""
    return frozenset(map(fold, divided(entries().sections)))


@cache
def openings(group: str) -> Phrases[str]:
    """The phrases of a group of heading.toml, to be found where a line begins."""
    phrases: Phrases[str] = Phrases()
    for phrase in divided(getattr(entries(), group)):
        phrases.add(phrase, group)
    return phrases
