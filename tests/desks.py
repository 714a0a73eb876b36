"""Desks to test: an archive of a few reports, its application in process, and a server for a real browser."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from sqlalchemy import Engine
from starlette.testclient import TestClient

from takhrij import Article
from takhrij.store.adding import add
from takhrij.store.opening import open_archive
from takhrij.store.view import View
from takhrij.web.app import create_app
from takhrij.web.settings import Settings

FIRE = "مقتل {n} أشخاص في انفجار مستودع بميناء صور"
BODY = (
    "صور (وكالة الأرز) - قُتل {n} أشخاص في انفجار هز مستودعا للوقود في ميناء صور {when}.\n"
    "وقال المتحدث باسم الدفاع المدني سامر الحداد إن رجال الإطفاء أخمدوا الحريق بعد ثلاث ساعات من العمل المتواصل.\n"
    "ونقلت وكالة الأرز عن مسؤول في الميناء طلب عدم الكشف عن اسمه قوله إن المستودع لم يخضع لأي تفتيش منذ عامين."
)
MEETING = (
    "استقبل رئيس الوزراء كمال الراوي السبت وزير الطاقة نديم العلي في بيروت.\n"
    "وقال الراوي «إن المحطة ستعمل قريبا»، وأضاف أن العقد وُقّع."
)
SCHOOLS = "قال مصدر طلب عدم الكشف عن اسمه إن الراوي زار المدارس."
# Tags, entities, handlers, a closing tag, marks that turn a line, an escape sequence, half a surrogate pair's worth of
# trouble: all of it is text.
HOSTILE_ID = "<b>&\"'"
HOSTILE_TITLE = "عنوان <script>document.title='taken'</script><img src=x onerror=alert(1)>\u202e مقلوب"
HOSTILE = (
    "قال الوزير «إن </mark></script><svg onload=alert(2)> &lt;b&gt; &amp; &#x202e; {{ 7*7 }} {% raw %} العقد وُقّع»"
    "\u2066\u202eنهاية\u0000\u001b[31m ' \" ` javascript:alert(3)"
)


def _report(name: str, title: str, words: str, outlet: str, published: str) -> Article:
    return Article(id=name, text=f"{title}\n{words}", title_end=len(title), outlet=outlet, published=published)


ARTICLES = (
    _report("a", FIRE.format(n="سبعة"), BODY.format(n="سبعة", when="الثلاثاء"), "الساحل", "2024-03-05T10:00:00"),
    _report("b", FIRE.format(n="تسعة"), BODY.format(n="تسعة", when="أمس"), "الميناء", "2024-03-06T08:00:00"),
    _report("c/d?e#1 %2e", "رئيس الوزراء يستقبل وزير الطاقة", MEETING, "الساحل", "2024-03-09T12:00:00"),
    _report("schools", "مدارس الشمال تفتح أبوابها", SCHOOLS, "الميناء", "2024-05-02"),
    _report(HOSTILE_ID, HOSTILE_TITLE, HOSTILE, "<i>الميناء</i>", "2024-05-03"),
)
TODAY = datetime(2024, 6, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def desk_archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An archive that no test changes."""
    engine = open_archive(str(tmp_path_factory.mktemp("desk") / "archive.db"), create=True)
    list(add(engine, ARTICLES, 1))
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def desk_app(desk_archive: Engine) -> FastAPI:
    """The desk over it."""
    return create_app(View(desk_archive), Settings(now=lambda: TODAY))


@pytest.fixture
def desk(desk_app: FastAPI) -> Iterator[TestClient]:
    """The desk asked in process; what breaks in it is an answer, as it is for a browser."""
    with TestClient(desk_app, base_url="http://localhost:8000", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def desk_address(desk_app: FastAPI) -> Iterator[str]:
    """The desk on a port of this machine."""
    server = uvicorn.Server(uvicorn.Config(desk_app, port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


CHROMIUM = next((path for path in map(Path, ("/usr/bin/chromium", "/usr/bin/chromium-browser")) if path.exists()), None)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
