"""The words and 5-grams of a text as numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takhrij.linking.grams import LENGTH, grams_of, hashes_of, kept, words_of
from takhrij.linking.letters import MOST, letters_of

LEAD = "أعلنت وزارة الموانئ أن الرصيف الجديد سيفتح أمام السفن في مطلع الشهر المقبل"
# Letters of each kind, one with two vowel signs, and marks; UTF-16 writes the emoji as two.
PIECES = [*"ابي١2aZ .,،:\n«»-_😀", "ب\u0651\u064bت"]


def found(text: str) -> list[str]:
    letters = letters_of(text, 0, len(text))
    return [text[start:end] for start, end in zip(letters.starts.tolist(), letters.ends.tolist(), strict=True)]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_the_same_words_are_found_at_once_as_one_after_another(pieces: list[str]) -> None:
    text = "".join(pieces)

    assert found(text) == words_of(text)


@given(st.lists(st.text("ابت", min_size=1, max_size=4), max_size=30))
def test_two_words_have_one_number_where_they_are_one_word(words: list[str]) -> None:
    numbers = letters_of(" ".join(words), 0, 1000).words.tolist()

    assert len(numbers) == len(words)
    assert len(set(zip(words, numbers, strict=True))) == len(set(words)) == len(set(numbers))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إلى المكتبة", "الي المكتبه"),
        ("سُجِّل الهدف", "سجل الهدف"),
        ("الرئـــيس", "الرئيس"),
        ("ﻻ يزال", "لا يزال"),
        ("ﷲ أكبر", "الله اكبر"),
        ("عام ٢٠١٨", "عام 2018"),
    ],
)
def test_spellings_of_one_word_have_one_number(one: str, other: str) -> None:
    assert letters_of(one, 0, len(one)).words.tolist() == letters_of(other, 0, len(other)).words.tolist()


def test_where_one_sign_stands_for_several_letters_words_are_found_where_they_stand() -> None:
    assert found("قال ﷺ: ﻻ ضرر") == ["قال", "ﷺ", "ﻻ", "ضرر"]


def test_a_text_longer_than_what_is_looked_at_together_has_the_same_grams() -> None:
    text = f"{LEAD}\n" * (2 * MOST // len(LEAD))
    once = set(hashes_of(f"{LEAD} {LEAD}").tolist())

    grams = grams_of(text)

    assert set(grams.hashes.tolist()) == once
    assert [text[a:b] for a, b in zip(grams.starts.tolist(), grams.ends.tolist(), strict=True)] == words_of(text)


def test_a_word_without_an_end_is_cut_and_not_lost() -> None:
    assert len(grams_of("ا" * (3 * MOST)).starts) == 3


def test_shared_grams_are_found_where_they_stand_first_in_both() -> None:
    a, b = grams_of(f"{LEAD} {LEAD}"), grams_of(f"قال {LEAD}")

    mine, theirs = a.shared(b)

    assert (a.hashes[mine] == b.hashes[theirs]).all()
    assert sorted(mine.tolist()) == list(range(len(LEAD.split()) - LENGTH + 1))
    assert [pair.tolist() for pair in b.shared(a)] == [theirs.tolist(), mine.tolist()]
    assert [pair.tolist() for pair in a.shared(grams_of("كلمة"))] == [[], []]


def test_the_same_grams_are_kept_in_every_process() -> None:
    # Were they not, an archive written today would find nothing tomorrow.
    assert kept(hashes_of(LEAD)) == [222208254983, 539226704783]
