"""What the build as C makes of the sources: hatch_build.py."""

import ast
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "takhrij"


def hook() -> ModuleType:
    """The build hook, which lies beside the package."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


HOOK = hook()
SHORT_LIVED = sorted(path for floor in HOOK.SHORT_LIVED for path in (PACKAGE / floor).rglob("*.py"))


def shown(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def made(source: str) -> dict[str, object]:
    names: dict[str, object] = {}
    exec(compile(HOOK.rewritten(source), "made", "exec", dont_inherit=True), names)
    return names


def test_a_record_becomes_a_class_with_the_same_fields_and_defaults() -> None:
    source = '''
import msgspec


class Run(msgspec.Struct, frozen=True):
    """A run of words."""

    first: int
    end: int = 9
    found: list[int] = []

    def length(self) -> int:
        return self.end - self.first
'''
    run = made(source)["Run"]
    assert isinstance(run, type)

    one, two = run(2), run(first=3, end=5)
    one.found.append(7)

    assert (one.first, one.end, one.found, one.length()) == (2, 9, [7], 7)
    assert (two.first, two.end, two.found, two.length()) == (3, 5, [], 2)


def test_a_record_of_named_fields_takes_them_by_name_alone() -> None:
    head = "import msgspec\n\n\nclass Deed(msgspec.Struct, frozen=True, kw_only=True):\n"
    source = head + "    rule: str\n    verb: int = -1\n"
    deed = made(source)["Deed"]
    assert isinstance(deed, type)

    assert (deed(rule="a").rule, deed(rule="a").verb) == ("a", -1)
    with pytest.raises(TypeError):
        deed("a")


def test_flags_become_constants() -> None:
    written = HOOK.rewritten(
        '"""Flags."""\n\nfrom functools import cache\n\n\nclass Is:\n    THAT = 1 << 0\n    COMMA = 1 << 1\n'
    )

    assert "THAT: Final = 1 << 0" in written
    assert made('"""Flags."""\n\nfrom functools import cache\n\n\nclass Is:\n    THAT = 1 << 0\n')["Is"]


@pytest.mark.parametrize("path", SHORT_LIVED, ids=shown)
def test_every_module_is_still_python_and_has_no_struct_left(path: Path) -> None:
    tree = ast.parse(HOOK.rewritten(path.read_text("utf-8")))

    bases = [ast.unparse(base) for node in tree.body if isinstance(node, ast.ClassDef) for base in node.bases]
    assert "msgspec.Struct" not in bases


@pytest.mark.parametrize("path", SHORT_LIVED, ids=shown)
def test_no_short_lived_record_is_copied_field_by_field(path: Path) -> None:
    """A plain class is no Struct: `msgspec.structs.replace` cannot copy it."""
    source = path.read_text("utf-8")
    written = re.findall(r"structs\.replace\((\w+)|^from msgspec.structs import .*replace", source, re.MULTILINE)

    # known.py copies an Actor, which is written down and stays a Struct.
    assert not written or path.name == "known.py"


COMPILED = sorted(path for floor in HOOK.FLOORS for path in (PACKAGE / floor).rglob("*.py"))


@pytest.mark.parametrize("path", COMPILED, ids=shown)
def test_nothing_is_looked_for_in_a_tuple_with_a_star(path: Path) -> None:
    """mypyc 2.4 takes the words of `x in (a, b)` apart and stumbles over `x in (a, *b)`."""
    compared = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Compare)]

    within = [side for node in compared for side in node.comparators if isinstance(side, ast.Tuple)]
    assert not any(isinstance(part, ast.Starred) for side in within for part in side.elts)
