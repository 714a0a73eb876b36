"""What comes from npm is what was pinned, and lies beside its licence."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = tomllib.loads((ROOT / "vendoring" / "assets.toml").read_text("utf-8"))["package"]


def test_every_file_is_the_pinned_one() -> None:
    subprocess.run([sys.executable, ROOT / "vendoring" / "vendor.py", "--check"], check=True)


def test_nothing_lies_there_that_was_not_pinned() -> None:
    known = {ROOT / p["into"] / Path(name).name for p in PACKAGES for name in (*p["files"], *p["notices"])}

    for folder in ("src/takhrij/web/vendor", "tests/vendor"):
        assert {path for path in (ROOT / folder).rglob("*") if path.is_file()} <= known


def test_every_package_may_be_shipped() -> None:
    shipped = {package["licence"] for package in PACKAGES if package["into"].startswith("src/")}

    assert shipped <= {"0BSD", "OFL-1.1", "ISC", "MIT", "BSD-3-Clause"}
