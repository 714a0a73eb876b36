"""The habits of the house, kept by a machine."""

import ast
import io
import re
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest

import takhrij

PACKAGE = Path(takhrij.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
# From the ground up. A folder imports only from folders to its left.
FLOORS = [
    "errors",
    "model",
    "text",
    "lexicon",
    "rules",
    "reading",
    "linking",
    "wire",
    "ingest",
    "store",
    "export",
    "show",
    "web",
    "cli",
    "__main__",
]


def imported(path: Path) -> set[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return {name.split(".")[1] for name in names if name.startswith("takhrij.")}


def name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_imports_point_down(path: Path) -> None:
    floor = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if floor == "__init__":
        return

    above = FLOORS[FLOORS.index(floor) + 1 :]

    assert not imported(path) & set(above)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_file_is_longer_than_four_hundred_lines_and_no_function_than_forty(path: Path) -> None:
    source = path.read_text("utf-8")

    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    # A command's parameters are its options: the declaration of each takes lines.
    long = [f.name for f in functions if (f.end_lineno or 0) - f.body[0].lineno + 1 > 40]

    assert len(source.splitlines()) <= 400
    assert long == []


@pytest.mark.parametrize("path", [p for p in FILES if "cli" not in p.parts], ids=name)
def test_no_function_takes_more_than_five_parameters(path: Path) -> None:
    functions = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]

    wide = [
        f.name
        for f in functions
        if len([a for a in f.args.posonlyargs + f.args.args + f.args.kwonlyargs if a.arg not in ("self", "cls")]) > 5
    ]

    assert wide == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_helper_lives_with_the_noun_it_is_about(path: Path) -> None:
    assert path.stem not in {"utils", "helpers", "common", "misc"}


def test_importing_takhrij_brings_no_screen_no_network_no_rules_and_no_database() -> None:
    unwanted = {"typer", "rich", "sqlite3", "http.client", "asyncio", "takhrij.reading.reader", "numpy", "spacy"}
    probe = f"import sys, takhrij; print(*{unwanted!r} & set(sys.modules))"

    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout

    assert loaded.split() == []


def test_help_brings_no_rules() -> None:
    probe = """
import sys
sys.argv = ["takhrij", "--help"]
try:
    from takhrij.cli.main import main
    main()
except SystemExit:
    pass
print("LOADED", *{"takhrij.reading.reader", "rich"} & set(sys.modules))
"""

    printed = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout

    assert printed.splitlines()[-1].split() == ["LOADED"]


def arabic_strings(path: Path) -> list[int]:
    """The line of every quoted string that holds Arabic; a docstring may hold what it likes."""
    arabic = re.compile("[\u0621-\u06d3]")
    source = path.read_text("utf-8")
    if path.suffix == ".toml":
        quoted = re.compile(r'"(?:[^"\\]|\\.)*"')
        lines = source.splitlines()
        return [
            n
            for n, line in enumerate(lines, 1)
            if line[:1] != "#"
            for words in quoted.findall(line)
            if arabic.search(words)
        ]
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [
        t.start[0] for t in tokens if t.type == tokenize.STRING and arabic.search(t.string) and '"""' not in t.string
    ]


@pytest.mark.parametrize("path", sorted([*FILES, *PACKAGE.rglob("*.toml")]), ids=name)
def test_one_arabic_string_a_line(path: Path) -> None:
    """Two on one line are shown in the wrong order by most editors."""
    lines = arabic_strings(path)

    assert sorted({line for line in lines if lines.count(line) > 1}) == []


def test_everything_the_face_promises_is_there() -> None:
    assert [name for name in takhrij.__all__ if not hasattr(takhrij, name)] == []
    assert takhrij.__all__ == sorted(takhrij.__all__)
