"""Builds the reading as C, by mypyc, where the environment asks for it: TAKHRIJ_NATIVE=1 pip install .

Without that variable, and in editable installs, the wheel holds Python alone. The same sources serve both: what is
compiled is a copy in build/native in which the short-lived records of a reading are written out as plain classes, since
mypyc makes native classes of those, and cannot make one of a msgspec.Struct.
"""

import ast
import os
import re
import shutil
from contextlib import chdir
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VARIABLE = "TAKHRIJ_NATIVE"
# The floors on which a report is read. What is written down, stored or shown stays Python.
FLOORS = ("text", "lexicon", "rules", "reading")
# Here records are made for one report and forgotten with it.
SHORT_LIVED = ("text", "rules", "reading")
FACTORY = re.compile(r"msgspec\.field\(default_factory=(?:lambda: )?(.+?)\)$")
COMPILER = "mypy==2.4.1"
FLAGS = "Is"


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
        for made in compiled(root, root / "build" / "native"):
            build_data["force_include"][str(made)] = str(Path(*made.parts[made.parts.index("src") + 1 :]))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def _asked() -> bool:
    return os.environ.get(VARIABLE, "") not in ("", "0")


def compiled(root: Path, workshop: Path) -> list[Path]:
    """The modules made in `workshop` from a copy of the sources of `root`."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    shutil.rmtree(workshop, ignore_errors=True)
    shutil.copytree(root / "src", workshop / "src", ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    chosen = [str(path.relative_to(workshop)) for path in prepared(workshop / "src" / "takhrij")]
    os.environ["MYPYPATH"] = "src"
    with chdir(workshop):
        modules = mypycify(
            ["--strict", "--config-file=", *chosen], opt_level="1", debug_level="0", multi_file=True, verbose=False
        )
        build = Distribution({"ext_modules": modules, "package_dir": {"": "src"}}).get_command_obj("build_ext")
        build.inplace, build.parallel = True, os.cpu_count() or 1
        build.ensure_finalized()
        build.run()
    return sorted((workshop / "src").rglob("*.so")) + sorted((workshop / "src").rglob("*.pyd"))


def prepared(package: Path) -> list[Path]:
    """The modules of the copied `package` that can be compiled, each rewritten where it holds short-lived records."""
    chosen = []
    for path in sorted(path for floor in FLOORS for path in (package / floor).rglob("*.py")):
        if path.name == "__init__.py":
            continue
        source = path.read_text("utf-8")
        if path.relative_to(package).parts[0] in SHORT_LIVED:
            source = rewritten(source)
            path.write_text(source, "utf-8")
        if not _records(ast.parse(source)):
            chosen.append(path)
    # The extension of the group itself lies beside the package.
    return chosen


def rewritten(source: str) -> str:
    """`source` with every Struct as a plain class, and the flags of `Is` as constants."""
    tree = ast.parse(source)
    lines = source.split("\n")
    edits: list[tuple[int, int, list[str]]] = []
    for node in tree.body:
        if not isinstance(node, ast.ClassDef):
            continue
        if node.name == FLAGS and not node.bases:
            edits += _constants(node)
        elif _is_struct(node):
            edits += _plain_class(node)
    for begin, end, new in sorted(edits, key=lambda edit: (edit[0], edit[1]), reverse=True):
        lines[begin:end] = new
    written = "\n".join(lines)
    if any(": Final = " in line for _, _, new in edits for line in new):
        written = written.replace("\nfrom functools import", "\nfrom typing import Final\nfrom functools import", 1)
    return written


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
