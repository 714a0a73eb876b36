"""Who the actors of a report are, and that one is one under all names."""

import pytest

from takhrij import Article, Reader
from takhrij.model.actor import Actor


def actors_of(text: str) -> dict[str, Actor]:
    return {actor.name: actor for actor in Reader().read(Article(id="report", text=text)).actors}


def test_one_who_is_told_of_is_an_actor_though_he_neither_speaks_nor_acts() -> None:
    found = actors_of("وصل إلى المطار وفد كبير يرافقه وزير الزراعة ناصر الخياط، قبل ساعات.")

    assert found["ناصر الخياط"].role == "وزير الزراعة"


def test_one_who_is_named_by_the_way_is_no_actor() -> None:
    assert actors_of("تعيش البلاد انقساما منذ سقوط نظام معمر القذافي في 2011.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "اعتقلت الشرطة 15 شخصا في المدينة.",
        "أصيب عشرات المتظاهرين في مواجهات مع الشرطة.",
        "اتهم الوزير الجماعات المتطرفة بالهجوم.",
    ],
)
def test_those_who_only_suffer_without_a_name_are_no_actors(text: str) -> None:
    found = actors_of(text)

    assert all(actor.type != "group" for actor in found.values())
    assert "الجماعات المتطرفة" not in found


def test_several_who_speak_with_one_voice_are_actors_each() -> None:
    found = actors_of("قال البيت الأبيض ووزارة الخارجية الأميركية إن الزيارة تأجلت.")

    assert list(found) == ["البيت الأبيض", "وزارة الخارجية الأميركية"]


def test_a_post_of_the_headline_is_the_one_whom_the_text_names() -> None:
    found = actors_of("وزير إيطالي ينفي الاتهامات\n\nقال وزير الداخلية الإيطالي ماركو بيانكي إن الاتهامات باطلة.")

    assert found["ماركو بيانكي"].aliases == ("وزير إيطالي",)
    assert "وزير إيطالي" not in found


def test_who_holds_a_post_is_known_by_heart() -> None:
    found = actors_of(
        "أمير قطر يعلن عن منحة جديدة\n\nكتب الشيخ تميم بن حمد على حسابه أن المنحة خصصت للمدارس. "
        "وقال أمير قطر إن العمل بدأ."
    )

    assert "أمير قطر" in found["تميم بن حمد"].aliases


def test_a_body_is_one_with_and_without_the_word_for_what_it_is() -> None:
    found = actors_of("قالت الخارجية الروسية إن اللقاء تأجل.\n\nوذكرت وزارة الخارجية الروسية أن الموعد سيحدد لاحقا.")

    assert list(found) == ["وزارة الخارجية الروسية"]


def test_two_spellings_of_one_foreign_name_are_one() -> None:
    found = actors_of("استقبل الوزير المبعوث الأممي ستيفان غريفيث في عمان.\n\nوقال ستيفان غريفث إن الهدنة صامدة.")

    assert list(found) == ["ستيفان غريفيث"]


