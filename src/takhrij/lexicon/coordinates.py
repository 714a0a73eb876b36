"""Where the places of the lexicon lie.

`whereabouts(name)` takes a place as a report names it (شمال سوريا، مطار الحديدة) and gives its country, and latitude
and longitude where it is a city that the gazetteer has.
"""

from functools import cache
from importlib import resources
from typing import NamedTuple

from takhrij.lexicon.lookup import MOST_WORDS, pieces
from takhrij.lexicon.places import Place, names


class Whereabouts(NamedTuple):
    """A place found: its name in the lexicon, its ISO 3166 country, and a city's coordinates; None where unknown."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None


class _Known(dict[str, Whereabouts | None]):
    def __missing__(self, name: str) -> Whereabouts | None:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[name] = _found(name)
        return found


_known = _Known()


def whereabouts(name: str) -> Whereabouts | None:
    """Where a place lies; None where the lexicon does not know it."""
    return _known[name]


def _found(name: str) -> Whereabouts | None:
    words = pieces(name) if name.strip() else []
    phrases = names()
    for first in range(len(words)):
        # What stands before the name says where in it: شمال، ريف، ميناء.
        phrase = phrases.at(words, first)
        if phrase is not None:
            place: Place = phrase.value
            latitude, longitude = _coordinates().get((place.country or "", place.name), (None, None))
            return Whereabouts(place.name, place.country, latitude, longitude)
    return None


@cache
def _coordinates() -> dict[tuple[str, str], tuple[float, float]]:
    found = {}
    path = resources.files("takhrij.lexicon") / "data/geonames/coordinates.tsv"
    for line in path.read_text("utf-8").splitlines():
        country, name, latitude, longitude = line.split("\t")
        found[country, name] = float(latitude), float(longitude)
    return found
