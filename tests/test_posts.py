"""Who holds a post: by the nation, by the body he heads, and with what belongs to the verb left out."""

from takhrij.model.name import NameKind
from test_speakers import speakers


def test_the_name_of_a_country_is_as_good_as_its_adjective() -> None:
    text = "وزير زراعة السودان يحذر من الجفاف\nقال وزير الزراعة السوداني نادر البشير إن الموسم جيد."

    assert set(speakers(text, نادر_البشير="person")) == {"نادر البشير"}


def test_the_head_of_government_is_the_prime_minister() -> None:
    text = "قال رئيس الوزراء السوداني نادر البشير إن الموسم جيد.\nوأضاف رئيس الحكومة السودانية أن الحصاد بدأ."

    assert speakers(text, نادر_البشير="person") == ["نادر البشير", "نادر البشير"]


def test_what_belongs_to_the_verb_does_not_hide_who_holds_a_post() -> None:
    text = "قال الوزير السوداني نادر البشير إن الموسم جيد.\nورد الوزير السوداني بقوله إن الحصاد بدأ."

    assert set(speakers(text, نادر_البشير="person")) == {"نادر البشير"}


def test_the_body_that_somebody_heads_may_be_named_in_short() -> None:
    text = "قال مدير المرصد سالم الدرسي إن القصف توقف.\nوأكد مدير المرصد الليبي لحقوق الإنسان أن الطريق آمن."

    assert speakers(text, سالم_الدرسي="person") == ["سالم الدرسي", "سالم الدرسي"]


def test_the_wife_of_a_president_is_not_the_president() -> None:
    text = (
        "وصلت زوجة الرئيس السوداني نادر البشير.\nوقال الرئيس السوداني نادر البشير إن الموسم جيد.\nوأضاف أن الحصاد بدأ."
    )

    assert set(speakers(text, نادر_البشير="person")) == {"نادر البشير"}


def test_the_deputy_of_a_president_is_not_the_president() -> None:
    text = (
        "قال نائب الرئيس السوداني حسام الدرسي إن الموسم جيد.\n"
        "والتقى الرئيس نادر البشير وفدا.\n"
        "وأكد الرئيس السوداني أن الحصاد بدأ."
    )

    assert speakers(text, نادر_البشير="person", حسام_الدرسي="person") == ["حسام الدرسي", "نادر البشير"]


def test_the_president_of_the_north_is_not_the_one_of_the_south() -> None:
    text = (
        "قال الرئيس الكوري الجنوبي مون جاي إن الزعيم الكوري الشمالي كيم جونغ أون متخوف. "
        "وأضاف الرئيس الكوري الجنوبي أن القمة ممكنة. وقال الزعيم الكوري الشمالي إن القمة بعيدة."
    )
    names: dict[str, NameKind] = {"مون_جاي": "person", "كيم_جونغ_أون": "person"}

    assert speakers(text, **names)[-2:] == ["مون جاي", "كيم جونغ أون"]


def test_a_woman_may_bear_a_post_in_the_masculine() -> None:
    text = "أكدت المدير العام للمعهد هناء بركات أن الدراسة بدأت.\nوأشارت المدير العام إلى أن القاعات جاهزة."

    assert speakers(text, هناء_بركات="person") == ["هناء بركات", "هناء بركات"]


def test_those_of_a_holder_are_not_the_holder() -> None:
    text = "قال مساعدو الوزير سالم الدرسي إن القرار قريب."

    assert speakers(text, سالم_الدرسي="person") == ["مساعدو الوزير سالم الدرسي"]
