"""Through whom a statement came, in reports made up for the purpose."""

from steps import steps_of
from takhrij import Reader
from takhrij.model.article import Article
from takhrij.reading.chains import trace
from takhrij.reading.heading import find_heading
from takhrij.reading.statements import find_devices
from takhrij.rules.statements.sheet import lay_sheet
from takhrij.text.page import lay_out
from test_speakers import told


def chains(text: str, outlet: str | None = None) -> list[tuple[str, ...]]:
    return [statement.chain for statement in told(text, outlet, سالم_الورفلي="person", الورفلي="person")]


def test_a_relay_stands_before_the_speaker() -> None:
    text = "نقلت وكالة رويترز عن سالم الورفلي قوله إن الجسر آمن."

    assert chains(text) == [("رويترز", "سالم الورفلي")]


def test_a_verb_that_agrees_with_the_relay_tells_nothing_of_the_speaker() -> None:
    text = "نقلت وكالة رويترز عن نائب وزير النقل، سالم الورفلي، قوله إن الجسر آمن.\nوقال نائب الوزير إن الطريق مفتوح."

    assert chains(text)[-1][-1] == "سالم الورفلي"


def test_an_agency_that_nobody_knows_keeps_its_whole_name() -> None:
    text = "نقلت وكالة الجسر السودانية للأنباء شبه الرسمية عن سالم الورفلي قوله إن الجسر آمن."

    assert chains(text) == [("وكالة الجسر السودانية للأنباء", "سالم الورفلي")]


def test_an_outlet_that_was_spoken_to_is_a_link() -> None:
    assert chains("قال سالم الورفلي لرويترز إن الجسر آمن.") == [("رويترز", "سالم الورفلي")]


def test_the_publishing_outlet_is_no_link_in_any_spelling() -> None:
    text = "قال سالم الورفلي لشبكة CNN إن الجسر آمن."

    assert chains(text, "سي إن إن بالعربية") == [("سالم الورفلي",)]


def test_a_link_lasts_while_the_speaker_goes_on() -> None:
    text = "قال سالم الورفلي لرويترز إن الجسر آمن، مؤكدا أن الأشغال انتهت.\nوأضاف أن الطريق مفتوح."

    assert chains(text) == [("رويترز", "سالم الورفلي")] * 3


def test_a_link_ends_where_a_new_paragraph_names_the_speaker_afresh() -> None:
    text = "قال سالم الورفلي لرويترز إن الجسر آمن.\nوأكد الورفلي أن الطريق مفتوح."

    assert chains(text)[-1] == ("سالم الورفلي",)


def test_what_one_says_that_another_said_is_nested() -> None:
    text = "قالت وزارة التعليم التونسية إن سالم الورفلي أكد أن الجسر آمن."

    assert chains(text)[-1] == ("وزارة التعليم التونسية", "سالم الورفلي")


def test_a_closing_relay_covers_the_saying_inside_its_clause() -> None:
    text = "قال سالم الورفلي إن الجسر آمن، وفق ما نقلت وكالة رويترز."

    assert sorted(chains(text)) == [("رويترز",), ("رويترز", "سالم الورفلي")]


def test_who_spoke_goes_on_behind_the_outlet_that_closes_his_words() -> None:
    for account in ("، بحسب رويترز.", ". بحسب ما نقلت رويترز."):
        text = f"قال سالم الورفلي إن الجسر آمن{account} وأضاف أن الطريق مفتوح."

        assert Reader().read(Article(id="1", text=text)).statements[-1].chain == ("رويترز", "سالم الورفلي")


def test_a_paper_whose_name_begins_like_a_preposition_keeps_its_name() -> None:
    assert chains("ذكرت صحيفة لوموند الفرنسية أن الجسر آمن.") == [("لوموند",)]


def test_the_outlet_that_several_told_is_no_part_of_their_name() -> None:
    assert chains("وقال عناصر في الجيش للوكالة إن الجسر آمن.") == [("عناصر في الجيش",)]


def test_a_closing_account_of_the_same_speaker_adds_no_statement() -> None:
    text = "أكد سالم الورفلي أن الجسر آمن، وفقا للورفلي."

    assert chains(text) == [("سالم الورفلي",)]


