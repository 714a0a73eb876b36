"""Builds the reading as C, by mypyc, where the environment asks for it: TAKHRIJ_NATIVE=1 pip install .

gcc builds it twice: the first build counts which ways it takes through the project's own texts, the second is made for
those ways. TAKHRIJ_NATIVE=plain builds it once: in less than half the time, and some 8 % slower.

Without that variable, and in editable installs, the wheel holds Python alone. The same sources serve both: what is
compiled is a copy in build/native in which the short-lived records of a reading are written out as plain classes, since
mypyc makes native classes of those, and cannot make one of a msgspec.Struct.
"""

import ast
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VARIABLE = "TAKHRIJ_NATIVE"
# The floors on which a report is read. What is written down, stored or shown stays Python.
FLOORS = ("text", "lexicon", "rules", "reading")
# Here records are made by the code itself, most of them for one report and forgotten with it; nothing decodes them. And
# of the lexicon, whose entries are asked for their fields all the time: they are decoded by a hook (files.py).
SHORT_LIVED = (
    "text",
    "rules",
    "reading",
    *(f"lexicon/{name}.py" for name in ("carried", "senses", "trigger", "verb_forms", "title_words", "head_words")),
)
FACTORY = re.compile(r"msgspec\.field\(default_factory=(?:lambda: )?(.+?)\)$")
COMPILER = "mypy==2.4.1"
FLAGS = ("Is", "May", "Begins")
# What the compiled reading reads to show its usual ways.
EXERCISE = Path("training", "exercise.py")
COUNTING = "-fprofile-generate"
# What was never called has no counts, and that is no fault. All files are optimised as one when they are linked.
COUNTED = ("-fprofile-use", "-Wno-missing-profile", "-flto=auto")
# Where these two passes of gcc leave out dead code, they join ways and keep the count of but one: what stands behind
# counts as never run then, and is made small and put out of the way, often nearly a whole function.
LOSING_COUNTS = ("-fdisable-tree-cddce2", "-fdisable-tree-cddce3")
WITHOUT_PROFILE = "plain"
CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
BUILT_IN = re.compile(r"frozenset\[str\]|tuple\[str, \.\.\.\]")


