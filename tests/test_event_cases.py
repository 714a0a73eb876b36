"""Every case beside the rules of events, and every example of a trigger."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from takhrij.lexicon.events import Trigger, entries
from takhrij.model.article import Article
from takhrij.model.event import Event
from takhrij.reading import events
from takhrij.reading.reader import Reader
from takhrij.rules.events import deed

FOLDER = Path(deed.__file__).parent
FILES = sorted(FOLDER.glob("*.cases.toml"))
READER = Reader()


def _cases(kind: str) -> list[Any]:
    found = []
    for path in FILES:
        for case in tomllib.loads(path.read_text("utf-8")).get(kind, ()):
            found.append(pytest.param(case, id=f"{path.name.removesuffix('.cases.toml')}: {case['text']}"))
    return found


def _read(text: str) -> tuple[Event, ...]:
    return READER.read(Article(id="case", text=text, published="2019-05-13")).events


def _shown(text: str, event: Event, expected: dict[str, Any]) -> dict[str, Any]:
    """The event as a case would tell it, with the fields that the case tells; "" for no place or date."""
    known = {
        "rule": event.rule,
        "type": event.type,
        "trigger": event.trigger.of(text),
        "actor": list(event.actor),
        "recipient": list(event.recipient),
        "others": list(event.others),
        "place": event.place or "",
        "date": event.date or "",
        "status": event.status,
    }
    return {field: known[field] for field in expected}


@pytest.mark.parametrize("case", _cases("case"))
def test_a_case_is_found_with_its_type_parties_date_and_rule(case: dict[str, Any]) -> None:
    expected = {field: told for field, told in case.items() if field != "text"}

    found = [_shown(case["text"], event, expected) for event in _read(case["text"])]

    assert expected in found


@pytest.mark.parametrize("case", _cases("never"))
def test_where_nothing_happened_no_event_is_found(case: dict[str, str]) -> None:
    assert [(e.rule, e.type, e.trigger.of(case["text"])) for e in _read(case["text"])] == []


@pytest.mark.parametrize("case", _cases("once"))
def test_each_event_is_told_once(case: dict[str, Any]) -> None:
    assert [event.type for event in _read(case["text"])] == case["tells"]


@pytest.mark.parametrize("trigger", entries(), ids=lambda trigger: trigger.example)
def test_every_trigger_tells_its_type_in_its_example(trigger: Trigger) -> None:
    text = trigger.example + "."

    assert trigger.type in {event.type for event in _read(text)}


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    named = {param.values[0]["rule"] for param in _cases("case")}

    assert named == {rule.name for rule in events.rules()}
