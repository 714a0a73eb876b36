"""Ranks and styles are read back over few words, whatever the text repeats."""

import pytest

from takhrij import Article, Reader
from takhrij.reading.heading import find_heading
from takhrij.reading.standing import is_style
from takhrij.rules.statements.holders import is_of_rank
from takhrij.rules.statements.sheet import Sheet, lay_sheet
from takhrij.text.page import lay_out

MANY = 3000


def sheet_of(text: str) -> Sheet:
    page = lay_out(text)
    return lay_sheet(page, find_heading(page, Article(id="a", text=text)), (), ())


def test_what_goes_on_a_rank() -> None:
    sheet = sheet_of("قال الفريق أول ركن سالم الدرسي إن الطريق آمن.")

    assert [k for k in range(len(sheet.tokens)) if is_of_rank(sheet, k)] == [2, 3]


def test_what_is_of_a_style() -> None:
    sheet = sheet_of("استقبل صاحب السمو الملكي الأمير سالم الدرسي السفير.")

    assert [k for k in range(len(sheet.tokens)) if is_style(sheet, k)] == [1, 2, 3]


@pytest.mark.parametrize("word", ["طيار", "ركن", "الأزرق", "السمو"])
def test_a_word_again_and_again_is_no_rank(word: str) -> None:
    text = f"{word} " * MANY + f"قال اللواء {f'{word} ' * MANY}سالم الدرسي إن الطريق آمن."
    sheet = sheet_of(f"{word} " * MANY)

    Reader().read(Article(id="a", text=text))

    assert not is_of_rank(sheet, MANY - 1)
    assert not is_style(sheet, MANY - 1)
