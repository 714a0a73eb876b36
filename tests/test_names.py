import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takhrij.reading.names import find_names
from takhrij.text.page import lay_out


def named(text: str) -> list[tuple[str, str]]:
    return [(name.span.of(text), name.kind) for name in find_names(lay_out(text))]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "أكد المتحدث باسم الحرس الوطني حسام الجبابلي أن الوضع مستقر.",
            "حسام الجبابلي",
            "person",
        ),
        (
            "التقى وزير الخارجية سامح شكري نظيره في القاهرة.",
            "سامح شكري",
            "person",
        ),
        (
            "وصل الوفد إلى بنغازي مساء الأحد.",
            "بنغازي",
            "place",
        ),
        (
            "نقلت صحيفة الشرق الأوسط عن مصدر مطلع أن المحادثات توقفت.",
            "الشرق الأوسط",
            "outlet",
        ),
        (
            "قالت وكالة رويترز إن السفينة غادرت الميناء.",
            "رويترز",
            "outlet",
        ),
        (
            "دعت الأمم المتحدة الأطراف إلى ضبط النفس.",
            "الأمم المتحدة",
            "organization",
        ),
    ],
)
def test_a_name_is_found_without_title_and_proclitic(text: str, name: str, kind: str) -> None:
    assert (name, kind) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "فجر مشتبه به نفسه في منطقة بن قردان جنوب البلاد.",
        "شكا الأهالي من قبل الأمن في بن قردان.",
        "وقع الانفجار في بن قردان.\nوكانت الطريق مغلقة نحو البلدة التابعة لبن قردان.",
    ],
)
def test_a_place_that_begins_like_a_persons_name_is_a_place(text: str) -> None:
    assert ("بن قردان", "place") in named(text)


def test_a_persons_name_that_goes_on_like_a_place_is_a_persons() -> None:
    assert ("محمد بن عروس", "person") in named("وقال محمد بن عروس إن الأشغال انطلقت.")


def test_a_hash_sign_inside_a_name_does_not_part_it() -> None:
    text = "قرر إقالة وزير خارجيته، ريكس #تيلرسون، الثلاثاء."

    assert [kind for name, kind in named(text) if name == "ريكس #تيلرسون"] == ["person"]


def test_what_is_quoted_as_the_name_of_a_thing_is_nobodys() -> None:
    assert ("كينيسيس موني", "person") not in named('قال محلل السوق في "كينيسيس موني" إن الذهب ارتفع.')


@pytest.mark.parametrize(
    "text",
    [
        "أطلق الجنود القنابل فوق حارة أبو الفول ليلا.",
        "احتجزت السلطات المسافرة في مطار بن جوريون منذ أسبوع.",
        "أصاب الصاروخ مطار الملك خالد في الرياض.",
        "قال أمين سر اللجنة إن الشكوى قدمت.",
    ],
)
def test_a_mans_name_behind_the_word_for_a_place_is_a_places(text: str) -> None:
    assert all(kind != "person" for _, kind in named(text))


def test_a_surname_that_is_an_ordinary_word_is_a_surname_behind_a_mans_post() -> None:
    assert ("سليمان مسودة", "person") in named("قال مراسل الشؤون السياسية في قناة الغد سليمان مسودة: إن الجيش انسحب.")


def test_an_adjective_is_no_ministry() -> None:
    text = "قال وكيل وزارة الخزانة لشؤون المخابرات المالية، نادر البشير، إن الحظر مستمر. وأكدت الخارجية ذلك."

    assert "المالية" not in [name for name, _ in named(text)]


def test_a_full_stop_ends_a_bodys_name() -> None:
    text = 'يعمل الخبراء في صندوق النقد الدولي. وأضافت "في السنوات الماضية ساعد صندوق النقد الدولي بلداننا".'

    assert [name for name, kind in named(text) if kind == "organization"] == ["صندوق النقد الدولي"] * 2


def test_a_conjunction_before_a_name_is_left_out() -> None:
    text = "اتفق ترامب وبوتين على عقد قمة في هلسنكي."

    assert ("بوتين", "person") in named(text)


