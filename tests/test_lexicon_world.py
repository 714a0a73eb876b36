"""The lexicon of outlets, places, titles and organisations: its data, and how words are looked up in it."""

import time
import unicodedata
from collections.abc import Iterable

import pytest

from takhrij.lexicon import heading_words, organizations, outlets, places, titles
from takhrij.text.fold import fold
from takhrij.text.page import lay_out


def words_of(example: str) -> list[str]:
    return lay_out(example).words


@pytest.mark.parametrize("title", [title for title in titles.titles() if title.examples], ids=lambda title: title.word)
def test_every_example_of_a_title_shows_it(title: titles.Title) -> None:
    for example in title.examples:
        assert any(word and word.title is title for word in map(titles.words().__getitem__, words_of(example))), example


HEADS = [head for head in organizations.entries().head if head.examples]


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.word)
def test_every_example_of_a_head_shows_it(head: organizations.Head) -> None:
    for example in head.examples:
        assert any(word and word.head is head for word in map(organizations.heads().__getitem__, words_of(example)))


def test_letters_are_plain_letters() -> None:
    names: list[str] = [form.form for title in titles.titles() for form in titles.forms_of(title)]
    names += [form for head in organizations.entries().head for form in head.forms.split()]
    names += [form for organization in organizations.entries().name for form in organization.forms()]
    names += [form for outlet in outlets.entries().outlet for form in outlet.forms()]

    for name in names:
        assert unicodedata.normalize("NFKC", name) == name
        assert name == name.strip()
        assert "  " not in name


def twice(names: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    return {name for name in names if name in seen or seen.add(name)}  # type: ignore[func-returns-value]


def test_nothing_is_listed_twice() -> None:
    assert not twice(title.word for title in titles.titles())
    assert not twice(form for head in organizations.entries().head for form in head.forms.split())
    assert not twice(name for organization in organizations.entries().name for name in organization.forms())
    assert not twice(name for outlet in outlets.entries().outlet for name in outlet.forms())
    assert not twice(domain for outlet in outlets.entries().outlet for domain in outlet.domains.split())


def test_the_lexicon_is_as_large_as_it_says() -> None:
    assert len(titles.titles()) >= 250
    assert len(organizations.entries().name) >= 200
    assert len(outlets.entries().outlet) >= 400


def test_a_country_code_is_two_capitals() -> None:
    codes = {outlet.country for outlet in outlets.entries().outlet if outlet.country}

    assert all(len(code) == 2 and code.isupper() and code.isascii() for code in codes)


# The word as published, its title, what precedes it; then whether it is feminine, of what number, definite, possessed.
DRESSED = [
    ("الرئيس رئيس", False, 1, True, False),
    ("وللرئيس رئيس ول", False, 1, True, False),
    ("وزيرة وزير", True, 1, False, False),
    ("وزيره وزير", False, 1, False, True),
    ("وزيرتها وزير", True, 1, False, True),
    ("والناطقون ناطق و", False, 3, True, False),
    ("مسؤولين مسؤول", False, 3, False, False),
    ("مسؤولان مسؤول", False, 2, False, False),
    ("وزيرين وزير", False, 2, False, False),
    ("ناشطون ناشط", False, 3, False, False),
    ("والد والد", False, 1, False, False),
    ("لمصادر مصدر ل", False, 3, False, False),
]


@pytest.mark.parametrize(("words", "feminine", "number", "definite", "possessed"), DRESSED)
def test_a_title_is_known_in_all_its_dress(
    words: str, feminine: bool, number: int, definite: bool, possessed: bool
) -> None:
    published, word, *proclitics = words.split()

    found = titles.words()[published]

    assert found and found.title.word == word
    assert (found.feminine, found.number, found.definite, found.possessed) == (feminine, number, definite, possessed)
    assert found.proclitics == "".join(proclitics)


NO_TITLES = "رئيسي العالم وجد لم بعد مدرسة منظمة المفاوضات جدا أما"


@pytest.mark.parametrize("published", NO_TITLES.split())
def test_words_that_look_like_titles_are_none(published: str) -> None:
    assert titles.words()[published] is None


def test_witnesses_speak_as_the_public() -> None:
    found = titles.words()["شهود"]

    assert found and found.title.speaks_as == "public" and found.title.unnamed


def test_outlets_are_found_with_proclitics_and_dots() -> None:
    words = words_of("ولفرانس برس، (أ.ف.ب) وBBC للشرق الأوسط عبر العربية.نت")

    found = [f"{phrase.proclitics}+{phrase.value.name}" for phrase in outlets.names().find(words)]

    assert found == [
        "ول+فرانس برس",
        "+فرانس برس",
        "و+بي بي سي",
        "ل+الشرق الأوسط",
        "+العربية",
    ]


def test_the_longest_name_is_found() -> None:
    words = words_of("حزب الله العراقي")

    assert [phrase.value.name for phrase in organizations.names().find(words)] == ["حزب الله العراقي"]


def test_a_name_with_the_article_is_not_found_without_it() -> None:
    assert outlets.names().find(words_of("حياة أخبار")) == []


def test_names_that_are_also_words_are_told_apart() -> None:
    assert outlets.common("العربية")
    assert not outlets.common("رويترز")
    assert places.common("صور")
    assert not places.common("القاهرة")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.bbc.co.uk/arabic/world-1", "بي بي سي عربي"),
        ("https://www.bbc.co.uk/news/1", "بي بي سي"),
        ("http://arabic.cnn.com/world", "سي إن إن بالعربية"),
        ("aps.dz/ar/algerie", "وكالة الأنباء الجزائرية"),
        ("https://user@www.france24.com:443/ar?x=1", "فرانس 24"),
    ],
)
def test_an_address_tells_its_outlet(url: str, name: str) -> None:
    outlet = outlets.by_domain(url)

    assert outlet and outlet.name == name


