"""Who is meant by a source's words, in reports made up for the purpose."""

import os
import subprocess
import sys

from takhrij import Reader
from takhrij.model.article import Article
from takhrij.model.name import Name, NameKind
from takhrij.model.span import Span
from takhrij.model.statement import Statement
from takhrij.reading.chains import trace
from takhrij.reading.heading import find_heading
from takhrij.reading.reasons import WHY
from takhrij.reading.statements import find_devices
from takhrij.rules.statements.sheet import lay_sheet
from takhrij.text.page import lay_out


def told(text: str, outlet: str | None = None, **names: NameKind) -> list[Statement]:
    """The statements of a report whose names are known: `told(text, سالم_الورفلي="person")`."""
    article = Article(id="t", text=text, outlet=outlet)
    page = lay_out(text)
    found: list[Name] = []
    for name, kind in sorted(names.items(), key=lambda pair: -len(pair[0])):
        words, at = name.replace("_", " "), 0
        while (at := text.find(words, at)) >= 0:
            span = Span(at, at + len(words))
            if not any(known.span.start < span.end and span.start < known.span.end for known in found):
                found.append(Name(span=span, kind=kind, rule="test"))
            at = span.end
    sheet = lay_sheet(page, find_heading(page, article), (), sorted(found, key=lambda n: n.span))
    return list(trace(sheet, find_devices(sheet))[0])


def speakers(text: str, **names: NameKind) -> list[str]:
    return [statement.speaker for statement in told(text, **names)]


def test_a_surname_means_the_person_whose_full_name_stands_elsewhere() -> None:
    text = "قال الورفلي إن الطريق مفتوح.\nوأكد وزير النقل سالم الورفلي أن العمل مستمر."

    assert speakers(text, سالم_الورفلي="person", الورفلي="person") == ["سالم الورفلي", "سالم الورفلي"]


def test_a_son_of_the_same_name_is_not_his_father() -> None:
    text = "وطالب سالم الورفلي جونيور بإلغاء القرار.\nوقال الرئيس سالم الورفلي إن العمل مستمر."

    assert speakers(text, سالم_الورفلي_جونيور="person", سالم_الورفلي="person") == [
        "سالم الورفلي جونيور",
        "سالم الورفلي",
    ]


def test_a_post_means_the_person_who_holds_it() -> None:
    text = "قال وزير الزراعة السوداني نادر البشير إن الموسم جيد.\nوأضاف الوزير أن الأسعار ستنخفض."

    assert speakers(text, نادر_البشير="person") == ["نادر البشير", "نادر البشير"]


def test_the_post_is_known_before_its_holder_is_named() -> None:
    text = "قال وزير الزراعة السوداني إن الموسم جيد.\nوأعلن وزير الزراعة السوداني، نادر البشير، أن الحصاد بدأ."

    assert speakers(text, نادر_البشير="person") == ["نادر البشير", "نادر البشير"]


def test_spokesman_and_naatiq_are_one_post() -> None:
    text = "قال المتحدث باسم البلدية حسام الدرسي إن الجسر آمن.\nوأشار الناطق باسم البلدية إلى أن الأشغال انتهت."

    assert speakers(text, حسام_الدرسي="person") == ["حسام الدرسي", "حسام الدرسي"]


def test_the_first_name_speaks_where_a_post_follows_it() -> None:
    text = "قال ماهر الزوي، مستشار رئيس البلدية، إن الميزانية أقرت."

    (statement,) = told(text, ماهر_الزوي="person")

    assert (statement.speaker, statement.kind, statement.named) == ("ماهر الزوي", "person", True)


def test_two_joined_names_speak_together() -> None:
    (statement,) = told("قال سالم الورفلي ونادر البشير إن الاتفاق قريب.", سالم_الورفلي="person", نادر_البشير="person")

    assert (statement.speaker, statement.kind) == ("سالم الورفلي ونادر البشير", "people")


def test_an_unnamed_source_keeps_its_description() -> None:
    text = "قال مصدر أمني في الميناء إن السفينة غادرت.\nوأضاف المصدر أن التفتيش انتهى."

    first, second = told(text)

    assert first.speaker == second.speaker == "مصدر أمني في الميناء"
    assert (first.kind, first.named) == ("person", False)
    assert first.veil is not None and first.veil.number == 1