def test_the_agency_that_received_a_statement_is_a_link() -> None:
    text = "قالت وزارة التعليم التونسية في بيان تلقت وكالة رويترز نسخة منه إن الدروس مستمرة."

    assert chains(text) == [("رويترز", "وزارة التعليم التونسية")]


def test_said_on_the_authority_of_another_is_one_statement_of_two_links() -> None:
    text = "ذكرت وكالة رويترز نقلا عن مسؤول في الميناء أن السفينة غادرت."

    assert ("رويترز", "مسؤول في الميناء") in chains(text)


def test_a_platform_is_no_link() -> None:
    assert chains("قال سالم الورفلي على موقع تويتر إن الجسر آمن.") == [("سالم الورفلي",)]


def test_a_chain_ends_in_its_speaker_and_its_links_are_its_names() -> None:
    text = "نقلت وكالة رويترز عن سالم الورفلي قوله إن الجسر آمن، مضيفا أن الأشغال انتهت."

    for statement in told(text, سالم_الورفلي="person"):
        assert statement.chain[-1] == statement.speaker
        assert tuple(link.name for link in statement.links) == statement.chain


def test_time_grows_with_the_text_alone() -> None:
    line = (
        "قال مسؤول في الميناء لرويترز إن السفينة غادرت، مؤكدا أن الوزارة أضافت أن التفتيش انتهى.\n"
        "وأضاف المصدر أن الطريق مفتوح.\n"
    )

    def steps(times: int) -> int:
        text = line * times
        page = lay_out(text)
        sheet = lay_sheet(page, find_heading(page, Article(id="t", text=text)), (), ())
        devices = find_devices(sheet)
        return steps_of(lambda: trace(sheet, devices))

    steps(20)

    assert steps(400) < 9 * steps(50)


def test_the_same_source_keeps_the_link_that_brought_it() -> None:
    text = "أوضحت صحيفة النهار أن مصادر مطلعة من الجمارك كشفت عن تلقيها بلاغات.\nوأكدت المصادر ذاتها أن الكميات كبيرة."

    assert chains(text)[-1] == ("النهار", "مصادر مطلعة من الجمارك")


def test_an_account_of_the_speakers_own_words_adds_only_where_they_stood() -> None:
    text = 'وذكر سالم الورفلي صباح اليوم: "إني أتعرض للظلم"، وفقا لما كتبه الورفلي بمقال في صحيفة النهار.'

    assert chains(text) == [("النهار", "سالم الورفلي")]


def test_a_name_that_owns_what_the_post_is_at_is_not_its_holder() -> None:
    text = "قال سالم الورفلي إن الجسر آمن.\nوقالت مديرة حملة الورفلي، ليلى الحداد، إن الحفل ألغي."

    found = told(text, None, سالم_الورفلي="person", الورفلي="person", ليلى_الحداد="person")

    assert found[-1].chain == ("ليلى الحداد",)


def test_who_was_only_told_of_speaks_for_himself_in_a_later_paragraph() -> None:
    text = (
        "قالت وزارة التعليم التونسية إن سالم الورفلي أكد أن الجسر آمن.\n"
        "وتعرض الورفلي لانتقادات شديدة لكنه دافع عن الأشغال، مبررا أن الطريق كان مغلقا."
    )

    assert chains(text)[-1] == ("سالم الورفلي",)


def test_the_station_of_a_nation_that_was_told_is_a_link() -> None:
    text = "قال سالم الورفلي في حديث للتلفزيون الإيراني إن الجسر آمن.\nوقال الورفلي للإذاعة الفرنسية إن الطريق مفتوح."

    assert chains(text) == [("التلفزيون الإيراني", "سالم الورفلي"), ("الإذاعة الفرنسية", "سالم الورفلي")]


def test_a_known_agency_between_its_kind_and_its_trade_keeps_its_own_name() -> None:
    text = "نقلت وكالة تاس الرسمية للأنباء عن سالم الورفلي قوله إن الجسر آمن."

    assert chains(text) == [("تاس", "سالم الورفلي")]


def test_the_account_of_a_body_passes_on_as_that_body() -> None:
    text = "قال سالم الورفلي إن الجسر آمن، وفقا لما نقله حساب وزارة النقل على تويتر."

    assert chains(text)[-1] == ("وزارة النقل", "سالم الورفلي")