def test_two_who_are_described_alike_stay_two_where_more_than_one_fits() -> None:
    found = actors_of(
        "وزير أردني يستقيل\n\nقال وزير الصحة الأردني سالم العبادي إن الأمر انتهى. "
        "وقال وزير العمل الأردني فهد المجالي إن القرار مفاجئ."
    )

    assert {"سالم العبادي", "فهد المجالي"} <= set(found)
    assert not any("وزير أردني" in actor.aliases for actor in found.values())


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "واحتفت وزيرة المرأة وشؤون الأسرة سلمى الودغيري بإقرار القانون.",
            "سلمى الودغيري",
            "وزيرة المرأة وشؤون الأسرة",
        ),
        (
            "قال مبعوث الأمم المتحدة لسوريا جان فيرنو إن المحادثات مستمرة.",
            "جان فيرنو",
            "مبعوث الأمم المتحدة لسوريا",
        ),
        (
            "وقال سامي الخوري، وهو محلل سياسي في معهد الدراسات، إن الأزمة طويلة.",
            "سامي الخوري",
            "محلل سياسي في معهد الدراسات",
        ),
        (
            "التقى الرئيسان الروسي فلاديمير بوتين والتركي رجب طيب أردوغان في سوتشي.",
            "فلاديمير بوتين",
            "الرئيس الروسي",
        ),
        (
            "نفى كريم العلوي، مساعد مدير مكتب الرئيس الفرنسي إيمانويل ماكرون، التهمة.",
            "كريم العلوي",
            "مساعد مدير مكتب الرئيس الفرنسي إيمانويل ماكرون",
        ),
        (
            "قال المحامي الإسرائيلي، دانيال ليكرمان، إن القرار سيطعن فيه.",
            "دانيال ليكرمان",
            "المحامي الإسرائيلي",
        ),
        (
            "أثنى الوزير على بعثة الأمم المتحدة ورئيسها غيث الخوري في كلمته.",
            "غيث الخوري",
            "رئيس بعثة الأمم المتحدة",
        ),
        (
            "التقى السفير بعض المسؤولين الأمريكيين من إدارة الرئيس دونالد ترامب في القاهرة.",
            "دونالد ترامب",
            "الرئيس",
        ),
        (
            "يعد الخطاب تحديا للرئيس الأمريكي دونالد ترامب في نيويورك.",
            "دونالد ترامب",
            "الرئيس الأمريكي",
        ),
        (
            "طالب وزير الزراعة الأردني السابق فهد المجالي بفتح المعابر.",
            "فهد المجالي",
            "وزير الزراعة الأردني السابق",
        ),
        (
            "وصل وفد قطري كبير ضم وزير الزراعة فهد المجالي. وقال فهد المجالي إن الزيارة مهمة.",
            "فهد المجالي",
            "وزير الزراعة",
        ),
        (
            "قال كبير المفاوضين فهد المجالي إن المحادثات توقفت.",
            "فهد المجالي",
            "كبير المفاوضين",
        ),
        (
            "قال كبير مستشاري الرئيس الأردني فهد المجالي إن الخطة جاهزة.",
            "فهد المجالي",
            "كبير مستشاري الرئيس الأردني",
        ),
        (
            "قال الأمين العام لمنظمة السياحة، الدكتور الأردني فهد المجالي، إن الموسم جيد.",
            "فهد المجالي",
            "الأمين العام لمنظمة السياحة",
        ),
        (
            "وقال رئيس أركان الجيش الأردني الفريق أول فهد المجالي إن الحدود آمنة.",
            "فهد المجالي",
            "رئيس أركان الجيش الأردني",
        ),
        (
            "قال الشيخ تميم بن حمد، أمير قطر، إن الاتفاق قريب.",
            "تميم بن حمد",
            "أمير قطر",
        ),
        (
            "أشاد الأمير فهد المجالي، أمير منطقة عسير، بجهود المتطوعين.",
            "فهد المجالي",
            "أمير منطقة عسير",
        ),
        (
            "وحضر الورشة رئيس مجلس إدارة الجمعية، الدكتور فهد المجالي. وأكد المجالي أن النتائج جيدة.",
            "فهد المجالي",
            "رئيس مجلس إدارة الجمعية",
        ),
        (
            "اجتمع صاحب السمو الملكي الأمير فهد بن سالم بن ناصر وزير الرياضة بوفد. وأكد فهد بن سالم أن الدعم مستمر.",
            "فهد بن سالم بن ناصر",
            "وزير الرياضة",
        ),
        (
            "اتهم رئيس الهيئة فهد المجالي (أبو سالم) اللجنة بأنها تأخرت.",
            "فهد المجالي",
            "رئيس الهيئة",
        ),
        (
            "وقال وزير الصحة د. فهد المجالي إن اللقاح وصل.",
            "فهد المجالي",
            "وزير الصحة",
        ),
        (
            "ونقلت الوكالة عن قائد القوات البرية، الميجر جنرال فهد المجالي، قوله إن الجنود عادوا.",
            "فهد المجالي",
            "قائد القوات البرية",
        ),
        (
            'أوضح المدير العام للمؤسسة الناشئة "ديار دزاير"، فهد المجالي، أن المنصة جاهزة.',
            "فهد المجالي",
            "المدير العام للمؤسسة الناشئة ديار دزاير",
        ),
        (
            "حضر اللقاء مسؤول أردني وحيد هو اللواء فهد المجالي رئيس الأركان العامة. وقال فهد المجالي إن اللقاء مثمر.",
            "فهد المجالي",
            "رئيس الأركان العامة",
        ),
        (
            "وجه اللواء فهد المجالي قائد القوات البرية رسالة إلى الجنود. وقال المجالي إن النصر قريب.",
            "فهد المجالي",
            "قائد القوات البرية",
        ),
        (
            "كشف مساعد وزير الخارجية السفير، فهد المجالي، عن أن الوفد وقع الاتفاق.",
            "فهد المجالي",
            "مساعد وزير الخارجية",
        ),
        (
            "بتوجيهات معالي الوزير الأستاذ فهد المجالي. وقال المجالي إن الأمر انتهى.",
            "فهد المجالي",
            "الوزير",
        ),
        (
            "وقدم الفريق القانوني لأسرة رئيس الوزراء السابق فهد المجالي طعنا. وقال المجالي إنه بريء.",
            "فهد المجالي",
            "رئيس الوزراء السابق",
        ),
        (
            "قال فهد المجالي مستشار الأمن القومي الجديد للرئيس الأردني سالم العبادي إن الملف صعب.",
            "فهد المجالي",
            "مستشار الأمن القومي الجديد للرئيس الأردني سالم العبادي",
        ),
        (
            "وقالت سلمى الودغيري، شقيقة الضحية، متحدثة نيابة عن الأسرة: «إنني عازمة على ذلك».",
            "سلمى الودغيري",
            "شقيقة الضحية",
        ),
        (
            "قال سمير الورداني القيادي بحركة نداء تونس إن الحوار مستمر.",
            "سمير الورداني",
            "القيادي بحركة نداء تونس",
        ),
        (
            "وقال رئيس أركان الحرس الثوري الفريق أول فهد المجالي إن الحدود آمنة.",
            "فهد المجالي",
            "رئيس أركان الحرس الثوري",
        ),
        (
            "قتل رئيس المجلس السياسي الأعلى التابع للجماعة، صالح الصماد، في غارة.",
            "صالح الصماد",
            "رئيس المجلس السياسي الأعلى التابع للجماعة",
        ),
    ],
)
def test_a_role_is_the_post_beside_the_name(text: str, name: str, role: str) -> None:
    assert actors_of(text)[name].role == role


