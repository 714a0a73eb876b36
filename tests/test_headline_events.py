"""The headline's event is told once with that of the first sentence, and apart from what is another's."""

import pytest

from takhrij.model.article import Article
from takhrij.reading.reader import Reader

READER = Reader()


def _told(title: str, body: str) -> list[tuple[str, tuple[str, ...]]]:
    text = f"{title}\n{body}"
    reading = READER.read(Article(id="r", text=text, title_end=len(title), published="2019-05-13"))
    return [(event.type, event.actor) for event in reading.events]


@pytest.mark.parametrize(
    ("title", "body", "kind", "actor"),
    [
        (
            "تركيا تحذر من إلغاء الاتفاق",
            "حذر نائب رئيس الوزراء سامي الطاهري، الاثنين، من إلغاء الاتفاق.",
            "THREATEN",
            "سامي الطاهري",
        ),
        (
            "موسكو تدين اغتيال الصحفي",
            "أدانت وزارة الخارجية الروسية، الأربعاء، ما جرى للصحفي.",
            "ACCUSE",
            "وزارة الخارجية الروسية",
        ),
        (
            "حزب العمال البريطاني يعتذر عن الخطأ",
            "اعتذر زعيم الحزب، سامي الطاهري، الأحد، عن الخطأ.",
            "CONCEDE",
            "سامي الطاهري",
        ),
    ],
)
def test_the_first_sentence_tells_the_headline_by_another_name_of_who_did_it(
    title: str, body: str, kind: str, actor: str
) -> None:
    assert _told(title, body) == [(kind, (actor,))]


def test_two_states_are_two() -> None:
    told = _told("تركيا تندد بالقرار", "نددت فرنسا، الاثنين، بالقرار.")

    assert [actor for _, actor in told] == [("تركيا",), ("فرنسا",)]


def test_what_a_later_sentence_tells_is_another_event() -> None:
    body = "اجتمع البرلمان صباح الاثنين.\nوقد وافق سامي الطاهري على البقاء في البلاد."

    told = _told("تركيا توافق على إعادة النظر في القانون", body)

    assert [actor for kind, actor in told if kind == "AGREE"] == [("تركيا",), ("سامي الطاهري",)]


def test_who_holds_a_post_with_a_body_says_it_for_the_body_far_below() -> None:
    body = (
        "قال سامي الطاهري، أمين عام منظمة الرعاية، إن الحفل انتهاك للاتفاق.\nوأضاف أن المنظمة ستعقد اجتماعا.\n"
        "وطالب الطاهري الدول بمقاطعة مراسم افتتاح الجسر."
    )

    told = _told("منظمة الرعاية تدعو لمقاطعة افتتاح الجسر", body)

    assert [actor for kind, actor in told if kind == "REQUEST"] == [("سامي الطاهري",)]


def test_what_is_known_by_the_end_to_be_one_body_agrees_once() -> None:
    body = "وافق البرلمان المصري الاثنين على تعديلات قانونية.\nأقر مجلس النواب المصري الاثنين قانونا للجنسية."

    told = _told("مصر: الجنسية للمستثمرين", body)

    assert [kind for kind, _ in told] == ["AGREE"]


def test_an_airport_that_the_headline_calls_otherwise_is_struck_once() -> None:
    body = "أفادت أنباء بأن قوات التحالف شنت غارات جوية على مطار مدينة الحديدة اليمنية."

    told = _told("التحالف يقصف مطار المدينة الحيوي", body)

    assert [kind for kind, _ in told] == ["ASSAULT"]
