"""What the tagger took into a person's name and is none of it: a verb, how somebody was, another's name."""

import pytest

from takhrij.model.article import Article
from takhrij.reading.reader import Reader
from takhrij.reading.strangers import tells_how
from test_names import named


def persons(text: str) -> list[str]:
    return [name for name, kind in named(text) if kind == "person"]


def roles(text: str) -> dict[str, str | None]:
    read = Reader().read(Article(id="a", text=text))
    return {actor.name: actor.role for actor in read.actors if actor.type == "person"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "زار الأمير البريطاني وليام مخيماً للاجئين شرق المدينة.",
            ["وليام"],
        ),
        (
            "وزار الأمير وليام الأماكن المقدسة في المدينة القديمة.",
            ["وليام"],
        ),
        (
            "ومن المقرر أن يستطلع آبي حجم الأضرار من الجو.",
            ["آبي"],
        ),
        (
            "قال الرئيس: لا أرى مايكل يفعل ذلك.",
            ["مايكل"],
        ),
        (
            "أعلنت متحدثة باسم جان كلود يونكر أن المفوضية تتابع الأمر.",
            ["جان كلود يونكر"],
        ),
    ],
)
def test_a_verb_or_how_somebody_was_is_no_part_of_a_name(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


def test_a_man_called_basim_keeps_his_name() -> None:
    assert persons("وصل المحامي باسم الحلبي إلى المحكمة.") == ["باسم الحلبي"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وأقال ترامب كومي في شهر مايو الماضي.",
            ["ترامب", "كومي"],
        ),
        (
            "وتحدث الممثل إلى صهر ترامب جارد كوشنير مساء أمس.",
            ["ترامب", "جارد كوشنير"],
        ),
        (
            "حذر الأمين العام للأمم المتحدة أنطونيو غوتيريش ترامب من الانسحاب.",
            ["أنطونيو غوتيريش", "ترامب"],
        ),
    ],
)
def test_two_whom_a_desk_knows_are_no_one(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


def test_whose_surname_is_another_ones_first_name_stays_whole() -> None:
    assert persons("استقال رئيس الوزراء هايلي مريام ديسالين من منصبه.") == ["هايلي مريام ديسالين"]


def test_a_surname_with_the_article_may_stand_before_the_given_name() -> None:
    assert persons("وقال الوزير الدرديري محمد إن الحوار مستمر.") == ["الدرديري محمد"]


def test_a_post_stands_before_the_name_by_which_its_holder_goes() -> None:
    text = "أعلنت الرئاسة مقتل زعيم التنظيم في الولاية، المعروف باسم عبد الحسيب، في غارة جوية."

    assert roles(text)["عبد الحسيب"] == "زعيم التنظيم في الولاية"


def test_where_somebody_lives_is_no_post() -> None:
    assert roles("وقال سلمان الفرج، المقيم في لندن، إن الطريق مغلق.") == {"سلمان الفرج": None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وقال حاكم ماريلاند لاري هوجان إن الولاية مستعدة للعاصفة.",
            {
                "لاري هوجان": "حاكم ماريلاند",
            },
        ),
        (
            "وأكد والي منوبة أحمد الحلبي أن المدرسة جاهزة.",
            {
                "أحمد الحلبي": "والي منوبة",
            },
        ),
    ],
)
def test_the_place_of_a_post_is_no_part_of_a_name(text: str, expected: dict[str, str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "وأكد أندرو بايلي محافظ المصرف أن الفائدة ستبقى على حالها.",
            "أندرو بايلي",
        ),
        (
            "وقالت متحدثة باسم النيابة العامة، وينكي روغن، إن التحقيق مستمر.",
            "وينكي روغن",
        ),
        (
            "وقال المتحدث باسم حاكم الإقليم، عطاء الله خوجياني، إن الطريق آمن.",
            "عطاء الله خوجياني",
        ),
        (
            "قالت وزيرة المرأة نزيهة العبيدي إن القانون جاهز.",
            "نزيهة العبيدي",
        ),
        (
            "وأكدت النائبة راضية التومي أن الجلسة تأجلت.",
            "راضية التومي",
        ),
        (
            "وقالت نبيهة الجلاصي إن العيادة مغلقة.",
            "نبيهة الجلاصي",
        ),
    ],
)
def test_a_name_keeps_its_first_letter_and_its_first_word(text: str, name: str) -> None:
    assert name in persons(text)


def test_mercy_upon_a_dead_man_is_no_part_of_his_name() -> None:
    assert "رحمه" not in " ".join(persons("وكان الشيخ سالم الحلبي رحمه الله معلما."))


def test_a_word_behind_a_womans_post_is_no_name_before_an_ordinary_word() -> None:
    assert persons("وأكدت الوزيرة نور الحرية لا ينطفئ.") == []


def test_a_post_behind_another_whose_holder_is_named_under_his_rank_is_not_his() -> None:
    found = roles("كلف الوزير نادر الحلبي، مندوب السودان الدائم لدى الأمم المتحدة السفير رياض الدرسي بتقديم الشكوى.")

    assert found["نادر الحلبي"] == "الوزير"


def test_an_adjective_goes_on_a_post_behind_its_country() -> None:
    found = roles("وقال سالم الحلبي، مندوب السودان الدائم لدى الأمم المتحدة، إن الجلسة تأجلت.")

    assert found == {"سالم الحلبي": "مندوب السودان الدائم لدى الأمم المتحدة"}


def test_what_stands_right_behind_in_and_is_called_like_no_person_is_a_place() -> None:
    assert persons("وقتل شاب في المنطقة الباريسية في غارج-لي-غونيس مساء الأحد.") == []


@pytest.mark.parametrize(
    "text",
    [
        "أغلقت السلطات معبر كرم أبو سالم التجاري صباح اليوم.",
        "وهو أول لقاء بين زعيم كوري شمالي ورئيس أميركي في السلطة.",
        'وارتفعت مبيعات "كفاحي" في المكتبات هذا العام.',
    ],
)
def test_what_is_called_like_a_person_by_chance_is_none(text: str) -> None:
    assert persons(text) == []


def test_a_post_with_its_nation_ends_the_name_before_it() -> None:
    assert persons("وأحرز سالم الحلبي اللاعب المصري جائزة أفضل لاعب.") == ["سالم الحلبي"]


def test_a_mans_name_may_stand_in_quotation_marks_behind_his_post() -> None:
    assert persons('وكشف ذلك عالم الفلك الإنكليزي "جيرميا روكس" قبل قرون.') == ["جيرميا روكس"]


def test_how_somebody_was_does_not_hang_on_what_was_read_before() -> None:
    words = ("محبطا", "وهما", "كما")
    fresh = [tells_how(word) for word in words]
    persons("وكان المحبط محبط كم وهم.")
    assert [tells_how(word) for word in words] == fresh == [True, False, False]
