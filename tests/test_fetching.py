"""Fetching from a server of our own: politeness, limits, feeds that are watched."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from servers import Server, serving
from takhrij.cli.main import app
from takhrij.errors import ArticleError, InputError
from takhrij.ingest.articles import Defaults, read_articles
from takhrij.ingest.fetching import Fetching
from takhrij.ingest.guarded import is_public
from takhrij.ingest.manners import Manners
from takhrij.ingest.watching import Feed, Round, feeds_named
from takhrij.ingest.web import FetchError, Web
from takhrij.model.article import Article
from test_forms import LEAD, TITLE, Listener, page


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def fetching(slept: list[float]) -> Iterator[Fetching]:
    one = Fetching(Manners(pause=0.0, patience=1.0, allow_private=True, sleep=slept.append))
    yield one
    one.close()


def feed(server: Server, *paths: str) -> str:
    items = "".join(f"<item><title>{TITLE}</title><link>{server.address}{path}</link></item>" for path in paths)
    return f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>'


def test_a_page_is_fetched_and_read_under_its_address(server: Server, fetching: Fetching) -> None:
    server.put("/%D8%AE%D8%A8%D8%B1", page())
    url = f"{server.address}/خبر"

    [found] = read_articles([url], Defaults(), Listener(), fetching)

    assert isinstance(found, Article)
    assert found.url == url
    assert LEAD in found.text
    assert "takhrij" in server.asked[-1][1]["User-Agent"]


def test_private_addresses_are_refused_unless_allowed(server: Server) -> None:
    with pytest.raises(FetchError, match="private address"):
        Web().get(server.put("/a", page()))

    assert server.asked == []


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:10.0.0.1", "fe80::1%eth0", "0.0.0.0"]
)
def test_addresses_of_the_machines_beside_us_are_private(address: str) -> None:
    assert not is_public(address)


def test_a_redirect_to_another_scheme_is_refused(server: Server, fetching: Fetching) -> None:
    server.pages["/a"] = (302, {"Location": "file:///etc/passwd"}, b"")

    with pytest.raises(FetchError, match="http"):
        fetching.web().get(server.address + "/a")


def test_redirects_are_followed_but_not_for_ever(server: Server, fetching: Fetching) -> None:
    server.pages["/a"] = (301, {"Location": "/b"}, b"")
    server.put("/b", page())
    server.pages["/round"] = (301, {"Location": "/round"}, b"")

    assert fetching.web().get(server.address + "/a").url.endswith("/b")
    with pytest.raises(FetchError, match="redirects"):
        fetching.web().get(server.address + "/round")


def test_robots_txt_is_obeyed_and_asked_once(server: Server, fetching: Fetching, slept: list[float]) -> None:
    server.put("/robots.txt", "User-agent: *\nDisallow: /secret\nCrawl-delay: 7\n", "text/plain")
    server.put("/a", page())

    with pytest.raises(FetchError, match="robots"):
        fetching.web().get(server.address + "/secret/1")
    fetching.web().get(server.address + "/a")

    assert server.paths() == ["/robots.txt", "/a"]
    assert [round(pause) for pause in slept] == [7]


def test_a_broken_robots_txt_allows_nothing(server: Server, fetching: Fetching) -> None:
    server.pages["/robots.txt"] = (503, {}, b"")
    server.put("/a", page())

    with pytest.raises(FetchError, match="robots"):
        fetching.web().get(server.address + "/a")


def test_a_busy_server_is_given_the_time_it_asks_for(server: Server, fetching: Fetching, slept: list[float]) -> None:
    server.pages["/a"] = (429, {"Retry-After": "30"}, b"")

    with pytest.raises(FetchError, match="429"):
        fetching.web().get(server.address + "/a")

    assert slept == [30.0, 30.0]


def test_a_hung_server_holds_nobody_up(server: Server) -> None:
    web = Web(Manners(pause=0.0, patience=0.3, allow_private=True))

    with pytest.raises(FetchError, match="in time"):
        web.get(server.address + "/hung")
    web.close()


def test_a_packed_answer_is_unpacked_within_bounds(server: Server, fetching: Fetching) -> None:
    url = server.put("/a", gzip.compress(page().encode()), Content_Encoding="gzip")
    bomb = server.put("/bomb", gzip.compress(b" " * 30_000_000), Content_Encoding="gzip")

    assert fetching.web().get(url).body == page().encode()
    with pytest.raises(FetchError, match="larger"):
        fetching.web().get(bomb)


def test_a_site_map_leads_to_its_pages_and_to_further_maps(server: Server, fetching: Fetching) -> None:
    one, two = server.put("/1", page()), server.put("/2", page(title="خبر آخر"))
    inner = server.put("/inner.xml", f"<urlset><url><loc>{two}</loc></url><url><loc>{one}</loc></url></urlset>")
    outer = server.put("/map.xml", f"<sitemapindex><sitemap><loc>{inner}</loc></sitemap></sitemapindex>")
    fetching.known = lambda url: url == one

    found = list(read_articles([outer], Defaults(), Listener(), fetching))

    assert [one.url for one in found if isinstance(one, Article)] == [two]


def test_a_site_map_that_leads_to_itself_ends(server: Server, fetching: Fetching) -> None:
    url = f"{server.address}/map.xml"
    server.put("/map.xml", f"<sitemapindex><sitemap><loc>{url}</loc></sitemap></sitemapindex>")

    [found] = read_articles([url], Defaults(), Listener(), fetching)

    assert isinstance(found, ArticleError)


def test_one_page_that_fails_does_not_stop_the_others(server: Server, fetching: Fetching) -> None:
    server.put("/2", page())
    url = server.put("/feed", feed(server, "/1", "/2"), "application/rss+xml")

    first, second = read_articles([url], Defaults(), Listener(), fetching)

    assert isinstance(first, ArticleError)
    assert first.where == f"{server.address}/1"
    assert isinstance(second, Article)


def test_a_feed_that_has_not_changed_is_not_sent_again(server: Server, fetching: Fetching) -> None:
    server.put("/1", page())
    watched = Feed(server.put("/feed", feed(server, "/1"), "application/rss+xml", ETag='"7"'))

    first = list(Round(fetching, now=0.0, pause=60.0).items(watched))
    second = list(Round(fetching, now=60.0, pause=60.0).items(watched))

    assert (len(first), len(second)) == (1, 0)
    assert server.asked[-1][1]["If-None-Match"] == '"7"'
    assert watched.due == 120.0


def test_a_feed_behind_which_a_page_failed_is_asked_anew(server: Server, fetching: Fetching) -> None:
    watched = Feed(server.put("/feed", feed(server, "/1"), "application/rss+xml", ETag='"7"'))

    list(Round(fetching, now=0.0, pause=60.0).items(watched))

    assert watched.etag is None


def test_a_feed_that_fails_is_asked_ever_more_seldom(server: Server, fetching: Fetching) -> None:
    watched = Feed(f"{server.address}/none")

    waits = []
    for _ in range(6):
        list(Round(fetching, now=0.0, pause=60.0).items(watched))
        waits.append(watched.due / 60)

    assert waits == [2, 4, 8, 16, 16, 16]


def test_feeds_are_named_by_address_list_or_opml(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("# ours\nhttps://a.example/feed\n\nhttps://b.example/feed\n")
    (tmp_path / "opml").write_text('<opml><outline xmlUrl="https://c.example/?a=1&amp;b=2"/></opml>')
    (tmp_path / "wrong").write_text("a.example/feed\n")

    named = feeds_named(["https://a.example/feed", str(tmp_path / "list"), str(tmp_path / "opml")])

    assert named == ["https://a.example/feed", "https://b.example/feed", "https://c.example/?a=1&b=2"]
    with pytest.raises(InputError, match="wrong:1"):
        feeds_named([str(tmp_path / "wrong")])


def test_watching_takes_in_what_is_new_and_only_that(server: Server, tmp_path: Path) -> None:
    server.put("/1", page())
    url = server.put("/feed", feed(server, "/1"), "application/rss+xml")
    command = ["watch", "--once", "--allow-private", "--pause", "0", "--archive", str(tmp_path / "a.db"), url]

    first = CliRunner().invoke(app, command)
    server.put("/2", page(title="خبر آخر"))
    server.put("/feed", feed(server, "/1", "/2"), "application/rss+xml")
    second = CliRunner().invoke(app, command)

    assert (first.exit_code, second.exit_code) == (0, 0), (first.output, second.output)
    assert "1 new" in first.output
    assert "1 new" in second.output
    assert server.paths().count("/1") == 1


def test_an_address_is_added_like_a_file(server: Server, tmp_path: Path) -> None:
    archive = ["--archive", str(tmp_path / "a.db")]
    url = server.put("/1", page())

    added = CliRunner().invoke(app, ["add", "--allow-private", *archive, url])
    refused = CliRunner().invoke(app, ["add", *archive, url])

    assert "1 new" in added.output, added.output
    assert "private address" in refused.output
    assert refused.exit_code != 0


def test_what_older_rules_have_read_is_read_again_and_stays_one_version(tmp_path: Path) -> None:
    import sqlite3

    place = tmp_path / "a.db"
    (tmp_path / "a.txt").write_text(f"{TITLE}\n{LEAD}", "utf-8")
    (tmp_path / "b.jsonl").write_text(f'{{"id": "b", "title": "{TITLE}", "text": "{LEAD}"}}', "utf-8")
    CliRunner().invoke(app, ["add", "--archive", str(place), str(tmp_path)])
    before = rows(place)
    with sqlite3.connect(place) as database:
        database.execute("UPDATE reports SET rules = 'older'")
        database.execute("DELETE FROM statements")
    database.close()

    done = CliRunner().invoke(app, ["reread", "--archive", str(place), "--jobs", "1"])
    again = CliRunner().invoke(app, ["reread", "--archive", str(place), "--jobs", "1"])

    assert "2 reports read anew" in done.output, done.output
    assert "every report" in again.output
    assert rows(place) == before


def rows(place: Path) -> list[list[object]]:
    import sqlite3

    with sqlite3.connect(place) as database:
        found = [
            database.execute("SELECT key, version, outlet, digest, rules FROM reports ORDER BY key").fetchall(),
            database.execute(
                "SELECT report, number, speaker, words FROM statements ORDER BY report, number"
            ).fetchall(),
            database.execute("SELECT * FROM copies").fetchall(),
        ]
    database.close()
    return found
