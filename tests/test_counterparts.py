"""Posts that stand beside another's, behind the name, or in a pronoun: نظيره, والتركي فلان, محاميه فلان, وزارته."""

import pytest

from takhrij import Article, Reader
from takhrij.model.actor import Actor
from takhrij.model.statement import Statement


def actors_of(text: str) -> dict[str, Actor]:
    return {actor.name: actor for actor in Reader().read(Article(id="report", text=text)).actors}


def statements_of(text: str) -> tuple[Statement, ...]:
    return Reader().read(Article(id="report", text=text)).statements


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "التقى وزير الخارجية السعودي عادل الجبير نظيره الأمريكي مايك بومبيو.",
            "مايك بومبيو",
            "وزير الخارجية الأمريكي",
        ),
        (
            "بحثت وزيرة الخارجية السويدية مارغو فالستروم مع نظيرها الأردني أيمن الصفدي الأزمة.",
            "أيمن الصفدي",
            "وزير الخارجية الأردني",
        ),
        (
            "بحث وزير خارجية اليابان تارو كونو مع نظيرته الأسترالية جولي بيشوب الأزمة.",
            "جولي بيشوب",
            "وزيرة الخارجية الأسترالية",
        ),
        (
            "بحث رئيس كوريا الجنوبية مون جيه إن مع نظيره الأمريكي دونالد ترامب الأزمة.",
            "دونالد ترامب",
            "الرئيس الأمريكي",
        ),
        (
            "أقر وزيرا الخارجية الأمريكي مايك بومبيو والتركي مولود تشاوش أوغلو الخطة.",
            "مولود تشاوش أوغلو",
            "وزير الخارجية التركي",
        ),
        (
            "تعهد الرئيس الروسي فلاديمير بوتين ونظيراه الإيراني حسن روحاني والتركي رجب طيب أردوغان التعاون.",
            "رجب طيب أردوغان",
            "الرئيس التركي",
        ),
    ],
)
def test_a_counterpart_holds_the_post_of_the_other_for_his_own_nation(text: str, name: str, role: str) -> None:
    assert actors_of(text)[name].role == role


def test_a_counterpart_elsewhere_than_in_a_nation_keeps_the_word() -> None:
    found = actors_of("أعلن الأمين العام للحزب سالم العلي أن نظيره في حزب الأمل سامي الراوي استقال.")

    assert found["سامي الراوي"].role == "نظيره في حزب الأمل"


def test_a_post_by_which_one_is_called_later_is_his() -> None:
    found = actors_of("قال سالم الحداد إن الوضع صعب. وأضاف المدير السابق للبنك المركزي أن الحل قريب.")

    assert found["سالم الحداد"].role == "المدير السابق للبنك المركزي"


def test_a_post_that_joins_behind_a_name_is_another_mans() -> None:
    found = actors_of("قال الراوي ووزير الخارجية البريطاني إن اللقاء مهم. وأضاف أحمد الراوي أن الجو حار.")

    assert found["أحمد الراوي"].role is None


@pytest.mark.parametrize(
    ("said", "name", "role"),
    [
        ("وأكد محاميه أحمد الراوي أن المحاكمة غدا.", "أحمد الراوي", "محاميه"),
        ("وقالت زوجته سميرة الحداد إن المحاكمة غدا.", "سميرة الحداد", "زوجته"),
        ("وقال والده ناصر العلي إن المحاكمة غدا.", "ناصر العلي", "والده"),
    ],
)
def test_the_one_named_behind_whose_lawyer_he_is_speaks(said: str, name: str, role: str) -> None:
    text = f"اعتقل سالم العلي. {said}"

    assert statements_of(text)[-1].speaker == name
    assert actors_of(text)[name].role == role


def test_a_post_ends_before_the_office_that_its_holder_left() -> None:
    found = actors_of("صدر أمر بإعفاء أحمد الراوي المستشار بالديوان الملكي من منصبه. وقال الراوي إنه راض.")

    assert found["أحمد الراوي"].role == "المستشار بالديوان الملكي"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("وصل وزير العدل سالم العلي إلى المدينة. وقالت وزارته إنه سيلتقي القضاة.", "وزارة العدل"),
        ("وصل رئيس حزب الأمل سالم العلي إلى المدينة. وقال حزبه إنه سيلتقي القضاة.", "حزب الأمل"),
    ],
)
def test_a_body_called_by_its_owners_pronoun_is_the_one_told_before(text: str, body: str) -> None:
    statement = statements_of(text)[-1]

    assert (statement.speaker, statement.kind, statement.named) == (body, "organization", True)


def test_a_body_of_which_nothing_was_told_is_a_body_without_a_name() -> None:
    statement = statements_of("توفي سالم العلي. وقالت عائلته إنه كان مريضا.")[-1]

    assert (statement.speaker, statement.kind, statement.named) == ("عائلته", "organization", False)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("وقالت القناة الـ12 إن الطريق مغلق.", ("القناة الـ12",)),
        ("ونقلت القناة العبرية الـ13 عن مسؤول أن الطريق مغلق.", ("القناة العبرية الـ13", "مسؤول")),
    ],
)
def test_the_number_of_a_channel_is_of_its_name(text: str, chain: tuple[str, ...]) -> None:
    assert statements_of(text)[-1].chain == chain


def test_a_post_right_behind_a_name_is_the_next_mans_where_he_is_named() -> None:
    found = actors_of('وفي المنشور، اتهم روبيو السفير رسول بأنه "سياسي عنصري" يكره الرئيس.')

    assert found["روبيو"].role is None
    assert found["رسول"].role == "السفير"


