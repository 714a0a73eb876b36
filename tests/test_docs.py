"""The docs say what is so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from conftest import Run
from takhrij.cli.main import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCK = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
BLOCKS = BLOCK.findall(README)


@pytest.mark.parametrize("page", ["README.md", "docs/events.md"])
def test_the_example_of_a_page_is_what_is_printed(run: Run, tmp_path: Path, page: str) -> None:
    blocks = BLOCK.findall((ROOT / page).read_text("utf-8"))
    (_, news), (_, drawn) = [block for block in blocks if block[0] == "text"]
    (tmp_path / "news.txt").write_text(news, "utf-8")

    printed = run("read", "--format", "tree", "news.txt").stdout.decode()

    assert drawn.strip() in re.sub("[\u200e\u2066-\u2069]", "", printed)


def test_the_python_of_the_readme_runs() -> None:
    [(_, code)] = [block for block in BLOCKS if block[0] == "python"]

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "('الوزير',)\n"


def test_the_example_stands_in_the_first_thirty_lines() -> None:
    assert "└" in "\n".join(README.splitlines()[:30])


@pytest.mark.parametrize("path", sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]), ids=lambda p: p.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text("utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_command_and_option_has_help_and_is_in_the_docs() -> None:
    written = (ROOT / "docs" / "cli.md").read_text("utf-8")
    command = get_command(app)

    for name, sub in command.commands.items():  # type: ignore[attr-defined]  # a group has commands
        assert sub.help
        assert f"takhrij {name}" in written
        for parameter in sub.params:
            assert parameter.help, parameter.name
            for option in parameter.opts:
                assert not option.startswith("-") or f"`{option}" in written


def test_there_are_at_least_twelve_examples_and_every_one_has_statements(run: Run) -> None:
    from takhrij import wire

    done = run("read", str(ROOT / "examples"))

    readings = [wire.decode(line) for line in done.stdout.splitlines()]
    assert len(readings) >= 12
    assert all(reading.statements for reading in readings)


def test_every_target_of_the_makefile_that_the_readme_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")

    for target in re.findall(r"`make (\w+)`", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