def test_a_bare_surname_is_a_person_where_the_report_writes_the_full_name() -> None:
    text = "التقى المشير خليفة حفتر وفدا من القبائل.\nوشدد حفتر على وحدة البلاد."

    assert [name for name, _ in named(text)].count("حفتر") == 1
    assert ("خليفة حفتر", "person") in named(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "قال الشيخ حمد بن خليفة آل ثاني إن المشروع اكتمل.",
            "حمد بن خليفة آل ثاني",
        ),
        (
            "أعلن المدرب رود فان نيستلروي تشكيلة الفريق.",
            "رود فان نيستلروي",
        ),
        (
            "التقى المبعوث الأميركي ستيف ويتكوف مسؤولين في موسكو.",
            "ستيف ويتكوف",
        ),
        (
            "أفاد قائد الشرطة داوود أمين أن الحادث عرضي.",
            "داوود أمين",
        ),
        (
            "أوضح الوالي منجي ثامر أن الأشغال انطلقت.",
            "منجي ثامر",
        ),
        (
            "قالت المتحدثة كارولاين ليفيت إن القرار نهائي.",
            "كارولاين ليفيت",
        ),
        (
            "قالت الباحثة أنجيلا غودفري-غولدشتاين إن الطريق طويل.",
            "أنجيلا غودفري-غولدشتاين",
        ),
        (
            "أكد رئيس الجمهورية الباجي قائد السبسي أن الحوار مستمر.",
            "الباجي قائد السبسي",
        ),
        (
            "قال المرشد الأعلى، آية الله علي خامنئي، إن الموقف ثابت.",
            "علي خامنئي",
        ),
        (
            "قال وزير الدولة مساعد بن ناصر العيبان إن العمل انتهى.",
            "مساعد بن ناصر العيبان",
        ),
        (
            "التقى الرئيس الكوري الجنوبي مون جاي-إن التزامه بالسلام.",
            "مون جاي-إن",
        ),
        (
            "اتهمت السلطات شبكة فتح الله غولن بالتخطيط للانقلاب.",
            "فتح الله",
        ),
        (
            "ردت الجزائرية أسماء بنت قادة على الاتهامات.",
            "أسماء بنت قادة",
        ),
        (
            "قال محامي ترامب مايكل كوهين إنه دفع المبلغ.",
            "مايكل كوهين",
        ),
        (
            "قالت مراسلة بي بي سي سالم حسن إن الطريق مغلق.",
            "سالم حسن",
        ),
    ],
)
def test_a_persons_name_is_found_whole(text: str, name: str) -> None:
    assert (name, "person") in named(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "ضربت العاصفة ثم اتصل الوزير بشوماخر بافتقاد الصبر.",
            "بافتقاد",
        ),
        (
            "طالب المدير لصالح مايكل جونسون بتعويض.",
            "لصالح",
        ),
        (
            "قالت المتحدثة إن بومبيو شكر ولي العهد السعودي على الدعم.",
            "شكر",
        ),
        (
            "وصل سفير الرياض في واشنطن خالد بن سلمان شقيق الملك.",
            "شقيق",
        ),
        (
            "منح الرئيس الأسد وسام الشرف لضيفه.",
            "وسام",
        ),
        (
            "قتل القيادي موسى أبو داود، وهوعضو بارز في التنظيم.",
            "هوعضو",
        ),
        (
            "تنشط العصابة بين ولايتي جندوبة وباجة.",
            "ولايتي",
        ),
        (
            "ومنذ الخروج أمام إيمري بدا الفريق تائها.",
            "أمام",
        ),
        (
            "وذكر مسؤول أميركي آخر أن المحادثات توقفت.",
            "آخر",
        ),
        (
            "قال الرئيس إن إيفانكا ستكون رائعة في المنصب.",
            "رائعة",
        ),
    ],
)
def test_what_stands_a_name_is_left_out(text: str, name: str) -> None:
    assert all(name not in words for words, _ in named(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "أعلنت وزارة الداخلية توقيف شخصين.",
            "وزارة الداخلية",
        ),
        (
            "قالت وزارة الزراعة والأغذية والشؤون الريفية إن الموسم جيد.",
            "وزارة الزراعة والأغذية والشؤون الريفية",
        ),
        (
            "بحسب المرصد السوري لحقوق الإنسان، قتل شخص.",
            "المرصد السوري لحقوق الإنسان",
        ),
        (
            "تحدث رئيس اتحاد المصارعة الإيراني عن البطولة.",
            "اتحاد المصارعة الإيراني",
        ),
    ],
)
def test_an_organisation_is_named_with_the_word_for_its_kind_and_its_extension(text: str, name: str) -> None:
    assert (name, "organization") in named(text)


