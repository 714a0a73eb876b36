"""Detection of protests and assaults on the sentences of arabic_event_gsr, beside the reports of the gold.

    python evaluation/gsr.py             precision, recall and F1 of PROTEST and ASSAULT
    python evaluation/gsr.py --missed    every sentence on which the reading and most annotators differ

A sentence counts as positive where most annotators accepted the type. They refused many a sentence that tells of an
attack, so that precision has a ceiling far below 1, and recall is the truer figure. The sentences (openeventdata, MIT)
are for measuring alone and lie beside the project, in ../shared/bench.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from takhrij import Article, Reader, wire

BENCH = Path(os.environ.get("TAKHRIJ_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "bench"
SENTENCES = "gsr_dev.jsonl"
SCORER = "score_gsr.py"
_ROW = re.compile(r"(\w+)\s+sentences \d+, positive (\d+): precision ([\d.]+) recall ([\d.]+) F1 ([\d.]+)")


def read() -> list[bytes]:
    """For each sentence the line that takhrij writes of it."""
    reader = Reader()
    golds = [json.loads(line) for line in (BENCH / SENTENCES).read_text("utf-8").splitlines()]
    return [wire.encode(reader.read(Article(id=gold["id"], text=gold["text"]))) for gold in golds]


def figures(lines: list[bytes]) -> dict[str, dict[str, float]]:
    """The referee's figures by type; `gold` is the number of positive sentences."""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder, "predicted.jsonl")
        predicted.write_bytes(b"".join(line + b"\n" for line in lines))
        command = [sys.executable, str(BENCH / SCORER), str(BENCH / SENTENCES), str(predicted)]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {
        name: {"precision": float(precision), "recall": float(recall), "f1": float(f1), "gold": int(gold)}
        for name, gold, precision, recall, f1 in _ROW.findall(printed)
    }


def _missed(lines: list[bytes]) -> None:
    for gold, line in zip((BENCH / SENTENCES).read_text("utf-8").splitlines(), lines, strict=True):
        one = json.loads(gold)
        found = [event for event in wire.decode(line).events if event.type == one["type"]]
        if bool(found) != (one["accept"] > one["reject"]):
            words = ", ".join(event.trigger.of(one["text"]) for event in found)
            print("FALSE" if found else "MISSED", one["type"], f"[{words}]", one["text"])


def main() -> int:
    """Print the figures."""
    if not (BENCH / SENTENCES).exists():
        print(f"The sentences are not here ({BENCH}).")
        return 0
    lines = read()
    if "--missed" in sys.argv[1:]:
        _missed(lines)
    for name, figure in figures(lines).items():
        print(f"{name:8} precision {figure['precision']:.3f} recall {figure['recall']:.3f} F1 {figure['f1']:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
