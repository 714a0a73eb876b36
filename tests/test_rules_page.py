"""The page of rules is what the rules and their cases say today."""

import subprocess
import sys
from pathlib import Path

from takhrij.reading import statements
from takhrij.rules.times import grammar

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "rules.md"


def test_the_page_of_rules_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "evaluation" / "rules_page.py"), "--check"],
        check=False,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_the_page_shows_every_rule_with_its_reason() -> None:
    page = PAGE.read_text("utf-8")

    assert [rule.name for rule in statements.rules() if f"#### {rule.name}\n\n{rule.why}" not in page] == []
    assert [rule.name for rule in grammar.RULES if f"#### {rule.name}\n" not in page] == []
