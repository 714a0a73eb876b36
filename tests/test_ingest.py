"""From files and pipes to articles."""

import gzip
from pathlib import Path

import pytest

from takhrij.errors import ArticleError
from takhrij.ingest.articles import Defaults, Unopened, read_articles
from takhrij.ingest.encoding import UnknownEncoding, decode
from takhrij.ingest.published import iso_published
from takhrij.model.article import Article

WORDS = "قال الوزير إن المعبر فتح أمس"


class Listener:
    """A witness that remembers."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def tell(self, words: str) -> None:
        self.heard.append(words)

    def passed(self, count: int) -> None:
        pass


def given(path: Path, written: bytes) -> tuple[list[Article | ArticleError], list[str]]:
    path.write_bytes(written)
    listener = Listener()
    return list(read_articles([str(path)], Defaults(outlet="الساحل"), listener)), listener.heard


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_text_is_read_in_every_encoding_of_arabic_sites(tmp_path: Path, encoding: str) -> None:
    [article], _ = given(tmp_path / "a.txt", f"{WORDS}\n{WORDS}".encode(encoding))

    assert isinstance(article, Article)
    assert article.text == f"{WORDS}\n{WORDS}"
    assert article.outlet == "الساحل"


def test_old_encodings_are_told() -> None:
    assert decode(WORDS.encode("cp1256")).encoding == "windows-1256"


def test_damaged_utf_8_is_refused_and_the_byte_named() -> None:
    with pytest.raises(UnknownEncoding, match="byte 6"):
        decode(WORDS.encode()[:6] + b"\xff" + WORDS.encode()[6:])


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnknownEncoding):
        decode(bytes(range(128, 256)) * 10)


def test_a_malformed_line_is_told_with_its_line_and_does_not_stop_the_rest(tmp_path: Path) -> None:
    lines = [
        f'{{"id": "one", "text": "{WORDS}"}}',
        '{"id": "two", "text": ',
        '{"id": "three"}',
        '{"id": "four", "text": 4}',
        "[]",
        "5",
        "",
        f'{{"id": 7, "title": "{WORDS}", "text": "{WORDS}", "extra": [1]}}',
    ]

    articles, _ = given(tmp_path / "a.jsonl", "\n".join(lines).encode())

    refused = [a for a in articles if isinstance(a, ArticleError)]
    assert [a.id for a in articles if isinstance(a, Article)] == ["one", "7"]
    assert [error.where.rsplit(":", 1)[1] for error in refused] == ["2", "3", "4", "5", "6"]


def test_the_first_line_may_be_the_malformed_one(tmp_path: Path) -> None:
    for name in ("a.jsonl", "a.json"):
        articles, _ = given(tmp_path / name, f'{{"text": "x\n{{"id": "b", "text": "{WORDS}"}}\n'.encode())

        assert [type(article) for article in articles] == [ArticleError, Article]


def test_a_title_stands_before_the_text(tmp_path: Path) -> None:
    [article], _ = given(tmp_path / "a.json", '{"title": "عنوان", "text": "نص"}'.encode())

    assert isinstance(article, Article)
    assert article.text == "عنوان\nنص"
    assert article.title_end == 5


def test_arrays_and_objects_over_many_lines_are_read(tmp_path: Path) -> None:
    for written in ('[\n{"id": "a",\n "text": "نص"},\n{"id": "b"}\n]', '{\n"id": "a",\n"text": "نص"\n}'):
        articles, _ = given(tmp_path / "a.json", written.encode())

        assert isinstance(articles[0], Article)
        assert articles[0].id == "a"
        assert all(isinstance(article, ArticleError) for article in articles[1:])


def test_packed_files_are_unpacked_and_damaged_ones_told(tmp_path: Path) -> None:
    packed = gzip.compress(f'{{"id": "a", "text": "{WORDS}"}}\n'.encode() * 3)

    articles, heard = given(tmp_path / "a.jsonl.gz", packed)
    damaged, _ = given(tmp_path / "b.jsonl.gz", packed[: len(packed) // 2])

    assert [type(article) for article in articles] == [Article] * 3
    assert len(heard) == 2, "an id that comes again is told"
    assert isinstance(damaged[-1], ArticleError)


def test_records_in_other_encodings_are_read(tmp_path: Path) -> None:
    for encoding in ("utf-16", "cp1256", "utf-8-sig"):
        articles, _ = given(tmp_path / "a.jsonl", f'{{"text": "{WORDS}"}}\n{{"text": "{WORDS}"}}\n'.encode(encoding))

        assert [a.text for a in articles if isinstance(a, Article)] == [WORDS, WORDS]


def test_a_folder_is_read_file_by_file_and_an_empty_one_refused(tmp_path: Path) -> None:
    (tmp_path / "full" / "deep").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    (tmp_path / "full" / "deep" / "b.txt").write_text(WORDS, "utf-8")
    (tmp_path / "full" / "a.txt").write_text(WORDS, "utf-8")
    (tmp_path / "full" / "picture.png").write_bytes(b"\x89")
    names = [str(tmp_path / name) for name in ("full", "empty", "missing.txt")]

    articles = list(read_articles(names, Defaults(), Listener()))

    assert [type(article) for article in articles] == [Article, Article, Unopened, Unopened]


def test_dates_are_understood_in_the_ways_feeds_write_them() -> None:
    assert iso_published("2019-05-09") == "2019-05-09"
    assert iso_published("2019-05-09T10:00:00Z") == "2019-05-09T10:00:00Z"
    assert iso_published("Thu, 09 May 2019 10:00:00 +0200") == "2019-05-09T10:00:00+02:00"
    assert iso_published("20190509") == "2019-05-09T00:00:00"
    assert iso_published("yesterday") is None


def test_nothing_that_json_can_hold_breaks_the_reading(tmp_path: Path) -> None:
    hostile = [
        b'{"text": "\\ud800"}',
        b'{"text": "a\\u0000\\u202e\\u2066b"}',
        b'{"x": ' + b"[" * 100_000 + b', "text": "a"}',
        b"\xff\xfe\xff",
        b'{"text": "\xff"}',
        b'{"published": "soon", "text": "a"}',
        b'{"published": 5, "text": "a"}',
        b'{"text": ""}',
    ]

    articles, _ = given(tmp_path / "a.ndjson", b'{"text": "a"}\n' + b"\n".join(hostile))

    assert len(articles) == 9
    assert [i for i, a in enumerate(articles) if isinstance(a, Article)] == [0, 2, 6, 8]
