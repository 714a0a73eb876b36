"""Clubs, banks and papers whose names are ordinary words or places."""

import pytest

from test_names import named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "فاز فريقا الهلال والنصر في الجولة الأولى من البطولة.",
            {
                "الهلال",
                "النصر",
            },
        ),
        (
            "وقال لاعب روما إن المباراة كانت صعبة.",
            {
                "روما",
            },
        ),
        (
            "تعادل الكوكب المراكشي مع ضيفه دينامو كييف من دون أهداف.",
            {
                "الكوكب المراكشي",
                "دينامو كييف",
            },
        ),
        (
            "أعلن البنك التجاري أرباحه أمس، وتراجعت أسهم المصرف الإسلامي الدولي.",
            {
                "البنك التجاري",
                "المصرف الإسلامي الدولي",
            },
        ),
    ],
)
def test_a_body_called_like_a_word_is_told_by_what_stands_before_it(text: str, expected: set[str]) -> None:
    assert expected <= {name for name, kind in named(text) if kind == "organization"}


def test_a_place_stays_one_without_a_club_before_it() -> None:
    assert ("روما", "place") in named("وصل الوفد إلى روما مساء الأحد.")


def test_the_crescent_is_no_club_without_one_before_it() -> None:
    assert all(kind != "organization" for _, kind in named("ثبتت رؤية الهلال مساء أمس في بلدان كثيرة."))


def test_a_paper_called_like_a_region_is_one_in_quotation_marks() -> None:
    assert ("الشرق الأوسط", "outlet") in named("لندن: «الشرق الأوسط»\nطرحت الشركة أسهمها في السوق.")
    assert ("الشرق الأوسط", "place") in named("تشهد منطقة الشرق الأوسط موجة حر شديدة.")
