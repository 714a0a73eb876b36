"""The page of rules: every rule of times, statements and events with its cases, and why a name stands in a chain.

python evaluation/rules_page.py            write docs/rules.md anew
python evaluation/rules_page.py --check    fail where docs/rules.md is not what would be written
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

from takhrij.show.why import explanations

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"
RULES = Path(str(files("takhrij.rules")))
HEAD = """# Rules

This page is written by `evaluation/rules_page.py` from the rules and from the cases beside them; it is not edited by
hand. Every case is a test: the text is read and what stands here must be found in it. To teach takhrij a new way of
saying, add a case to the file named here, then change the rule beside it.
"""
STATEMENTS = """
## Statements

The chain runs from the one nearest to the reader to the speaker. A case tells one statement of its text; there may be
others.
"""
TIMES = """
## Times

Relative times count from the day of publication, here a Monday, 13 May 2019, unless another is given.
"""
EVENTS = """
## Events

Counted from Monday, 13 May 2019, as times are. A case tells one event of its text; there may be others.
"""
CHAINS = """
## Chains

Why a name stands in a chain, as the page of `--format html` and the JSON's `links` tell it.
"""


def cell(text: str) -> str:
    """`text` as a cell of a table."""
    return text.replace("|", "\\|").replace("\n", "<br>")


def table(heads: list[str], rows: list[list[str]]) -> Iterator[str]:
    """A table in Markdown."""
    for row in (heads, ["---"] * len(heads), *rows):
        yield "| " + " | ".join(map(cell, row)) + " |"


def statement_row(case: dict[str, Any]) -> list[str]:
    """A case of a statement: the report, the chain or the source, and what was said."""
    return [
        case["text"],
        " ← ".join(case.get("chain", ())) or case.get("source", ""),
        case["content"],
        case["form"],
    ]


def time_row(case: dict[str, Any]) -> list[str]:
    """A case of a time: the text, the words found, their value, and the day of publication where it is another."""
    day = f" (published {case['today']})" if "today" in case else ""
    return [case["text"], case["finds"], f"`{case['value']}`{day}"]


def event_row(case: dict[str, Any]) -> list[str]:
    """A case of an event: the text, its type, and who did it to whom."""
    return [case["text"], case["type"], "، ".join(case.get("actor", ())), "، ".join(case.get("recipient", ()))]


def by_rule(cases: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The cases in the order of the file, each rule's together."""
    found: dict[str, list[dict[str, Any]]] = {}
    for case in cases:
        found.setdefault(case["rule"], []).append(case)
    return found


def chapter(folder: str) -> Iterator[str]:
    """The rules of one folder, file by file, with their reasons, cases and nevers."""
    why = explanations()
    for path in sorted((RULES / folder).glob("*.cases.toml")):
        file = tomllib.loads(path.read_text("utf-8"))
        stem = path.name.removesuffix(".cases.toml")
        purpose = (import_module(f"takhrij.rules.{folder}.{stem}").__doc__ or "").splitlines()[0]
        yield from ("", f"### rules/{folder}/{stem}.py", "", purpose)
        for rule, cases in by_rule(file["case"]).items():
            yield from ("", f"#### {rule}", "")
            if why.get(rule):
                yield from (why[rule], "")
            if folder == "statements":
                yield from table(["report", "chain", "what was said", "form"], [statement_row(case) for case in cases])
            elif folder == "events":
                yield from table(["report", "type", "actor", "recipient"], [event_row(case) for case in cases])
            else:
                yield from table(["report", "words", "value"], [time_row(case) for case in cases])
        if file.get("once"):
            yield from ("", "Told once:", "")
            yield from (f"- {case['text']} ({', '.join(case['tells'])})" for case in file["once"])
        if file.get("never"):
            yield from ("", "Never:", "")
            yield from (f"- {case['text']}".replace("\n", "<br>") for case in file["never"])


def page() -> str:
    """The whole page."""
    reasons = import_module("takhrij.reading.reasons").WHY
    lines = [HEAD.rstrip(), *STATEMENTS.rstrip().split("\n"), *chapter("statements")]
    lines += [
        *TIMES.rstrip().split("\n"),
        *chapter("times"),
        *EVENTS.rstrip().split("\n"),
        *chapter("events"),
        *CHAINS.rstrip().split("\n"),
        "",
    ]
    lines += [f"- `{rule}`: {reason}" for rule, reason in reasons.items()]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the page, or check it."""
    parser = argparse.ArgumentParser(description="Write docs/rules.md from the rules and their cases.")
    parser.add_argument("--check", action="store_true", help="only tell whether docs/rules.md is up to date")
    if parser.parse_args().check:
        if PAGE.read_text("utf-8") == page():
            return 0
        sys.stderr.write("docs/rules.md is not up to date: run python evaluation/rules_page.py\n")
        return 1
    PAGE.write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