def test_two_organisations_joined_by_and_are_two_names() -> None:
    text = "أصدر حزب الله وحركة أمل بيانا مشتركا."

    assert ("حزب الله", "organization") in named(text)


def test_a_hashtag_that_joins_a_name_is_that_name() -> None:
    text = "أشاد الرئيس اليمني السابق #علي_عبدالله_صالح بالاتفاق."

    assert ("علي_عبدالله_صالح", "person") in named(text)


def test_a_currency_is_no_name() -> None:
    assert all("دولار" not in name for name, _ in named("بلغت الخسائر 500 دولار أميركي في اليوم."))


WORDS = [
    *"قال الرئيس ومحمد بن بوتين في أبو عبد لندن".split(),  # noqa: SIM905
    *["«", '"', "_", "#", "CNN", "5", "،", "."],
    "\n",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_names_stand_in_order_inside_the_text_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words)

    spans = [name.span for name in find_names(lay_out(text))]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in zip(spans, spans[1:], strict=False))


def test_time_grows_with_the_length_of_the_text() -> None:
    text = "قال الرئيس محمد بوتين في لندن ان الوضع مستقر " * 2_000
    find_names(lay_out(text))

    start = time.process_time()
    find_names(lay_out(text * 2))

    assert time.process_time() - start < 5


def test_a_name_ends_with_its_line() -> None:
    text = "قال خبير النقوش القديمة الدكتور عادل\n المكتشف أقدم مما أعلن\n\nقال الدكتور عادل الشامسي إن النقش قديم"

    assert all("\n" not in name.span.of(text) for name in find_names(lay_out(text)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "أشار البنك الدولي إلى تراجع النمو.",
            "البنك الدولي",
        ),
        (
            "دعت حركة النهضة إلى الحوار.",
            "حركة النهضة",
        ),
        (
            "قصفت لجان المقاومة الشعبية الموقع.",
            "لجان المقاومة الشعبية",
        ),
        (
            "تبنى لواء القدس الهجوم.",
            "لواء القدس",
        ),
        (
            "رفضت حكومة إقليم كردستان العراق القرار.",
            "حكومة إقليم كردستان العراق",
        ),
        (
            "وأعلنت وحدات حماية المرأة مقتل خمسة من مقاتليها.",
            "وحدات حماية المرأة",
        ),
        (
            "قال المكلف بالإعلام بالحرس الوطني إن الدورية عادت.",
            "الحرس الوطني",
        ),
    ],
)
def test_a_body_that_a_desk_knows_is_found_whole(text: str, name: str) -> None:
    assert (name, "organization") in named(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "وصل وزير الخزانة الأميركية إلى الرياض.",
            "الخزانة الأميركية",
        ),
        (
            "رفعت الدعوى أمام المحكمة العليا الدستورية في البلاد.",
            "المحكمة العليا",
        ),
        (
            "يريدون دولة القانون والمساواة.",
            "دولة القانون",
        ),
    ],
)
def test_words_that_may_be_a_bodys_are_none_in_a_longer_name(text: str, name: str) -> None:
    assert (name, "organization") not in named(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "قصفت الطائرات مواقع في الغوطة الشرقية.",
            "الغوطة الشرقية",
        ),
        (
            "وذلك بعد السيطرة على الغوطة الشرقية.",
            "الغوطة الشرقية",
        ),
        (
            "وحضرته غينيا الاستوائية وساحل العاج.",
            "ساحل العاج",
        ),
        (
            "وتشدد على التزام المملكة المتحدة غير المشروط.",
            "المملكة المتحدة",
        ),
    ],
)
def test_a_place_of_several_words_is_found_whole(text: str, name: str) -> None:
    assert (name, "place") in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "اجتمع رئيس مجلس الإدارة مع المساهمين.",
        "أقر مجلس الوزراء الميزانية.",
        "حضرته الدول العربية كلها.",
    ],
)
def test_a_council_of_any_body_and_many_states_are_no_names(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "قالت سعيدة بركات إن الجمعية ستواصل عملها.",
            "سعيدة بركات",
        ),
        (
            "وأكدت أمل العلوي أن القرار مناسب.",
            "أمل العلوي",
        ),
        (
            "قالت بيان الحمصي: الوضع صعب.",
            "بيان الحمصي",
        ),
    ],
)
def test_a_given_name_that_is_a_word_is_one_behind_a_verb_of_saying(text: str, name: str) -> None:
    assert named(text) == [(name, "person")]


