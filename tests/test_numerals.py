"""Numbers in digits and in words."""

import pytest

from takhrij.lexicon.calendar import numbers
from takhrij.text.fold import fold
from takhrij.text.numerals import in_digits, total


@pytest.mark.parametrize(("word", "number"), [("15", 15), ("١٥", 15), ("۲۰۱۸", 2018), ("0", 0)])
def test_digits_of_every_set_are_read(word: str, number: int) -> None:
    assert in_digits(word) == number


@pytest.mark.parametrize("word", ["", "13.5", "عشرة", "1/2", "12345678901", "²"])
def test_what_is_no_whole_number_is_none(word: str) -> None:
    assert in_digits(word) is None


@pytest.mark.parametrize(
    ("parts", "number"),
    [
        ([5, 10], 15),
        ([7, 20], 27),
        ([3, 100], 300),
        ([3, 1000], 3000),
        ([1000, 900, 8, 70], 1978),
        ([2000, 8, 10], 2018),
        ([200, 50, 1000], 250_000),
        ([2, 1_000_000, 3, 1000, 1], 2_003_001),
        ([], 0),
    ],
)
def test_the_parts_of_a_number_are_added_up(parts: list[int], number: int) -> None:
    assert total(parts) == number


def test_no_form_stands_for_two_numbers() -> None:
    for forms in (numbers().cardinals, numbers().ordinals):
        folded = [(fold(form), value) for value, words in forms.items() for form in words.split()]

        assert len(dict(folded)) == len(set(folded))
