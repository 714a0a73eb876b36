"""The desk's pages, asked in process."""

import csv
import io
import json
import re
import tomllib
from html.parser import HTMLParser
from importlib.resources import files
from typing import cast

import pytest
from starlette.testclient import TestClient

from takhrij.store.view import View
from takhrij.web.app import create_app
from takhrij.web.page import Page
from takhrij.web.pages import PAGES
from takhrij.web.rendering import environment
from takhrij.web.wording import CODES, words

# A question for each page that has something to show for it.
ADDRESSES = [
    "/",
    "/search",
    "/search?q=الميناء",
]
BOTH = [address if code == "ar" else f"/en{address}" for address in ADDRESSES for code in CODES]


class Tags(HTMLParser):
    """The tags of a page, and whether each is closed in its turn."""

    VOID = frozenset(["meta", "link", "input", "img", "br", "hr"])

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def tags(page: str) -> Tags:
    parsed = Tags()
    parsed.feed(page)
    assert parsed.stack == []
    return parsed


@pytest.mark.parametrize("address", BOTH)
def test_every_page_is_well_formed_and_in_its_direction(desk: TestClient, address: str) -> None:
    answer = desk.get(address)

    assert answer.status_code == 200
    page = tags(answer.text)
    html = dict(page.tags)["html"]
    assert (html["lang"], html["dir"]) == (("en", "ltr") if address.startswith("/en") else ("ar", "rtl"))
    assert [tag for tag, _ in page.tags].count("h1") == 1
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", BOTH)
def test_no_page_holds_a_script_a_style_or_an_address_of_elsewhere(desk: TestClient, address: str) -> None:
    page = tags(desk.get(address).text)

    for tag, attributes in page.tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        assert tag != "style"
        assert tag != "script" or str(attributes["src"]).startswith(("/static/", "/vendor/"))
        assert tag not in ("link", "img") or re.match(
            "/(static|vendor)/", str(attributes.get("href", attributes.get("src")))
        )


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_leads_to_itself_in_the_other_language(desk: TestClient, address: str) -> None:
    links = [str(attributes.get("href")) for tag, attributes in tags(desk.get(address).text).tags if tag == "a"]

    [other] = {link for link in links if re.match("/en(/|$)", link)}
    assert desk.get(other).status_code == 200
    [back] = {
        str(attributes["href"])
        for tag, attributes in tags(desk.get(other).text).tags
        if tag == "a" and attributes.get("hreflang") == "ar"
    }
    assert desk.get(back).url == desk.get(address).url


@pytest.mark.parametrize("page", [page for page in PAGES if page.answers], ids=lambda page: page.name)
def test_every_page_with_rows_gives_them_as_json_and_csv(desk: TestClient, page: Page) -> None:
    [asked] = [a for a in ADDRESSES if a.startswith(f"/{page.name}?")][:1] or [f"/{page.name}"]
    asked = asked.partition("?")[2]

    found = desk.get(f"/{page.name}.json?{asked}").json()
    rows = list(csv.reader(io.StringIO(desk.get(f"/{page.name}.csv?{asked}").text.removeprefix("\ufeff"))))

    assert found
    assert rows[0] == list(found[0])
    assert len(rows) == len(found) + 1


def test_a_search_shows_what_was_found(desk: TestClient) -> None:
    page = tags(desk.get("/search", params={"q": "تفتيش"}).text)

    links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert "/report?id=a" in links
    assert "/report?id=b" in links


def test_what_was_asked_wrongly_is_told_by_its_name(desk: TestClient) -> None:
    answer = desk.get("/search?page=many")

    assert answer.status_code == 400
    assert "page" in tags(answer.text).words


def test_an_address_of_nothing_is_told_in_the_reader_s_language(desk: TestClient) -> None:
    assert words("ar")("error.s404") in desk.get("/nothing").text
    assert words("en")("error.s404") in desk.get("/en/nothing").text


def test_what_breaks_is_told_without_its_secrets() -> None:
    broken = create_app(cast(View, None))

    with TestClient(broken, base_url="http://localhost", raise_server_exceptions=False) as client:
        answer = client.get("/")

    assert answer.status_code == 500
    assert "NoneType" not in answer.text
    assert answer.headers["content-security-policy"]
    assert words("ar")("error.s500") in answer.text


def test_every_name_of_words_that_a_template_asks_for_has_words() -> None:
    asked = set()
    for name in environment().list_templates():
        source = files("takhrij.web").joinpath("templates", name).read_text("utf-8")
        asked |= set(re.findall(r"""words\(["']([a-z_]+\.[a-z_0-9]+)["']\)""", source))
        counted = set(re.findall(r"""words\.count\([^"']+["']([a-z_]+)["']\)""", source))
        assert all("1" in words("en").count(1, noun) or words("en").count(1, noun) for noun in counted)

    assert asked
    for code in CODES:
        assert [name for name in sorted(asked) if not words(code).has(name)] == []


def test_all_words_of_the_interface_are_used() -> None:
    entries = tomllib.loads(files("takhrij.web").joinpath("interface.toml").read_text("utf-8"))
    sources = [
        path for folder in ("templates", "pages", "") for path in files("takhrij.web").joinpath(folder).iterdir()
    ]
    told = "".join(path.read_text("utf-8") for path in sources if path.name.endswith((".html", ".py")))

    # Those asked for by a value (months, kinds, PLOVER's types) are not written out.
    plain = [f"{section}.{key}" for section in ("search", "site") for key in entries.get(section, {})]
    pages = {f"page.{page.name}" for page in PAGES}
    assert [name for name in plain if name not in told and name not in pages] == []


@pytest.mark.parametrize(
    ("number", "arabic", "english"),
    [
        (1, "تقرير واحد", "1 report"),
        (2, "تقريران", "2 reports"),
        (3, "3 تقارير", "3 reports"),
        (11, "11 تقريرا", "11 reports"),
        (100, "100 تقرير", "100 reports"),
        (1_103, "1,103 تقارير", "1,103 reports"),
    ],
)
def test_arabic_counts_as_arabic_does(number: int, arabic: str, english: str) -> None:
    assert words("ar").count(number, "report") == arabic
    assert words("en").count(number, "report") == english


def test_a_cell_that_a_spreadsheet_would_run_is_kept_from_it() -> None:
    from takhrij.model.hit import Hit
    from takhrij.web.rows import csv_rows, json_rows

    hit = Hit(report="=1+1", title="-2", outlet=None, published=None, url=None, score=-1.5, shown="@x")

    [head, row] = list(csv.reader(io.StringIO(b"".join(csv_rows([hit])).decode("utf-8-sig"))))
    assert dict(zip(head, row, strict=True))["report"] == "'=1+1"
    assert dict(zip(head, row, strict=True))["score"] == "-1.5"
    assert json.loads(b"".join(json_rows([hit])))[0]["report"] == "=1+1"
    assert json.loads(b"".join(json_rows([]))) == []