def test_the_veil_tells_what_anonymity_was_asked_for_and_how_many_speak() -> None:
    text = "قال ثلاثة مسؤولين في الشركة، طلبوا عدم الكشف عن هويتهم، إن الصفقة تأجلت."

    (statement,) = told(text)

    assert statement.veil is not None and statement.veil.asked is not None
    assert statement.veil.number == 3
    assert statement.veil.asked.of(text) == "طلبوا عدم الكشف عن هويتهم"


def test_witnesses_are_the_public() -> None:
    (statement,) = told("قال شهود عيان إن الحريق اندلع فجرا.")

    assert (statement.kind, statement.named) == ("public", False)


def test_a_ministry_named_in_short_means_the_one_named_in_full() -> None:
    text = "قالت وزارة التعليم التونسية إن الدروس مستمرة.\nوأوضحت الوزارة أن الامتحانات في موعدها."

    assert speakers(text) == ["وزارة التعليم التونسية", "وزارة التعليم التونسية"]


def test_a_statement_in_writing_is_its_makers() -> None:
    (statement,) = told("أفاد بيان لوزارة التعليم التونسية أن الدروس مستمرة.")

    assert (statement.speaker, statement.kind) == ("وزارة التعليم التونسية", "organization")


def test_an_outlet_is_named_without_its_medium_and_nation() -> None:
    (statement,) = told('ذكرت صحيفة "الساحل اليوم" الموريتانية أن الميناء أغلق.')

    assert (statement.speaker, statement.kind, statement.named) == ("الساحل اليوم", "outlet", True)


def test_a_verb_without_a_subject_agrees_with_whom_it_means() -> None:
    text = "قالت الوزيرة هدى الغرياني إن القانون جاهز.\nوقال سالم الورفلي إن البرلمان سيصوت.\nوأضاف أن الجلسة علنية."

    assert speakers(text, هدى_الغرياني="person", سالم_الورفلي="person")[-1] == "سالم الورفلي"


def test_a_participle_goes_on_with_the_verb_it_hangs_on() -> None:
    text = "قال سالم الورفلي إن الجسر آمن، مؤكدا أن الأشغال انتهت."

    assert speakers(text, سالم_الورفلي="person") == ["سالم الورفلي", "سالم الورفلي"]


def test_a_noun_that_does_not_agree_with_the_verb_is_its_object_and_no_speaker() -> None:
    text = "قال سالم الورفلي إن الجسر آمن.\nووصف الخطة بأنها ممتازة."

    assert set(speakers(text, سالم_الورفلي="person")) == {"سالم الورفلي"}


def test_every_rule_of_a_link_is_explained_to_readers() -> None:
    text = "نقلت وكالة رويترز عن سالم الورفلي قوله إن الجسر آمن.\nوأضاف أن الأشغال انتهت."

    rules = {link.rule for statement in told(text, سالم_الورفلي="person") for link in statement.links}

    assert rules <= WHY.keys()


