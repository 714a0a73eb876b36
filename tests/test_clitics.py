import pytest
from hypothesis import given
from hypothesis import strategies as st

from takhrij.text.clitics import Segments, segment


def shown(word: str) -> str:
    parts = segment(word)
    return " ".join(
        [*parts.proclitics, f"[{parts.article}]{parts.stem}", *([parts.enclitic] if parts.enclitic else [])]
    )


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        (
            "وبوتين",
            "و []بوتين",
        ),
        (
            "بوتين",
            "[]بوتين",
        ),
        (
            "وزير",
            "[]وزير",
        ),
        (
            "ووزير",
            "و []وزير",
        ),
        (
            "وواشنطن",
            "و []واشنطن",
        ),
        (
            "لجنة",
            "[]لجنة",
        ),
        (
            "ولليبيا",
            "و ل []ليبيا",
        ),
        (
            "وللرئيس",
            "و ل [ل]رئيس",
        ),
        (
            "سيلتقي",
            "س []يلتقي",
        ),
        (
            "وبأنها",
            "و ب []أن ها",
        ),
        (
            "لحكومتهم",
            "ل []حكومت هم",
        ),
        (
            "ولهم",
            "و ل [] هم",
        ),
        (
            "والتقى",
            "و []التقى",
        ),
        (
            "فلسطين",
            "[]فلسطين",
        ),
        (
            "بـالرئيس",
            "بـ [ال]رئيس",
        ),
        (
            "وَقالَ",
            "وَ []قالَ",
        ),
    ],
)
def test_a_word_is_parted_from_its_clitics(word: str, parts: str) -> None:
    assert shown(word) == parts


def test_the_article_is_written_in_full_in_the_noun() -> None:
    parts = segment("للحكومة")

    assert parts.noun == "الحكومة"
    assert parts.taken == 1


@given(st.text(alphabet="ابتلكوفسهمنيءةىأإآ\u064e\u0640x1ـ", max_size=12))
def test_the_parts_joined_are_the_word_again(word: str) -> None:
    parts = segment(word)

    assert "".join(parts.proclitics) + parts.article + parts.stem + parts.enclitic == word


def test_words_without_arabic_letters_are_left_whole() -> None:
    assert segment("CNN") == Segments((), "", "CNN", "")
    assert segment("13.5") == Segments((), "", "13.5", "")
    assert segment("\n") == Segments((), "", "\n", "")
    assert segment("") == Segments((), "", "", "")
