"""What one headline of a story denies and another tells."""

import pytest

from takhrij.linking.denials import Headline, denials
from takhrij.store.forms import forms


def told(*titles: str) -> list[tuple[str, list[tuple[str, str, tuple[str, ...]]]]]:
    headlines = [Headline(f"r{n}", "الساحل", f"2024-03-0{n + 1}", title) for n, title in enumerate(titles)]
    return [
        (one.about, [(version.report, version.says, version.chain) for version in one.versions])
        for one in denials(headlines, forms)
    ]


def test_what_one_headline_denies_and_another_tells_is_a_contradiction() -> None:
    [(about, versions)] = told("غارة على مخازن الميناء توقع قتلى", "الجيش ينفي شن غارة على مخازن الميناء")

    assert about == "شن غارة على مخازن الميناء"
    assert versions == [("r0", "happened", ()), ("r1", "denied", ("الجيش",))]


@pytest.mark.parametrize(
    ("denial", "about"),
    [
        ("بعد ساعات.. الوزارة: نفت خبر إغلاق مخازن الميناء", "خبر إغلاق مخازن الميناء"),
        ("الشركة تكذّب أنباء إغلاق مخازن الميناء وتتهم النقابة", "أنباء إغلاق مخازن الميناء"),
        ("لا صحة لإغلاق مخازن الميناء: تصريح الوزير", "لإغلاق مخازن الميناء"),
    ],
)
def test_denials_are_known_by_their_verb_and_end_where_the_headline_goes_on(denial: str, about: str) -> None:
    [(matter, versions)] = told(denial, "إغلاق مخازن الميناء مطلع الأسبوع")

    assert matter == about
    assert [says for _, says, _ in versions] == ["denied", "happened"]


@pytest.mark.parametrize(
    ("denial", "other"),
    [
        # Two that deny do not contradict each other.
        ("الجيش ينفي شن غارة على مخازن الميناء", "الحكومة تنفي شن غارة على مخازن الميناء"),
        # Who denies that he knew of it leaves open whether it happened.
        ("الوزير ينفي علمه بإغلاق مخازن الميناء", "إغلاق مخازن الميناء مطلع الأسبوع"),
        ("الرئاسة تنفي تصريحات كمال الراوي", "كمال الراوي يصل إلى العاصمة"),
        # Another matter.
        ("الجيش ينفي شن غارة على مخازن الميناء", "قتلى في انهيار جسر المدينة"),
        # One word tells no matter.
        ("الوزير ينفي استقالته", "استقالة الوزير تهز الحكومة"),
    ],
)
def test_what_contradicts_nothing_is_no_contradiction(denial: str, other: str) -> None:
    assert told(denial, other) == []