def test_the_guest_of_a_programme_is_no_part_of_a_name() -> None:
    found = actors_of("أكد الناشط السياسي الطاهر العلي ضيف بوليتيكا أن الملف مغلق.")

    assert found["الطاهر العلي"].role == "الناشط السياسي"


def test_a_confession_is_a_paper_and_no_group() -> None:
    statement = statements_of('ووفق هذه "الاعترافات" فإن الفتاة فعلت هذا من أجل المال.')[-1]

    assert statement.kind == "document"


def test_one_of_several_commanders_is_not_the_commander_who_was_named() -> None:
    text = "أكد القائد العام للجيش سالم العلي أن الجو حار. وقال أحد قادة غرفة العمليات إن الآليات وصلت."

    assert [statement.speaker for statement in statements_of(text)] == ["سالم العلي", "أحد قادة غرفة العمليات"]


def test_a_name_that_says_one_word_twice_is_not_each_that_has_the_word() -> None:
    found = actors_of("قال المتحدث منصور المنصور إن الوضع جيد. وزار الرئيس عبد ربه منصور هادي المدينة.")

    assert "منصور المنصور" in found


def test_a_spokesman_behind_his_name_keeps_his_post() -> None:
    found = actors_of("وقال أيوب الحداد المتحدث باسم القوات البحرية إن المركب وصل.")

    assert found["أيوب الحداد"].role == "المتحدث باسم القوات البحرية"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "وزير الخارجية الأمريكي الذي تولى مهامه مؤخرا، مايك بومبيو، بدأ جولته. وقال بومبيو إنها مهمة.",
            "مايك بومبيو",
            "وزير الخارجية الأمريكي",
        ),
        (
            "أكد كاتب عام النقابة الأساسية للمستشفى كمال البوزيدي أن الأعوان في إضراب.",
            "كمال البوزيدي",
            "كاتب عام النقابة الأساسية للمستشفى",
        ),
        ('وصرح النواب مايك تومبسون، وتيد ليو، في بيان مشترك "نحن قلقون جدا اليوم".', "مايك تومبسون", None),
    ],
)
def test_a_post_is_whole_and_of_one(text: str, name: str, role: str | None) -> None:
    assert actors_of(text)[name].role == role


def test_the_father_of_somebody_is_one_in_every_case() -> None:
    text = "وعرف الرجل بلقب أبي زيد. وقال أبو زيد إن المعركة صعبة. ووفق أبي زيد، فإن البرنامج فشل."

    assert len({statement.speaker for statement in statements_of(text)}) == 1


def test_a_country_in_a_hashtag_is_a_country() -> None:
    found = actors_of("أعلنت #كوريا_الجنوبية اليوم الجمعة، أن القائمة مرفوضة.")

    assert found["كوريا الجنوبية"].type == "country"


def test_he_to_whose_policy_somebody_holds_does_not_speak_with_him() -> None:
    text = (
        "أكد أحمد أويحي، رئيس الحكومة الجزائرية والأمين العام لحزب التجمع المساند لسياسة عبد العزيز بوتفليقة "
        '"تلقت الأسرة نبأ استشهاد الجنود اليوم".'
    )

    assert statements_of(text)[0].speaker == "أحمد أويحي"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "أكد المندوب الجهوي للسياحة بمدنين أحمد الكلبوسي أن الحجوزات ارتفعت.",
            "أحمد الكلبوسي",
            "المندوب الجهوي للسياحة بمدنين",
        ),
        ("وقال محامي ترامب جون داود إن التحقيق غير عادل.", "جون داود", "محامي ترامب"),
        (
            "كشف وزير الخارجية التركي، مولودو جاويش أوغلو، أنه لم يتم التفتيش.",
            "جاويش أوغلو",
            "وزير الخارجية التركي",
        ),
    ],
)
def test_a_name_and_the_post_before_it_are_kept_apart(text: str, name: str, role: str) -> None:
    assert actors_of(text)[name].role == role


def test_an_adviser_in_somebodys_campaign_is_not_he() -> None:
    found = statements_of("وقال المستشار السابق في حملة دونالد ترامب إن التحقيق غير عادل.")

    assert found[0].speaker == "المستشار السابق في حملة دونالد ترامب"


def test_an_envoy_is_named_behind_where_he_is() -> None:
    text = "ألمح السفير الروسي إلى بريطانيا، أكساندر ياكوفينكو، إلى أن الوضع صعب."
    found = actors_of(text)

    assert statements_of(text)[0].speaker == "أكساندر ياكوفينكو"
    assert found["أكساندر ياكوفينكو"].role == "السفير الروسي إلى بريطانيا"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("أعلنت رئيسة بيرو دينا بولوارت حالة الطوارئ.", "دينا بولوارت", "PE"),
        ("وقالت رئيسة كرواتيا سلمى الحداد إن الجو حار.", "سلمى الحداد", "HR"),
    ],
)
def test_whoever_presides_over_a_country_is_of_its_government(text: str, name: str, country: str) -> None:
    found = actors_of(text)[name]

    assert (found.country, found.sector) == (country, "GOV")


def test_who_is_over_something_keeps_what_it_is() -> None:
    found = actors_of("وقال المشرف على المشروع سالم العلي إن العمل بدأ.")

    assert found["سالم العلي"].role == "المشرف على المشروع"


def test_where_a_town_lies_is_nobodys_name() -> None:
    statement = statements_of("وقال أصدقاء المرأة في مدينة بريتشيا، غربي فيرونا، إن المطر توقف.")[0]

    assert statement.kind == "people"
