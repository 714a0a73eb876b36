"""Organisations: the words that head their names (وزارة، حزب، صحيفة، تقرير), and names without such a word (حماس).

`heads()[published]` is a `HeadWord` or None, with article and proclitics taken off; `names()` finds whole names:
`names().at(page.words, i)` is the longest that begins at word i, its value an `Organization`.
"""

from functools import cache

import msgspec

from takhrij.lexicon.files import load
from takhrij.lexicon.head_words import Head, HeadTable, HeadWord
from takhrij.lexicon.lookup import Phrases
from takhrij.text.fold import fold

__all__ = ["Head", "HeadWord", "Organization", "entries", "heads", "names"]


class Organization(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A proper name of an organisation: the fullest that news writes, and other ways to write it.

    `country` and `sector` are those of PLOVER; None where bodies of that name stand in many countries.
    """

    name: str
    also: str = ""
    country: str | None = None
    sector: str | None = None

    def forms(self) -> list[str]:
        """Every way to write it."""
        return [self.name, *filter(None, self.also.split(" | "))]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    head: tuple[Head, ...]
    name: tuple[Organization, ...]


@cache
def entries() -> _File:
    """What organizations.toml says."""
    return load("organizations.toml", _File)


@cache
def heads() -> dict[str, HeadWord | None]:
    """The head that a published word is, or None; see the module's docstring."""
    bare: dict[str, tuple[Head, str]] = {}
    for head in entries().head:
        for form in head.forms.split():
            bare.setdefault(fold(form), (head, form))
    return HeadTable(bare)


@cache
def names() -> Phrases[Organization]:
    """The proper names, to be found in a page's words."""
    phrases: Phrases[Organization] = Phrases()
    for organization in entries().name:
        for form in organization.forms():
            phrases.add(form, organization)
    return phrases