class CustomBuildHook(BuildHookInterface[Any]):
    """Adds the compiled modules to the wheel, beside the sources that tracebacks show."""

    def dependencies(self) -> list[str]:
        """What the build needs beyond hatchling: the compiler, and whatever the sources import."""
        return [COMPILER, "setuptools>=80", *self.metadata.core.dependencies] if _asked() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless the wheel is an editable one."""
        if version == "editable" or not _asked():
            return
        root = Path(self.root)
        workshop = root / "build" / "native"
        for made in compiled(root, workshop):
            build_data["force_include"][str(made)] = str(made.relative_to(workshop / "src"))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def _asked() -> bool:
    return os.environ.get(VARIABLE, "") not in ("", "0")


def _wants_profile() -> bool:
    return os.environ.get(VARIABLE) != WITHOUT_PROFILE


def compiled(root: Path, workshop: Path) -> list[Path]:
    """What is made in `workshop` from a copy of the sources of `root`: modules, and the data they read."""
    from mypyc.build import mypycify

    shutil.rmtree(workshop, ignore_errors=True)
    shutil.copytree(root / "src", workshop / "src", ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    chosen = [str(path.relative_to(workshop)) for path in prepared(workshop / "src" / "takhrij")]
    os.environ["MYPYPATH"] = "src"
    packed = pack_data(workshop / "src" / "takhrij" / "lexicon")
    with chdir(workshop):
        modules = mypycify(
            ["--strict", "--config-file=", *chosen], opt_level="2", debug_level="0", multi_file=True, verbose=False
        )
        if os.name != "nt":
            for module in modules:
                # Calls from one file of the extension to another then need no table that could lead elsewhere.
                module.extra_compile_args.append("-fvisibility=hidden")
                # Calls to Python itself then go where they lead, and not by way of a table of jumps.
                module.extra_compile_args.append("-fno-plt")
        if not _wants_profile():
            build(modules)
        elif takes_profile(compiler_command()):
            build_twice(modules, root / EXERCISE, workshop / "src")
        else:
            sys.stderr.write(f"{compiler_command()[0]} is not gcc: the reading is built without a profile of it\n")
            build(modules)
    return [packed, *sorted((workshop / "src").rglob("*.so")), *sorted((workshop / "src").rglob("*.pyd"))]


def pack_data(lexicon: Path) -> Path:
    """The data files of the lexicon in one, as JSON: reading TOML took a quarter of the time of loading the tables."""
    data = lexicon / "data"
    tables = {
        path.relative_to(data).as_posix(): tomllib.loads(path.read_text("utf-8")) for path in data.rglob("*.toml")
    }
    packed = lexicon / "data.json"
    packed.write_text(json.dumps(dict(sorted(tables.items())), ensure_ascii=False), "utf-8")
    return packed


def build(modules: list[Any], anew: bool = False) -> None:
    """Compile the C of the modules, several files at once, and put what was made beside the sources."""
    from setuptools import Distribution

    at_once = os.cpu_count() or 1
    command = Distribution({"ext_modules": modules, "package_dir": {"": "src"}}).get_command_obj("build_ext")
    command.inplace, command.parallel, command.force = True, at_once, anew
    command.ensure_finalized()
    in_turn = command.build_extensions

    def together() -> None:
        # Nearly all files are those of one extension, which setuptools compiles one after the other.
        alone = command.compiler.compile

        def spread(sources: list[str], **given: Any) -> list[str]:
            with ThreadPoolExecutor(at_once) as pool:
                return [made for found in pool.map(lambda source: alone([source], **given), sources) for made in found]

        command.compiler.compile = spread
        in_turn()

    command.build_extensions = together
    command.run()


def build_twice(modules: list[Any], exercise: Path, sources: Path) -> None:
    """Compile the modules so that they count the ways they take, let them read, and compile them for those ways.

    The C is the same both times, and what it does: the counts tell gcc which branch is the usual one, what is worth
    being put in line, and which functions are called together.
    """
    group = max(modules, key=lambda module: len(module.sources))
    plain = list(group.extra_compile_args)
    group.extra_compile_args, group.extra_link_args = [*plain, COUNTING], [COUNTING]
    build(modules)
    path = os.pathsep.join([str(sources.absolute()), *filter(None, [os.environ.get("PYTHONPATH")])])
    given = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "0"}
    subprocess.run([sys.executable, str(exercise)], check=True, env=given, stdout=sys.stderr)
    # Files are optimised when they are linked, so that only then the passes run.
    sparing = LOSING_COUNTS if knows(compiler_command(), LOSING_COUNTS) else ()
    group.extra_compile_args, group.extra_link_args = [*plain, *COUNTED], ["-O2", *COUNTED, *sparing]
    build([group], anew=True)


def knows(command: list[str], options: tuple[str, ...]) -> bool:
    """Whether a C compiler takes these options."""
    asked = [*command, *options, "-x", "c", "-S", "-o", os.devnull, os.devnull]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def compiler_command() -> list[str]:
    """How the C compiler is called: as the environment says, or else as Python itself was built."""
    return shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")


def takes_profile(command: list[str]) -> bool:
    """Whether a C compiler is gcc, and none that only answers to its name: others take other profiles."""
    if os.name == "nt":
        return False
    asked = subprocess.run([*command, "-dM", "-E", "-x", "c", os.devnull], capture_output=True, text=True, check=False)
    return "__GNUC__" in asked.stdout and "__clang__" not in asked.stdout


def prepared(package: Path) -> list[Path]:
    """The modules of the copied `package` that can be compiled, each rewritten where it holds short-lived records."""
    chosen = []
    kept, short_lived = all_kept(package), set(holding_short_lived(package))
    for path in sorted(path for floor in FLOORS for path in (package / floor).rglob("*.py")):
        if path.name == "__init__.py":
            continue
        source = path.read_text("utf-8")
        frozen = frozen_records(source) if path in short_lived else []
        if path in short_lived:
            source = rewritten(source)
        if not _records(ast.parse(source)):
            source = settled(untracked(source, frozen), kept)
            chosen.append(path)
        path.write_text(source, "utf-8")
    # The extension of the group itself lies beside the package.
    return chosen


def holding_short_lived(package: Path) -> list[Path]:
    """The modules of `package` whose records become plain classes."""
    places = [package / place for place in SHORT_LIVED]
    return sorted(path for place in places for path in (place.rglob("*.py") if place.is_dir() else [place]))


def rewritten(source: str) -> str:
    """`source` with every Struct as a plain class, and the flags of the classes `FLAGS` as constants."""
    tree = ast.parse(source)
    lines = source.split("\n")
    edits: list[tuple[int, int, list[str]]] = []
    for node in tree.body:
        if not isinstance(node, ast.ClassDef):
            continue
        if node.name in FLAGS and not node.bases:
            edits += _constants(node)
        elif _is_struct(node):
            edits += _plain_class(node)
    for begin, end, new in sorted(edits, key=lambda edit: (edit[0], edit[1]), reverse=True):
        lines[begin:end] = new
    written = "\n".join(lines)
    if any(": Final = " in line for _, _, new in edits for line in new):
        written = written.replace("\nfrom functools import", "\nfrom typing import Final\nfrom functools import", 1)
    return written


def frozen_records(source: str) -> list[str]:
    """The names of the Structs of `source` that nothing is changed of once they are made."""
    return [
        node.name
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef) and _is_struct(node) and "frozen=True" in map(ast.unparse, node.keywords)
    ]


def untracked(source: str, frozen: list[str]) -> str:
    """`source` with these classes left out of the search for garbage that holds itself.

    A frozen record is made after all that it holds, so that it stands in no circle; there are thousands of them, and
    each costs two words of memory and being entered and struck off.
    """
    tree = ast.parse(source)
    named = {node.name: node.lineno - 1 for node in tree.body if isinstance(node, ast.ClassDef)}
    lines = source.split("\n")
    for line in sorted((named[name] for name in frozen), reverse=True):
        lines.insert(line, "@mypyc_attr(acyclic=True)")
    if frozen:
        lines.insert(_behind_docstring(tree), "from typing import TYPE_CHECKING")
        after = max(
            (node.end_lineno or 0 for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)), default=0
        )
        # Only the compiler needs it: no module of this name must be there when the reading runs.
        lines[after + 1 : after + 1] = ["if TYPE_CHECKING:", "    from mypy_extensions import mypyc_attr"]
    return "\n".join(lines)


def _behind_docstring(tree: ast.Module) -> int:
    return next(node for node in tree.body if not isinstance(node, ast.Expr)).lineno - 1


def _records(tree: ast.Module) -> list[ast.ClassDef]:
    """The classes that must stay as they are: mypyc drops what stands behind their bases (`frozen=True`)."""
    return [node for node in tree.body if isinstance(node, ast.ClassDef) and (_is_struct(node) or node.keywords)]


def _is_struct(node: ast.ClassDef) -> bool:
    return [ast.unparse(base) for base in node.bases] == ["msgspec.Struct"]


def _constants(node: ast.ClassDef) -> list[tuple[int, int, list[str]]]:
    return [
        (
            line.lineno - 1,
            line.end_lineno or 0,
            [f"    {ast.unparse(line.targets[0])}: Final = {ast.unparse(line.value)}"],
        )
        for line in node.body
        if isinstance(line, ast.Assign)
    ]


def _plain_class(node: ast.ClassDef) -> list[tuple[int, int, list[str]]]:
    """The edits that make a plain class of a Struct: fields without defaults, and the `__init__` it had unwritten."""
    fields = [line for line in node.body if isinstance(line, ast.AnnAssign)]
    taken, kept = zip(*map(_parameter, fields), strict=True)
    only_named = "*, " if any(keyword.arg == "kw_only" for keyword in node.keywords) else ""
    making = ["", f"    def __init__(self, {only_named}{', '.join(taken)}) -> None:", *kept, ""]
    edits = [(node.lineno - 1, node.lineno, [f"class {node.name}:"])]
    for line in fields:
        text = [f"    {ast.unparse(line.target)}: {ast.unparse(line.annotation)}"]
        edits.append((line.lineno - 1, line.end_lineno or 0, text + (making if line is fields[-1] else [])))
    return edits


def _parameter(line: ast.AnnAssign) -> tuple[str, str]:
    """The parameter of one field, and the line that keeps it. What can be changed is made anew for each object."""
    name, kind = ast.unparse(line.target), ast.unparse(line.annotation)
    if line.value is None:
        return f"{name}: {kind}", f"        self.{name} = {name}"
    default = ast.unparse(line.value)
    factory = FACTORY.match(default)
    if factory is None and default not in ("[]", "{}", "set()"):
        return f"{name}: {kind} = {default}", f"        self.{name} = {name}"
    made = factory[1] if factory else default
    kind = kind.strip("'\"")
    return f'{name}: "{kind} | None" = None', f"        self.{name} = {made} if {name} is None else {name}"


def settled(source: str, kept: dict[str, str]) -> str:
    """`source` with every constant of the module as one, and every `@cache` as a function that keeps what it made.

    Otherwise each use of a constant is a look into the module's dictionary, and each call of a kept function one more,
    and a tuple, and a call that Python itself does. `kept` is that of `all_kept`: where a function is asked by a
    literal, group("media"), or a field of what one gives is, a function of its own asks once.
    """
    source = _asked_once(source, kept)
    tree = ast.parse(source)
    lines = source.split("\n")
    changed = {ast.unparse(node.target) for node in tree.body if isinstance(node, ast.AugAssign)}
    edits: list[tuple[int, int, list[str]]] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and _is_cached(node):
            edits.append((node.decorator_list[0].lineno - 1, node.end_lineno or 0, _keeping(node, lines)))
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            edits += _constant(node, lines, changed)
    for begin, end, new in reversed(edits):
        lines[begin:end] = new
    after = _behind_docstring(tree)
    return "\n".join([*lines[:after], "from typing import Final", *lines[after:]])


def all_kept(package: Path) -> dict[str, str]:
    """The kinds that need no import, of what cached functions give.

    Under `module.function` that of a function of one word, under `module.function().field` that of each field of the
    record that a function without arguments gives.
    """
    kept: dict[str, str] = {}
    for path in [path for floor in FLOORS for path in (package / floor).rglob("*.py")]:
        module = f"takhrij.{'.'.join(path.relative_to(package).with_suffix('').parts)}"
        body = ast.parse(path.read_text("utf-8")).body
        for node in body:
            if not isinstance(node, ast.FunctionDef) or not _is_cached(node) or node.returns is None:
                continue
            if node.args.args:
                kept[f"{module}.{node.name}"] = ast.unparse(node.returns)
            else:
                fields = _fields(body, ast.unparse(node.returns))
                kept |= {f"{module}.{node.name}().{field}": kind for field, kind in fields.items()}
    return {asked: kind for asked, kind in kept.items() if BUILT_IN.fullmatch(kind)}


def _fields(body: list[ast.stmt], record: str) -> dict[str, str]:
    """The fields of the Struct of this name in a module, and their kinds, other names of a kind resolved."""
    aliases = {
        ast.unparse(node.targets[0]): ast.unparse(node.value)
        for node in body
        if isinstance(node, ast.Assign) and BUILT_IN.fullmatch(ast.unparse(node.value))
    }
    kinds = {
        ast.unparse(field.target): ast.unparse(field.annotation)
        for node in body
        if isinstance(node, ast.ClassDef) and node.name == record and _is_struct(node)
        for field in node.body
        if isinstance(field, ast.AnnAssign)
    }
    return {field: aliases.get(kind, kind) for field, kind in kinds.items()}


def _is_cached(node: ast.FunctionDef) -> bool:
    return [ast.unparse(one) for one in node.decorator_list] == ["cache"]


def _asked_once(source: str, kept: dict[str, str]) -> str:
    tree = ast.parse(source)
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    known = {
        (alias.asname or alias.name) + asked.removeprefix(f"{node.module}.{alias.name}"): kind
        for node in imports
        for alias in node.names
        for asked, kind in kept.items()
        if asked.partition("()")[0] == f"{node.module}.{alias.name}"
    }
    lines = source.split("\n")
    asking: dict[str, str] = {}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call | ast.Attribute) and _asks(node, known)]
    for node in sorted(calls, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        line = lines[node.lineno - 1].encode()
        if ast.unparse(ast.parse(line[node.col_offset : node.end_col_offset])) != ast.unparse(node):
            # Within an f-string Python 3.11 does not tell where it stands.
            continue
        name = asking.setdefault(ast.unparse(node), f"_once_{len(asking)}")
        lines[node.lineno - 1] = (line[: node.col_offset] + f"{name}()".encode() + line[node.end_col_offset :]).decode()
    after = max((node.end_lineno or 0 for node in imports), default=0)
    added = [line for text, name in asking.items() for line in _once(name, _kind(text, known), text)]
    return "\n".join(lines[:after] + added + lines[after:])


def _asks(node: ast.Call | ast.Attribute, known: dict[str, str]) -> bool:
    if node.lineno != node.end_lineno:
        return False
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Call) and ast.unparse(node) in known
    return isinstance(node.func, ast.Name) and node.func.id in known and isinstance(node.args[0], ast.Constant)


def _kind(asked: str, known: dict[str, str]) -> str:
    """The kind of what is asked for: source_words().made, group("media")."""
    return known.get(asked) or known[asked.partition("(")[0]]


def _once(name: str, kind: str, made: str) -> list[str]:
    """A function `name` that evaluates `made`, of this kind, when it is first called."""
    held = f"_KEPT_OF_{name}"
    return [
        "",
        f'{held}: "Final[list[{kind}]]" = []',
        f"def {name}() -> {kind}:",
        f"    if not {held}:",
        f"        {held}.append({made})",
        f"    return {held}[0]",
    ]


def _constant(
    node: ast.Assign | ast.AnnAssign, lines: list[str], changed: set[str]
) -> list[tuple[int, int, list[str]]]:
    """The edit that makes a constant of what is written in capitals and never changed; of each, where several are."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    name, value = ast.unparse(targets[0]), node.value
    if isinstance(targets[0], ast.Tuple) and value is not None:
        names = [ast.unparse(one) for one in targets[0].elts]
        each = _side_by_side(value)
        if any(not CONSTANT.fullmatch(one) or one in changed for one in names) or len(each) != len(names):
            return []
        made = [f"{one}: Final = {of}" for one, of in zip(names, each, strict=True)]
        return [(node.lineno - 1, node.end_lineno or 0, made)]
    if len(targets) != 1 or not CONSTANT.fullmatch(name) or value is None or name in changed:
        return []
    kind = ast.unparse(node.annotation) if isinstance(node, ast.AnnAssign) else ""
    if kind.startswith("Final") or (isinstance(value, ast.Call) and ast.unparse(value.func) == "TypeVar"):
        return []
    line = lines[value.lineno - 1].encode()
    # A bracket alone may stand before the value: _X = (
    opened = "(" if value.lineno > node.lineno else line[: value.col_offset].decode().partition("=")[2].strip()
    given = f"Final[{kind}]" if kind else "Final"
    return [(node.lineno - 1, value.lineno, [f"{name}: {given} = {opened}{line[value.col_offset :].decode()}"])]


