"""Archives of an older form, brought up to date."""

from importlib import import_module
from pathlib import Path

from sqlalchemy import Engine, text

from takhrij import Article
from takhrij.store.adding import add
from takhrij.store.forms import forms, forms_of
from takhrij.store.opening import open_archive
from takhrij.store.view import View

WORDS = "قال المدرِّب إن الهدف سُجِّل بعد نهاية الوقت وإن الحكم لم يشاهد الإعادة ولم يسأل مساعده عما رأى."
BODY = f"{WORDS}\nوشدَّد المدرِّب على أن الفريق سيعترض لدى الاتحاد قبل المباراة المقبلة مهما كانت الكلفة على النادي."


def rows(archive: Engine, question: str) -> list[tuple[object, ...]]:
    with archive.connect() as connection:
        return [tuple(row) for row in connection.execute(text(question))]


def test_grams_and_words_with_several_vowel_signs_are_found_anew(tmp_path: Path) -> None:
    where = str(tmp_path / "old.db")
    archive = open_archive(where, create=True)
    list(add(archive, [Article(id="a", text=BODY, outlet="الساحل"), Article(id="b", text="جملة أخرى")], 1))
    before = import_module("takhrij.store.migrations.versions.0004_words_whole")._BEFORE
    grams = rows(archive, "SELECT gram, report FROM grams ORDER BY gram, report")
    sizes = rows(archive, "SELECT report, sampled FROM reports")
    with archive.connect().execution_options(writes=True) as connection, connection.begin():
        for table, found in (
            ("words", connection.execute(text("SELECT report, text FROM reports")).all()),
            ("statement_words", connection.execute(text("SELECT statement, words FROM statements")).all()),
        ):
            for number, words in found:
                now, then = " ".join(forms(words)), " ".join(forms_of(before.findall(words)))
                forget = f"INSERT INTO {table} ({table}, rowid, forms) VALUES ('delete', :row, :forms)"
                connection.execute(text(forget), {"row": number, "forms": now})
                add_row = f"INSERT INTO {table} (rowid, forms) VALUES (:row, :forms)"
                connection.execute(text(add_row), {"row": number, "forms": then})
        connection.execute(text("DELETE FROM grams"))
        connection.execute(text("INSERT INTO grams VALUES (7, 1)"))
        connection.execute(text("UPDATE reports SET sampled = 1"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))
    archive.dispose()

    archive = open_archive(where)

    assert rows(archive, "SELECT gram, report FROM grams ORDER BY gram, report") == grams
    assert rows(archive, "SELECT report, sampled FROM reports") == sizes
    assert [hit.report for hit in View(archive).search("سجل المدرب")] == ["a"]
    assert rows(archive, "SELECT doc FROM statement_vocabulary WHERE term = 'سجل'") == [(1,)]
    assert rows(archive, "SELECT doc FROM statement_vocabulary WHERE term = 'سج'") == []
