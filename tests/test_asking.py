"""What the archive is asked for: actors, events, stories, outlets."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from conftest import Run
from databases import archive_at, postgresql_server  # noqa: F401
from takhrij import Article
from takhrij.linking.contradictions import contradictions
from takhrij.linking.identities import Naming, together
from takhrij.model.happening import Happening
from takhrij.store.adding import add
from takhrij.store.chronicle import Wanted
from takhrij.store.opening import open_archive
from takhrij.store.view import View

FIRE = "مقتل {n} أشخاص في انفجار مستودع بميناء صور"
BODY = (
    "قُتل {n} أشخاص في انفجار هز مستودعا للوقود في ميناء صور {when}، "
    "وقال المتحدث باسم الدفاع المدني سامر الحداد إن رجال الإطفاء أخمدوا الحريق."
)
MEETING = (
    "استقبل رئيس الوزراء كمال الراوي السبت وزير الطاقة نديم العلي في مقر الحكومة. وقال الراوي إن المحطة ستعمل قريبا."
)
SCHOOLS = "قال مصدر طلب عدم الكشف عن اسمه إن الراوي زار المدارس."


def report(name: str, title: str, words: str, *, outlet: str, published: str) -> Article:
    return Article(id=name, text=f"{title}\n{words}", title_end=len(title), outlet=outlet, published=published)


def fire(name: str, number: str, when: str, *, outlet: str, published: str) -> Article:
    words = BODY.format(n=number, when=when)
    return report(name, FIRE.format(n=number), words, outlet=outlet, published=published)


@pytest.fixture
def archive(archive_at: str) -> Iterator[Engine]:  # noqa: F811
    engine = open_archive(archive_at, create=True)
    articles = [
        fire("a", "سبعة", "الثلاثاء", outlet="الساحل", published="2024-03-05T10:00:00"),
        fire("b", "تسعة", "أمس", outlet="الميناء", published="2024-03-06T08:00:00"),
        report("c", "رئيس الوزراء يستقبل وزير الطاقة", MEETING, outlet="الساحل", published="2024-03-09T12:00:00"),
        report("d", "مدارس الشمال تفتح أبوابها", SCHOOLS, outlet="الميناء", published="2024-05-02"),
    ]
    list(add(engine, articles, 1))
    yield engine
    engine.dispose()


def test_reports_on_one_event_are_one_story_with_what_they_tell_differently(archive: Engine) -> None:
    stories = list(View(archive).stories())

    [both] = [story for story in stories if len(story.reports) > 1]
    assert both.reports == ("a", "b")
    assert both.story == "a"
    assert both.outlets == ("الساحل", "الميناء")
    [count] = [one for one in both.contradictions if one.kind == "count"]
    assert count.about == "killed"
    assert [(one.says, one.report) for one in count.versions] == [("7", "a"), ("9", "b")]
    assert sorted(story.story for story in stories) == ["a", "c", "d"]


def test_a_later_report_joins_its_story(archive: Engine) -> None:
    list(add(archive, [fire("e", "عشرة", "الثلاثاء", outlet="الشاطئ", published="2024-03-07T09:00:00")], 1))

    [both] = View(archive).stories(least=2)
    assert both.reports == ("a", "b", "e")


def test_a_changed_report_leaves_its_story(archive: Engine) -> None:
    words = "فازت فرقة المسرح المدرسي بجائزة المهرجان الوطني للعروض القصيرة."

    list(add(archive, [report("b", "المسرح المدرسي", words, outlet="الميناء", published="2024-03-06T08:00:00")], 1))

    assert list(View(archive).stories(least=2)) == []


def test_an_actor_is_one_under_all_names(archive: Engine) -> None:
    [dossier] = View(archive).who("الراوي")

    assert dossier.name == "كمال الراوي"
    assert dossier.reports == 2
    assert (dossier.first, dossier.last) == ("2024-03-09", "2024-05-02")
    assert [held.role for held in dossier.roles] == ["رئيس الوزراء"]
    assert dossier.statements == 1
    assert dossier.months == {"2024-03": 1}
    assert ("نديم العلي", 1) in [(meeting.other, meeting.told) for meeting in dossier.meetings]
    assert {one.outlet for one in dossier.reported_by} == {"الساحل", "الميناء"}
    assert dossier.latest[0].words == "المحطة ستعمل قريبا"


def test_a_part_of_a_word_is_no_name(archive: Engine) -> None:
    assert View(archive).who("راو") == []
    assert View(archive).who("") == []


def test_events_are_filtered_by_type_person_place_and_day(archive: Engine) -> None:
    view = View(archive)

    [visit] = [one for one in view.events(Wanted(type="consult", who="نديم العلي")) if one.report == "c"]
    assert visit.actor == ("كمال الراوي",)
    assert visit.chain == ()
    killed = list(view.events(Wanted(type="ASSAULT", until="2024-03")))
    assert {one.report for one in killed} == {"a", "b"}
    assert list(view.events(Wanted(type="ASSAULT", since="2024-04"))) == []
    assert all(one.status == "planned" for one in view.events(Wanted(status="planned")))


def test_outlets_are_compared_by_their_sources(archive: Engine) -> None:
    habits = {one.outlet: one for one in View(archive).sources()}

    assert habits["الساحل"].reports == 2
    assert habits["الساحل"].unnamed == 0
    assert habits["الميناء"].unnamed == 0.5
    assert habits["الميناء"].reasoned == 1
    assert habits["الميناء"].uncredited is None or habits["الميناء"].copies


def naming(report: int, name: str, *, known: str | None = None, kind: str = "person") -> Naming:
    return Naming(report, name, name, kind, None, (), None, None, known)


def test_a_surname_that_fits_two_names_is_not_guessed() -> None:
    found = together([naming(1, "سالم الحداد"), naming(2, "نبيل الحداد"), naming(3, "الحداد")])

    [alone] = [one for one in found if one.ambiguous]
    assert alone.namings[0].name == "الحداد"
    assert alone.ambiguous == ("سالم الحداد", "نبيل الحداد")


def test_spellings_and_surnames_of_one_person_are_put_together() -> None:
    found = together([naming(1, "عبد الله الحداد"), naming(2, "عبدالله الحداد"), naming(3, "الحداد")])

    assert [len(one.namings) for one in found] == [3]


def test_who_the_lexicon_knows_is_one_under_each_name() -> None:
    found = together([naming(1, "أبو مازن", known="محمود عباس"), naming(2, "محمود عباس", known="محمود عباس")])

    assert len(found) == 1


@pytest.fixture
def file(tmp_path, run: Run) -> str:  # type: ignore[no-untyped-def]
    path = str(tmp_path / "news.db")
    articles = [
        fire("a", "سبعة", "الثلاثاء", outlet="الساحل", published="2024-03-05"),
        fire("b", "تسعة", "أمس", outlet="الميناء", published="2024-03-06"),
    ]
    given = [{"id": one.id, "text": one.text, "outlet": one.outlet, "published": one.published} for one in articles]
    (tmp_path / "news.jsonl").write_text("\n".join(json.dumps(one) for one in given), encoding="utf-8")
    assert run("add", "--archive", path, "--jobs", "1", str(tmp_path / "news.jsonl")).returncode == 0
    return path


@pytest.mark.parametrize("command", ["who الحداد", "events", "stories", "sources"])
def test_every_question_answers_people_and_programs(run: Run, file: str, command: str) -> None:
    name, *words = command.split()

    asked = [run(name, "--archive", file, "--format", form, *words) for form in ("text", "json", "csv")]

    assert [done.returncode for done in asked] == [0, 0, 0]
    answers = [json.loads(line) for line in asked[1].stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(asked[2].stdout.decode())))
    assert len(rows) == len(answers) > 0
    assert list(rows[0]) == list(answers[0])
    assert asked[0].stdout.strip()


def test_stories_can_be_those_with_contradictions_alone(run: Run, file: str) -> None:
    told = run("stories", "--archive", file, "--format", "text", "--contradicted").stdout.decode()

    assert "count: " in told
    assert told.count("killed") == 1


def test_copies_are_told_to_people_by_outlet_and_headline(run: Run, tmp_path: Path) -> None:
    words = " ".join(["قال مدير الميناء إن الأشغال انتهت قبل أسبوع", SCHOOLS, MEETING, BODY.format(n=3, when="أمس")])
    address = "https://news.example/%D8%AE%D8%A8%D8%B1"
    some = [
        {"id": "a", "title": "الرصيف الجديد", "text": words, "outlet": "الساحل", "published": "2024-03-01T09:00:00"},
        {"url": address, "title": "رصيف", "text": words, "outlet": "المرفأ", "published": "2024-03-02T09:00:00"},
    ]
    (tmp_path / "two.jsonl").write_text("\n".join(map(json.dumps, some)), "utf-8")
    run("add", "--archive", "two.db", "--jobs", "1", "two.jsonl")

    told = run("copies", "--archive", "two.db", "--format", "text").stdout.decode()

    first, later, _, ids = re.sub("[\u2068\u2069]", "", told).strip().splitlines()
    assert first == "100%  2024-03-01 09:00  الساحل  الرصيف الجديد"
    assert later == "   →  2024-03-02 09:00  المرفأ  رصيف"
    assert ids.strip() == "a → https://news.example/خبر"


def test_an_unknown_type_of_event_is_told(run: Run, file: str) -> None:
    done = run("events", "--archive", file, "--type", "WEDDING")

    assert done.returncode == 2
    assert "CONSULT" in done.stderr.decode()


def test_stories_are_placed_where_an_add_broke_off(archive: Engine) -> None:
    with archive.connect() as connection, connection.begin():
        connection.execute(text("UPDATE reports SET story = NULL"))

    list(add(archive, [], 1))

    assert len(list(View(archive).stories(least=2))) == 1


def happening(report: str, **fields: Any) -> Happening:
    empty: dict[str, Any] = dict.fromkeys(("outlet", "title", "mode", "date", "place", "country", "count", "statement"))
    own = {"status": "happened", "type": "ASSAULT", "actor": ("الجيش",), "recipient": ("القرية",), "trigger": "قصف"}
    filled = {"event": f"{report}#0", "published": "2024-03-05T10:00:00", "others": (), "chain": (), **empty, **own}
    return Happening(report=report, **{**filled, **fields})


def test_tolls_are_compared_where_they_may_be_of_one_event() -> None:
    def told(*numbers: int, hours: int = 1) -> list[str]:
        toll = {"trigger": "قتل", "recipient": ("مدنيين",)}
        days = [f"2024-03-{5 + n * hours // 24:02}T{n * hours % 24:02}:00:00" for n in range(len(numbers))]
        some = [happening(f"r{n}", count=count, published=days[n], **toll) for n, count in enumerate(numbers)]
        return [version.says for one in contradictions(some) for version in one.versions]

    assert told(7, 9) == ["7", "9"]
    assert told(7, 7) == []
    # One of them, told of alone; a whole war's number; what another day brought.
    assert told(7, 1) == []
    assert told(36, 252) == []
    assert told(11, 21, hours=48) == []


def test_the_first_toll_of_a_report_is_its_news() -> None:
    some = [
        happening("a", trigger="قتل", count=7),
        happening("a", trigger="قتل", count=11),
        happening("b", trigger="قتل", count=7),
    ]

    assert contradictions(some) == ()


def test_days_are_compared_where_several_reports_tell_each() -> None:
    def told(*days: str, kind: str = "ASSAULT") -> list[str]:
        some = [happening(f"r{n}", date=day, type=kind) for n, day in enumerate(days)]
        return [version.says for one in contradictions(some) for version in one.versions]

    assert told("2024-03-04", "2024-03-05", "2024-03-05", "2024-03-04")[:2] == ["2024-03-04", "2024-03-05"]
    assert told("2024-03-04", "2024-03-05", "2024-03-05") == []
    # A week is no day, and a visit lasts.
    assert told("2024-W10", "2024-W10", "2024-03-05", "2024-03-05") == []
    assert told("2024-03-04", "2024-03-04", "2024-03-05", "2024-03-05", kind="CONSULT") == []


@pytest.mark.parametrize(("doer", "differs"), [("القوات الروسية", True), ("الجيش التركي", False)])
def test_who_did_it_is_compared_where_they_act_for_different_countries(
    archive_at: str,  # noqa: F811
    doer: str,
    differs: bool,
) -> None:
    engine = open_archive(archive_at, create=True)
    title = "غارة على قرية الزيتون"
    words = "قصفت {} مقاتلي حزب العدالة في قرية الزيتون صباح الثلاثاء وأحرقت بيوتا."
    strikes = [
        ("x", "القوات التركية", "الساحل"),
        ("y", doer, "الميناء"),
        ("z", doer, "المرفأ"),
        ("w", "القوات التركية", "الشاطئ"),
    ]
    list(
        add(
            engine,
            [report(n, title, words.format(who), outlet=o, published="2024-03-05T10:00:00") for n, who, o in strikes],
            1,
        )
    )

    [story] = View(engine).stories(2)
    engine.dispose()

    assert [one.kind for one in story.contradictions] == (["participants"] if differs else [])
    if differs:
        told = [(one.report, one.says) for one in story.contradictions[0].versions]
        assert told == [(name, who) for name, who, _ in strikes]