@pytest.mark.parametrize("url", ["", "http://", "https://notbbc.co.uk.example.org", "://", "bbc", "..."])
def test_an_unknown_address_tells_none(url: str) -> None:
    assert outlets.by_domain(url) is None


@pytest.mark.parametrize(
    "names",
    [
        "CNN = سي إن إن بالعربية",
        "وكالة رويترز = رويترز",
        'صحيفة "الشرق الأوسط" = الشرق الأوسط',
        "أ.ف.ب = فرانس برس",
        "صحيفة القرية = صحيفة القرية",
    ],
)
def test_two_names_of_one_outlet_are_the_same(names: str) -> None:
    assert outlets.same(*names.split(" = "))


@pytest.mark.parametrize(
    "names",
    [
        "رويترز = فرانس برس",
        "سكاي نيوز = سكاي نيوز عربية",
        " = رويترز",
    ],
)
def test_two_outlets_are_not_the_same(names: str) -> None:
    assert not outlets.same(*names.split(" = "))


def test_places_and_peoples_are_found() -> None:
    words = words_of("واشنطن والليبيون في الولايات المتحدة الأميركية وليبيا")

    named = [phrase.value for phrase in places.names().find(words)]
    people = [found for found in map(places.people().__getitem__, words) if found]

    assert "|".join(place.name for place in named) == "واشنطن|الولايات المتحدة|ليبيا"
    assert [place.country for place in named] == ["US", "US", "LY"]
    assert "|".join(found.place.name for found in people) == "ليبيا|الولايات المتحدة"
    assert [found.number for found in people] == [3, 1]


def test_a_capital_is_the_seat_of_a_government() -> None:
    phrase = places.names().at(["القاهرة"], 0)

    assert phrase and phrase.value.rules and phrase.value.country == "EG"


def test_every_example_of_the_margin_begins_with_one_of_its_words() -> None:
    groups = ("unnamed", "credits", "bylines", "dates", "boilerplate", "alone")

    for example in heading_words.entries().examples:
        assert any(heading_words.openings(group).at(words_of(example), 0) for group in groups), example


def loading_s() -> float:
    """How long the lexicon takes to be loaded anew, in seconds of this process."""
    for module in (outlets, organizations, places, titles):
        for loaded in vars(module).values():
            if hasattr(loaded, "cache_clear"):
                loaded.cache_clear()

    began = time.process_time()
    for load in (outlets.names, organizations.names, organizations.heads, places.names, places.people, titles.words):
        load()
    return time.process_time() - began


def test_the_lexicon_is_loaded_quickly() -> None:
    lay_out("كلمة")

    # 0.1 s where it was measured; a busy machine may take longer, and so may one that collects what other tests left.
    assert min(loading_s() for _ in range(3)) < 0.6


def test_folding_keeps_one_name_per_key() -> None:
    one = "هأرتس"
    other = "هآرتس"

    assert fold(one) == fold(other)
    assert outlets.names().whole([one]) is outlets.names().whole([other])
