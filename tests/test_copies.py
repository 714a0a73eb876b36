"""Two reports compared: what is no copy, which came first, whose text both are."""

from collections.abc import Collection, Sequence

import pytest

from takhrij.linking.copies import Archive, compare
from takhrij.linking.direction import wire_of
from takhrij.linking.sides import Side
from takhrij.model.copy import Copy

LEAD = "أعلنت وزارة الموانئ أن الرصيف الجديد سيفتح أمام السفن في مطلع الشهر المقبل بعد تأخير دام عامين كاملين."
BODY = "وقال مدير الميناء إن الأشغال انتهت قبل أسبوع وإن الرافعات نقلت من الرصيف القديم ليلا حتى لا تتعطل حركة الشحن."
MORE = "ولم ترد الشركة المشغلة على أسئلة الصحيفة عن أسباب التأخير الذي أغضب نقابة البحارة وأهل السوق في المدينة."
FLOOD = "جرف السيل جسر القرية القديم فجر أمس وقطع الطريق بين السوق والمدرسة وحمل سيارات كانت متوقفة على ضفة الوادي."
HARVEST = "بدأ مزارعو السهل حصاد القمح قبل موعده بأسبوعين بعد موجة حر لم تعرفها المنطقة منذ عقدين كاملين من الزمن."
OWN = "وتحدثت الصحيفة إلى ثلاثة من العاملين على الرصيف فاختلفوا في ما سمعوه عن الموعد وفي من يدفع أجورهم هذا الشهر."


def side(
    name: str, *lines: str, outlet: str = "الساحل", published: str | None = "2024-03-01", wires: Sequence[str] = ()
) -> Side:
    return Side(name, "\n".join(lines), 0, outlet, published, tuple(wires), (), tuple(wires))


def compared(a: Side, b: Side, *others: Side) -> Copy | None:
    def openers(outlet: str, _: Sequence[int]) -> Collection[Side]:
        return [one for one in (a, b, *others) if one.outlet == outlet]

    return compare(a, b, Archive(lambda grams: [1] * len(grams), openers))


def test_reports_of_one_house_that_share_a_list_of_its_other_reports_are_no_copies() -> None:
    a = side("a", LEAD, FLOOD, HARVEST)
    b = side("b", MORE, FLOOD, HARVEST)
    flood, harvest = side("f", FLOOD, OWN), side("h", HARVEST, OWN)

    assert compared(a, b, flood, harvest) is None
    # Without the reports that the lines point to, nothing tells that they are a list.
    assert compared(a, b) is not None
    # Another house that has all of this has taken it over.
    assert compared(a, side("b", MORE, FLOOD, HARVEST, outlet="المرفأ"), flood, harvest) is not None


def test_an_update_that_keeps_the_older_versions_opening_is_a_copy() -> None:
    before, after = side("a", LEAD, BODY), side("b", OWN, LEAD, BODY, published="2024-03-02")

    copy = compared(before, after)

    assert copy is not None
    assert copy.older == "a"
    assert copy.containment == 1.0


def test_what_is_left_beside_a_list_is_still_a_copy() -> None:
    a, b = side("a", LEAD, BODY, FLOOD, HARVEST), side("b", OWN, LEAD, BODY, FLOOD, HARVEST)

    copy = compared(a, b, side("f", FLOOD, OWN), side("h", HARVEST, OWN))

    assert copy is not None
    [passage] = copy.passages
    assert passage.a.of(a.text).startswith("أعلنت وزارة الموانئ")
    assert "السيل" not in passage.a.of(a.text)
    assert passage.b.of(b.text) == passage.a.of(a.text)


PORT = "ارتفعت أجور الشحن في الميناء إلى الضعف منذ بداية العام بسبب قلة السفن وطول الانتظار أمام الأرصفة القديمة."
STRIKE = "دخل عمال المرفأ في إضراب مفتوح احتجاجا على تأخر الرواتب وعلى شروط العمل الجديدة التي فرضتها الشركة عليهم."


