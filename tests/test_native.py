"""What the build as C makes of the sources: hatch_build.py."""

import ast
import gc
import importlib.util
import json
import re
import shutil
import sys
import tomllib
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from takhrij import Article, Reader
from takhrij.model.time import Time
from takhrij.text.page import Page

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "takhrij"
EXAMPLES = ROOT / "examples"


def loaded(path: Path) -> ModuleType:
    """What lies beside the package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


HOOK = loaded(ROOT / "hatch_build.py")
KEPT = HOOK.all_kept(PACKAGE)
SHORT_LIVED = HOOK.holding_short_lived(PACKAGE)


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


def test_what_nothing_is_changed_of_is_left_out_of_the_search_for_garbage() -> None:
    source = '''"""Runs."""

import msgspec

_LAST = 9


class Run(msgspec.Struct, frozen=True):
    """A run of words."""

    first: int


class Walk(msgspec.Struct):
    """What is changed on the way."""

    at: int
'''
    frozen = HOOK.frozen_records(source)
    written = HOOK.settled(HOOK.untracked(HOOK.rewritten(source), frozen), {})

    assert frozen == ["Run"]
    assert "@mypyc_attr(acyclic=True)\nclass Run:" in written and written.count("@mypyc_attr") == 1
    # Where the reading runs nothing is asked for that it does not need.
    assert "if TYPE_CHECKING:\n    from mypy_extensions import mypyc_attr" in written
    assert {"Run", "Walk", "_LAST"} <= defined(written)


def test_a_reading_leaves_nothing_that_holds_itself() -> None:
    """Or else what is left out of the search for garbage would never be found."""
    reader = Reader()
    reports = [Article(id=path.name, text=path.read_text("utf-8")) for path in sorted(EXAMPLES.glob("*.txt"))]
    assert reports
    for report in reports:
        reader.read(report)
    gc.collect()
    gc.disable()
    try:
        for report in reports:
            reader.read(report)
        assert gc.collect() == 0
    finally:
        gc.enable()


@pytest.mark.parametrize("searching", [True, False])
def test_the_search_for_garbage_rests_while_a_report_is_read_and_then_goes_on_as_before(searching: bool) -> None:
    seen: list[bool] = []

    def times(page: Page, published: date | None) -> tuple[Time, ...]:
        seen.append(gc.isenabled())
        if page.words[0] == "!":
            raise ValueError("!")
        return ()

    reader, before = Reader(find_times=times), gc.isenabled()
    (gc.enable if searching else gc.disable)()
    try:
        reader.read(Article(id="1", text="قال الوزير إن الحكومة باقية."))
        assert gc.isenabled() is searching
        with pytest.raises(ValueError, match="!"):
            reader.read(Article(id="2", text="! قال"))
        assert gc.isenabled() is searching
    finally:
        (gc.enable if before else gc.disable)()
    assert set(seen) == {False}


def test_the_packed_data_files_say_what_the_data_files_say(tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon"
    shutil.copytree(PACKAGE / "lexicon" / "data", lexicon / "data")
    packed = json.loads(HOOK.pack_data(lexicon).read_text("utf-8"))
    written = {
        path.relative_to(lexicon / "data").as_posix(): tomllib.loads(path.read_text("utf-8"))
        for path in (lexicon / "data").rglob("*.toml")
    }

    assert len(written) > 20
    assert packed == written


def test_what_is_written_in_capitals_and_never_changed_becomes_a_constant() -> None:
    source = '''"""Marks."""

import re
from typing import Final, TypeVar

V = TypeVar("V")
SET: Final = 1
FIRST, _SECOND = 1, "x"
_NONE, _ONE = range(2)
_LEFT, right = 3, 4
_MARKS = {"،": 1}
_MARKS |= {".": 2}
_SINGLE = frozenset("'`")
_LONG: dict[str, int] = {
    # the comma
    "،": 1,
}
_WIDE = (
    "x"  # of two
    "y"
)
'''
    written = HOOK.settled(source, {})
    names: dict[str, object] = {}
    exec(written, names)

    assert "_SINGLE: Final = frozenset" in written
    assert "_LONG: Final[dict[str, int]] = {\n    # the comma" in written
    assert 'V = TypeVar("V")\nSET: Final = 1\nFIRST: Final = 1\n_SECOND: Final = ' in written
    assert "\n_NONE: Final = 0\n_ONE: Final = 1\n_LEFT, right = 3, 4\n_MARKS = {" in written
    assert (names["_WIDE"], names["_LONG"], names["_MARKS"]) == ("xy", {"،": 1}, {"،": 1, ".": 2})


def test_a_cached_function_keeps_what_it_made() -> None:
    source = '''"""Words."""

from functools import cache

asked: list[str] = []


@cache
def table() -> list[str]:
    """The table."""
    asked.append("table")
    return asked


@cache
def group(name: str) -> frozenset[str]:
    """The words of a group."""
    asked.append(name)
    return frozenset(name)
'''
    names: dict[str, Any] = {}
    exec(HOOK.settled(source, {}), names)

    assert names["table"]() is names["table"]()
    assert names["group"]("ab") is names["group"]("ab")
    assert names["group"]("c") == {"c"}
    assert names["asked"] == ["table", "ab", "c"]


def test_a_word_asked_for_by_a_literal_is_asked_for_once() -> None:
    source = '''"""A rule."""

from unicodedata import name as group


def both(mark: str) -> str:
    """The names of a mark and of the comma."""
    return group(mark) + " and " + group("،") + " " * ("اسم" != "") + group("،")
'''
    written = HOOK.settled(source, {"unicodedata.name": "frozenset[str]"})
    names: dict[str, Any] = {}
    exec(written, names)

    assert names["both"](".") == "FULL STOP and ARABIC COMMA ARABIC COMMA"
    assert written.count("group('،')") == 1 and "group(mark)" in written


def test_a_field_of_what_a_function_gives_is_asked_for_once() -> None:
    source = '''"""A rule."""

from string import Formatter as formatter


def both(text: str) -> list[str]:
    """What a formatter makes of a text, and what else it is asked for."""
    return [formatter().vformat(text, (), {}), formatter().kept, formatter().kept]
'''
    written = HOOK.settled(source, {"string.Formatter().kept": "tuple[str, ...]"})

    assert written.count("formatter().kept") == 1 and written.count("formatter().vformat") == 1
    assert "_KEPT_OF__once_0: Final[list[tuple[str, ...]]]" in written.replace('"', "")


def test_the_words_of_the_lexicon_are_asked_for_once() -> None:
    assert KEPT["takhrij.lexicon.source_words.source_words().made"] == "frozenset[str]"
    assert KEPT["takhrij.lexicon.source_words.source_words().feminine_endings"] == "tuple[str, ...]"
    assert KEPT["takhrij.lexicon.event_words.group"] == "frozenset[str]"
    assert KEPT["takhrij.lexicon.function_words.letters"] == "tuple[str, ...]"


@pytest.mark.parametrize("path", [path for path in SHORT_LIVED if path.name != "__init__.py"], ids=shown)
def test_every_settled_module_is_python(path: Path) -> None:
    """No constant is lost, and every line that is left can be read."""
    source = path.read_text("utf-8")
    written = HOOK.settled(source, KEPT)

    assert defined(source) <= defined(written)


def defined(source: str) -> set[str]:
    """What a module defines at its top."""
    found = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            # Names written side by side are each one's own.
            each = [part for one in targets for part in (one.elts if isinstance(one, ast.Tuple) else [one])]
            found |= {ast.unparse(one) for one in each}
    return found


@pytest.mark.parametrize("path", [path for path in SHORT_LIVED if path.name != "__init__.py"], ids=shown)
def test_no_constant_is_written_twice(path: Path) -> None:
    """The compiler takes no second one, even of the same value."""
    targets = [
        ast.unparse(target)
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if HOOK.CONSTANT.fullmatch(ast.unparse(target))
    ]

    assert sorted(targets) == sorted(set(targets))


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


@pytest.mark.parametrize("path", SHORT_LIVED, ids=shown)
def test_no_generator_kept_under_a_name_asks_who_is_meant(path: Path) -> None:
    """mypyc makes a list of it, and whoever the cast is asked about counts as named: the farther ones would as well."""
    kept = [
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.GeneratorExp)
    ]

    assert not [ast.unparse(one) for one in kept if re.search(r"\b_?(cast|states)\b", ast.unparse(one))]


def compiler(folder: Path, macros: str) -> list[str]:
    """A compiler that answers to gcc's options and defines these macros."""
    path = folder / "cc"
    path.write_text(f"#!/bin/sh\necho '{macros}'\n")
    path.chmod(0o755)
    return [str(path)]


