"""Persons of the news: their names, and the posts they held.

data/persons/*.toml list them, docs/lexicon.md says what each field means.
"""

import re

import msgspec

from takhrij.lexicon.sectors import SECTORS, STATELESS

_TERM = re.compile(r"(?:([0-9]{4}(?:-[0-9]{2})?)?/([0-9]{4}(?:-[0-9]{2})?)? )?(\S.*)")
_COUNTRY = re.compile(r"[A-Z]{2}")


class Role(msgspec.Struct, frozen=True, array_like=True):
    """A post that somebody held; `since` and `until` are a year or a month (`2014-06`), None where it is not told."""

    post: str
    since: str | None = None
    until: str | None = None


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is known of a person or body: `name` is the fullest, `also` other ways to write it, divided by " | ".

    `country` is whom it acts for: an ISO 3166 code, or one of PLOVER's for those who act for no state.
    """

    name: str
    also: str = ""
    country: str | None = None
    sector: str | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("name is empty")
        if self.country is not None and self.country not in STATELESS and not _COUNTRY.fullmatch(self.country):
            raise ValueError(f"country {self.country!r} is no ISO 3166 code and none of {' '.join(sorted(STATELESS))}")
        if self.sector is not None and self.sector not in SECTORS:
            raise ValueError(f"sector {self.sector!r} is none of {' '.join(sorted(SECTORS))}")

    def forms(self) -> list[str]:
        """Every way to write the name."""
        return [self.name, *filter(None, self.also.split(" | "))]


class Person(Known, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person, with the posts as the data file writes them: `2014-06/ رئيس الجمهورية`."""

    roles: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        for role in self.roles:
            term = _TERM.fullmatch(role)
            if term is None or "/" in term[3].partition(" ")[0]:
                raise ValueError(f"role {role!r} is no post, or no term such as 2014-06/2018 before it")

    def posts(self) -> list[Role]:
        """The posts, each with its term."""
        terms = [_TERM.fullmatch(role) for role in self.roles]
        return [Role(term[3], term[1], term[2]) for term in terms if term]
