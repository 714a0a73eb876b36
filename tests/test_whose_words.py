"""Whose the words are where a name stands in the phrase of somebody else, or of several, or of nobody."""

from test_speakers import speakers, told


def test_the_lawyers_of_somebody_speak_and_not_he() -> None:
    text = "قال محامو سالم الدرسي إن المحاكمة تأجلت."

    assert [(s.speaker, s.kind) for s in told(text, سالم_الدرسي="person")] == [("محامو سالم الدرسي", "people")]


def test_the_father_of_a_young_briton_is_not_she() -> None:
    text = "قال والد الشابة البريطانية سارة كولنز إن ابنته عادت."

    assert [s.named for s in told(text, سارة_كولنز="person")] == [False]


def test_two_names_joined_by_and_are_two_where_one_stands_alone() -> None:
    text = "قال نادر وراز إن الطريق مفتوح.\nوأضاف موسى راز أن العمل مستمر."

    assert [s.kind for s in told(text, نادر_وراز="person", موسى_راز="person")] == ["people", "person"]


def test_a_surname_that_begins_with_waw_is_no_second_person() -> None:
    text = "قال الكاتب براندون ويتشيرت إن الطريق مفتوح.\nوأضاف الكاتب أن العمل مستمر."

    assert speakers(text, براندون="person", يتشيرت="person") == ["براندون ويتشيرت", "براندون ويتشيرت"]


def test_tidings_are_nobody() -> None:
    text = "وتشير أنباء إلى أن الطريق مغلق."

    assert [(s.kind, s.named) for s in told(text)] == [("document", False)]


def test_a_surname_alone_is_a_named_person() -> None:
    text = "وتقول راتشيل إن الطريق مغلق."

    assert [(s.speaker, s.kind, s.named) for s in told(text)] == [("راتشيل", "person", True)]


def test_the_reporter_who_was_told_is_not_the_source() -> None:
    text = "أوضح مصدر أمني لمراسل وكالة الأناضول أن الطريق مغلق."

    assert [s.chain for s in told(text)] == [("الأناضول", "مصدر أمني")]


def test_lam_before_a_committee_leaves_the_committee_its_letters() -> None:
    text = "وفقا للجنة التحقيق، لم يكن الطريق مغلقا."

    assert speakers(text) == ["لجنة التحقيق"]


def test_an_agency_in_brackets_keeps_its_first_letter() -> None:
    text = "وقالت وكالة (وام) الرسمية إن الطريق مغلق."

    assert speakers(text) == ["وام"]


def test_an_organization_ends_where_another_is_joined_to_it() -> None:
    text = "وصل الجيش السوداني والجيش الوطني.\nوأعلن الجيش السوداني أن الطريق مفتوح."

    assert speakers(text) == ["الجيش السوداني"]


def test_the_outlet_of_an_aside_passes_on_what_was_said_to_it() -> None:
    text = "وأكد مصدر أمني، في تصريح خاص لوكالة رويترز، أن الطريق مغلق."

    assert [s.chain for s in told(text)] == [("رويترز", "مصدر أمني")]


def test_when_somebody_spoke_is_nobody() -> None:
    text = "تعهد سالم الدرسي بأنه سيعود إلى المدينة، كما أكد أثناء خطابه في الميناء."

    assert speakers(text, سالم_الدرسي="person") == ["سالم الدرسي"]


def test_a_surname_with_the_article_is_a_person_though_no_list_knows_it() -> None:
    text = "وأوضح القمودي أن الاجتماع تأجل."

    assert [(s.speaker, s.kind, s.named) for s in told(text)] == [("القمودي", "person", True)]


def test_a_body_with_the_article_is_no_surname() -> None:
    assert [s.kind for s in told("وأوضح الاتحاد أن الاجتماع تأجل.")] == ["organization"]
