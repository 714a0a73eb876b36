"""The desk in a real browser: each page in both directions, without a fault for those who cannot see it well."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from desks import CHROMIUM, FLAGS, HOSTILE, HOSTILE_ID, HOSTILE_TITLE, MEETING
from test_desk import BOTH

AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text("utf-8")
WIDE = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)
GRAVE = ("serious", "critical")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def window(browser: Browser, desk_address: str) -> Iterator[BrowserContext]:
    """A window without a past; whatever it asks of any other place, or complains of, fails the test."""
    context = browser.new_context(base_url=desk_address, viewport=WIDE)
    context.set_default_timeout(20_000)
    complaints: list[str] = []
    context.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("request", lambda asked: None if asked.url.startswith(desk_address) else complaints.append(asked.url))
    yield context
    context.close()
    assert complaints == []


@pytest.fixture
def tab(window: BrowserContext) -> Page:
    return window.new_page()


def faults(tab: Page) -> list[tuple[str, str]]:
    """What axe finds grave, each with where it stands."""
    # As the browser's own tools do: the page's rules let no script in.
    tab.evaluate(AXE)
    found: dict[str, Any] = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        (fault["id"], node["html"][:160])
        for fault in found["violations"]
        if fault["impact"] in GRAVE
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("address", BOTH)
def test_a_page_can_be_read_by_all_by_day_and_by_night_on_a_phone_and_in_its_direction(tab: Page, address: str) -> None:
    tab.emulate_media(color_scheme="light")
    tab.goto(address)
    seen: dict[str, object] = {"by day": faults(tab)}
    tab.emulate_media(color_scheme="dark")
    seen["by night"] = faults(tab)
    brand, switches = tab.locator(".brand").bounding_box(), tab.locator(".switches").bounding_box()
    assert brand and switches
    seen["from right to left"] = brand["x"] > switches["x"]
    tab.set_viewport_size(PHONE)
    seen["slides sideways on a phone"] = tab.evaluate("document.documentElement.scrollWidth") > PHONE["width"]

    assert seen == {
        "by day": [],
        "by night": [],
        "from right to left": not address.startswith("/en"),
        "slides sideways on a phone": False,
    }


def test_the_first_page_weighs_at_most_300_kB(window: BrowserContext) -> None:
    tab = window.new_page()
    measured = window.new_cdp_session(tab)
    measured.send("Network.enable")
    weights: list[float] = []
    measured.on("Network.loadingFinished", lambda done: weights.append(done["encodedDataLength"]))

    tab.goto("/", wait_until="networkidle")

    assert len(weights) > 4
    assert sum(weights) <= 300_000


def test_arabic_is_set_in_the_desk_s_own_letters(tab: Page) -> None:
    tab.goto("/", wait_until="networkidle")

    loaded = tab.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert {"Naskh", "Plex"} <= {re.sub('"', "", family) for family in loaded}


def test_a_search_needs_no_mouse(tab: Page) -> None:
    tab.goto("/search")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"

    tab.locator("#q").focus()
    tab.keyboard.type("تفتيش")
    tab.keyboard.press("Enter")

    tab.wait_for_selector(".hits a")
    assert "q=" in tab.url


def test_a_search_is_answered_while_it_is_written_and_its_address_can_be_kept(tab: Page) -> None:
    tab.goto("/search")

    tab.locator("#q").press_sequentially("تفتيش")
    tab.wait_for_selector(".hits a")

    assert "q=" in tab.url
    for link in (tab.locator("#language"), tab.locator("#about-page a").first):
        assert "q=" in str(link.get_attribute("href"))
    tab.go_back()
    tab.wait_for_selector(".hits", state="detached")


def test_the_reader_chooses_light_or_dark_and_keeps_it(tab: Page) -> None:
    tab.emulate_media(color_scheme="light")
    tab.goto("/")
    light = tab.evaluate("getComputedStyle(document.body).backgroundColor")

    tab.locator("#theme").click()
    dark = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.goto("/search")

    assert dark != light
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def comes_true(tab: Page, seen: Callable[[], bool]) -> bool:
    """Whether it is seen within some seconds: a picture glides to where it is sent, on a busy machine slowly."""
    for _ in range(100):
        if seen():
            return True
        tab.wait_for_timeout(100)
    return False


def test_the_tree_of_chains_is_made_larger_and_smaller_by_button_and_key(tab: Page) -> None:
    tab.goto("/trace?claim=a%231")
    scale = "document.querySelector('.isnad .canvas').getCTM().a"
    whole = tab.evaluate(scale)

    tab.locator("[data-zoom=in]").click()
    assert comes_true(tab, lambda: tab.evaluate(scale) > whole)
    tab.locator(".isnad").focus()
    tab.keyboard.press("0")

    assert comes_true(tab, lambda: tab.evaluate(scale) == pytest.approx(whole, rel=0.01))


def test_a_statement_lights_up_with_its_card(tab: Page) -> None:
    tab.goto("/report?id=a")

    tab.locator("#s0").hover()

    assert tab.locator("mark.lit").count() > 0
    assert tab.locator("#s0.lit").count() == 1


def test_only_the_unnamed_are_left_when_they_are_asked_for(tab: Page) -> None:
    tab.goto("/report?id=a")
    every = tab.locator(".card:visible").count()

    tab.locator("#unnamed").check()

    assert 0 < tab.locator(".card:visible").count() < every


def test_the_map_shows_what_its_table_says(tab: Page) -> None:
    tab.goto("/chronicle")
    tab.wait_for_selector(".map .country")

    rows = tab.locator(".places tbody tr")
    assert rows.count() > 0
    assert tab.locator(".map .spot").count() == tab.locator(".places tr[data-latitude]").count()


def test_a_pasted_report_is_read_in_place(tab: Page) -> None:
    tab.goto("/read")

    tab.locator("#text").fill(MEETING)
    tab.locator(".paste button").click()

    tab.wait_for_selector("#read .card")
    assert tab.locator("#read mark").count() > 0


@pytest.mark.parametrize("sent", ["archive", "pasted"])
def test_a_hostile_report_does_nothing(tab: Page, sent: str) -> None:
    asked: list[str] = []
    tab.on("dialog", lambda dialog: asked.append(dialog.message))
    if sent == "archive":
        tab.goto(f"/report?{urlencode({'id': HOSTILE_ID})}")
    else:
        tab.goto("/read")
        tab.locator("#text").fill(HOSTILE)
        tab.locator("#title").fill(HOSTILE_TITLE)
        tab.locator(".paste button").click()
        tab.wait_for_selector("#read .text")

    assert tab.title() != "taken"
    assert asked == []
    assert tab.locator(".text script, .text svg, .text img, #read script").count() == 0
    assert "<svg onload=alert(2)>" in tab.locator(".text").inner_text()


def test_a_page_can_be_cited(tab: Page) -> None:
    tab.goto("/en/report?id=a")

    tab.locator(".cite summary").click()

    cited = tab.locator("#citation").inner_text()
    assert "/en/report?id=a" in cited
    assert "2024" in cited


def test_every_page_can_be_read_without_scripts(browser: Browser, desk_address: str) -> None:
    context = browser.new_context(base_url=desk_address, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("/trace?claim=a%231")

    assert tab.locator(".isnad .node").count() >= 2
    assert tab.locator(".retellings li").count() >= 1
    tab.goto("/chronicle")
    assert tab.locator(".happening").count() > 0
    context.close()
