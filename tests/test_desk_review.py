"""Deciding on identities from the desk: who may, and what comes of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from desks import ARTICLES
from takhrij import Article
from takhrij.model.link import Judgement, Named, Verdict
from takhrij.store.adding import add
from takhrij.store.deciding import Reviewer
from takhrij.store.opening import open_archive
from takhrij.store.view import View
from takhrij.store.writer import Writer
from takhrij.web.app import create_app
from takhrij.web.settings import Settings

TOKEN = "a-token-of-the-tests"
SAYS = "قال وزير الزراعة {name} إن الموسم جيد. وأضاف {name} أن الري تحسن."
ONE = "سليم المهيري"
OTHER = "سليم المهيرى الكافي"
APART = "سليم المهيدي"


def _reports() -> list[Article]:
    return [
        Article(id=f"{n}-{m}", text=SAYS.format(name=name), outlet="الساحل", published=f"2024-04-0{n + 1}")
        for n, name in enumerate((ONE, APART, OTHER))
        for m in range(2)
    ]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Engine]:
    engine = open_archive(str(tmp_path / "archive.db"), create=True)
    list(add(engine, [*ARTICLES, *_reports()], 1))
    yield engine
    engine.dispose()


@pytest.fixture
def client(archive: Engine) -> Iterator[TestClient]:
    def decide(by: str, left: Named, right: Named, verdict: Verdict) -> list[Judgement]:
        return Reviewer(View(archive), Writer(archive), by).decide(left, right, verdict)

    app = create_app(View(archive), Settings(token=TOKEN), decide)
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        yield client


DECISION = {"type": "person", "left": ONE, "right": APART, "verdict": "same"}


def test_names_that_may_be_one_are_shown_with_the_reason(client: TestClient) -> None:
    page = client.get("/en/review").text

    assert ONE in page
    assert APART in page
    assert "one letter" in page


def test_who_signs_in_decides_and_is_named_in_the_log(client: TestClient, archive: Engine) -> None:
    signed = client.post("/review/sign", data={"token": TOKEN, "by": "منى"})
    decided = client.post("/review/decide", data=DECISION)

    assert signed.status_code == decided.status_code == 200
    [made] = View(archive).judgements()
    assert (made.left.name, made.right.name, made.verdict, made.by) == (ONE, APART, "same", "منى")
    assert "منى" in decided.text
    assert client.get("/review.json").json()[0]["by"] == "منى"


def test_a_program_that_bears_the_token_decides(client: TestClient, archive: Engine) -> None:
    client.post("/review/decide", data=DECISION, headers={"authorization": f"Bearer {TOKEN}"})

    assert len(View(archive).judgements()) == 1


@pytest.mark.parametrize(
    "headers", [{}, {"authorization": "Bearer wrong"}, {"cookie": "takhrij_token=wrong"}, {"authorization": "Bearer"}]
)
def test_nobody_else_decides(client: TestClient, archive: Engine, headers: dict[str, str]) -> None:
    assert client.post("/review/decide", data=DECISION, headers=headers).status_code == 403
    assert View(archive).judgements() == []


def test_a_wrong_token_does_not_sign_in(client: TestClient) -> None:
    answer = client.post("/review/sign", data={"token": "wrong", "by": "x"})

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_another_site_cannot_decide_with_the_reader_s_cookie(client: TestClient, archive: Engine) -> None:
    client.post("/review/sign", data={"token": TOKEN, "by": "x"})

    answer = client.post("/review/decide", data=DECISION, headers={"origin": "http://evil.example"})

    assert answer.status_code == 403
    assert View(archive).judgements() == []


def test_without_a_token_nothing_is_written_whatever_is_sent(archive: Engine) -> None:
    with TestClient(create_app(View(archive)), base_url="http://localhost") as client:
        for token in ("", "None", TOKEN):
            assert client.post("/review/sign", data={"token": token, "by": "x"}).status_code == 403
            headers = {"authorization": f"Bearer {token}"}
            assert client.post("/review/decide", data=DECISION, headers=headers).status_code == 403


@pytest.mark.parametrize("wrong", [{"verdict": "maybe"}, {"type": "planet"}, {"left": "لا أحد بهذا الاسم"}])
def test_a_decision_on_nobody_is_told(client: TestClient, wrong: dict[str, str]) -> None:
    client.post("/review/sign", data={"token": TOKEN, "by": "x"})

    assert client.post("/review/decide", data={**DECISION, **wrong}).status_code == 400


def test_no_setting_shows_the_token() -> None:
    assert TOKEN not in repr(Settings(token=TOKEN))