def test_a_post_of_another_is_not_ones_role() -> None:
    found = actors_of("التقى رئيس الوزراء حسان العمري بكاترين دوبوا في باريس.")

    assert found["كاترين دوبوا"].role is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "وتولى منصب وزير النقل في حكومة فهد المجالي السابقة. وقال فهد المجالي إن الأمر انتهى.",
            "فهد المجالي",
        ),
        (
            "من هو اللواء فهد المجالي المتهم بالوقوف وراء الهجوم؟\nقال فهد المجالي إن التحقيق انتهى.",
            "فهد المجالي",
        ),
        (
            "والتقت نادية الفاسي رئيس حكومة الوفاق سالم الدرسي. وقالت نادية الفاسي إن اللقاء مهم.",
            "نادية الفاسي",
        ),
        (
            "هل يقيل المجالي مستشاره للأمن القومي؟ قال فهد المجالي إن القرار قريب.",
            "فهد المجالي",
        ),
        (
            "نفذت السلطات حكم الإعدام في حق فهد المجالي. وقال المجالي إنه بريء.",
            "فهد المجالي",
        ),
        (
            "ستشن الحكومة هجمات لمساعدة فهد المجالي في الحرب. وقال فهد المجالي إنها انتهت.",
            "فهد المجالي",
        ),
    ],
)
def test_what_is_no_post_where_it_stands_is_no_role(text: str, name: str) -> None:
    assert actors_of(text)[name].role is None


def test_the_post_of_one_who_is_taken_along_is_not_whom_he_meets() -> None:
    found = actors_of("يصطحب الوزير رئيس المخابرات للقاء الملك سلمان في نيوم. وقال الملك سلمان إن العلاقات متينة.")

    assert found["سلمان"].role == "الملك"


def test_the_post_before_a_comma_is_of_the_name_behind_which_it_stands() -> None:
    found = actors_of("حذر سالم الدرسي، مستشار الأمن القومي للرئيس الليبي، فهد المجالي، من الفوضى.")

    assert found["سالم الدرسي"].role == "مستشار الأمن القومي للرئيس الليبي"
    assert "فهد المجالي" not in found or found["فهد المجالي"].role == "الرئيس الليبي"


