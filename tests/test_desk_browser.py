"""The desk in a real browser: each page in both directions, without a fault for those who cannot see it well."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from desks import CHROMIUM, FLAGS
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
def test_axe_finds_no_grave_fault_by_day_or_by_night(tab: Page, address: str) -> None:
    tab.emulate_media(color_scheme="light")
    tab.goto(address)
    by_day = faults(tab)
    tab.emulate_media(color_scheme="dark")

    assert by_day == []
    assert faults(tab) == []


@pytest.mark.parametrize("address", BOTH)
def test_a_phone_shows_a_page_without_sliding_sideways(tab: Page, address: str) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(address)

    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("address", BOTH)
def test_a_page_runs_in_its_direction(tab: Page, address: str) -> None:
    tab.goto(address)

    brand, switches = tab.locator(".brand").bounding_box(), tab.locator(".switches").bounding_box()
    assert brand and switches
    assert (brand["x"] > switches["x"]) is not address.startswith("/en")


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


def test_the_reader_chooses_light_or_dark_and_keeps_it(tab: Page) -> None:
    tab.emulate_media(color_scheme="light")
    tab.goto("/")
    light = tab.evaluate("getComputedStyle(document.body).backgroundColor")

    tab.locator("#theme").click()
    dark = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.goto("/search")

    assert dark != light
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == dark