def _side_by_side(value: ast.expr) -> list[str]:
    """The values that are given to several names at once: 1, 2 or range(2); none where it cannot be seen how many."""
    if isinstance(value, ast.Tuple):
        return [ast.unparse(one) for one in value.elts]
    counted = re.fullmatch(r"range\((\d+)\)", ast.unparse(value))
    return list(map(str, range(int(counted[1])))) if counted else []


def _keeping(node: ast.FunctionDef, lines: list[str]) -> list[str]:
    """The function under another name, and under its own one that calls it once for each argument."""
    name, kind = node.name, ast.unparse(node.returns) if node.returns else "None"
    made = f"_made_of_{name}"
    body = lines[node.lineno - 1 : node.end_lineno]
    body[0] = body[0].replace(f"def {name}(", f"def {made}(", 1)
    if not node.args.args:
        return [*body, *_once(name, kind, f"{made}()")]
    ((argument, given),) = [(one.arg, ast.unparse(one.annotation or ast.Name("object"))) for one in node.args.args]
    held = f"_KEPT_OF_{name}"
    return [
        *body,
        "",
        f'{held}: "Final[dict[{given}, {kind}]]" = {{}}',
        f"def {name}({argument}: {given}) -> {kind}:",
        f"    if {argument} not in {held}:",
        f"        {held}[{argument}] = {made}({argument})",
        f"    return {held}[{argument}]",
    ]