def test_another_name_in_brackets_is_an_alias() -> None:
    found = actors_of("اتهم رئيس الهيئة فهد المجالي (أبو سالم) اللجنة بأنها تأخرت.\nوالتقى أبو سالم سفير الأردن.")

    assert "أبو سالم" in found["فهد المجالي"].aliases


def test_two_who_vow_together_are_two_actors_though_one_is_called_by_his_post() -> None:
    found = actors_of("أكد كيم جونغ أون والرئيس الكوري الجنوبي مون جاي-إن التزامهما بالسلام.")

    assert {"كيم جونغ أون", "مون جاي-إن"} <= set(found)


def test_an_armed_group_is_told_of_where_it_is_named() -> None:
    found = actors_of(
        "تصاعدت أعمدة الدخان فوق معسكر يسيطر عليه الحوثيون شمال المدينة، فيما تراجعت ميليشيات الحوثي شرقا."
    )

    assert len([name for name in found if "حوثي" in name]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "أوقف رجل يشتبه في أنه على صلة بتنظيم القاعدة.",
        "كانت القاعدة التي بني عليها البرج ضعيفة.",
    ],
)
def test_a_group_that_somebody_is_said_to_be_near_or_a_word_like_its_name_is_no_actor(text: str) -> None:
    assert not any("القاعدة" in name for name in actors_of(text))


def test_a_body_acts_where_a_clause_begins_with_it() -> None:
    found = actors_of("أفاد شهود بأن خفر السواحل انتشل عشرات الجثث قبالة المدينة.")

    assert "خفر السواحل" in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "وأدانت الحكومة الروسية سكريبل، البالغ من العمر 66 عاما، بكشف أسرار.",
            "الحكومة الروسية",
        ),
        (
            "وأغلقت الشرطة الطرق المؤدية إلى الميدان.",
            "الشرطة",
        ),
        (
            "قصفت القوات اليمنية المدعومة من التحالف مواقع في الحديدة.",
            "القوات اليمنية",
        ),
    ],
)
def test_what_belongs_to_the_verb_or_describes_is_no_part_of_a_body(text: str, name: str) -> None:
    assert name in actors_of(text)


def test_an_ordinary_word_beside_a_surname_is_no_name() -> None:
    found = actors_of("خنجر الزهراني يباع في المزاد\n\nقال كمال الزهراني إن الخنجر قديم.")

    assert list(found) == ["كمال الزهراني"]


def test_a_state_is_a_country_by_its_constitution_too() -> None:
    found = actors_of("استقبلت جمهورية تشيكيا وفدا من دولة قطر الثلاثاء.")

    assert {actor.type for actor in found.values()} <= {"country"}


def test_a_body_acts_behind_a_verb_of_hers() -> None:
    assert "قوات النظام" in actors_of("عززت قوات النظام تمركزها في محيط البلدة.")


def test_one_who_is_named_once_without_a_post_is_not_told_of() -> None:
    assert actors_of("ومن إخراج فيليب كوفمان، وقد نال الفيلم جوائز كثيرة.") == {}


def test_what_a_state_refuses_is_no_part_of_its_name() -> None:
    found = actors_of("وجددت الوزيرة سلمى الودغيري التأكيد على رفض المملكة السماح للاجئين بالعبور إليها.")

    assert not any("السماح" in name for name in found)


def test_one_whom_a_desk_knows_by_heart_is_told_of_without_a_post() -> None:
    found = actors_of("قال الوزير سالم الدرسي إن الأزمة بدأت حين سافر خليفة حفتر إلى برلين.")

    assert "خليفة حفتر" in found


def test_a_company_that_is_called_like_a_man_is_nobodys_name() -> None:
    found = actors_of("وقال أحد محامي شركة كولومبوس نوفا إن المبلغ كان رسوما.")

    assert set(found) == {"أحد محامي شركة كولومبوس نوفا"}


def test_a_ministers_peer_is_the_one_of_that_nation_who_is_named() -> None:
    found = actors_of(
        "العبادي يتلقى مكالمة من نظيره الأردني\n"
        "تلقى وزير الخارجية المغربي سالم العبادي مكالمة هاتفية من وزير الخارجية الأردني فهد المجالي."
    )

    assert "نظيره الأردني" not in found


