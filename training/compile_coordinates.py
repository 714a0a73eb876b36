"""Compile where places lie, from GeoNames (CC BY 4.0): lexicon/data/geonames/coordinates.tsv and towns.tsv.

`python training/compile_coordinates.py ../shared/data` writes two files. coordinates.tsv has, for each city that the
lexicon names and GeoNames knows, its country, its name as the lexicon has it, latitude and longitude; of two cities of
one name in one country the larger one is taken. towns.tsv has the namesakes in other countries of the cities and
countries of the lexicon, and the towns that it does not name, of the countries of which Arabic reports tell most: the
folded name, country, name, latitude, longitude and population.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from takhrij.lexicon.lookup import pieces
from takhrij.lexicon.places import Place, names
from takhrij.text.fold import fold

INTO = Path(__file__).parent.parent / "src/takhrij/lexicon/data/geonames"

# GeoNames counts some cities under another country than the lexicon does.
_DISPUTED = frozenset(["IL", "PS"])

# Capitals that GeoNames has under no such Arabic name; for one of them it has another, smaller city of the name.
_CAPITALS = {
    ("US", "واشنطن"): ("38.895", "-77.036"),
    ("SD", "الخرطوم"): ("15.552", "32.532"),
    ("JO", "عمّان"): ("31.955", "35.945"),
    ("TN", "تونس العاصمة"): ("36.819", "10.166"),
}
# The Arab countries, and those beside them.
_REGION = "DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE IR TR IL AF PK TD ML NE ER ET SS UA"
# A smaller namesake of a city of the lexicon is nobody's: some names of hamlets are only alike when written in Arabic.
_LEAST = 5_000


class Row(NamedTuple):
    """A city of GeoNames under one of its Arabic names."""

    key: str
    name: str
    country: str
    population: int
    latitude: str
    longitude: str


def rows(folder: Path) -> Iterator[Row]:
    """The cities under each of their names."""
    for line in (folder / "gaz/geonames_ar_cities.tsv").read_text("utf-8").splitlines():
        _, _, country, population, latitude, longitude, arabic = line.split("\t")
        for name in arabic.split("|"):
            key = " ".join(pieces(fold(name)))
            if key:
                yield Row(key, name, country, int(population or 0), f"{float(latitude):.3f}", f"{float(longitude):.3f}")


def known(key: str) -> Place | None:
    """The place of the lexicon that is called so."""
    return names().whole(key.split(" "))


def is_own(place: Place, row: Row) -> bool:
    """Whether the row is the lexicon's city itself."""
    same = place.country == row.country or {place.country, row.country} <= _DISPUTED
    return place.kind == "city" and same


def coordinates(cities: list[Row]) -> list[str]:
    """The lines of coordinates.tsv."""
    found: dict[tuple[str, str], tuple[int, str, str]] = {}
    for row in cities:
        place = known(row.key)
        if place is not None and place.country and is_own(place, row):
            at = found.get((place.country, place.name))
            if at is None or at[0] < row.population:
                found[place.country, place.name] = row.population, row.latitude, row.longitude
    found.update((name, (0, *at)) for name, at in _CAPITALS.items())
    return [f"{country}\t{name}\t{at[1]}\t{at[2]}\n" for (country, name), at in sorted(found.items())]


def towns(cities: list[Row]) -> list[str]:
    """The lines of towns.tsv: of each name the largest town in each country."""
    named: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in cities:
        place = known(row.key)
        if place is None and row.country not in _REGION.split():
            continue
        if place is not None and place.kind != "city" and row.population < _LEAST:
            continue
        if place is not None and not is_own(place, row) and row.population < _LEAST:
            continue
        country = place.country if place is not None and place.country and is_own(place, row) else row.country
        kept = named[row.key].get(country)
        if kept is None or kept.population < row.population:
            named[row.key][country] = row._replace(country=country)
    found = []
    for key, some in sorted(named.items()):
        place = known(key)
        if place is not None and all(is_own(place, row) for row in some.values()):
            # It has no namesake.
            continue
        found += ["\t".join(map(str, (key, *row[2:3], *row[1:2], *row[4:], row.population))) for row in some.values()]
    return [line + "\n" for line in found]


def main(folder: Path) -> None:
    """Write both files."""
    cities = list(rows(folder))
    for name, lines in (("coordinates.tsv", coordinates(cities)), ("towns.tsv", towns(cities))):
        (INTO / name).write_text("".join(lines), "utf-8")
        print(f"{len(lines)} lines of {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
