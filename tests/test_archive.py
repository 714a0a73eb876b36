"""The archive, on a file and on PostgreSQL."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, func, select, text

from databases import archive_at, postgresql_server  # noqa: F401
from takhrij import Article, Reader, TakhrijError
from takhrij.errors import StoreError
from takhrij.store import migrations
from takhrij.store.adding import add
from takhrij.store.opening import open_archive
from takhrij.store.tables import metadata, readings, reports, statements, versions
from takhrij.store.view import View
from takhrij.store.writer import Written

LEAD = "أعلنت وزارة الموانئ أن الرصيف الجديد سيفتح أمام السفن في مطلع الشهر المقبل بعد تأخير دام عامين كاملين"
BODY = """وقال مدير الميناء إن الأشغال انتهت قبل أسبوع وإن الرافعات نقلت من الرصيف القديم ليلا حتى لا تتعطل حركة الشحن.
وأضاف المدير أن كلفة المشروع بلغت أربعين مليونا دفعت الحكومة نصفها ودفع المستثمرون ما بقي منها على دفعات.
ولم ترد الشركة المشغلة على أسئلة الصحيفة عن أسباب التأخير الذي أغضب نقابة البحارة في المدينة."""
OTHER = "اجتمع مجلس البلدية مساء أمس لبحث ميزانية المدارس وقرر تأجيل التصويت عليها إلى الجلسة المقبلة."


def report(name: str, words: str, *, outlet: str = "الساحل", published: str = "2024-03-01T09:00:00+00:00") -> Article:
    title = "خبر " + name
    return Article(id=name, text=f"{title}\n{words}", title_end=len(title), outlet=outlet, published=published)


@pytest.fixture
def archive(archive_at: str) -> Iterator[Engine]:  # noqa: F811
    engine = open_archive(archive_at, create=True)
    yield engine
    engine.dispose()


def put(archive: Engine, *articles: Article) -> Written:
    brought = Written()
    for written in add(archive, articles, 1):
        brought.new += written.new
        brought.changed += written.changed
        brought.same += written.same
    return brought


def count(archive: Engine, table: str) -> int:
    with archive.connect() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def everything(archive: Engine) -> dict[str, int]:
    return {table.name: count(archive, table.name) for table in metadata.sorted_tables}


def test_a_report_is_kept_with_what_it_says(archive: Engine) -> None:
    article = report("a", f"{LEAD}.\n{BODY}")

    written = put(archive, article)

    assert written == Written(new=1)
    with archive.connect() as connection:
        [row] = connection.execute(select(reports)).all()
        said = connection.execute(select(statements.c.words).order_by(statements.c.number)).scalars().all()
    reading = Reader().read(article)
    assert row.text == article.text
    assert row.title == "خبر a"
    assert said == [s.content.of(article.text) for s in reading.statements]
    assert len(said) > 2


def test_the_same_report_again_changes_nothing(archive: Engine) -> None:
    articles = [report("a", f"{LEAD}.\n{BODY}"), report("b", OTHER)]
    put(archive, *articles)
    before = everything(archive)

    again = put(archive, *articles)

    assert again == Written(same=2)
    assert everything(archive) == before


def test_a_report_that_comes_twice_at_once_is_kept_once(archive: Engine) -> None:
    written = put(archive, report("a", OTHER), report("a", OTHER))

    assert (written.new, written.same) == (1, 1)
    assert count(archive, "reports") == 1


def test_a_changed_report_becomes_a_new_version_and_both_stay(archive: Engine) -> None:
    put(archive, report("a", f"{LEAD}."))

    written = put(archive, report("a", f"{LEAD}.\n{BODY}"))

    assert written == Written(changed=1)
    with archive.connect() as connection:
        [now] = connection.execute(select(reports)).all()
        [then] = connection.execute(select(versions)).all()
    assert now.version == 2
    assert now.text.endswith(BODY)
    assert (then.version, then.text) == (1, f"خبر a\n{LEAD}.")
    assert View(archive).search("نقابة البحارة")[0].report == "a"


def test_words_that_a_changed_report_no_longer_has_do_not_find_it(archive: Engine) -> None:
    put(archive, report("a", BODY))

    put(archive, report("a", OTHER))

    assert View(archive).search("نقابة البحارة") == []
    assert [hit.report for hit in View(archive).search("ميزانية المدارس")] == ["a"]


def test_a_word_is_found_whatever_vowel_signs_it_bears(archive: Engine) -> None:
    put(archive, report("a", "سُجِّل الهدف الأول بعد أن شدَّد المدرِّب على الهجوم."))

    assert [hit.report for hit in View(archive).search("سجل المدرب")] == ["a"]


@pytest.mark.parametrize(
    "words",
    [
        "رصيف جديد",
        "والرصيف الجديد",
        "بالرصيف",
        '"الرصيف الجديد"',
        "للوزارة",
    ],
)
def test_words_are_found_whatever_is_stuck_to_them(archive: Engine, words: str) -> None:
    put(archive, report("a", f"{LEAD}.\n{BODY}"), report("b", OTHER))

    assert [hit.report for hit in View(archive).search(words)] == ["a"]


def test_words_in_quotation_marks_stand_in_a_row(archive: Engine) -> None:
    put(archive, report("a", f"{LEAD}.\n{BODY}"))

    assert View(archive).search('"الجديد الرصيف"') == []


@pytest.mark.parametrize("words", ['"', "؟!", "AND OR (", "'; DROP TABLE reports; --", "*", "\x00", "a:b ^c"])
def test_whatever_is_looked_for_is_only_looked_for(archive: Engine, words: str) -> None:
    put(archive, report("a", OTHER))

    assert View(archive).search(words) == []
    assert count(archive, "reports") == 1


def test_a_copy_is_found_with_its_passage_its_direction_and_without_credit(archive: Engine) -> None:
    first = report("first", f"{LEAD}.\n{BODY}")
    later = report("later", f"{OTHER}\n{BODY}", outlet="المرفأ", published="2024-03-01T15:30:00+00:00")

    put(archive, later, first)

    [copy] = View(archive).copies()
    texts = {"first": first.text, "later": later.text}
    assert {copy.a, copy.b} == {"first", "later"}
    assert copy.older == "first"
    assert not copy.credited
    assert copy.containment > 0.5
    assert "6.5 h earlier" in copy.reason
    [passage] = copy.passages
    assert passage.a.of(texts[copy.a]) == passage.b.of(texts[copy.b])
    assert passage.a.of(texts[copy.a]).startswith("وقال مدير الميناء")


def test_a_copy_that_names_where_it_comes_from_is_credited(archive: Engine) -> None:
    first = report("first", f"{LEAD}.\n{BODY}", outlet="رويترز")
    credit = "ونقلت وكالة رويترز عن مصدر في الميناء قوله إن الرصيف لن يفتح قبل الصيف."
    later = report("later", f"{BODY}\n{credit}", outlet="المرفأ", published="2024-03-02T09:00:00+00:00")

    put(archive, first, later)

    [copy] = View(archive).copies()
    assert copy.credited
    assert "credits رويترز" in copy.reason


def test_reports_on_other_things_are_no_copies(archive: Engine) -> None:
    put(archive, report("a", f"{LEAD}.\n{BODY}"), report("b", OTHER, outlet="المرفأ"))

    assert list(View(archive).copies()) == []


def test_a_changed_report_takes_its_copies_with_it(archive: Engine) -> None:
    put(archive, report("a", BODY), report("b", BODY, outlet="المرفأ"))

    put(archive, report("b", OTHER, outlet="المرفأ"))

    assert list(View(archive).copies()) == []


def test_a_changed_report_leaves_none_of_its_grams_behind(archive: Engine) -> None:
    put(archive, report("a", BODY), report("b", BODY, outlet="المرفأ"))
    before = count(archive, "grams")

    put(archive, report("a", OTHER))
    put(archive, report("a", BODY))

    assert count(archive, "grams") == before
    assert len(list(View(archive).copies())) == 1


def test_the_order_in_which_reports_come_changes_no_copy(archive: Engine, tmp_path: Path) -> None:
    articles = [
        report("a", f"{LEAD}.\n{BODY}"),
        report("b", f"{OTHER}\n{BODY}", outlet="المرفأ", published="2024-03-02"),
        report("c", f"{LEAD}.\n{OTHER}", outlet="الشاطئ", published="2024-03-03"),
    ]
    other = open_archive(str(tmp_path / "other.db"), create=True)

    put(archive, *articles)
    for article in reversed(articles):
        put(other, article)

    def facts(of: Engine) -> set[tuple[object, ...]]:
        return {(*sorted((c.a, c.b)), c.containment, c.older, c.credited, c.reason) for c in View(of).copies()}

    assert facts(archive) == facts(other)
    assert len(facts(archive)) == 3


def test_two_writers_at_once_write_each_report_once(archive: Engine, archive_at: str) -> None:  # noqa: F811
    articles = [report(f"r{n}", f"{OTHER} العدد {n} من النشرة.") for n in range(40)]

    def write(_: int) -> None:
        mine = open_archive(archive_at)
        remaining = iter(articles)
        while some := list(islice(remaining, 10)):
            put(mine, *some)
        mine.dispose()

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, range(3)))

    assert count(archive, "reports") == len(articles)
    with archive.connect() as connection:
        assert connection.execute(select(func.count()).select_from(readings)).scalar_one() == len(articles)


def test_a_batch_that_fails_leaves_nothing_behind(archive: Engine) -> None:
    put(archive, report("a", OTHER))
    before = everything(archive)
    with archive.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(text("ALTER TABLE copies RENAME TO gone"))

    with pytest.raises(StoreError):
        put(archive, report("b", f"{LEAD}.\n{BODY}"), report("c", BODY, outlet="المرفأ"))

    with archive.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(text("ALTER TABLE gone RENAME TO copies"))
    assert everything(archive) == before
    assert put(archive, report("b", BODY)) == Written(new=1)


def test_the_migrations_make_what_the_tables_say(archive: Engine) -> None:
    with archive.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)

    # The tables of forms and their vocabulary are made by hand: SQLAlchemy has no words for them.
    by_hand = ("words", "statement_vocabulary")
    own = [d for d in differences if not (d[0].startswith("remove_") and any(name in str(d[1]) for name in by_hand))]
    assert own == []


def test_the_newest_migration_is_the_one_that_archives_are_asked_for() -> None:
    script = ScriptDirectory(str(Path(migrations.__file__).parent))

    assert script.get_current_head() == migrations.NEWEST


def test_an_archive_of_a_later_takhrij_is_not_touched(archive: Engine, archive_at: str) -> None:  # noqa: F811
    with archive.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreError, match="later takhrij"):
        open_archive(archive_at)


def test_a_file_that_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("ليس أرشيفا " * 200, "utf-8")

    with pytest.raises(TakhrijError, match=r"note\.txt"):
        open_archive(str(tmp_path / "note.txt"))


def test_an_archive_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no archive is here"):
        open_archive(str(tmp_path / "none.db"))

    assert list(tmp_path.iterdir()) == []