def test_who_is_one_of_many_has_that_for_his_post() -> None:
    found = actors_of(
        "وقالت هدى الدرسي، إحدى المعتصمات، إن الخيام باقية. وقال جاك مارتان، أحد مستشاري الوزير، إنه راض."
    )

    assert found["هدى الدرسي"].role == "إحدى المعتصمات"
    assert found["جاك مارتان"].role == "أحد مستشاري الوزير"


def test_the_fuller_post_behind_a_name_is_taken_where_a_bare_one_stands_before_it() -> None:
    found = actors_of("وقال النائب، سالم الدرسي، رئيس حركة الوحدة الوطنية، إن الجلسة تأجلت.")

    assert found["سالم الدرسي"].role == "رئيس حركة الوحدة الوطنية"


def test_for_whom_another_speaks_has_no_spokesmans_post() -> None:
    found = actors_of("قال جاك مارتان، المتحدث باسم كمال الدرسي، إن الزيارة تأجلت. وقال كمال الدرسي إنه سيسافر.")

    assert found["كمال الدرسي"].role is None


def test_a_father_called_ali_is_of_the_name() -> None:
    found = actors_of("نفى والي الجهة محسن بن علي وعده بالتشغيل، مؤكدا أن الملف مغلق.")

    assert found["محسن بن علي"].role == "والي الجهة"


def test_of_two_who_held_a_post_the_one_who_holds_it_that_day_is_meant() -> None:
    text = "واجه جو بايدن خصمه دونالد ترامب. ووعد الرئيس الأميركي بخفض الأسعار."
    reading = Reader().read(Article(id="report", text=text, published="2024-04-13"))

    assert [statement.speaker for statement in reading.statements] == ["جو بايدن"]


def test_a_surname_with_bu_behind_a_given_name_is_of_the_name() -> None:
    found = actors_of("يسعى النواب إلى دفع سعيد بوحجة، إلى الاستقالة. وقال بوحجة لوسائل الإعلام إنه باق.")

    assert found["سعيد بوحجة"].aliases == ("بوحجة",)


def test_who_is_told_to_be_something_behind_a_pronoun_needs_no_title() -> None:
    found = actors_of("وحسب ليلى الدرعي، وهي معدة تحقيقات صحفية في القناة، فقد تأجلت الصفقة.")

    assert found["ليلى الدرعي"].role == "معدة تحقيقات صحفية في القناة"


def test_for_whom_somebody_works_does_not_speak_by_his_mouth() -> None:
    found = actors_of("اعترف مستشار سابق لترامب بالتزوير. وقال المدير السابق لحملة ترامب إنه بريء.")

    assert found["مستشار سابق لترامب"].role is None
    assert found["المدير السابق لحملة ترامب"].type == "person"


def test_a_name_that_begins_like_a_verb_behind_a_post_says_nothing_itself() -> None:
    text = "وقال مدير الاستخبارات الوطنية الأمريكي، دان كوتس، الاثنين إن روسيا ضالعة في الجهود."
    reading = Reader().read(Article(id="report", text=text, published="2018-07-19"))

    assert [statement.speaker for statement in reading.statements] == ["دان كوتس"]


def test_what_is_filmed_of_a_leader_is_no_post_of_his() -> None:
    found = actors_of("نشر التنظيم تسجيلا مصورا لزعيمه، سامي الطاهري. وقال الطاهري إن الأمر صعب.")

    assert found["سامي الطاهري"].role == "زعيمه"


def test_some_spokesman_is_not_the_chief_whom_his_post_names() -> None:
    found = actors_of("وقال متحدث باسم رئيسة الحكومة ليندا سالم إن البلاد تسعى إلى اتخاذ إجراءات أخرى.")

    assert found["ليندا سالم"].role == "رئيسة الحكومة"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قالت وزارة الصحة إن المرضى تعافوا.\nوأشارت الصحة إلى أن المستشفيات مفتوحة.", ["وزارة الصحة"]),
        (
            "قالت وزارة الصحة اللبنانية ووزارة الصحة الأردنية إن المرضى تعافوا.\nوأشارت الصحة إلى أن العمل مستمر.",
            ["وزارة الصحة اللبنانية", "وزارة الصحة الأردنية", "الصحة"],
        ),
    ],
)
def test_a_ministry_called_by_its_field_alone_is_the_only_one_of_that_field(text: str, names: list[str]) -> None:
    assert list(actors_of(text)) == names