@pytest.mark.parametrize(
    "text",
    [
        "أكد بيان الحزبي أن الاجتماع تأجل.",
        "أعلنت ذكرى الاستقلال أن اليوم عطلة.",
        "أكدت حياة القرية أن الناس يصبرون.",
    ],
)
def test_a_word_behind_a_verb_of_saying_is_no_given_name_without_a_surname(text: str) -> None:
    assert named(text) == []


def test_followers_are_no_part_of_whom_they_follow() -> None:
    assert named("واستنكر أنصار نجفي تدخل المدعي العام.") == [("نجفي", "person")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "وقالت زينب للقاضي خلال الجلسة إن الشرطة ظلمتها.",
            "زينب",
        ),
        (
            "ونقل الجريح إلى مستشفى المدينة، وقال حسن شاكر بنابل إن الطريق أغلق.",
            "حسن شاكر",
        ),
        (
            "واتصل تميم بروحاني مساء الأحد.",
            "تميم",
        ),
    ],
)
def test_to_whom_and_where_is_no_part_of_a_name(text: str, name: str) -> None:
    assert name in [found for found, _ in named(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "وقال رئيس وزراء ولاية البنجاب أماريندر سينغ إن الحادث مأساوي.",
            "أماريندر سينغ",
        ),
        (
            "وأكدت المسؤولة في شرطة المدينة جودي كاسترل أن المبنى أخلي.",
            "جودي كاسترل",
        ),
        (
            "وأعلن المتحدث باسم الحركة، زبي الله شاهيري، الجمعة، أن الاجتماع انتهى.",
            "زبي الله شاهيري",
        ),
        (
            "ونقلت الصحيفة عن ضابط التنسيق في المنطقة ظفار إقبال قوله إن الحادث انتهى.",
            "ظفار إقبال",
        ),
        (
            "وقال وكيل وزارة الصحة، علي الوليدي، إن المرض تركز في إب.",
            "علي الوليدي",
        ),
        (
            'وقال مسؤول مكتب العلاقات العامة في البلدية ريدور خليل: "بدأت الأشغال".',
            "ريدور خليل",
        ),
    ],
)
def test_who_stands_between_a_post_and_what_its_holder_says_is_a_person(text: str, name: str) -> None:
    assert (name, "person") in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "وقالت المتحدثة باسم البيت الأبيض إن الرئيس بخير.",
        "وقال مدير شركة الاتصالات أورنج تونس إن الأسعار ارتفعت.",
        "وقال مدير المستشفى أول أمس إن المرضى بخير.",
        "وأبلغ مدير المدرسة أولياء تلاميذ كثر أن الدروس توقفت.",
    ],
)
def test_what_else_stands_behind_a_post_is_no_person(text: str) -> None:
    assert "person" not in {kind for _, kind in named(text)}
