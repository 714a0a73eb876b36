"""How a text is laid out as words, and how columns are asked of them."""

import pytest

from takhrij.text import page as laying
from takhrij.text.columns import Column, Spellings
from takhrij.text.page import lay_out

TEXT = "قال الوزير:  «لن نفاوض»، وأضاف.\n \n\nالخميس 15/9/1445 و13.5\tبالمئة\u00a0تقريبا...\r\nكتب_خالد #هاشتاغ"


def test_words_are_letters_numbers_marks_and_line_breaks() -> None:
    page = lay_out(TEXT)

    assert " ".join(page.words).split("\n") == [
        "قال الوزير : « لن نفاوض » ، وأضاف . ",
        " الخميس 15/9/1445 و 13.5 بالمئة تقريبا ... ",
        " كتب _ خالد # هاشتاغ",
    ]
    assert [page.words[place] for place in page.breaks] == ["\n", "\n"]


def test_every_word_leads_back_to_its_letters() -> None:
    page = lay_out(TEXT)
    published = [page.says(place, place + 1) for place in range(len(page.words))]

    assert ["\n" if letters[0] == "\n" else letters for letters in published] == page.words
    assert "".join("".join(published).split()) == "".join(TEXT.split())
    assert [page.spellings.table[number] for number in page.numbers] == page.words


@pytest.mark.parametrize("text", ["", " ", "\n", "\n\n \n", "\t\u200f", "و", "\nقال\n"])
def test_a_text_of_little_or_nothing_is_laid_out(text: str) -> None:
    page = lay_out(text)

    assert len(page.words) == len(page.starts) == len(page.ends) == len(page.numbers) == len(page.sentence_of)
    assert page.words.count("\n") == len(page.breaks)


def test_a_line_break_is_one_however_many_there_are() -> None:
    page = lay_out("ألف\n \n باء")

    assert page.words[1:2] == lay_out("ألف\n\n\nباء").words[1:2] == ["\n"]
    assert page.ends == [3, 7, 10]


def test_what_is_met_again_is_laid_out_alike_after_starting_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    before = lay_out(TEXT)
    monkeypatch.setattr(laying, "MOST_SPELLINGS", 5)
    after = lay_out(TEXT)

    assert after.spellings is not before.spellings
    assert (after.words, after.starts, after.ends) == (before.words, before.starts, before.ends)
    assert [before.spellings.table[number] for number in before.numbers] == before.words


def test_a_column_asks_once_for_each_spelling() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    spellings, column = Spellings(), Column(length)
    numbers = [spellings.number(word) for word in ("one", "of", "one")]

    assert numbers[0] == numbers[2] != numbers[1]
    assert column.of(spellings, numbers) == [3, 2, 3]
    assert column.of(spellings, [spellings.number("many"), numbers[1]]) == [4, 2]
    assert asked == ["one", "of", "many"]


def test_a_column_asked_for_single_words_answers_for_no_others() -> None:
    asked: list[str] = []

    def nothing(word: str) -> None:
        asked.append(word)

    spellings, column = Spellings(), Column(nothing)
    _, of = [spellings.number(word) for word in ("one", "of")]

    assert [column.at(spellings, of), column.at(spellings, of)] == [None, None]
    assert asked == ["of"]


def test_a_column_forgets_the_numbers_of_other_spellings() -> None:
    old, new = Spellings(), Spellings()
    column = Column(str.upper)
    before = [old.number("a"), old.number("b")]

    assert column.of(new, [new.number("c")]) == ["C"]
    assert column.of(old, before) == ["A", "B"]
