"""Every case beside the rules of statements."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from takhrij.model.article import Article
from takhrij.model.statement import Statement
from takhrij.reading import statements
from takhrij.reading.reader import Reader
from takhrij.rules.statements import device

FOLDER = Path(device.__file__).parent
FILES = sorted(FOLDER.glob("*.cases.toml"))
READER = Reader()

# What a rule finds may bear another name: a subject before its verb is told apart, كما قال from وفق is not.
UNLISTED = {"statements.subject_said"}
ALIKE = {"statements.as_said": {"statements.according"}}


def _cases(kind: str) -> list[Any]:
    found = []
    for path in FILES:
        for case in tomllib.loads(path.read_text("utf-8")).get(kind, ()):
            found.append(pytest.param(case, id=f"{path.name.removesuffix('.cases.toml')}: {case['text']}"))
    return found


def _read(text: str) -> tuple[Statement, ...]:
    return READER.read(Article(id="case", text=text, published="2019-05-13")).statements


def _shown(text: str, statement: Statement, expected: dict[str, Any]) -> dict[str, Any]:
    """The statement as a case would tell it; its chain only where the case tells one."""
    known = {"content": statement.content.of(text), "form": statement.form}
    if statement.cue:
        known["cue"] = statement.cue.of(text)
    if statement.source:
        known["source"] = statement.source.of(text)
    return known | ({"chain": list(statement.chain)} if "chain" in expected else {})


@pytest.mark.parametrize("case", _cases("case"))
def test_a_case_is_found_with_its_words_form_chain_and_rule(case: dict[str, Any]) -> None:
    names = {case["rule"], *ALIKE.get(case["rule"], ())}
    expected = {field: told for field, told in case.items() if field not in ("rule", "text")}

    found = [_shown(case["text"], s, expected) for s in _read(case["text"]) if s.rule in names]

    assert expected in found


@pytest.mark.parametrize("case", _cases("never"))
def test_where_nobody_is_reported_no_statement_is_found(case: dict[str, str]) -> None:
    assert [(s.rule, s.content.of(case["text"])) for s in _read(case["text"])] == []


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    named = {param.values[0]["rule"] for param in _cases("case")}

    assert named == {rule.name for rule in statements.rules()} | UNLISTED


def test_every_rule_file_has_its_cases_beside_it() -> None:
    with_rules = {path.stem for path in FOLDER.glob("*.py") if "\nRULES = (\n" in path.read_text("utf-8")}

    assert with_rules == {path.name.removesuffix(".cases.toml") for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_cases_file_holds_cases_and_nevers_of_its_own_rules(path: Path) -> None:
    file = tomllib.loads(path.read_text("utf-8"))
    source = path.with_name(path.name.replace(".cases.toml", ".py")).read_text("utf-8")

    assert set(file) == {"case", "never"}
    assert all(f'"{case["rule"]}"' in source for case in file["case"])
    assert all({"rule", "text", "content", "form"} <= set(case) for case in file["case"])
    texts = [str(case) for case in file["case"] + file["never"]]
    assert len(texts) == len(set(texts))
