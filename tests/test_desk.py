"""The desk's pages, asked in process."""

import csv
import io
import json
import re
import tomllib
from collections.abc import Sequence
from html.parser import HTMLParser
from importlib.resources import files
from typing import cast, get_args, get_type_hints
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from desks import ARTICLES, HOSTILE, HOSTILE_ID, HOSTILE_TITLE, MEETING
from takhrij import Article
from takhrij.linking.tracing import Telling, trace_of
from takhrij.model.actor import ActorType
from takhrij.model.copy import Copy
from takhrij.model.event import EventType, Status
from takhrij.model.heading import Heading
from takhrij.model.link import Verdict
from takhrij.model.listed import Listed
from takhrij.model.reading import Reading
from takhrij.model.reading import Report as Published
from takhrij.model.span import Span
from takhrij.model.statement import Form, Kind
from takhrij.model.story import Contradiction, Story
from takhrij.store.view import View
from takhrij.web.app import create_app
from takhrij.web.marked import PART
from takhrij.web.page import Page
from takhrij.web.pages import PAGES
from takhrij.web.reasons import said
from takhrij.web.rendering import environment
from takhrij.web.wording import CODES, words

MODES = sorted(
    {
        mode
        for path in files("takhrij.lexicon").joinpath("data/events").iterdir()
        for mode in re.findall(r'^mode = "(\w+)"', path.read_text("utf-8"), re.MULTILINE)
    }
)
LONG = f"/trace?claim={'a+' * 1_001}"
# A question for each page that has something to show for it.
ADDRESSES = [
    "/",
    "/search",
    "/search?q=الميناء",
    "/read",
    "/report?id=a",
    f"/report?{urlencode({'id': HOSTILE_ID})}",
    "/compare?a=a&b=b",
    "/trace",
    "/trace?claim=a%231",
    "/actor?name=الراوي",
    "/actor?name=لا+أحد",
    "/stories?least=1",
    "/stories?disputed=1",
    "/story?id=b",
    "/chronicle",
    "/chronicle?type=CONSULT&status=happened&since=2024-03",
    "/outlets?by=unnamed",
    "/rule?name=statements.relayed",
    "/review",
    "/quotes?least=1",
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
    asked = next((a for a in ADDRESSES if a.startswith(f"/{page.name}?")), "").partition("?")[2]
    if page.name == "review":
        pytest.skip("nothing was decided in this archive; see test_desk_review.py")
    if page.takes_posts:
        asked = urlencode({"text": MEETING})

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
    plain = [f"{section}.{key}" for section in ("page", "home", "search", "site") for key in entries.get(section, {})]
    pages = {f"page.{page.name}" for page in PAGES}
    assert [name for name in plain if name not in told and name not in pages] == []


@pytest.mark.parametrize(
    ("section", "values"),
    [
        ("differ", get_args(get_type_hints(Contradiction)["kind"])),
        ("form", get_args(Form)),
        ("kind", (*get_args(Kind), *get_args(ActorType))),
        ("unnamed", get_args(Kind)),
        ("plover", get_args(EventType)),
        ("state", get_args(Status)),
        ("review", get_args(Verdict)),
        ("mode", MODES),
    ],
)
def test_every_value_that_records_hold_has_its_word(section: str, values: tuple[str, ...]) -> None:
    assert values
    for code in CODES:
        assert [value for value in values if not words(code).has(f"{section}.{value}")] == []


def test_every_reason_that_linking_gives_is_said_in_arabic() -> None:
    """As `linking` puts them; a reason that is put otherwise there fails here."""
    sources = files("takhrij.linking")
    told = "".join(sources.joinpath(f"{name}.py").read_text("utf-8") for name in ("copies", "direction", "tracing"))
    for reason in (
        "published on an earlier day",
        "the other names it as its source",
        "the other begins where somebody goes on speaking",
        "the other has own words between the passages",
        "nothing tells which came first",
    ):
        assert reason in told
        assert not re.search("[a-z]{2}", re.sub("<[^>]*>", "", str(said(reason, words("ar")))))


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


def test_whatever_an_id_is_made_of_its_report_is_found(desk: TestClient) -> None:
    for article in ARTICLES:
        answer = desk.get("/report", params={"id": article.id})
        assert answer.status_code == 200
        assert desk.get("/report.json", params={"id": article.id}).json()[0]["id"] == article.id


def test_a_report_shows_every_chain_beside_its_words_with_the_rule_and_its_reason(desk: TestClient) -> None:
    page = desk.get("/en/report?id=a").text

    shown = tags(page)
    cards = [attributes for tag, attributes in shown.tags if tag == "div" and "card" in str(attributes.get("class"))]
    statements = desk.get("/report.json?id=a").json()[0]["statements"]
    assert len(cards) == len(statements) >= 2
    for statement in statements:
        assert statement["rule"] in page
        assert all(link["name"] in shown.words for link in statement["links"])
    assert "unnamed" in " ".join(str(card["class"]) for card in cards)
    assert {"/en/trace?claim=a%230", "/en/compare?a=a&b=b"} <= {
        str(attributes.get("href")) for tag, attributes in shown.tags if tag == "a"
    }


def test_two_reports_side_by_side_tell_what_each_has_alone(desk: TestClient) -> None:
    page = desk.get("/compare?a=a&b=b").text

    own = re.findall('<span class="own">([^<]*)</span>', page)
    assert any("سبعة" in words for words in own)
    assert any("تسعة" in words for words in own)
    assert not any("أخمدوا" in words for words in own)
    assert page.count('id="p0-') == page.count('id="p1-') > 0


def test_a_trace_tells_who_was_first_and_why_the_sources_are_so_few(desk: TestClient) -> None:
    page = tags(desk.get("/en/trace", params={"claim": "رجال الإطفاء أخمدوا الحريق بعد ثلاث ساعات"}).text)

    assert "Told first by" in page.words
    nodes = [attributes for tag, attributes in page.tags if tag == "a" and "node" in str(attributes.get("class"))]
    assert {str(node["class"]).split()[1] for node in nodes} >= {"origin", "report"}
    assert any("first" in str(node["class"]) for node in nodes)
    assert "both rest on the word of" in page.words or "copies" in page.words


def test_a_claim_of_too_few_words_is_told(desk: TestClient) -> None:
    assert desk.get("/trace?claim=نعم").status_code == 400


@pytest.mark.parametrize("address", ["/report?id=none", "/compare?a=a&b=none", "/story?id=none", "/rule?name=none"])
def test_what_the_archive_does_not_have_is_told(desk: TestClient, address: str) -> None:
    assert desk.get(address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/report", "/chronicle?type=DANCE", "/outlets?by=__class__", "/stories?least=x", LONG]
)
def test_what_cannot_be_asked_is_told(desk: TestClient, address: str) -> None:
    assert desk.get(address).status_code == 400


def test_a_pasted_report_is_read_at_once(desk: TestClient) -> None:
    answer = desk.post("/en/read", data={"text": MEETING, "published": "2024-03-09"})

    page = tags(answer.text)
    assert answer.status_code == 200
    assert "كمال الراوي" in page.words
    assert [tag for tag, attributes in page.tags if "card" in str(attributes.get("class"))]


def test_a_pasted_report_that_is_too_long_is_refused_by_its_length(desk: TestClient) -> None:
    assert desk.post("/read", data={"text": "ا" * 100_001}).status_code == 400
    assert desk.post("/read", data={"text": "ا" * 2_000_001}).status_code == 413


@pytest.mark.parametrize("sent", ["archive", "pasted"])
def test_a_hostile_report_is_shown_as_the_letters_it_is_made_of(desk: TestClient, sent: str) -> None:
    if sent == "archive":
        page = desk.get("/report", params={"id": HOSTILE_ID}).text
    else:
        page = desk.post("/read", data={"text": HOSTILE, "title": HOSTILE_TITLE}).text

    shown = tags(page)
    assert not [attributes for tag, attributes in shown.tags if tag == "script" and "src" not in attributes]
    assert not [tag for tag, attributes in shown.tags if {"onload", "onerror"} & set(attributes)]
    assert "<script>document.title='taken'</script>" in shown.words
    assert "&lt;b&gt;" in shown.words and "{{ 7*7 }}" in shown.words
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", page)


class OneReport(View):
    """A view of one report that no archive holds."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._found = article, reading

    def report(self, key: str) -> tuple[Article, Reading] | None:
        return self._found

    def copies_with(self, key: str) -> list[Copy]:
        return []

    def listed(self, keys: Sequence[str]) -> list[Listed]:
        return []

    def story_of(self, key: str) -> Story | None:
        return None


@pytest.mark.parametrize("unit", ["كلمة ", "سطر\n", "<b>", "&amp;", "\u202e"])
def test_ten_megabytes_are_shown_in_parts_a_browser_can_bear(unit: str) -> None:
    text = unit * (10_000_000 // len(unit.encode()))
    reading = Reading(
        id="x",
        report=Published(outlet=None, place=None, published=None),
        heading=Heading(body=Span(0, len(text))),
        times=(),
        statements=(),
        names=(),
        actors=(),
    )
    app = create_app(OneReport(Article(id="x", text=text), reading))

    with TestClient(app, base_url="http://localhost") as client:
        first, last = client.get("/report?id=x"), client.get("/report?id=x&part=100000")

    assert first.status_code == last.status_code == 200
    assert max(len(first.content), len(last.content)) < 500_000
    assert "<b>" not in first.text
    assert tags(first.text).words.count(unit.strip()) <= PART + 2_000


def test_the_parts_of_a_text_make_up_the_text() -> None:
    from takhrij.web.marked import lines, parts_of

    text = "\n".join(f"سطر {n} {'كلمة ' * (n % 40)}." for n in range(3_000))
    reading = Reading(
        id="x",
        report=Published(outlet=None, place=None, published=None),
        heading=Heading(body=Span(0, len(text))),
        times=(),
        statements=(),
        names=(),
        actors=(),
    )

    told = [
        "".join(piece.words for piece in line.pieces)
        for part in range(1, parts_of(text) + 1)
        for line in lines(Article(id="x", text=text), reading, part)
    ]

    assert parts_of(text) > 3
    assert told == text.split("\n")


def test_every_reason_for_few_sources_is_said_in_arabic() -> None:
    names = ["نبيل الصافي", "وكالة الأرز", "الساحل", "الميناء"]
    tellings = [
        _telling("a", names[2], [names[0]], copied=""),
        _telling("b", names[3], [names[0]], copied="a"),
        _telling("c", "الشاطئ", [names[1], "مسؤول"], named=False),
        _telling("d", "المرفأ", [names[1], "مصدر"], named=False),
        _telling("e", "الجسر", [names[2], "شاهد"], named=False),
    ]

    reasons = trace_of("قول", tellings).independent.because

    assert len(reasons) >= 3
    for reason in reasons:
        assert not re.search("[a-z]", re.sub("<[^>]*>", "", str(said(reason, words("ar")))))
        assert re.sub("<[^>]*>", "", str(said(reason, words("en")))) == reason


def _telling(report: str, outlet: str, chain: list[str], *, named: bool = True, copied: str = "") -> Telling:
    return Telling(
        report=report,
        statement=0,
        outlet=outlet,
        published=f"2024-03-0{ord(report) - 96}",
        title=None,
        chain=tuple(chain),
        named=named,
        words="قول",
        forms=("قول",),
        copied=((copied, False),) if copied else (),
    )
