"""Places: countries, regions, peoples and cities, and the words for who comes from there (ليبي، الليبيون).

`names()` finds them: `names().at(page.words, i)` is the longest that begins at word i, its value a `Place`. `people()`
is a table: `people()[published]` is a `Demonym` or None, with article and proclitics taken off. `common(published
words)` tells whether a name is also an ordinary word (صور، الباب).
"""

from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

import msgspec

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.files import load
from takhrij.lexicon.lookup import MOST_WORDS, Phrases, apart
from takhrij.text.fold import fold

PlaceKind = Literal["country", "region", "people", "city"]


class Place(NamedTuple):
    """A place. `country` is an ISO 3166 code, or None; `rules` says that a government sits there: القاهرة."""

    name: str
    kind: PlaceKind
    country: str | None
    rules: bool = False


class Demonym(NamedTuple):
    """A form of the word for who or what comes from a place. `number` is 1, 2, or 3 for a plural."""

    place: Place
    feminine: bool
    number: int
    definite: bool = False
    proclitics: str = ""


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    kind: PlaceKind
    also: str = ""
    country: str | None = None
    people: str = ""
    plural: str = ""
    capital: str = ""
    seats: str = ""

    def place(self) -> Place:
        return Place(self.name, self.kind, self.country)

    def forms(self) -> list[str]:
        return [self.name, *divided(self.also)]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    common: str
    place: tuple[_Entry, ...]
    cities: dict[str, str]


def divided(names: str) -> list[str]:
    """The names of a line that divides them by " | "."""
    return [name.strip() for name in names.split("|") if name.strip()]


@cache
def _file() -> _File:
    return load("places.toml", _File)


@cache
def _countries() -> dict[str, str]:
    return {entry.country: entry.name for entry in _file().place if entry.kind == "country" and entry.country}


def country_name(code: str) -> str | None:
    """What the country of an ISO 3166 code is called."""
    return _countries().get(code)


@cache
def names() -> Phrases[Place]:
    """The names, to be found in a page's words."""
    phrases: Phrases[Place] = Phrases()
    for entry in _file().place:
        for form in entry.forms():
            phrases.add(form, entry.place())
        if entry.capital:
            capital = Place(entry.capital, "city", entry.country, rules=True)
            for form in (entry.capital, *divided(entry.seats)):
                phrases.add(form, capital)
    for country, cities in _file().cities.items():
        for line in divided(cities):
            forms = [form.strip() for form in line.split("=")]
            for form in forms:
                phrases.add(form, Place(forms[0], "city", country))
    gazetteer = (resources.files("takhrij.lexicon") / "data/geonames/cities.tsv").read_text("utf-8")
    for line in gazetteer.splitlines():
        country, _, city = line.partition("\t")
        forms = city.split(" | ")
        place = Place(forms[0], "city", country)
        for form in forms:
            phrases.add(form, place)
    return phrases


@cache
def long_names() -> Phrases[Place]:
    """The places of two words or more that a desk knows and that can hardly mean anything else: البحر الأحمر.

    Places of the gazetteer are none: many are called like persons.
    """
    phrases: Phrases[Place] = Phrases()
    for entry in _file().place:
        for form in (*entry.forms(), entry.capital, *divided(entry.seats)):
            if entry.kind != "people" and _is_sure(form):
                phrases.add(form, entry.place())
    for country, cities in _file().cities.items():
        for form in (form.strip() for line in divided(cities) for form in line.split("=")):
            if _is_sure(form):
                phrases.add(form, Place(form, "city", country))
    return phrases


def _is_sure(form: str) -> bool:
    words = fold(form).split(" ")
    return len(words) > 1 and group("doubtful_places").isdisjoint(words) and not common(form)


@cache
def _common() -> frozenset[str]:
    return frozenset(map(fold, divided(_file().common)))


def common(name: str) -> bool:
    """Whether `name`, as published and without proclitics, is also an ordinary word."""
    return fold(name) in _common()


class _People(dict[str, Demonym | None]):
    def __init__(self) -> None:
        super().__init__()
        self._bare: dict[str, Demonym] = {}
        taken = {fold(form) for entry in _file().place for form in entry.forms()}
        for entry in _file().place:
            for form, feminine, number in _forms(entry):
                # ليبيا is the country before it is "a Libyan" in the accusative.
                if fold(form) not in taken:
                    self._bare.setdefault(fold(form), Demonym(entry.place(), feminine, number))

    def __missing__(self, word: str) -> Demonym | None:
        if len(self) > MOST_WORDS:
            self.clear()
        found = None
        for rest, proclitics, definite in apart(word):
            if (known := self._bare.get(rest)) is not None:
                found = known._replace(definite=definite, proclitics=proclitics)
                break
        self[word] = found
        return found


_ENDINGS = (
    ("", False, 1),
    ("ة", True, 1),
    ("ون", False, 3),
    ("ين", False, 3),
    ("ان", False, 2),
    ("تان", True, 2),
    ("تين", True, 2),
    ("ات", True, 3),
    ("ا", False, 1),
)


def _forms(entry: _Entry) -> list[tuple[str, bool, int]]:
    found = [(word + ending, feminine, n) for word in divided(entry.people) for ending, feminine, n in _ENDINGS]
    return found + [(plural, False, 3) for plural in entry.plural.split()]


@cache
def people() -> dict[str, Demonym | None]:
    """The demonym that a published word is, or None; see the module's docstring."""
    return _People()
