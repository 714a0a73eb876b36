"""Take fonts, scripts and maps from npm into the project, each beside its licence: `python vendoring/vendor.py`.

Nothing is fetched at run time: what a page needs lies in the package. `--check` only compares what lies there with the
pinned sums.
"""

import argparse
import base64
import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

ROOT = Path(__file__).parent.parent
ASSETS = Path(__file__).parent / "assets.toml"
SUMS = Path(__file__).parent / "SHA256SUMS"


class Package(TypedDict):
    """One package of npm, and what is taken of it to where."""

    name: str
    version: str
    integrity: str
    licence: str
    into: str
    files: list[str]
    notices: list[str]


def packages() -> list[Package]:
    """All that is taken from npm."""
    found: list[Package] = tomllib.loads(ASSETS.read_text("utf-8"))["package"]
    return found


def fetch(package: Package, folder: Path) -> Path:
    """The package's archive, refused if it is not the one that was pinned."""
    wanted = f"{package['name']}@{package['version']}"
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), wanted]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip().splitlines()[-1]
    archive = folder / name
    kind, _, pinned = package["integrity"].partition("-")
    found = base64.b64encode(hashlib.new(kind, archive.read_bytes()).digest()).decode()
    if found != pinned:
        sys.exit(f"{wanted}: its {kind} is {found}, pinned is {pinned}")
    return archive


def unpack(package: Package, archive: Path) -> None:
    """Write the files and notices of `package` where they belong."""
    into = ROOT / package["into"]
    into.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as packed:
        for name in (*package["files"], *package["notices"]):
            stream = packed.extractfile(f"package/{name}")
            assert stream is not None, name
            (into / Path(name).name).write_bytes(stream.read())


def sums() -> Iterator[str]:
    """A line for each file, as `sha256sum` writes them."""
    for package in packages():
        for name in (*package["files"], *package["notices"]):
            path = Path(package["into"]) / Path(name).name
            yield f"{hashlib.sha256((ROOT / path).read_bytes()).hexdigest()}  {path}\n"


def main() -> None:
    """Fetch all again, or check what lies here."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare what lies here with the pinned sums")
    if not parser.parse_args().check:
        with tempfile.TemporaryDirectory() as folder:
            for package in packages():
                unpack(package, fetch(package, Path(folder)))
        SUMS.write_text("".join(sums()), "utf-8")
    elif "".join(sums()) != SUMS.read_text("utf-8"):
        sys.exit("what is vendored differs from vendoring/SHA256SUMS: run python vendoring/vendor.py")


if __name__ == "__main__":
    main()
