"""Compile lexicon/data/geonames/coordinates.tsv: where the lexicon's cities lie, from GeoNames (CC BY 4.0).

`python training/compile_coordinates.py ../shared/data` writes, for each city that the lexicon names and GeoNames knows,
its country, its name as the lexicon has it, latitude and longitude. Of two cities of one name in one country the larger
one is taken.
"""

import sys
from pathlib import Path

from takhrij.lexicon.lookup import pieces
from takhrij.lexicon.places import names
from takhrij.text.fold import fold

INTO = Path(__file__).parent.parent / "src/takhrij/lexicon/data/geonames/coordinates.tsv"

# GeoNames counts some cities under another country than the lexicon does.
_DISPUTED = frozenset(["IL", "PS"])

# Capitals that GeoNames has under no such Arabic name; for one of them it has another, smaller city of the name.
_CAPITALS = {
    ("US", "واشنطن"): ("38.895", "-77.036"),
    ("SD", "الخرطوم"): ("15.552", "32.532"),
    ("JO", "عمّان"): ("31.955", "35.945"),
    ("TN", "تونس العاصمة"): ("36.819", "10.166"),
}


def main(folder: Path) -> None:
    """Write the file."""
    found: dict[tuple[str, str], tuple[int, str, str]] = {}
    phrases = names()
    for line in (folder / "gaz/geonames_ar_cities.tsv").read_text("utf-8").splitlines():
        _, _, country, population, latitude, longitude, arabic = line.split("\t")
        for name in arabic.split("|"):
            words = pieces(fold(name))
            phrase = phrases.at(words, 0)
            if phrase is None or phrase.end != len(words) or phrase.proclitics:
                continue
            place = phrase.value
            if place.kind == "city" and place.country and (place.country == country or country in _DISPUTED):
                size = int(population or 0)
                if (place.country, place.name) not in found or found[place.country, place.name][0] < size:
                    found[place.country, place.name] = size, f"{float(latitude):.3f}", f"{float(longitude):.3f}"
    found.update((name, (0, *at)) for name, at in _CAPITALS.items())
    lines = [f"{country}\t{name}\t{at[1]}\t{at[2]}\n" for (country, name), at in sorted(found.items())]
    INTO.write_text("".join(lines), "utf-8")
    print(f"{len(lines)} cities")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
