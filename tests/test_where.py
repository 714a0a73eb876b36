"""Where the places of events lie: in what country, at what coordinates, and which of several namesakes."""

import pytest

from takhrij import Article, Reader
from takhrij.export.places import site_of
from takhrij.model.event import Event, Where
from takhrij.model.happening import InPlace
from takhrij.web.atlas import atlas
from takhrij.wire import decode, encode

READER = Reader()


def _event(text: str) -> Event:
    [event] = READER.read(Article(id="where", text=text, published="2019-05-13")).events
    return event


def _where(text: str) -> Where:
    where = _event(text).where
    assert where is not None
    return where


LAID = [
    ("اعتقلت الشرطة ثلاثة مسلحين في بنغازي أمس.", "بنغازي", "LY", "city"),
    ("قتل ثلاثة جنود في هجوم قرب سرت أمس.", "سرت", "LY", "near"),
    ("قتل ثلاثة مدنيين في شمال سوريا أمس.", "سوريا", "SY", "country"),
    ("قتل ثلاثة مدنيين في قطاع غزة أمس.", "قطاع غزة", "PS", "region"),
    ("التقى الرئيس المصري وزير الخارجية الكويتي في القصر الرئاسي في القاهرة أمس.", "القاهرة", "EG", "city"),
    ("اعتقلت الشرطة ثلاثة ناشطين في القنصلية السعودية في إسطنبول أمس.", "إسطنبول", "TR", "city"),
]


@pytest.mark.parametrize(("text", "name", "country", "precision"), LAID)
def test_a_place_lies_in_its_country(text: str, name: str, country: str, precision: str) -> None:
    where = _where(text)

    assert (where.name, where.country, where.precision) == (name, country, precision)
    assert (where.latitude is not None) == (precision in ("city", "near"))


NAMESAKES = [
    ("اعتقلت الشرطة ثلاثة مسلحين في طرابلس اللبنانية أمس.", "LB"),
    ("اعتقلت الشرطة ثلاثة مسلحين في طرابلس شمال لبنان أمس.", "LB"),
    ("اعتقل الجيش اللبناني ثلاثة مسلحين في طرابلس أمس.", "LB"),
    ("اعتقلت الشرطة الليبية ثلاثة مسلحين في طرابلس أمس.", "LY"),
    ("اعتقل الجيش السوري ثلاثة مسلحين في القنيطرة أمس.", "SY"),
    ("اعتقلت الشرطة المغربية ثلاثة مسلحين في القنيطرة أمس.", "MA"),
    ("اعتقلت الشرطة الأردنية ثلاثة مسلحين في عمان أمس.", "JO"),
    ("اعتقلت الشرطة العمانية ثلاثة مسلحين في عمان أمس.", "OM"),
    # Nobody means the one in Georgia.
    ("اعتقلت الشرطة الأميركية ثلاثة مسلحين في القاهرة أمس.", "EG"),
]


@pytest.mark.parametrize(("text", "country"), NAMESAKES)
def test_the_report_tells_which_of_two_namesakes_it_is(text: str, country: str) -> None:
    assert _where(text).country == country


def test_what_the_report_leaves_open_is_not_guessed() -> None:
    event = _event("اعتقلت الشرطة ثلاثة مسلحين في القنيطرة أمس.")

    assert event.place == "القنيطرة"
    assert event.where is None
    assert site_of(event) is None


def test_a_town_that_the_lexicon_does_not_name_is_found_in_the_country_that_is_told() -> None:
    where = _where("غادر مسلحو المعارضة السورية بلدة عربين إلى الشمال.")

    assert (where.country, where.latitude, where.longitude) == ("SY", 33.537, 36.366)


def test_a_village_that_nobody_knows_lies_near_what_is_told_behind_it() -> None:
    where = _where("قتل ثلاثة مسلحين في قرية القوز في محافظة الحديدة أمس.")

    assert (where.name, where.country, where.precision) == ("الحديدة", "YE", "near")


def test_where_is_written_and_read_back() -> None:
    reading = READER.read(Article(id="where", text="قتل ثلاثة جنود في هجوم قرب سرت أمس."))

    assert decode(encode(reading)) == reading


def test_an_export_takes_the_place_from_the_reading() -> None:
    site = site_of(_event("اعتقل الجيش اللبناني ثلاثة مسلحين في طرابلس أمس."))

    assert site is not None
    assert (site.name, site.country, site.is_city) == ("طرابلس", "LB", True)


def test_the_atlas_shows_a_namesake_in_the_country_that_the_reading_found() -> None:
    found = atlas(
        [
            InPlace(place="طرابلس", country="LB", events=2),
            InPlace(place="طرابلس", country="LY", events=3),
            InPlace(place="طرابلس", country=None, events=1),
        ]
    )

    assert [(spot.country, spot.count) for spot in found.spots] == [("LY", 3), ("LB", 2)]
    assert found.unknown == 1
