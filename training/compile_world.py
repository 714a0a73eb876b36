"""Compile the lexicon of persons and bodies to the table that is loaded: TOML is for people, JSON for a quick start.

python training/compile_world.py            write src/takhrij/lexicon/data/world.json anew
python training/compile_world.py --check    fail where it is not what would be written
"""

import sys
from importlib.resources import files
from pathlib import Path

import msgspec

from takhrij.lexicon.entries import read_entries
from takhrij.lexicon.world_table import COMPILED, table_of

DATA = Path(str(files("takhrij.lexicon"))) / "data"
SOURCES = (
    *sorted((DATA / "persons").glob("*.toml")),
    DATA / "parties.toml",
    DATA / "armed_groups.toml",
    DATA / "bodies.toml",
    DATA / "metonyms.toml",
)


def compiled() -> bytes:
    """The table as it is written."""
    return msgspec.json.encode(table_of(read_entries(SOURCES))) + b"\n"


def main() -> int:
    """Write the table, or compare it."""
    path = DATA / COMPILED
    if "--check" in sys.argv[1:]:
        same = path.exists() and path.read_bytes() == compiled()
        print("world.json is up to date" if same else "world.json is stale: run training/compile_world.py")
        return 0 if same else 1
    path.write_bytes(compiled())
    print(f"{path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
