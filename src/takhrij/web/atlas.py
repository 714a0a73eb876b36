"""Places on a map: how often each is named, and where it lies."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from takhrij.lexicon.coordinates import whereabouts
from takhrij.model.happening import InPlace

_MOST = 200


@dataclass(frozen=True, slots=True)
class Spot:
    """A place by its name in the lexicon; `shape` numbers its country's outline, and a city has its own point."""

    name: str
    count: int
    country: str | None
    shape: str | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Atlas:
    """Places that can be shown, those named most often first; `unknown` counts what lies nowhere that is known."""

    spots: tuple[Spot, ...]
    unknown: int


def atlas(places: Iterable[InPlace]) -> Atlas:
    """The places as reports name them, put together by where they lie: in the country that the readings found."""
    counts: Counter[tuple[str, str | None, float | None, float | None]] = Counter()
    unknown = 0
    for one in places:
        found = whereabouts(one.place, one.country)
        if found is None or (found.country is None and found.latitude is None):
            unknown += one.events
        else:
            # A part of a country lies in the country.
            counts[found] += one.events
    spots = (
        Spot(name, count, country, _shapes().get(country or ""), latitude, longitude)
        for (name, country, latitude, longitude), count in counts.most_common(_MOST)
    )
    return Atlas(tuple(spots), unknown)


@cache
def _shapes() -> dict[str, str]:
    """The number of a country's outline in the world's map, by its ISO 3166 code."""
    path = files("takhrij.web").joinpath("vendor/i18n-iso-countries/codes.json")
    codes = msgspec.json.decode(path.read_bytes(), type=list[tuple[str, str, str, str]])
    return {two: number for two, _, number, _ in codes}
