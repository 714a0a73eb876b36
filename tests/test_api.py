"""The API as a program asks it."""

import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from desks import ARTICLES, HOSTILE, HOSTILE_TITLE, TODAY
from takhrij import wire
from takhrij.cli.serve import _decide, _keep
from takhrij.store.opening import open_archive
from takhrij.store.view import View
from takhrij.store.writer import Written
from takhrij.web.api.operations import OPERATIONS
from takhrij.web.app import create_app
from takhrij.web.settings import Settings

TOKEN = "a-token-that-nobody-must-see"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
WORDS = "قال وزير النقل سامر الحلبي إن المرفأ سيفتح غدا."


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[TestClient]:
    """A desk over an empty archive, which takes what bears the token."""
    engine = open_archive(str(tmp_path / "archive.db"), create=True)
    app = create_app(View(engine), Settings(token=TOKEN), _decide(engine), _keep(engine))
    with TestClient(app, base_url="http://localhost:8000", raise_server_exceptions=False) as client:
        yield client
    engine.dispose()


def got(desk: TestClient, address: str) -> Any:
    answer = desk.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def refused(answer: Any, status: int, code: str) -> str:
    """What is told of a failure, which always has one shape."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    [(name, failure)] = answer.json().items()
    assert (name, failure["status"], failure["code"]) == ("error", status, code)
    assert sorted(failure) == ["code", "message", "status"]
    message: str = failure["message"]
    return message


def test_every_question_is_answered(desk: TestClient) -> None:
    assert got(desk, "/api")["reports"] == len(ARTICLES)
    assert [hit["report"] for hit in got(desk, "/api/search?q=المدارس")["items"]] == ["schools"]
    assert got(desk, "/api/who?name=الراوي")["items"][0]["name"] == "كمال الراوي"
    assert {event["type"] for event in got(desk, "/api/events?type=CONSULT")["items"]} == {"CONSULT"}
    assert len(got(desk, "/api/sources")["items"]) >= 2
    [copy] = got(desk, "/api/copies?report=a")["items"]
    assert {copy["a"], copy["b"]} == {"a", "b"}
    assert [story["reports"] for story in got(desk, "/api/stories?least=2")["items"]] == [["a", "b"]]
    traced = got(desk, f"/api/trace?claim={quote('المستودع لم يخضع لأي تفتيش منذ عامين')}")
    assert traced["first"] == "a"
    assert len(traced["retellings"]) == 2
    for operation in OPERATIONS:
        if operation.listed and operation.path not in ("/search",):
            assert set(got(desk, f"/api{operation.path}")) == {"items", "next"}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_a_report_and_its_reading_are_had_by_any_id(desk: TestClient, article: Any) -> None:
    name = quote(article.id, safe="")

    report = got(desk, f"/api/report?id={name}")
    reading = wire.decode(desk.get(f"/api/reading?id={name}").content)

    assert (report["id"], report["text"], report["outlet"]) == (article.id, article.text, article.outlet)
    for statement in reading.statements:
        assert statement.content.of(report["text"]).strip()


def test_hostile_letters_come_back_as_letters_of_json(desk: TestClient) -> None:
    answer = desk.get("/api/report", params={"id": ARTICLES[-1].id})

    assert answer.json()["text"] == f"{HOSTILE_TITLE}\n{HOSTILE}"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    # No control character stands in JSON as it is.
    assert not [letter for letter in answer.text if ord(letter) < 32]


def test_parts_of_a_list_follow_one_another_and_hold_all_of_it(desk: TestClient) -> None:
    for path in ("/api/reports", "/api/events", "/api/copies", "/api/stories", "/api/sources"):
        whole = got(desk, f"{path}?most=100")
        assert whole["next"] is None
        found, address = [], f"{path}?most=1"
        while address:
            part = got(desk, address)
            assert len(part["items"]) <= 1
            found += part["items"]
            address = part["next"]
        assert found == whole["items"], path


def test_the_next_part_asks_the_same_question(desk: TestClient) -> None:
    part = got(desk, "/api/reports?most=1&outlet=الساحل&since=2024-03")

    assert part["items"][0]["report"] == "c/d?e#1 %2e"
    assert [one["report"] for one in got(desk, part["next"])["items"]] == ["a"]


@pytest.mark.parametrize(
    ("address", "status", "code", "words"),
    [
        ("/api/search", 400, "unreadable", "`q`"),
        ("/api/search?q=", 400, "unreadable", "$.q"),
        ("/api/search?q=a&q=b", 400, "unreadable", "q: given more than once"),
        ("/api/search?q=a&limit=3", 400, "unreadable", "`limit`"),
        ("/api/events?type=WEDDING", 400, "unreadable", "WEDDING"),
        ("/api/events?since=yesterday", 400, "unreadable", "$.since"),
        ("/api/events?most=101", 400, "unreadable", "$.most"),
        ("/api/events?skip=-1", 400, "unreadable", "$.skip"),
        ("/api/search?q=a%00b", 400, "unreadable", "$.q"),
        ("/api/report?id=nothing", 404, "not_found", "nothing"),
        ("/api/reading?id=nothing", 404, "not_found", "nothing"),
        ("/api/trace?claim=x", 404, "not_found", "at least 3 words"),
        ("/api/nowhere", 404, "not_found", ""),
        ("/api/read", 405, "not_allowed", ""),
    ],
)
def test_what_cannot_be_answered_is_told_in_one_shape(
    desk: TestClient, address: str, status: int, code: str, words: str
) -> None:
    assert words in refused(desk.get(address), status, code)


def test_a_report_is_read_at_once_and_not_kept(desk: TestClient) -> None:
    given = {"title": "المرفأ", "text": WORDS, "published": "2024-05-01"}

    answer = desk.post("/api/read", json=given)

    reading = wire.decode(answer.content)
    text = f"{given['title']}\n{WORDS}"
    assert [(s.speaker, s.content.of(text)) for s in reading.statements] == [("سامر الحلبي", "المرفأ سيفتح غدا")]
    assert [time.value for time in reading.times] == ["2024-05-02"]
    assert got(desk, "/api")["reports"] == len(ARTICLES)


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b"", "application/json", ""),
        (b"{", "application/json", "truncated"),
        (b"[]", "application/json", "object"),
        (b'{"text": 1}', "application/json", "$.text"),
        (b'{"text": ""}', "application/json", "$.text"),
        (b'{"text": "a", "texts": "b"}', "application/json", "`texts`"),
        (b'{"text": "\xff"}', "application/json", ""),
        (b'{"text": "\\ud800"}', "application/json", ""),
        (b"[" * 100_000, "application/json", ""),
        (json.dumps({"text": "a" * 100_001}).encode(), "application/json", "100000"),
        (b'{"text": "a"}', "text/plain", "Content-Type"),
    ],
)
def test_a_body_that_cannot_be_read_is_told(desk: TestClient, content: bytes, kind: str, words: str) -> None:
    answer = desk.post("/api/read", content=content, headers={"Content-Type": kind})

    assert words in refused(answer, 400, "unreadable")


def test_a_body_that_is_too_large_and_a_foreign_page_are_told_in_the_same_shape(desk: TestClient) -> None:
    large = desk.post("/api/read", content=b"x" * 2_000_001, headers={"Content-Type": "application/json"})
    foreign = desk.post("/api/read", json={"text": WORDS}, headers={"Origin": "https://evil.example"})
    named = desk.get("/api", headers={"Host": "evil.example"})

    assert "2,000,000 bytes" in refused(large, 413, "too_large")
    refused(foreign, 403, "not_ours")
    refused(named, 421, "not_ours")


def test_without_a_token_nothing_is_written(desk: TestClient, writable: TestClient) -> None:
    batch = {"reports": [{"id": "new", "text": WORDS}]}

    for path, body in (("/api/add", batch), ("/api/review", {})):
        refused(desk.post(path, json=body, headers=BEARER), 403, "read_only")
        for wrong in (
            {},
            {"Authorization": "Bearer wrong"},
            {"Authorization": TOKEN},
            {"Authorization": f"Basic {TOKEN}"},
        ):
            answer = writable.post(path, json=body, headers=wrong)
            refused(answer, 401, "no_token")
            assert answer.headers["www-authenticate"] == "Bearer"
        # A cookie is sent by a browser whoever makes it ask.
        refused(writable.post(path, json=body, headers={"Cookie": f"takhrij_token={TOKEN}"}), 401, "no_token")
    assert got(writable, "/api")["reports"] == 0


def test_with_a_token_reports_are_kept_once(writable: TestClient) -> None:
    batch = {
        "reports": [
            {"id": "one", "title": "المرفأ", "text": WORDS, "outlet": "الساحل", "published": "2024-05-01"},
            {"url": "https://news.example/two", "text": WORDS + " وأضاف أنه باق.", "published": "2024-99-99"},
            {"text": "خبر بلا عنوان."},
        ]
    }

    first = writable.post("/api/add", json=batch, headers=BEARER)
    again = writable.post("/api/add", json=batch, headers=BEARER).json()

    taken = first.json()
    assert (first.status_code, taken["new"], taken["same"]) == (200, 3, 0)
    assert (again["new"], again["same"], again["ids"]) == (0, 3, taken["ids"])
    assert taken["ids"][:2] == ["one", "https://news.example/two"]
    assert taken["undated"] == ["https://news.example/two"]
    assert got(writable, "/api/report?id=one")["published"] == "2024-05-01"
    assert got(writable, f"/api/reading?id={quote(taken['ids'][2])}")["statements"] == []


def test_a_batch_with_one_bad_report_is_refused_whole(writable: TestClient) -> None:
    batch = {"reports": [{"id": "good", "text": WORDS}, {"id": "bad"}]}

    assert "$.reports[1]" in refused(writable.post("/api/add", json=batch, headers=BEARER), 400, "unreadable")
    assert got(writable, "/api")["reports"] == 0


def test_with_a_token_decisions_are_kept_and_hold(writable: TestClient) -> None:
    reports = [{"id": "one", "text": WORDS}, {"id": "two", "text": WORDS.replace("سامر الحلبي", "نديم القاسم")}]
    writable.post("/api/add", json={"reports": reports}, headers=BEARER)
    decision = {"type": "person", "left": "سامر الحلبي", "right": "نديم القاسم", "verdict": "same", "by": "المكتب"}

    made = writable.post("/api/review", json=decision, headers=BEARER)
    unknown = writable.post("/api/review", json={**decision, "left": "لا أحد"}, headers=BEARER)

    assert made.status_code == 200
    assert got(writable, "/api/decisions")["items"] == made.json()["items"]
    assert made.json()["items"][0]["by"] == "المكتب"
    assert got(writable, "/api/who?name=الحلبي")["items"][0]["reports"] == 2
    assert "لا أحد" in refused(unknown, 404, "not_found")


def test_the_token_is_nowhere_to_be_seen(writable: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    answers = [
        writable.post("/api/add", json={"reports": []}, headers=BEARER),
        writable.get("/api", headers=BEARER),
        writable.get("/api/openapi.json", headers=BEARER),
    ]

    assert TOKEN not in "".join(answer.text + str(answer.headers) for answer in answers)
    assert TOKEN not in caplog.text
    assert TOKEN not in repr(writable.app.state.settings)  # type: ignore[attr-defined]


def test_what_takes_too_long_is_given_up(desk_archive: Engine) -> None:
    class Slow(View):
        def sources(self) -> Any:
            time.sleep(0.5)

    app = create_app(Slow(desk_archive), Settings(most_seconds=0.05, now=lambda: TODAY))
    with TestClient(app, base_url="http://localhost:8000") as client:
        answer = client.get("/api/sources")

        assert "0.05 seconds" in refused(answer, 503, "busy")
        assert answer.headers["retry-after"] == "10"
        assert client.get("/api/decisions").status_code == 200


@pytest.mark.parametrize("path", ["/outlets", "/en/outlets", "/outlets.json"])
def test_a_page_that_takes_too_long_is_given_up(desk_archive: Engine, path: str) -> None:
    class Slow(View):
        def sources(self) -> Any:
            time.sleep(0.5)

    app = create_app(Slow(desk_archive), Settings(most_seconds=0.05, now=lambda: TODAY))
    with TestClient(app, base_url="http://localhost:8000") as client:
        answer = client.get(path)

    assert answer.status_code == 503
    assert ("does not answer" if path.startswith("/en") else "الأرشيف لا يجيب") in answer.text


def test_what_is_being_written_is_waited_for(desk_archive: Engine) -> None:
    def keep(articles: Any) -> Written:
        time.sleep(0.2)
        return Written(new=len(articles))

    settings = Settings(token=TOKEN, most_seconds=0.05)
    app = create_app(View(desk_archive), settings, None, keep)
    with TestClient(app, base_url="http://localhost:8000") as client:
        answer = client.post("/api/add", json={"reports": [{"text": WORDS}]}, headers=BEARER)

    assert (answer.status_code, answer.json()["new"]) == (200, 1)


def test_what_breaks_is_told_without_telling_what(desk_archive: Engine) -> None:
    class Broken(View):
        def sources(self) -> Any:
            raise RuntimeError("/secret/path")

    app = create_app(Broken(desk_archive), Settings())
    with TestClient(app, base_url="http://localhost:8000", raise_server_exceptions=False) as client:
        assert "secret" not in refused(client.get("/api/sources"), 500, "broken")


def test_the_description_tells_of_everything_with_examples(desk: TestClient) -> None:
    description = got(desk, "/api/openapi.json")

    assert description["openapi"].startswith("3.1")
    assert set(description["paths"]) == {
        f"/api{path}" for path in [*(o.path for o in OPERATIONS), "/read", "/add", "/review"]
    }
    for path, methods in description["paths"].items():
        for method, told in methods.items():
            assert told["summary"]
            assert told["responses"]["200"]["content"]["application/json"]["schema"]
            if method == "post":
                assert told["requestBody"]["content"]["application/json"]["example"]
            assert ("security" in told) == (path in ("/api/add", "/api/review"))
            for parameter in told.get("parameters", ()):
                assert parameter["required"] or "anyOf" not in parameter["schema"]


def test_the_example_bodies_are_taken(writable: TestClient) -> None:
    paths = got(writable, "/api/openapi.json")["paths"]

    for path in ("/api/read", "/api/add"):
        example = paths[path]["post"]["requestBody"]["content"]["application/json"]["example"]
        assert writable.post(path, json=example, headers=BEARER).status_code == 200
