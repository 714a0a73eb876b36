"""The codes of other people's books: countries as ISO 3166 and the Correlates of War have them, PLOVER's events."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec


class Country(NamedTuple):
    """The three-letter code of a country, and its number among the Correlates of War's states, or None."""

    alpha_3: str
    cow: str | None


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event type of PLOVER: its quad code, its score and those of its modes, and whether it needs a recipient."""

    quad: int
    score: float
    needs_recipient: bool
    modes: dict[str, float] = {}


@cache
def countries() -> dict[str, Country]:
    """Countries by their two-letter codes."""
    lines = (files("takhrij.export") / "data" / "countries" / "countries.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {alpha_2: Country(alpha_3, cow or None) for alpha_2, alpha_3, cow in rows}


@cache
def kinds() -> dict[str, Kind]:
    """PLOVER's event types."""
    text = (files("takhrij.export") / "data" / "plover" / "events.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Kind])


def alpha_3(code: str | None) -> str | None:
    """The three-letter code for a two-letter one; PLOVER's codes for no state (IGO, NGO) stay as they are."""
    if code is None:
        return None
    found = countries().get(code)
    return found.alpha_3 if found else code


def cow(code: str | None) -> str | None:
    """The Correlates of War's number for a two-letter code."""
    found = countries().get(code or "")
    return found.cow if found else None
