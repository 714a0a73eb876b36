"""Where places lie.

`sites_at(words, i)` are the places that may be meant by the name that begins at word `i` of a page; `whereabouts(name)`
takes a place as a report names it (شمال سوريا، مطار الحديدة) and gives it if no other bears the name.
"""

from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

from takhrij.lexicon.lookup import MOST_WORDS, Phrase, apart, pieces
from takhrij.lexicon.places import Place, names

# A city is meant by its name alone where it has so many times the people of any namesake: باريس is in France.
_TIMES = 20
_LONGEST = 4
_ARTICLE = "ال"
_IN = "ب"
_SHORTEST = 3
_KINDS: dict[str, Literal["country", "region", "city"]] = {"country": "country", "region": "region", "city": "city"}


class Site(NamedTuple):
    """A place that lies somewhere: its ISO 3166 country, and a city's latitude and longitude; None where unknown.

    `usual` says that it is meant where nothing speaks for a namesake, `sure` that nobody means one by the name alone.
    """

    name: str
    kind: Literal["country", "region", "city"]
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    usual: bool = True
    sure: bool = True


class Found:
    """The places that may be meant by the words up to, not including, word `end`; `listed` if the lexicon names one."""

    __slots__ = ("end", "listed", "sites")

    def __init__(self, end: int, sites: tuple[Site, ...], listed: bool) -> None:
        self.end = end
        self.sites = sites
        self.listed = listed


class Whereabouts(NamedTuple):
    """A place found: its name, its ISO 3166 country, and a city's coordinates; None where unknown."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None


class _Town(NamedTuple):
    """A city of GeoNames that the lexicon does not name, or the namesake of a place that it does."""

    country: str
    name: str
    latitude: float
    longitude: float
    population: int


# What the names that the lexicon knows may mean, as published.
_LISTED: dict[str, tuple[Site, ...]] = {}


def sites_at(words: list[str], first: int) -> Found | None:
    """The places that may be meant by the longest name that begins at word `first`, as published."""
    phrase = names().at(words, first)
    if phrase is not None:
        name = words[first] if phrase.end == first + 1 else " ".join(words[first : phrase.end])
        sites = _LISTED.get(name)
        if sites is None:
            if len(_LISTED) >= MOST_WORDS:
                _LISTED.clear()
            sites = _LISTED[name] = _known(phrase, words)
        return Found(phrase.end, sites, True) if sites else None
    for rest, proclitics, definite in apart(words[first]):
        if proclitics and (proclitics != _IN or len(rest) < _SHORTEST):
            # وادي is not "and" before a town.
            continue
        for end in range(min(len(words), first + _LONGEST), first, -1):
            towns = _towns_called(_key(rest, definite, words[first + 1 : end]))
            if towns:
                # Which is meant, the report must tell.
                return Found(end, tuple(map(_site, towns)), False)
    return None


def _key(rest: str, definite: bool, others: list[str]) -> str:
    """The name as towns.tsv has it: folded, with its article."""
    return " ".join([_ARTICLE + rest if definite else rest, *(apart(word)[0][0] for word in others)])


def _known(phrase: Phrase[Place], words: list[str]) -> tuple[Site, ...]:
    """The lexicon's own place and its namesakes."""
    place = phrase.value
    kind = _KINDS.get(place.kind)
    if kind is None:
        return ()
    latitude, longitude = _coordinates().get((place.country or "", place.name), (None, None))
    own = Site(place.name, kind, place.country, latitude, longitude)
    cuts = apart(words[phrase.first])
    rest, _, definite = next((cut for cut in cuts if cut[1] == phrase.proclitics), cuts[0])
    towns = _towns_called(_key(rest, definite, words[phrase.first + 1 : phrase.end]))
    others = [town for town in towns if town.country != place.country]
    if not others:
        return (own,)
    people = next((town.population for town in towns if town.country == place.country), 0)
    sure = kind != "city" or people >= _TIMES * max(town.population for town in others)
    own = own._replace(usual=sure or place.rules, sure=sure)
    if kind != "city":
        # عمان is a state and a city, and no number of people tells which.
        own = own._replace(usual=False, sure=False)
    return own, *map(_site, others)


def _site(town: _Town) -> Site:
    return Site(town.name, "city", town.country, town.latitude, town.longitude, usual=False, sure=False)


class _Names(dict[tuple[str, str | None], Whereabouts | None]):
    def __missing__(self, asked: tuple[str, str | None]) -> Whereabouts | None:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[asked] = _found(*asked)
        return found


_asked = _Names()


def whereabouts(name: str, country: str | None = None) -> Whereabouts | None:
    """Where a place lies, in this country where one is given; None where nobody knows, or which is meant."""
    return _asked[name, country]


def _found(name: str, country: str | None) -> Whereabouts | None:
    words = pieces(name) if name.strip() else []
    for first in range(len(words)):
        # What stands before the name says where in it: شمال، ريف، ميناء.
        found = sites_at(words, first)
        if found is None or (country is None and not found.listed):
            continue
        for site in found.sites:
            if site.country == country if country is not None else site.sure:
                return Whereabouts(site.name, site.country, site.latitude, site.longitude)
    return None


@cache
def _coordinates() -> dict[tuple[str, str], tuple[float, float]]:
    found = {}
    for line in _lines("coordinates.tsv"):
        country, name, latitude, longitude = line.split("\t")
        found[country, name] = float(latitude), float(longitude)
    return found


def _towns_called(key: str) -> tuple[_Town, ...]:
    return tuple(map(_town, _towns().get(key, ())))


def _town(line: str) -> _Town:
    country, name, latitude, longitude, population = line.split("\t")
    return _Town(country, name, float(latitude), float(longitude), int(population))


@cache
def _towns() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in _lines("towns.tsv"):
        key, _, rest = line.partition("\t")
        found.setdefault(key, []).append(rest)
    return found


def _lines(file: str) -> list[str]:
    return (resources.files("takhrij.lexicon") / "data/geonames" / file).read_text("utf-8").splitlines()