def test_a_reading_does_not_hang_on_the_order_that_a_run_gives_its_sets() -> None:
    # The body has two players, one from its full name and one from the headline's short one: a set of words would let
    # chance choose which of them المنظمة and منظمة العفو mean.
    text = (
        "العفو الدولية تنتقد سجون الشمال\n"
        "اتهمت منظمة العفو الدولية في تقرير نشرته الخميس الشرطة بتعذيب سجناء. وطالبت المنظمة بالتحقيق في ذلك.\n"
        "نشرت منظمة العفو الدولية الخميس تقريرا أشارت فيه إلى سجون سرية.\n"
        "وقالت المنظمة الحقوقية إن بعض السجناء مرضوا.\n"
        "وذكرت أن أقرباء السجناء لا يعرفون شيئا.\n"
        "وأشارت منظمة العفو إلى أنها زارت السجن."
    )
    program = (
        "import msgspec, sys, takhrij;"
        "reading = takhrij.Reader().read(takhrij.Article(id='t', text=sys.argv[1], title_end=31));"
        "sys.stdout.buffer.write(msgspec.json.encode(reading))"
    )

    readings = {
        subprocess.run(
            [sys.executable, "-c", program, text],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in range(6)
    }

    assert len(readings) == 1


def test_what_stands_behind_a_preposition_is_not_who_answers() -> None:
    text = 'وفي مؤتمر صحفي بعد القمة، سُئل سالم الورفلي عن الجسر.\nفأجاب: "لا أرى أي مبرر لذلك".'

    assert [statement.speaker for statement in told(text, سالم_الورفلي="person")] == ["سالم الورفلي"]


def test_where_or_before_whom_somebody_spoke_is_not_who_spoke() -> None:
    text = "استقبل الرئيس السوداني نادر البشير وفدا، وشدد أمامهم على أن الموسم جيد."

    assert speakers(text, نادر_البشير="person") == ["نادر البشير"]


def test_one_who_is_described_and_then_named_is_named() -> None:
    text = "وأعلنت متحدثة أخرى هي الرائد سلمى الودغيري أن الحريق أخمد."

    assert speakers(text, سلمى_الودغيري="person") == ["سلمى الودغيري"]


def test_the_outlet_that_somebody_heads_is_not_the_one_he_spoke_to() -> None:
    text = "قال المدير العام لشبكة الجزيرة الإخبارية، نادر البشير، لقناة العربية: «البث مستمر»."

    [statement] = told(text, نادر_البشير="person")

    assert statement.chain == ("العربية", "نادر البشير")


def test_a_rare_name_of_two_words_behind_a_post_and_a_comma_speaks() -> None:
    assert speakers("وصرح وزير التعليم، نافتالي بنيت المنتمي لحزب صغير، بأن المدارس جاهزة.") == ["نافتالي بنيت"]


def test_what_was_said_on_a_station_begins_behind_its_name() -> None:
    text = "أكد رئيس الجمعية في مداخلة له على إذاعة موزاييك أن الموسم جيد."

    assert [one.content.of(text) for one in told(text)] == ["الموسم جيد"]


def test_many_speak_though_their_master_is_named() -> None:
    text = "ويرى المؤيدون للرئيس البشير أن المنافسة غابت.\nقال نادر البشير إن الموسم جيد."

    assert speakers(text, نادر_البشير="person", البشير="person")[0] == "المؤيدون للرئيس البشير"


def test_one_who_is_of_another_nation_does_not_hold_the_post() -> None:
    text = "قال الرئيس الأسبق محمد مرسي إن الثورة مستمرة.\nواقترح الرئيس التونسي المساواة في الميراث."

    assert speakers(text, محمد_مرسي="person") == ["محمد مرسي", "الرئيس التونسي"]


def test_a_president_is_not_his_former_namesake_in_office() -> None:
    text = "قال الرئيس السوداني السابق نادر البشير إن الموسم جيد.\nوأكد الرئيس السوداني أن الحصاد بدأ."

    assert speakers(text, نادر_البشير="person") == ["نادر البشير", "الرئيس السوداني"]


def test_whom_a_verb_addresses_in_the_accusative_does_not_speak() -> None:
    text = "قال نادر البشير إن الموسم جيد، كما أنه طالب السعوديين بإجراء تحقيق."

    assert set(speakers(text, نادر_البشير="person")) == {"نادر البشير"}


def test_who_spoke_on_the_occasion_that_a_sentence_begins_with() -> None:
    text = (
        "أعلن الوزير سالم الدرسي أنه سيسافر.\n"
        "جاء ذلك في تغريدة لوزير الزراعة نادر البشير على حسابه، حيث قال: «الأمر صعب»."
    )

    assert speakers(text, سالم_الدرسي="person", نادر_البشير="person")[-1] == "نادر البشير"


def test_plurals_of_things_are_feminine() -> None:
    assert speakers("وتقليديا، توصي الدول الأوروبية بمدير للصندوق.") == ["الدول الأوروبية"]


def test_what_a_body_is_for_is_of_its_name() -> None:
    text = "تعطل توزيع المياه، وفق ما أورده بلاغ للشركة الوطنية لاستغلال وتوزيع المياه.\nوأفادت الشركة أن العطل أصلح."

    assert set(speakers(text)) == {"الشركة الوطنية لاستغلال وتوزيع المياه"}


def test_agencies_that_bring_no_news_pass_nothing_on() -> None:
    [statement] = told("قالت الجامعة التونسية لوكالات الأسفار إن الموسم جيد.")

    assert statement.chain == ("الجامعة التونسية لوكالات الأسفار",)


def test_a_body_in_quotation_marks_behind_a_post_is_of_the_post() -> None:
    text = "حذر منسق «مجموعة العمل الوطنية من أجل السلام» نادر البشير من أثر الحرب."

    assert speakers(text, نادر_البشير="person") == ["نادر البشير"]


def test_the_daughter_of_a_founder_is_not_the_founder() -> None:
    text = "وقالت سلمى الودغيري إن الحزب سيتغير.\nوأضافت ابنة مؤسس الحزب نادر البشير أن التسمية عقبة."

    assert set(speakers(text, سلمى_الودغيري="person", نادر_البشير="person")) == {"سلمى الودغيري"}


def test_a_second_between_is_no_verb() -> None:
    assert speakers("يربط الناخبون بينه وبين دعوات العنصرية، إضافة إلى أن الاسم الجديد أسهل.") == []


def test_a_subject_stands_before_the_aside_between_dashes() -> None:
    text = "وكانت حركة الإصلاح -الجناح السياسي للجبهة- أعلنت أنها ستشارك."

    assert speakers(text) == ["حركة الإصلاح"]


def test_who_was_speaking_goes_on_past_what_a_body_did() -> None:
    text = (
        "قال أمين سر اللجنة التنفيذية، نادر البشير، إن الشكوى قدمت.\n"
        "وكان القضاء أصدر حكما بتأييد الهدم.\n"
        "وقال إن الحكم باطل."
    )

    assert speakers(text, نادر_البشير="person") == ["نادر البشير", "نادر البشير"]


def test_a_spokesman_goes_on_himself_unless_he_tells_of_his_chief() -> None:
    text = (
        "قال المتحدث باسم الرئيس الروسي، نادر البشير، إن الجاسوس السابق، سالم الدرسي، عمل سرا، مشيرا إلى أن الملف أغلق."
    )

    assert speakers(text, نادر_البشير="person", سالم_الدرسي="person") == ["نادر البشير", "نادر البشير"]


def test_one_whose_words_were_passed_on_said_what_is_in_them() -> None:
    text = "ونقلت القناة تصريحا صوتيا لأحد المشاركين في المفاوضات قال فيه: «مررنا بتجربة صعبة»."

    assert speakers(text)[-1] == "أحد المشاركين في المفاوضات"


def test_a_team_is_not_the_one_for_whom_it_works() -> None:
    text = "قال نادر البشير إن الموسم جيد.\nوذكر الفريق القانوني لأسرة البشير أن الحكم باطل."

    found = speakers(text, نادر_البشير="person", البشير="person")

    assert found == ["نادر البشير", "الفريق القانوني لأسرة البشير"]


def test_how_often_something_was_said_says_nothing() -> None:
    text = "أكدت الحكومة اليمنية مضيها في الحوار، وطالبت أكثر من مرة المجتمع الدولي بالقيام بواجبه."

    assert speakers(text) == ["الحكومة اليمنية", "الحكومة اليمنية"]


def test_a_verb_behind_an_account_is_no_rank() -> None:
    assert speakers("وبحسب الإليزيه، أعاد ماكرون التأكيد على «أولوية المعركة».", ماكرون="person")[0] == "الإليزيه"


def test_a_day_is_no_part_of_a_speaker_in_a_report_without_a_date() -> None:
    reading = Reader().read(Article(id="a", text="أعلن الجيش السبت اعتقال اثنين من المهربين قرب الحدود."))

    assert [one.chain for one in reading.statements] == [("الجيش",)]
    assert reading.times == ()


def test_whoever_says_of_himself_what_he_said_is_the_one_who_speaks() -> None:
    text = "قال شهود عيان إن السقف انهار. وذكر سكان في الحي أنهم أبلغوا البلدية بأن السقف متشقق."

    assert [statement.chain for statement in told(text)] == [("شهود عيان",), ("سكان في الحي",), ("سكان في الحي",)]


def test_a_particle_before_what_he_said_of_himself_changes_nothing() -> None:
    text = "قال الوزير نادر البشير إن العمل بدأ. وذكر سالم الورفلي أنه قد أبلغ الشركة بأن السقف متشقق."
    found = told(text, نادر_البشير="person", سالم_الورفلي="person")

    assert [statement.speaker for statement in found] == ["نادر البشير", "سالم الورفلي", "سالم الورفلي"]


def test_whoever_speaks_in_what_an_account_covers_goes_on() -> None:
    text = 'وبحسب التحقيق، فإن سالم الورفلي قال: "الأمر خطير جدا اليوم"، مشيرا إلى أنه مقتنع بالنتيجة.'

    assert speakers(text, سالم_الورفلي="person")[-1] == "سالم الورفلي"


def test_whose_text_it_is_has_said_what_is_in_it() -> None:
    assert speakers("يأتي ذلك بعد يوم من تصريح وزير الدفاع السوداني، قال فيه إن الوقت حان.") == ["وزير الدفاع السوداني"]
    assert speakers("يأتي ذلك بعد بيان وزارة الدفاع السودانية، قالت فيه إن الوقت حان.") == ["وزارة الدفاع السودانية"]


def test_a_text_of_one_who_is_not_named_is_his_and_not_his_ministrys() -> None:
    text = "تناقض ذلك مع تصريحات مسؤول كبير بوزارة الدفاع الأميركية قال إن الوقت حان."

    assert speakers(text, وزارة_الدفاع_الأميركية="organization") == ["مسؤول كبير بوزارة الدفاع الأميركية"]
    assert speakers("ذكرت تقارير صحفية أن الوقت حان.") == ["تقارير صحفية"]


def test_who_was_told_of_before_is_meant_by_his_post_alone() -> None:
    text = (
        "قال الوزير سالم الدرسي إن الطريق فتح.\nوتناقض ذلك مع ما نقلته صحيفة عن مسؤول أمني سوداني كبير.\n"
        "وأوضح المسؤول أن الطريق مغلق."
    )
    met = "التقى الوزير سالم الدرسي مسؤولا في الأمم المتحدة.\nوقال المسؤول إن الوضع صعب."

    assert speakers(text, سالم_الدرسي="person")[-1] == "مسؤول أمني سوداني كبير"
    assert speakers(met, سالم_الدرسي="person") == ["مسؤولا في الأمم المتحدة"]


def test_what_is_told_of_somebody_is_no_part_of_his_name() -> None:
    text = 'أكدت وزارة الدفاع أن ترامب أجرى محادثات "مبدئية".\nوأعاد الرئيس ترامب الاتصال به.\nوقال إن القمة قريبة.'
    found = Reader().read(Article(id="t", text=text))

    assert found.statements[-1].speaker == "ترامب"


def test_a_ruler_is_nobodys_and_speaks_to_another() -> None:
    text = "قال الزعيم الكوري للرئيس الفنلندي سالم الورفلي إن بلاده مستعدة.\nوقال رئيس الوزراء للوزير إن المشروع جاهز."

    assert speakers(text, سالم_الورفلي="person") == ["الزعيم الكوري", "رئيس الوزراء"]


def test_a_reporting_account_between_verb_and_clause_passes_the_clause_on() -> None:
    text = "وقال سالم الورفلي، بحسب ما نقلت عنه وكالة رويترز، إن الجسر آمن."

    assert [(one.chain, one.content.of(text)) for one in told(text, سالم_الورفلي="person")] == [
        (("رويترز",), "الجسر آمن"),
        (("رويترز", "سالم الورفلي"), "الجسر آمن"),
    ]


def test_an_unnamed_spokesman_goes_on_though_another_is_named_later() -> None:
    text = (
        "قال ناطق عسكري ليبي إن الحطام وجد.\nوقال الناطق إن الطائرة تحطمت.\n"
        "وقال سالم الورفلي الناطق باسم الحرس إن العملية انتهت."
    )

    assert speakers(text, سالم_الورفلي="person") == ["ناطق عسكري ليبي", "ناطق عسكري ليبي", "سالم الورفلي"]


def test_whom_a_tweet_accuses_did_not_write_it() -> None:
    text = "نشر الوزير تغريدة تتهم سالم الورفلي بالنهب.\nوقالت التغريدة إن المخطوطات سرقت."

    assert speakers(text, سالم_الورفلي="person")[-1] != "سالم الورفلي"


def test_a_hyphenated_name_behind_a_post_and_a_comma_is_its_holders() -> None:
    assert speakers("وقال السفير الهولندي، رينيه جونز-بوس، إن زميليه سيغادران.") == ["رينيه جونز-بوس"]


def test_who_tells_of_himself_in_his_own_words_speaks() -> None:
    text = 'وقالت هدى الورفلي: "لطالما أخبرت الناس أنني أظهر جوهر الأمر".'

    assert speakers(text, هدى_الورفلي="person") == ["هدى الورفلي", "هدى الورفلي"]