def test_a_list_is_known_by_a_line_that_opens_the_other_report_too() -> None:
    # One line of the list opens a third report, one the report it is compared with.
    a, b = side("a", LEAD, BODY, FLOOD, HARVEST), side("b", FLOOD, PORT, HARVEST)

    assert compared(a, b, side("h", HARVEST, OWN)) is None
    assert compared(b, a, side("h", HARVEST, OWN)) is None


def test_a_line_that_opens_the_other_report_and_then_the_same_end_of_both_pages_is_a_list() -> None:
    # None of the reports that the rest of the list points to is in the archive.
    a, b = side("a", LEAD, BODY, FLOOD, HARVEST, STRIKE), side("b", FLOOD, PORT, HARVEST, STRIKE)

    assert compared(a, b) is None
    assert compared(b, a) is None


def test_an_update_that_keeps_the_opening_and_goes_on_with_it_is_a_copy_even_beside_a_list() -> None:
    before, after = side("a", LEAD, BODY, MORE, HARVEST), side("b", OWN, LEAD, BODY, MORE, HARVEST, FLOOD)

    copy = compared(before, after, side("h", HARVEST, PORT))

    assert copy is not None
    assert copy.passages[0].a.of(before.text).startswith(LEAD[:-1])


@pytest.mark.parametrize("turned", [False, True])
def test_without_times_a_report_that_begins_amid_a_speech_is_the_copy(turned: bool) -> None:
    going_on = "وأضاف مدير الميناء أن الأشغال انتهت قبل أسبوع وأن الرافعات نقلت من الرصيف القديم ليلا إلى رصيف الشمال."
    whole, cut = side("whole", LEAD, going_on), side("cut", going_on, OWN, outlet="المرفأ")

    copy = compared(cut, whole) if turned else compared(whole, cut)

    assert copy is not None
    assert copy.older == "whole"
    assert "goes on speaking" in copy.reason


def test_without_times_a_report_with_own_words_between_the_passages_is_the_copy() -> None:
    whole, woven = side("whole", LEAD, BODY), side("woven", LEAD, OWN, BODY, outlet="المرفأ")

    copy = compared(whole, woven)

    assert copy is not None
    assert copy.older == "whole"
    assert "own words between the passages" in copy.reason


def test_nothing_that_tells_is_told() -> None:
    copy = compared(side("a", LEAD, BODY), side("b", LEAD, BODY, outlet="المرفأ"))

    assert copy is not None
    assert copy.older is None
    assert "nothing tells which came first" in copy.reason


def test_text_that_both_credit_to_an_agency_has_the_agency_as_its_origin() -> None:
    a = side("a", LEAD, BODY, wires=["رويترز"])
    b = side("b", LEAD, BODY, outlet="المرفأ", published="2024-03-02", wires=["وكالة رويترز"])

    copy = compared(a, b)

    assert copy is not None
    assert wire_of(a, b) == wire_of(b, a) == "رويترز"
    assert copy.credited
    assert "both carry text of" in copy.reason


def test_text_that_only_the_older_credits_is_still_the_agencys_and_the_later_does_not_say_so() -> None:
    a, b = side("a", LEAD, BODY, wires=["رويترز"]), side("b", LEAD, BODY, outlet="المرفأ", published="2024-03-02")

    copy = compared(a, b)

    assert copy is not None
    assert wire_of(a, b) == wire_of(b, a) == "رويترز"
    assert not copy.credited
    assert "text of رويترز, as one of them says" in copy.reason


def test_the_agencys_own_report_is_the_origin_itself() -> None:
    a = side("a", LEAD, BODY, outlet="رويترز")
    b = side("b", LEAD, BODY, outlet="المرفأ", published="2024-03-02", wires=["رويترز"])

    copy = compared(a, b)

    assert copy is not None
    assert wire_of(a, b) is None
    assert copy.older == "a"
    assert "credits رويترز" in copy.reason


def test_a_channel_that_signs_its_own_text_credits_nobody() -> None:
    a = side("a", LEAD, BODY, outlet="سي إن إن بالعربية", wires=["CNN"])
    b = side("b", LEAD, BODY, MORE, outlet="سي إن إن بالعربية", published="2024-03-02", wires=["CNN"])

    copy = compared(a, b)

    assert copy is not None
    assert not copy.credited
    assert wire_of(a, b) is None
