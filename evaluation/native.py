"""Whether the compiled reading says the very same as the Python it is made of.

    python evaluation/native.py PYTHON

PYTHON is the interpreter of an environment with the compiled wheel. Both read the example reports and, where
../shared is there, the gold reports and every 70th report of the pool; their lines must be the same, letter for letter.
"""

import argparse
import gzip
import os
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Absolute, as the readings are made from another folder.
SHARED = Path(os.environ.get("TAKHRIJ_SHARED", ROOT.parent / "shared")).resolve()
STEP = 70


def texts(folder: Path) -> list[str]:
    """What is read: the examples, the gold reports, and a part of the pool laid into `folder`."""
    found = [str(ROOT / "examples")]
    gold, pool = SHARED / "bench" / "dev.jsonl", SHARED / "data" / "news" / "reports.jsonl.gz"
    if gold.exists():
        found.append(str(gold))
    if pool.exists():
        part = folder / "pool.jsonl"
        with gzip.open(pool, "rt", encoding="utf-8") as lines, part.open("w", encoding="utf-8") as out:
            out.writelines(islice(lines, 0, None, STEP))
        found.append(str(part))
    return found


def read(python: str, inputs: list[str], out: Path) -> list[str]:
    """The lines that `takhrij read` of this interpreter prints."""
    with out.open("w", encoding="utf-8") as lines:
        subprocess.run(
            [python, "-m", "takhrij", "read", "--format", "json", *inputs], check=True, stdout=lines, cwd="/"
        )
    return out.read_text("utf-8").splitlines()


def is_compiled(python: str) -> bool:
    """Whether that interpreter's takhrij is compiled."""
    program = "import takhrij.reading.reader as reader; print(reader.__file__)"
    where = subprocess.run([python, "-c", program], check=True, capture_output=True, text=True, cwd="/").stdout
    return not where.strip().endswith(".py")


def main() -> int:
    """Compare, and say what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("python", type=Path)
    compiled = str(parser.parse_args().python.absolute())
    if not is_compiled(compiled):
        print(f"{compiled}: its takhrij is not compiled")
        return 2
    with tempfile.TemporaryDirectory() as name:
        inputs = texts(Path(name))
        ours = read(sys.executable, inputs, Path(name) / "python.jsonl")
        theirs = read(compiled, inputs, Path(name) / "compiled.jsonl")
    differing = [number for number, (a, b) in enumerate(zip(ours, theirs, strict=False), 1) if a != b]
    if differing or len(ours) != len(theirs):
        print(f"{len(ours)} readings in Python, {len(theirs)} compiled; these differ: {differing[:20]}")
        return 1
    print(f"{len(ours)} readings, the same compiled and in Python.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
