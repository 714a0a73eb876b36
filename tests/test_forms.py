"""Articles from pages, feeds, crawls and columns."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from takhrij.errors import ArticleError
from takhrij.ingest.articles import Defaults, read_articles
from takhrij.ingest.pages import plain
from takhrij.model.article import Article

TITLE = "افتتاح معبر الساحل أمام الشاحنات"
LEAD = "أعلنت هيئة المعابر أن معبر الساحل فتح صباح اليوم أمام شاحنات البضائع بعد إغلاق دام أسبوعين."
BODY = "وقال مدير المعبر نادر الورفلي إن العمل يسير بصورة عادية، وإن أكثر من مئة شاحنة عبرت حتى الظهر."
END = "وأضاف أن الهيئة ستمدد ساعات العمل إلى المساء إذا استمر تدفق الشاحنات بهذا المعدل في الأيام المقبلة."


def page(head: str = "", above: str = "", title: str = TITLE, lead: str = LEAD) -> str:
    return (
        f"<!DOCTYPE html><html lang='ar'><head><meta charset='utf-8'><title>{title} - موقع الساحل</title>{head}</head>"
        "<body><nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/s'>رياضة</a></li></ul></nav>"
        f"<article><h1>{title}</h1>{above}<p>{lead}</p><p>{BODY}</p><p>{END}</p></article>"
        "<footer>جميع الحقوق محفوظة لموقع الساحل</footer></body></html>"
    )


class Listener:
    def __init__(self) -> None:
        self.heard: list[str] = []

    def tell(self, words: str) -> None:
        self.heard.append(words)

    def passed(self, count: int) -> None:
        pass


def given(path: Path, written: bytes) -> list[Article | ArticleError]:
    path.write_bytes(written)
    return list(read_articles([str(path)], Defaults(), Listener()))


def article(path: Path, written: str | bytes) -> Article:
    [found] = given(path, written.encode() if isinstance(written, str) else written)
    assert isinstance(found, Article), found
    return found


def test_a_page_gives_its_text_title_date_and_address(tmp_path: Path) -> None:
    head = (
        '<link rel="canonical" href="https://www.example.com/news/17">'
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
        '"datePublished": "2021-04-05T09:30:00+02:00"}]}</script>'
    )

    found = article(tmp_path / "a.html", page(head))

    assert found.text[: found.title_end] == TITLE
    assert found.text[found.title_end + 1 :].splitlines() == [LEAD, BODY, END]
    assert found.published == "2021-04-05T09:30:00+02:00"
    assert found.url == "https://www.example.com/news/17"
    assert not found.has_own_id


@pytest.mark.parametrize(
    ("head", "above", "published"),
    [
        ('<meta property="article:published_time" content="2021-04-05T09:30:00Z">', "", "2021-04-05T09:30:00Z"),
        ("", '<time itemprop="datePublished" datetime="2021-04-05T09:30+0300">أمس</time>', "2021-04-05T09:30+0300"),
        ('<meta name="Date" content="2021-04-05">', "", "2021-04-05"),
        ('<link rel="canonical" href="https://www.example.com/2021/4/5/x">', "", "2021-04-05"),
        ("", "<p>أخبار 2021/04/05 08:05</p>", "2021-04-05T08:05"),
        ("", "", None),
    ],
)
def test_the_date_is_the_one_that_the_page_tells(tmp_path: Path, head: str, above: str, published: str | None) -> None:
    assert article(tmp_path / "a.html", page(head, above)).published == published


def test_the_outlet_is_known_by_its_address(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://www.youm7.com/story/17">'

    assert article(tmp_path / "a.html", page(head)).outlet == "اليوم السابع"


def test_the_credit_that_stands_beside_the_text_is_kept(tmp_path: Path) -> None:
    found = article(tmp_path / "a.html", page(above='<div class="article-source">المصدر: رويترز</div>'))

    assert "المصدر: رويترز" in found.text.splitlines()


def test_a_lead_outside_the_text_is_brought_back(tmp_path: Path) -> None:
    head = f'<meta name="description" content="{LEAD[:80]}">'
    body = page(head, lead="").replace("<article>", f"<div class='intro'><h2>{LEAD}</h2></div><article>")

    assert LEAD in article(tmp_path / "a.html", body).text.splitlines()


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16"])
def test_pages_come_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    text = page().replace("charset='utf-8'", f"charset='{'windows-1256' if encoding == 'cp1256' else encoding}'")

    assert LEAD in article(tmp_path / "a.html", text.encode(encoding)).text


def test_scripts_and_hidden_words_are_no_text(tmp_path: Path) -> None:
    found = article(tmp_path / "a.html", page(above="<script>alert('قال الوزير إن')</script>"))

    assert "alert" not in found.text


@pytest.mark.parametrize(
    ("name", "written", "reason"),
    [
        ("a.html", b"<html><body></body></html>", "without a text"),
        ("a.html", b"<p>" * 7_000_000, "larger than 20 MB"),
        ("a.rss", b"<rss><channel><item><title>x", ""),
        (
            "a.xml",
            b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><rss><channel>'
            b"<item><title>&b;</title></item></channel></rss>",
            "entities",
        ),
        ("a.parquet", b"PAR1 and no more", "Parquet"),
        ("a.warc", b"WARC/1.0\r\nno header", ""),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path, name: str, written: bytes, reason: str) -> None:
    found = given(tmp_path / name, written)

    for one in found:
        if reason:
            assert isinstance(one, ArticleError)
            assert one.where.startswith(str(tmp_path / name))
            assert reason in one.reason


def test_nested_deeply_is_no_crash(tmp_path: Path) -> None:
    assert len(given(tmp_path / "a.html", (b"<div>" * 20_000) + LEAD.encode())) == 1


FEED = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>موقع الساحل</title>
<item><title>{TITLE}</title><link>https://www.youm7.com/story/18</link>
<pubDate>Mon, 05 Apr 2021 09:30:00 +0200</pubDate><description>{LEAD}</description>
<content:encoded><![CDATA[<p>{LEAD}</p><p>&lt;b&gt;{BODY}&lt;/b&gt;</p>]]></content:encoded></item>
<item><title>خبر ثان</title><link>https://news.example.com/r/19</link>
<source url="https://www.youm7.com">اليوم السابع</source></item>
<item><pubDate>Mon, 05 Apr 2021 09:30:00 +0200</pubDate></item>
</channel></rss>"""


