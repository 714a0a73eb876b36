"""How well names are found on the last fifth of ANERcorp's training part, which no table was learnt from.

    python evaluation/names.py ../shared/data/ner/anercorp_train.txt ../shared/bench/score_names.py [--write FILE]

Writes the fifth and the names found in it to a temporary folder and lets the scorer compare them.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from takhrij.reading.names import find_names
from takhrij.text.page import lay_out


def last_fifth(path: Path) -> str:
    """The last fifth of the sentences of a file of words and tags."""
    found = path.read_text("utf-8").strip("\n").split("\n\n")
    return "\n\n".join(found[len(found) * 4 // 5 :]) + "\n"


def main() -> None:
    """Print the scorer's table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        fifth, read = Path(name) / "fifth.txt", Path(name) / "read.jsonl"
        fifth.write_text(last_fifth(arguments.gold), "utf-8")
        score = [sys.executable, str(arguments.scorer), str(fifth)]
        records = subprocess.run([*score, "--records"], check=True, capture_output=True, text=True).stdout.splitlines()
        find_names(lay_out("بدء"))
        start = time.perf_counter()
        with read.open("w", encoding="utf-8") as out:
            for record in map(json.loads, records):
                names = find_names(lay_out(record["text"]))
                spans = [{"span": [n.span.start, n.span.end], "kind": n.kind} for n in names]
                out.write(json.dumps({"id": record["id"], "names": spans}, ensure_ascii=False) + "\n")
        print(f"{len(records)} pages, {time.perf_counter() - start:.2f} s")  # noqa: T201
        print(subprocess.run([*score, str(read)], check=True, capture_output=True, text=True).stdout, end="")  # noqa: T201


if __name__ == "__main__":
    main()
