"""What somebody is, in PLOVER's terms: the sector that a role or a body's name tells, and whom it acts for.

`sector_of(words)` reads وزير الدفاع as MIL; `land_of(words)` reads it in وزير الدفاع الأميركي as US. Both take words as
published.
"""

from functools import cache

import msgspec

from takhrij.lexicon.files import load
from takhrij.lexicon.lookup import Phrases, apart
from takhrij.lexicon.places import common, divided, names, people
from takhrij.text.fold import fold

_SECTORS = "AGR BUS COP CRM CVL EDU ELI GOV JRN JUD LAB LEG MED MIL OPP PRM PTY REB REF REL SOC SPY UAF UNK"
SECTORS = frozenset(_SECTORS.split())
# PLOVER's codes for those who act for no state.
_STATELESS = "EUR IGO IMG ISM MNC NGO UNO"
STATELESS = frozenset(_STATELESS.split())
_ARTICLE = "ال"
# What a word weighs: the field beats the rank (وزير الدفاع); الرئيس tells something only alone or before a nation.
_RANKS = {
    "field": 0,
    "rank": 1,
    "opening": 2,
    "alone": 3,
}


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of roles and bodies that tell a sector; `weight` says which of two in one role is heeded."""

    sector: str
    weight: str
    words: str
    bare: bool = False
    examples: tuple[str, ...] = ()


class Adjective(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adjectives that tell whom somebody acts for where the word for a people does not: أممي, كوري شمالي."""

    country: str
    words: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    abroad: str
    field: tuple[Field, ...]
    adjective: tuple[Adjective, ...]


@cache
def fields() -> _File:
    """What sectors.toml says."""
    return load("sectors.toml", _File)


@cache
def _fields() -> Phrases[tuple[int, str]]:
    phrases: Phrases[tuple[int, str]] = Phrases()
    for field in fields().field:
        for words in divided(field.words.replace("\n", " ")):
            for form in (words,) if field.bare else (words, _definite(words)):
                phrases.add(form, (_RANKS[field.weight], field.sector))
    return phrases


@cache
def _adjectives() -> Phrases[str]:
    phrases: Phrases[str] = Phrases()
    for adjective in fields().adjective:
        for words in divided(adjective.words.replace("\n", " ")):
            phrases.add(words, adjective.country)
            phrases.add(" ".join(map(_definite, words.split())), adjective.country)
    return phrases


def _definite(word: str) -> str:
    return word if word.startswith(_ARTICLE) else _ARTICLE + word


@cache
def _about() -> frozenset[str]:
    return frozenset(map(fold, divided(fields().about)))


@cache
def abroad() -> frozenset[str]:
    """The folded words after which a body or place is where somebody is sent: لدى, إلى."""
    return frozenset(map(fold, divided(fields().abroad)))


def sector_of(words: list[str]) -> tuple[int, str] | None:
    """The sector that the words of a role or of a body's name tell, after the word that tells it."""
    found = [(phrase.value[0], phrase.first, phrase.value[1]) for phrase in _fields().find(words)]
    if not found:
        return None
    weight, first, sector = min(found)
    if weight == _RANKS["alone"] and len(words) > 1 and (first or not (land_of(words[1:2]) or _rules(words))):
        return None
    return first, sector


def _rules(words: list[str]) -> str | None:
    """The country that is all that stands behind a head of state: رئيس | كرواتيا, رئيسة | بيرو."""
    place = names().whole(words[1:]) if len(words) > 1 else None
    return place.country if place is not None and place.kind == "country" else None


def land_of(words: list[str]) -> str | None:
    """The country, or PLOVER's code for no state, whose adjective stands first among the words."""
    adjectives, nations, about = _adjectives(), people(), _about()
    for place, word in enumerate(words):
        nation = nations[word]
        found = adjectives.at(words, place)
        if found is None and (nation is None or nation.place.country is None):
            continue
        if place and not about.isdisjoint(rest for rest, _, _ in apart(words[place - 1])):
            continue
        return found.value if found is not None else nation.place.country if nation is not None else None
    return None


def country_named(words: list[str]) -> str | None:
    """The country that the words name, whole: مصر, القاهرة."""
    place = names().whole(words) if words else None
    return place.country if place is not None else None


def place_in(words: list[str]) -> str | None:
    """The country of the first place right behind the first word: شرطة دبي, رئيس وزراء بريطانيا."""
    if (country := _rules(words)) is not None:
        return country
    for first in range(1, min(len(words), 4)):
        found = names().at(words, first)
        if found is not None and not found.proclitics and found.value.country and not common(found.value.name):
            return found.value.country
    return None
