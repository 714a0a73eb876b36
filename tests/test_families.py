"""Families of quotations: one utterance in its several wordings."""

import json
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from conftest import Run
from databases import archive_at, postgresql_server  # noqa: F401
from takhrij import Article
from takhrij.linking.families import Families, Quotation
from takhrij.linking.wordings import changes, disputed
from takhrij.store.adding import add
from takhrij.store.opening import open_archive
from takhrij.store.view import View

SAID = "لن نفتح الميناء قبل أن تدفع الشركة ما عليها من رسوم متأخرة للعمال"
CUT = "لن نفتح الميناء قبل أن تدفع الشركة ما عليها من رسوم"
ELSE = "سنرسل لجنة إلى الجزيرة لتحصي بيوت الصيادين التي جرفها السيل"
MAYOR = "نبيل الصافي"


def quotation(number: int, words: str, *, speaker: str = MAYOR, day: int = 100, named: bool = True) -> Quotation:
    return Quotation(number, day, speaker, named, tuple(words.split()))


@pytest.fixture
def families() -> Families:
    return Families(lambda form: 0.001)


def test_a_quotation_cut_short_joins_the_whole_one_whoever_speaks(families: Families) -> None:
    assert families.place(quotation(1, SAID)) == 1
    assert families.place(quotation(2, CUT, speaker="مسؤول في الميناء", named=False)) == 1
    assert families.place(quotation(3, ELSE)) == 3


def test_another_wording_joins_only_where_one_man_speaks(families: Families) -> None:
    # The words are the same, no run of three is.
    mixed = "للعمال الشركة الرسوم تدفع المتأخرة أن قبل الميناء نفتح لن"
    families.place(quotation(1, "لن الشركة نفتح الرسوم الميناء المتأخرة قبل للعمال أن تدفع"))

    assert families.place(quotation(2, mixed, speaker="سامي الحداد")) == 2
    assert families.place(quotation(3, f"{mixed} غدا", speaker="الصافي")) == 1


def test_nobody_joins_after_the_days_of_a_family(families: Families) -> None:
    families.place(quotation(1, SAID, day=100))

    assert families.place(quotation(2, SAID, day=107)) == 1
    families.forget_before(120)
    assert families.place(quotation(3, SAID, day=120)) == 3


def test_a_chain_of_quotations_does_not_become_one_family(families: Families) -> None:
    words = [f"كلمة{n}" for n in range(40)]
    pieces = [" ".join(words[start : start + 10]) for start in (0, 4, 8, 12, 16)]

    found = [families.place(quotation(n, piece)) for n, piece in enumerate(pieces)]

    assert found[0] == found[1]
    assert found[-1] != found[0]


def test_what_differs_between_two_wordings_is_told_word_by_word() -> None:
    found = changes("لن نفتح الميناء غدًا", "لن يفتح الميناء غدا صباحا")

    assert [(one.kind, one.words, one.instead) for one in found] == [
        ("same", "لن", ""),
        ("changed", "يفتح", "نفتح"),
        ("same", "الميناء غدا", ""),
        ("added", "صباحا", ""),
    ]


def report(name: str, speaker: str, words: str, outlet: str, day: str) -> Article:
    return Article(id=name, text=f'وقال {speaker}: "{words}".', outlet=outlet, published=f"2024-03-{day}T10:00:00")


@pytest.fixture
def archive(archive_at: str) -> Iterator[Engine]:  # noqa: F811
    engine = open_archive(archive_at, create=True)
    list(add(engine, [report("a", f"رئيس البلدية {MAYOR}", SAID, "الساحل", "05")], 1))
    # What comes later joins what was placed before.
    later = [
        report("b", "الوزير سامي الحداد", CUT, "المرفأ", "06"),
        report("c", f"رئيس البلدية {MAYOR}", ELSE, "المرفأ", "06"),
    ]
    list(add(engine, later, 1))
    yield engine
    engine.dispose()


def test_an_utterance_is_listed_with_all_its_wordings_and_who_is_said_to_have_spoken(archive: Engine) -> None:
    [family] = View(archive).families()

    assert family.family == "a#0"
    assert family.outlets == ("الساحل", "المرفأ")
    assert {MAYOR, "سامي الحداد"} == set(family.speakers)
    assert [(one.words, one.retellings) for one in family.wordings] == [(SAID, 1), (CUT, 1)]
    assert family.wordings[1].changes[-1].kind == "dropped"
    assert [(one.report, one.wording) for one in family.quotations] == [("a", 0), ("b", 1)]
    assert disputed(family)
    assert View(archive).family("b", 0) == family
    assert View(archive).family("b", 7) is None


def test_a_report_that_changes_leaves_its_family_to_the_others(archive: Engine) -> None:
    list(add(archive, [report("a", f"رئيس البلدية {MAYOR}", ELSE, "الساحل", "05")], 1))

    both = View(archive).families(least=1)

    assert sorted(sorted(one.report for one in family.quotations) for family in both) == [["a", "c"], ["b"]]


def test_the_command_shows_what_was_changed(run: Run) -> None:
    articles = [
        {"id": "a", "text": f'قال {MAYOR}: "{SAID}".', "outlet": "الساحل", "published": "2024-03-05"},
        {"id": "b", "text": f'قال {MAYOR}: "{CUT}".', "outlet": "المرفأ", "published": "2024-03-06"},
    ]
    run("add", "--archive", "a.db", "-", given="\n".join(json.dumps(one) for one in articles).encode())

    [family] = [json.loads(line) for line in run("quotes", "--archive", "a.db", "--changed").stdout.splitlines()]
    drawn = run("quotes", "--archive", "a.db", "--format", "text").stdout.decode()
    none = run("quotes", "--archive", "a.db", "--format", "text", "--disputed")

    assert family["family"] == "a#0"
    assert "[-متأخرة للعمال-]" in drawn
    assert none.stderr.startswith(b"takhrij: no quotation")


def test_a_trace_brings_wordings_of_the_utterance_that_share_few_words_with_the_claim(archive: Engine) -> None:
    trace = View(archive).trace(f"{SAID} كما وعدت")

    assert {one.report for one in trace.retellings} >= {"a", "b"}


def test_wire_text_of_which_the_original_is_absent_comes_from_its_agency(archive: Engine) -> None:
    body = (
        "قال مدير الميناء نبيل الصافي إن الرافعات نقلت من الرصيف القديم ليلا حتى لا تتعطل حركة الشحن في المدينة.\n"
        "وأغضب التأخير نقابة البحارة التي لوحت بإضراب يبدأ مطلع الأسبوع إن لم تدفع الأجور كاملة قبل العيد بيومين."
    )
    articles = [
        Article(id=name, text=f"صور (رويترز) - {body}", outlet=outlet, published=f"2024-05-0{day}T10:00:00")
        for name, outlet, day in (("w1", "الساحل", 1), ("w2", "المرفأ", 2))
    ]
    list(add(archive, articles, 1))

    [copy] = View(archive).copies()
    trace = View(archive).trace("w1#0")

    assert "both carry text of رويترز" in copy.reason
    with archive.connect() as connection:
        assert connection.execute(text("SELECT origin FROM who_copied_whom")).scalar_one() == "رويترز"
    assert [(one.origin, one.credited) for one in trace.retellings] == [("رويترز", True)] * 2
    assert trace.independent.low == 1
