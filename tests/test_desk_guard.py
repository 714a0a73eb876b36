"""Who may ask the desk, what may be sent to it, and what every answer forbids."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from takhrij.web.guard import POLICY, Guard
from takhrij.web.settings import Settings


async def _echo(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


@pytest.fixture
def guarded() -> TestClient:
    app = FastAPI()
    app.add_route("/", _echo, methods=["GET", "POST"])
    return TestClient(Guard(app, Settings(most_bytes=100)), base_url="http://localhost:8000")


@pytest.mark.parametrize("address", ["/", "/search.json?q=x", "/static/desk.css", "/nothing", "/en/search?page=no"])
def test_every_answer_bears_the_rules(desk: TestClient, address: str) -> None:
    headers = desk.get(address).headers

    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY and "http" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "evil.example:8000", "", "127.0.0.1.nip.io"]
)
def test_a_foreign_name_pointed_at_this_machine_gets_nothing(desk: TestClient, host: str) -> None:
    answer = desk.get("/", headers={"host": host})

    assert answer.status_code == 421
    assert answer.headers["content-security-policy"] == POLICY


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:8000", "[::1]", "[::1]:8000"])
def test_the_machine_s_own_names_are_answered(desk: TestClient, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_what_another_site_s_page_sends_is_refused(guarded: TestClient, headers: dict[str, str]) -> None:
    assert guarded.post("/", content=b"x", headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{}, {"origin": "http://localhost:8000", "sec-fetch-site": "same-origin"}])
def test_what_its_own_pages_or_a_program_send_is_taken(guarded: TestClient, headers: dict[str, str]) -> None:
    assert guarded.post("/", content=b"x" * 100, headers=headers).text == "100"


def test_a_body_that_announces_too_much_is_refused(guarded: TestClient) -> None:
    assert guarded.post("/", content=b"x" * 101).status_code == 413


def test_a_body_that_says_nothing_of_its_length_is_cut_off(guarded: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(10):
            yield b"x" * 50

    assert guarded.post("/", content=pieces()).status_code == 413


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/vendor/..%2fapp.py", "/static//etc/passwd"]
)
def test_only_what_lies_in_the_folders_is_served(desk: TestClient, path: str) -> None:
    assert desk.get(path).status_code == 404


def test_what_may_be_kept_bears_its_sum_in_its_address(desk: TestClient) -> None:
    assert "immutable" in desk.get("/static/desk.css?v=1").headers["cache-control"]
    assert "cache-control" not in desk.get("/static/desk.css").headers


@pytest.mark.parametrize("address", ["/docs", "/redoc", "/openapi.json"])
def test_no_page_of_the_framework_is_open(desk: TestClient, address: str) -> None:
    assert desk.get(address).status_code == 404


def test_nothing_can_be_sent_to_a_page(desk: TestClient) -> None:
    assert desk.post("/search", content=b"q=x").status_code == 405
