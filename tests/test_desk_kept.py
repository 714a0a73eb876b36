"""What the desk remembers for a short while: made once, however many ask, and never another's answer."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine

from takhrij.store.chronicle import Wanted
from takhrij.store.view import View
from takhrij.web import kept
from takhrij.web.kept import KeptView


def test_it_answers_as_the_archive_does(desk_archive: Engine) -> None:
    view, remembering = View(desk_archive), KeptView(desk_archive)

    for _ in range(2):
        assert remembering.summary() == view.summary()
        assert remembering.sources() == view.sources()
        assert remembering.who("الراوي") == view.who("الراوي")
        assert remembering.candidates(5) == view.candidates(5)
        for wanted in (Wanted(), Wanted(type="CONSULT"), Wanted(who="الراوي")):
            assert remembering.event_counts(wanted) == view.event_counts(wanted)
        for disputed in (True, False):
            assert remembering.some_stories(1, 0, 9, disputed=disputed) == view.some_stories(1, 0, 9, disputed=disputed)


def test_many_who_ask_at_once_wait_for_one_answer(desk_archive: Engine) -> None:
    made: list[int] = []
    all_ask = threading.Barrier(8)
    view = KeptView(desk_archive)

    def make() -> int:
        made.append(1)
        return 7

    def ask(_: int) -> int:
        all_ask.wait()
        return view._recent("asked", make)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(8)))

    assert answers == [7] * 8
    assert len(made) == 1


def test_while_one_makes_the_new_answer_others_get_the_one_before(
    desk_archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = KeptView(desk_archive)
    view._recent("asked", lambda: "before")
    begun, go_on = threading.Event(), threading.Event()

    def make() -> str:
        begun.set()
        go_on.wait(10)
        return "after"

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(view._recent, "asked", make, -1.0)
        begun.wait(10)
        other = view._recent("asked", make, -1.0)
        go_on.set()

        assert other == "before"
        assert waiting.result() == "after"


def test_it_does_not_grow(desk_archive: Engine) -> None:
    view = KeptView(desk_archive)

    for number in range(kept._MOST * 3):
        assert view._recent(number, lambda number=number: number) == number  # type: ignore[misc]

    assert len(view._kept) <= kept._MOST
