"""Outlets: agencies, newspapers, channels, sites, radios and magazines, as Arabic news writes them.

`names()` finds them: `names().at(page.words, i)` is the longest name that begins at word i, its value an `Outlet`;
`common(published words)` tells whether that name is also an ordinary word (الشرق الأوسط، العربية). `by_domain(url)` is
the outlet that publishes there. `same(one, other)` tells whether two names, as reports write them, are one outlet.
"""

import re
from functools import cache
from typing import Literal

import msgspec

from takhrij.lexicon import organizations
from takhrij.lexicon.files import load
from takhrij.lexicon.lookup import Phrases, pieces
from takhrij.text.fold import fold

_QUOTES = frozenset("\"«»“”„'‘’")

OutletKind = Literal["agency", "newspaper", "channel", "site", "radio", "magazine"]


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An outlet; `country` is an ISO 3166 code; it and `owner` are None where they are not certain."""

    name: str
    kind: OutletKind
    also: str = ""
    country: str | None = None
    domains: str = ""
    owner: Literal["state", "private", "party"] | None = None
    house: str | None = None

    def forms(self) -> list[str]:
        """Every way to write its name."""
        return [self.name, *filter(None, self.also.split(" | "))]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    common: str
    outlet: tuple[Outlet, ...]


@cache
def entries() -> _File:
    """What outlets.toml says."""
    return load("outlets.toml", _File)


@cache
def names() -> Phrases[Outlet]:
    """The names, to be found in a page's words."""
    phrases: Phrases[Outlet] = Phrases()
    for outlet in entries().outlet:
        for form in outlet.forms():
            phrases.add(form, outlet)
    return phrases


@cache
def _common() -> frozenset[str]:
    return frozenset(fold(name) for name in entries().common.replace("\n", " ").split(" | "))


def common(name: str) -> bool:
    """Whether `name`, as published and without proclitics, is also an ordinary word."""
    return " ".join(fold(name).split()) in _common()


def known(name: str) -> Outlet | None:
    """The outlet that `name` names, with or without the word for its medium, article or quotation marks."""
    words = [word for word in pieces(name) if word not in _QUOTES]
    if (outlet := names().whole(words)) is not None:
        return outlet
    head = organizations.heads()[words[0]] if words else None
    return names().whole(words[1:]) if head and head.kind == "outlet" else None


def same(one: str, other: str) -> bool:
    """Whether two names name one outlet or outlets of one house: CNN and سي إن إن بالعربية."""
    left, right = known(one), known(other)
    if left is None or right is None:
        return fold(one).split() == fold(other).split()
    return left is right or left.house is not None and left.house == right.house


@cache
def _domains() -> dict[str, Outlet]:
    return {domain: outlet for outlet in entries().outlet for domain in outlet.domains.split()}


def by_domain(url: str) -> Outlet | None:
    """The outlet that publishes at `url`: the most exact domain, with or without a first folder, that is known."""
    host, _, path = re.sub(r"^[a-z]+://(?:[^/@]*@)?", "", url.strip().lower()).partition("/")
    host = host.partition(":")[0]
    folder = re.split(r"[/?#]", path, maxsplit=1)[0]
    while "." in host:
        for address in (f"{host}/{folder}", host):
            if (outlet := _domains().get(address)) is not None:
                return outlet
        host = host.partition(".")[2]
    return None