@pytest.mark.skipif(sys.platform == "win32", reason="a compiler that is a shell script")
@pytest.mark.parametrize(
    ("macros", "takes"), [("#define __GNUC__ 12", True), ("#define __GNUC__ 4 #define __clang__ 1", False), ("", False)]
)
def test_only_gcc_itself_is_given_a_profile(tmp_path: Path, macros: str, takes: bool) -> None:
    assert HOOK.takes_profile(compiler(tmp_path, macros)) is takes


@pytest.mark.skipif(sys.platform == "win32", reason="a compiler that is a shell script")
@pytest.mark.parametrize(("code", "knows"), [(0, True), (1, False)])
def test_a_compiler_is_asked_whether_it_knows_the_passes_that_lose_counts(
    tmp_path: Path, code: int, knows: bool
) -> None:
    path = tmp_path / "cc"
    path.write_text(f'#!/bin/sh\necho "$*" > {tmp_path}/asked\nexit {code}\n')
    path.chmod(0o755)

    assert HOOK.knows([str(path)], HOOK.LOSING_COUNTS) is knows
    assert (tmp_path / "asked").read_text().startswith(" ".join(HOOK.LOSING_COUNTS))


class Module:
    """An extension as mypyc names it."""

    def __init__(self, sources: list[str]) -> None:
        self.sources = sources
        self.extra_compile_args = ["-O2"]
        self.extra_link_args: list[str] = []


