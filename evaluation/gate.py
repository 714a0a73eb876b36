"""The gate: the accuracy of reading on the gold reports, held against floors that only ever rise.

    python evaluation/gate.py            figures against floors; fails where one has fallen below its floor
    python evaluation/gate.py --update   raise the floors to today's figures; refuses to lower one
    python evaluation/gate.py --save     keep today's statements to compare with
    python evaluation/gate.py --diff     the statements gained and lost since then, by their words

The gold reports belong to their outlets and lie beside the project, in ../shared/bench. Where they are absent the
gate says so and passes.
"""

import argparse
import hashlib
import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import gsr

from takhrij import Article, Reader, wire

ROOT = Path(__file__).resolve().parent.parent
BENCH = Path(os.environ.get("TAKHRIJ_SHARED", ROOT.parent / "shared")) / "bench"
FLOORS = ROOT / "evaluation" / "floors.json"
BASELINE = ROOT / ".gate" / "statements.jsonl"
# A figure is floored at three places: one statement of eight hundred moves F1 by more than that.
PLACES = 1000

Figures = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Floors:
    """What the gate holds: the corpus it was measured on, and per set of reports the F1 of each figure."""

    corpus: dict[str, str]
    floors: dict[str, dict[str, float]]

    @staticmethod
    def load() -> "Floors":
        """The floors as they are pinned."""
        kept = json.loads(FLOORS.read_text("utf-8"))
        return Floors(kept["corpus"], kept["floors"])

    def write(self) -> None:
        """Pin these floors."""
        FLOORS.write_text(json.dumps({"corpus": self.corpus, "floors": self.floors}, indent=2) + "\n", "utf-8")


def say(*words: str) -> None:
    """Print one line."""
    sys.stdout.write(" ".join(words) + "\n")


def read_gold() -> tuple[list[dict[str, object]], list[bytes]]:
    """The gold reports, and for each the line that takhrij writes of it."""
    reader = Reader()
    golds = [json.loads(line) for line in (BENCH / "dev.jsonl").read_text("utf-8").splitlines()]
    fields = ("id", "text", "outlet", "published", "url")
    articles = [Article(**{key: gold[key] for key in fields if gold.get(key) is not None}) for gold in golds]
    return golds, [wire.encode(reader.read(article)) for article in articles]


def score(golds: list[dict[str, object]], lines: list[bytes]) -> Figures:
    """The referee's figures for these reports."""
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder, "gold.jsonl"), Path(folder, "predicted.jsonl")
        gold.write_text("".join(json.dumps(report, ensure_ascii=False) + "\n" for report in golds), "utf-8")
        predicted.write_bytes(b"".join(line + b"\n" for line in lines))
        command = [sys.executable, str(BENCH / "score.py"), str(gold), str(predicted), "--json"]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {name: figure for name, figure in json.loads(printed).items() if isinstance(figure, dict)}


def measure() -> tuple[dict[str, Figures], list[tuple[str, ...]]]:
    """The figures of every set of reports, and every statement found, by its words."""
    golds, lines = read_gold()
    sets = {"dev": score(golds, lines), "founding report": score(golds[:1], lines[:1])}
    sets["gsr"] = gsr.figures(gsr.read())
    return sets, list(statements(golds, lines))


def statements(golds: list[dict[str, object]], lines: list[bytes]) -> Iterator[tuple[str, ...]]:
    """Each statement as its report, words and chain."""
    for gold, line in zip(golds, lines, strict=True):
        for statement in wire.decode(line).statements:
            words = statement.content.of(str(gold["text"]))
            yield str(gold["id"]), " ".join(words.split()), " < ".join(statement.chain), statement.form


def show(sets: dict[str, Figures], floors: Floors) -> bool:
    """Print every figure beside its floor; whether none has fallen below."""
    whole = True
    for title, figures in sets.items():
        say(f"{title:24}{'precision':>10}{'recall':>8}{'F1':>8}{'floor':>8}{'gold':>7}")
        for name, figure in figures.items():
            floor = floors.floors.get(title, {}).get(name, 0.0)
            fallen = floored(figure["f1"]) < floor
            whole = whole and not fallen
            row = f"  {name:22}{figure['precision']:>10.3f}{figure['recall']:>8.3f}{figure['f1']:>8.3f}{floor:>8.3f}"
            say(f"{row}{figure['gold']:>7}{'   BELOW ITS FLOOR' if fallen else ''}")
        say()
    return whole


def floored(figure: float) -> float:
    """`figure` cut to the places that floors have."""
    return math.floor(figure * PLACES + 1e-6) / PLACES


def update(sets: dict[str, Figures], floors: Floors) -> int:
    """Raise the floors to the figures; refuse where one would fall."""
    raised = {title: {name: floored(f["f1"]) for name, f in figures.items()} for title, figures in sets.items()}
    lowered = [
        f"{title} {name}: {floor} -> {raised[title][name]}"
        for title, kept in floors.floors.items()
        for name, floor in kept.items()
        if raised[title][name] < floor
    ]
    if lowered:
        say("Refused: a floor is never lowered.", *(f"\n  {row}" for row in lowered))
        return 1
    Floors(floors.corpus, raised).write()
    say(f"Floors raised in {FLOORS.relative_to(ROOT)}.")
    return 0


def diff(found: list[tuple[str, ...]]) -> int:
    """Print the statements gained and lost since the last `--save`."""
    if not BASELINE.exists():
        say("Nothing to compare with: run the gate with --save first.")
        return 1
    kept = [tuple(json.loads(line)) for line in BASELINE.read_text("utf-8").splitlines()]
    lost, gained = sorted(set(kept) - set(found)), sorted(set(found) - set(kept))
    for sign, rows in (("-", lost), ("+", gained)):
        for report, words, chain, form in rows:
            say(f"{sign} {report} [{form}] {chain}: {words}")
    say(f"{len(gained)} gained, {len(lost)} lost, {len(set(found) & set(kept))} the same")
    return 0


def save(found: list[tuple[str, ...]]) -> int:
    """Keep the statements to compare with; they are news text, so they stay out of the repository."""
    BASELINE.parent.mkdir(exist_ok=True)
    BASELINE.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), "utf-8")
    say(f"{len(found)} statements kept in {BASELINE.relative_to(ROOT)}")
    return 0


def main() -> int:
    """Run the gate."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for flag in ("update", "save", "diff"):
        parser.add_argument(f"--{flag}", action="store_true")
    wanted = parser.parse_args()
    if not (BENCH / "dev.jsonl").exists():
        say(f"The gold reports are not here ({BENCH}): the gate has nothing to measure, and passes.")
        return 0
    floors = Floors.load()
    for name, pinned in floors.corpus.items():
        if hashlib.sha256((BENCH / name).read_bytes()).hexdigest() != pinned:
            say(f"{BENCH / name} is not the file that the floors were measured on (SHA-256 {pinned[:12]}...).")
            return 2
    sets, found = measure()
    whole = show(sets, floors)
    if wanted.save:
        return save(found)
    if wanted.diff:
        return diff(found)
    if wanted.update:
        return update(sets, floors)
    say("Every figure is at or above its floor." if whole else "The gate is shut: a figure has fallen.")
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