def test_a_feed_gives_each_item_with_its_outlet_and_date(tmp_path: Path) -> None:
    first, second, third = given(tmp_path / "feed.xml", FEED.encode())

    assert isinstance(first, Article)
    assert first.text == f"{TITLE}\n{LEAD}\n{BODY}"
    assert (first.outlet, first.published) == ("اليوم السابع", "2021-04-05T09:30:00+02:00")
    assert first.url == "https://www.youm7.com/story/18"
    # An aggregator's item is of the outlet that it names.
    assert isinstance(second, Article)
    assert (second.text, second.outlet) == ("خبر ثان", "اليوم السابع")
    assert isinstance(third, ArticleError)
    assert third.where.endswith("item 3")


def test_atom_is_a_feed_too(tmp_path: Path) -> None:
    written = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>خبر</title>'
        '<link href="https://www.example.com/1"/><updated>2021-04-05T09:30:00Z</updated>'
        f'<content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;</content></entry></feed>'
    )

    found = article(tmp_path / "a.atom", written)

    assert (found.text, found.published) == (f"خبر\n{LEAD}", "2021-04-05T09:30:00Z")


def test_fragments_become_lines() -> None:
    assert plain("<p>واحد<br>اثنان</p><div>ثلاثة&nbsp;أربعة</div>") == "واحد\nاثنان\nثلاثة أربعة"
    assert plain("&lt;p&gt;واحد&lt;/p&gt;") == "واحد"
    assert plain("بلا وسوم") == "بلا وسوم"


def crawl(pages: list[tuple[str, int, str, bytes]], *, packed: bool) -> bytes:
    written = b""
    for url, status, kind, body in pages:
        answer = f"HTTP/1.1 {status} x\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(answer)}\r\n\r\n"
        record = head.encode() + answer + b"\r\n\r\n"
        written += gzip.compress(record) if packed else record
    return written


PAGES = [
    ("https://www.youm7.com/story/1", 200, "text/html; charset=utf-8", page().encode()),
    ("https://www.youm7.com/story/2", 404, "text/html", page().encode()),
    ("https://www.youm7.com/x.png", 200, "image/png", b"\x89PNG"),
    ("https://www.example.com/3", 200, "text/html", page(title="خبر آخر").encode("cp1256")),
]


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True), ("crawl", False)])
def test_a_crawl_gives_the_pages_that_were_answered(tmp_path: Path, name: str, packed: bool) -> None:
    pages = [*PAGES[:3], ("https://www.example.com/3", 200, "text/html", page(title="خبر آخر").encode())]

    found = given(tmp_path / name, crawl(pages, packed=packed))

    assert [one.url for one in found if isinstance(one, Article)] == [
        "https://www.youm7.com/story/1",
        "https://www.example.com/3",
    ]
    assert len(found) == 2
    assert isinstance(found[0], Article)
    assert found[0].outlet == "اليوم السابع"


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True), ("crawl", True)])
def test_a_crawl_that_is_cut_gives_what_stands_before_and_an_error(tmp_path: Path, name: str, packed: bool) -> None:
    whole = crawl([PAGES[0]] * 3, packed=packed)

    found = given(tmp_path / name, whole[: len(whole) - len(whole) // 6])

    assert [type(one) for one in found] == [Article, Article, ArticleError]
    assert str(found[2]).startswith(str(tmp_path / name))


def test_parquet_gives_a_report_a_row(tmp_path: Path) -> None:
    table = pa.table(
        {
            "id": [1, 2, 3],
            "title": [TITLE, None, None],
            "text": [LEAD, BODY, None],
            "published": [datetime(2021, 4, 5, 9, 30, tzinfo=UTC), None, None],
            "other": [1.5, None, None],
        }
    )
    path = tmp_path / "a.parquet"
    parquet.write_table(table, path)

    first, second, third = read_articles([str(path)], Defaults(outlet="الساحل"), Listener())

    assert isinstance(first, Article)
    assert (first.id, first.outlet, first.published) == ("1", "الساحل", "2021-04-05T09:30:00+00:00")
    assert first.text == f"{TITLE}\n{LEAD}"
    assert isinstance(second, Article)
    assert isinstance(third, ArticleError)
    assert third.where.endswith("row 3")


def test_a_folder_gives_all_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(), "utf-8")
    (tmp_path / "b.txt").write_text(LEAD, "utf-8")
    (tmp_path / "c.xml.gz").write_bytes(gzip.compress(FEED.encode()))
    (tmp_path / "d.png").write_bytes(b"\x89PNG")

    found = list(read_articles([str(tmp_path)], Defaults(), Listener()))

    assert [type(one) for one in found] == [Article, Article, Article, Article, ArticleError]
