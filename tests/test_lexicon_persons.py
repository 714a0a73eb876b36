"""Persons, bodies and metonyms: the data, what is looked up in it, and a user's own."""

import re
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from conftest import Run
from takhrij import Article, LexiconError, Reader, wire
from takhrij.lexicon.entries import read_entries
from takhrij.lexicon.name_keys import name_key
from takhrij.lexicon.sectors import fields
from takhrij.lexicon.world import own_world, world
from takhrij.lexicon.world_table import table

ROOT = Path(__file__).parent.parent
OWN = ROOT / "examples" / "lexicon.toml"


def test_the_table_is_compiled_from_the_data() -> None:
    done = subprocess.run([sys.executable, "training/compile_world.py", "--check"], cwd=ROOT, check=False)

    assert done.returncode == 0


def test_the_lexicon_is_as_large_as_the_docs_say() -> None:
    told = re.search(r"([0-9,]+) persons", (ROOT / "docs" / "lexicon.md").read_text("utf-8"))

    assert told and int(told[1].replace(",", "")) == len(table().persons)
    assert len(table().persons) >= 1000
    assert len(table().bodies) >= 500


def test_every_entry_tells_country_and_sector() -> None:
    entries = [*table().persons, *table().bodies, *table().metonyms]

    assert [entry.name for entry in entries if entry.country is None or entry.sector is None] == []


def test_letters_are_plain_letters() -> None:
    for entry in [*table().persons, *table().bodies, *table().metonyms]:
        for form in entry.forms():
            assert unicodedata.normalize("NFKC", form) == form == form.strip()
            assert "  " not in form


def test_no_name_is_listed_twice() -> None:
    for entries in (table().persons, table().bodies, table().metonyms):
        keys = [key for entry in entries for key in {name_key(form) for form in entry.forms()}]

        assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_a_term_ends_after_it_began() -> None:
    for person in table().persons:
        for role in person.posts():
            if role.since and role.until:
                length = min(len(role.since), len(role.until))
                assert role.since[:length] <= role.until[:length], person.name