def test_the_group_is_built_to_count_then_reads_then_is_built_for_what_was_counted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    done: list[object] = []
    shim, group = Module(["a.c"]), Module(["b.c", "c.c"])

    def build(modules: list[Module], anew: bool = False) -> None:
        done.append(([(one.sources, one.extra_compile_args, one.extra_link_args) for one in modules], anew))

    def run(command: list[str], env: dict[str, str], **_: object) -> None:
        done.append((command[1:], env["PYTHONPATH"].split(":")[0], env["PYTHONHASHSEED"]))

    monkeypatch.setattr(HOOK, "build", build)
    monkeypatch.setattr(HOOK.subprocess, "run", run)
    monkeypatch.setattr(HOOK, "knows", lambda command, options: True)

    HOOK.build_twice([shim, group], ROOT / HOOK.EXERCISE, tmp_path)

    assert done == [
        (
            [
                (["a.c"], ["-O2"], []),
                (["b.c", "c.c"], ["-O2", "-fprofile-generate"], ["-fprofile-generate"]),
            ],
            False,
        ),
        ([str(ROOT / "training" / "exercise.py")], str(tmp_path), "0"),
        ([(["b.c", "c.c"], ["-O2", *HOOK.COUNTED], ["-O2", *HOOK.COUNTED, *HOOK.LOSING_COUNTS])], True),
    ]


def test_what_is_read_to_count_is_the_examples_and_the_cases_always_the_same() -> None:
    exercise = loaded(ROOT / HOOK.EXERCISE)

    read = list(exercise.texts())

    assert read == list(exercise.texts())
    for path in PACKAGE.rglob("*.cases.toml"):
        assert {case["text"] for case in tomllib.loads(path.read_text("utf-8"))["case"] if "text" in case} <= set(read)
    assert {path.read_text("utf-8") for path in (ROOT / "examples").glob("*.txt")} <= set(read)


COMPILED = sorted(path for floor in HOOK.FLOORS for path in (PACKAGE / floor).rglob("*.py"))


@pytest.mark.parametrize("path", COMPILED, ids=shown)
def test_nothing_is_looked_for_in_a_tuple_with_a_star(path: Path) -> None:
    """mypyc 2.4 takes the words of `x in (a, b)` apart and stumbles over `x in (a, *b)`."""
    compared = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Compare)]

    within = [side for node in compared for side in node.comparators if isinstance(side, ast.Tuple)]
    assert not any(isinstance(part, ast.Starred) for side in within for part in side.elts)
