"""Where the lexicon's places lie."""

import pytest

from takhrij.lexicon.coordinates import whereabouts

PLACES = [
    ("بيروت", "LB", (33.9, 35.5)),
    ("مطار الحديدة", "YE", (14.8, 43.0)),
    ("القاهرة", "EG", (30.1, 31.2)),
    ("واشنطن", "US", (38.9, -77.0)),
    ("الخرطوم", "SD", (15.6, 32.5)),
    ("عمّان", "JO", (32.0, 35.9)),
    ("تونس العاصمة", "TN", (36.8, 10.2)),
]


@pytest.mark.parametrize(("name", "country", "at"), PLACES)
def test_a_city_lies_where_it_lies(name: str, country: str, at: tuple[float, float]) -> None:
    found = whereabouts(name)

    assert found is not None
    assert found.country == country
    assert found.latitude is not None and abs(found.latitude - at[0]) < 0.2
    assert found.longitude is not None and abs(found.longitude - at[1]) < 0.2


def test_a_country_has_no_point() -> None:
    found = whereabouts("شمال سوريا")

    assert found is not None
    assert (found.country, found.latitude) == ("SY", None)


@pytest.mark.parametrize("name", ["", " ", "مكان لا يعرفه أحد"])
def test_what_is_no_place_lies_nowhere(name: str) -> None:
    assert whereabouts(name) is None