@pytest.mark.parametrize(
    "spellings",
    [
        "عبد الفتاح السيسي = عبدالفتاح السيسى",
        "أحمد أبو الغيط = احمد أبوالغيط",
        "كيم جونغ أون = كيم جونغ-أون",
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: str) -> None:
    assert len({name_key(name) for name in spellings.split(" = ")}) == 1


@pytest.mark.parametrize(
    "name",
    [
        "عبدالفتاح السيسي EG",
        "ترمب US",
        "أبو الغيط IGO",
        "غوتيريش UNO",
    ],
)
def test_a_person_is_known_by_any_spelling(name: str) -> None:
    words, _, country = name.rpartition(" ")
    person = world().person_known(words)

    assert person and person.country == country


def test_a_surname_alone_is_no_name_unless_it_is_listed() -> None:
    assert world().person_known("قرقاش") is not None
    assert world().person_known("الصفدي") is not None
    assert world().person_known("الجدعان") is None
    assert [person.country for person in world().namesakes("الجدعان")] == ["SA"]
    assert world().namesakes("محمد") == ()


@pytest.mark.parametrize(
    "words",
    [
        "المصري EG",
        "المصرية EG",
        "القاهرة EG",
        "الكرملين RU",
        "البيت الأبيض US",
        "قصر بعبدا LB",
        "المرادية DZ",
        "الرياض SA",
        "الكوري الشمالي KP",
        "الأممي UNO",
    ],
)
def test_adjectives_capitals_and_metonyms_tell_a_country(words: str) -> None:
    asked, _, country = words.rpartition(" ")

    assert world().country_of(asked) == country


SHOWN = [(example, field.sector) for field in fields().field for example in field.examples]


@pytest.mark.parametrize(("role", "sector"), SHOWN)
def test_every_example_of_a_sector_tells_it(role: str, sector: str) -> None:
    assert world().sector_of(role) == sector


@pytest.mark.parametrize(
    "role",
    [
        "نائب وزير الخارجية GOV",
        "رئيس لجنة العلاقات الخارجية في مجلس الشيوخ LEG",
        "القيادي في حركة حماس REB",
        "محامي حركة حماس JUD",
        "المتحدث باسم البنتاغون MIL",
        "الأمين العام لجامعة الدول العربية GOV",
        "أستاذ في جامعة القاهرة EDU",
        "النائب المحافظ LEG",
    ],
)
def test_the_field_is_heeded_before_the_rank(role: str) -> None:
    words, _, sector = role.rpartition(" ")

    assert world().sector_of(words) == sector


@pytest.mark.parametrize("role", ["رئيس اللجنة", "المستشار", "مدير المشروع", "نائب المدير"])
def test_a_role_that_tells_no_sector_tells_none(role: str) -> None:
    assert world().sector_of(role) is None


def test_the_world_is_there_before_anybody_waits() -> None:
    world()
    table.cache_clear()
    began = time.perf_counter()

    table()

    assert time.perf_counter() - began < 0.2


def told(text: str, lexicon: Path | None = None) -> dict[str, tuple[str | None, str | None, str | None]]:
    reader = Reader(lexicon=own_world([lexicon])) if lexicon else Reader()
    actors = reader.read(Article(id="1", text=text, published="2019-02-02")).actors
    return {actor.name: (actor.country, actor.sector, actor.known) for actor in actors}


def test_a_surname_is_known_where_the_post_agrees() -> None:
    found = told("وقال المبعوث الأميركي ليندركينغ إن الوفد وصل.")

    assert found["ليندركينغ"] == ("US", "GOV", "تيم ليندركينغ")


def test_a_surname_is_not_known_where_the_post_is_anothers() -> None:
    found = told("وقال الطبيب الأميركي ليندركينغ إن العملية نجحت.")

    assert found["ليندركينغ"] == ("US", "MED", None)


def test_another_of_that_name_is_not_known() -> None:
    found = told("قال المدرب المغربي أيمن الصفدي إن الفريق جاهز.")

    assert found["أيمن الصفدي"][0] == "MA"
    assert found["أيمن الصفدي"][2] is None


def test_the_report_is_heeded_before_the_lexicon() -> None:
    found = told("قال وزير الخارجية المصري سامح شكري إن الوفد وصل.")

    assert found["سامح شكري"] == ("EG", "GOV", "سامح شكري")


def test_who_is_not_named_is_placed_by_the_description() -> None:
    found = told("قال مسؤول في وزارة الدفاع الأميركية إن الطائرة عادت.")

    assert list(found.values()) == [("US", "MIL", None)]


def test_a_country_that_speaks_is_a_government() -> None:
    found = told("وأكدت الرياض أن المشاورات مستمرة.")

    assert found["الرياض"] == ("SA", "GOV", None)


def test_the_example_of_an_own_lexicon_is_known() -> None:
    text = """ذكرت صحيفة بريد الساحل أن الاجتماع تأجل.
وقال نوح السلماوي إن اللجنة ستجتمع غدا.
وأعلن منتدى الضفتين أن الدورة المقبلة في فاليتا."""

    found = told(text, OWN)

    assert found["نوح السلماوي"] == ("LY", "LEG", "نوح السلماوي")
    assert found["بريد الساحل"] == ("TN", "JRN", "بريد الساحل")
    assert found["منتدى الضفتين"] == ("MT", "SOC", "منتدى الضفتين")


def test_the_example_shows_every_table() -> None:
    entries = read_entries([OWN])

    for entry in (entries.persons, entries.organizations, entries.groups, entries.outlets, entries.metonyms):
        assert len(entry) == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_lexicon_is_an_option_and_may_be_repeated(run: Run, jobs: str) -> None:
    text = "وقال السلماوي إن العمل في الميناء مستمر.".encode()

    done = run("read", "--lexicon", str(OWN), "--lexicon", str(OWN), "--jobs", jobs, given=text)

    [reading] = [wire.decode(line) for line in done.stdout.splitlines()]
    assert [(actor.country, actor.known) for actor in reading.actors] == [("LY", "نوح السلماوي")]


MALFORMED = {
    '[[person]]\nname = "س"\ncountry = "Libya"': "[[person]] 1 (س): country 'Libya'",
    '[[person]]\nname = "س"\nsector = "KING"': "[[person]] 1 (س): sector 'KING'",
    '[[person]]\ncountry = "LY"': "[[person]] 1: ",
    '[[group]]\nname = "س"\n[[group]]\nname = "ص"\nage = 3': "[[group]] 2 (ص): ",
    '[[person]]\nname = "س"\nroles = ["2014/20 وزير"]': "[[person]] 1 (س): role '2014/20",
    '[[people]]\nname = "س"': "[[people]] is none of [[person]]",
    "person = 3": "person is written [[person]]",
    '[[person]\nname = "س"': "at line 1",
    '[[outlet]]\nname = "س"\nkind = "blog"': "[[outlet]] 1 (س): ",
}


@pytest.mark.parametrize(("written", "reason"), MALFORMED.items())
def test_a_malformed_entry_is_told_with_file_and_entry(tmp_path: Path, written: str, reason: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(written, "utf-8")

    with pytest.raises(LexiconError) as raised:
        own_world([path])

    assert "mine.toml" in str(raised.value)
    assert reason in str(raised.value)


def test_a_malformed_lexicon_is_no_start(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[[person]]\nname = ""', "utf-8")

    for path in ("mine.toml", "missing.toml"):
        done = run("read", "--lexicon", path, given="قال الوزير إن الوفد وصل.".encode())

        assert done.returncode == 2
        assert done.stdout == b""
        assert path in done.stderr.decode()
