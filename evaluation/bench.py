"""The bench: how fast the whole reading is, beside spaCy's tokenising, how it grows with the text, how fast it starts.

    python evaluation/bench.py [--quick] [--json FILE]

Everything runs on one core. The 1,000 reports are every 21st of the pool in ../shared/data/news; where that is absent
the example reports stand in, repeated. Cold is the first pass over them in a fresh process, warm every later pass, for
the reading and for spaCy alike. Where other programs run on the machine, the ratio says more than the reports a second.
"""

import argparse
import gzip
import json
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

from takhrij import Article, Reader
from takhrij.ingest.articles import Defaults, read_articles
from takhrij.reading import reader as journey

ROOT = Path(__file__).resolve().parent.parent
POOL = Path(os.environ.get("TAKHRIJ_SHARED", ROOT.parent / "shared")) / "data" / "news" / "reports.jsonl.gz"
REPORTS = 1000
ROUNDS = 5
WANTED_RATIO = 0.5
WANTED_IMPORT_MS, WANTED_HELP_MS = 100, 300

STAGES = (
    "lay_out",
    "find_heading",
    "find_times",
    "find_names",
    "lay_sheet",
    "find_devices",
    "follow",
    "find_events",
)

Figures = dict[str, Any]
SIZES = [1 << power for power in range(10, 23)]


def say(words: str) -> None:
    """Print one line."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


class Silent:
    """A witness that keeps to itself."""

    def tell(self, words: str) -> None:
        """Say nothing."""

    def passed(self, count: int) -> None:
        """Count nothing."""


def reports() -> tuple[list[Article], str]:
    """The reports to read, and where they come from. The pool is spread over all its outlets."""
    if not POOL.exists():
        examples = [a for a in read_articles([str(ROOT / "examples")], Defaults(), Silent()) if isinstance(a, Article)]
        return list(islice(cycle(examples), REPORTS)), "the example reports, repeated"
    articles: list[Article] = []
    with gzip.open(POOL, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 21 == 0 and len(articles) < REPORTS:
                articles.append(article_of(json.loads(line)))
    return articles, f"{POOL.name}, every 21st report"


def article_of(record: dict[str, str]) -> Article:
    """A report of the pool."""
    text = f"{record['title']}\n{record['text']}"
    return Article(
        id=record["id"],
        text=text,
        title_end=len(record["title"]),
        outlet=record["outlet"],
        published=record["published"],
    )


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cold(name: str) -> float:
    """Reports a second in a fresh process with nothing remembered.

    The reading loads its tables and weights within that time; what spaCy loads before it tokenises is not counted.
    """
    program = [sys.executable, str(Path(__file__).resolve()), "--cold", name]
    return float(subprocess.run(program, capture_output=True, text=True, check=True).stdout)


def first_pass(name: str) -> None:
    """Print the reports a second of the first pass of this process, for `cold`."""
    work = passes(reports()[0])[name]
    say(str(REPORTS / seconds(work)))


def passes(articles: list[Article]) -> dict[str, Callable[[], None]]:
    """What is compared: the whole reading, and spaCy's tokenising where it is installed, each over all reports."""
    reader = Reader()

    def read() -> None:
        for article in articles:
            reader.read(article)

    found = {"reading": read}
    try:
        import spacy
    except ImportError:
        return found
    tokenise = spacy.blank("ar").tokenizer

    def tokenise_all() -> None:
        for article in articles:
            tokenise(article.text)

    return found | {"spacy": tokenise_all}


def against_spacy(articles: list[Article]) -> Figures:
    """Whole reading and spaCy's tokenising, each cold in its own fresh process, then warm in turns in this one."""
    compared = passes(articles)
    figures: Figures = {}
    for work in compared.values():
        work()
    rounds: dict[str, list[float]] = {name: [] for name in compared}
    for _ in range(ROUNDS):
        for name, work in compared.items():
            rounds[name].append(len(articles) / seconds(work))
    for state, rates in (
        ("cold", {name: cold(name) for name in compared}),
        ("warm", {name: statistics.median(rates) for name, rates in rounds.items()}),
    ):
        figures[state] = rates
        say(f"whole reading, {state}    {rates['reading']:8,.0f} reports/s")
        if "spacy" in rates:
            ratio = figures[f"{state}_ratio"] = rates["reading"] / rates["spacy"]
            say(f"spaCy blank('ar')      {rates['spacy']:8,.0f} reports/s tokenised, {state}, same run")
            reached = verdict(ratio >= WANTED_RATIO)
            say(f"ratio, {state}            {ratio:8.2f} (wanted: {WANTED_RATIO} or more{reached})")
    if "spacy" not in compared:
        say("spaCy is not installed (make bench installs it): no comparison")
    return figures


def verdict(reached: bool) -> str:
    """What stands behind a wanted figure."""
    return "" if reached else ": NOT REACHED"


def by_stage(articles: list[Article]) -> dict[str, float]:
    """The milliseconds that each stage takes of a report, warm; a compiled reading does not let its stages be timed."""
    if not (journey.__file__ or "").endswith(".py"):
        say("the reading is compiled: make bench-python tells its stages")
        return {}
    taken = dict.fromkeys(STAGES, 0.0)

    def timed(name: str) -> Callable[..., Any]:
        work = getattr(journey, name)

        def stage(*given: object) -> object:
            begun = time.perf_counter()
            found = work(*given)
            taken[name] += time.perf_counter() - begun
            return found

        return stage

    stages: dict[str, Any] = {name: timed(name) for name in STAGES}
    replaceable = {name: stages[name] for name in ("find_heading", "find_times", "find_names")}
    with patch.multiple(journey, **stages):
        reader = Reader(**replaceable)
        whole = seconds(lambda: [reader.read(article) for article in articles])
    figures = {name: 1000 * part / len(articles) for name, part in taken.items()}
    figures["others"] = 1000 * (whole - sum(taken.values())) / len(articles)
    say("ms a report by stage: " + ", ".join(f"{name} {part:.2f}" for name, part in figures.items()))
    return figures


def growth(title: str, text: str, largest: int) -> Figures:
    """The exponent of time over length, from 1 kB of `text` to 4 MB."""
    reader = Reader()
    points = []
    for size in (size for size in SIZES if size <= largest):
        piece = (text * (size // max(1, len(text.encode())) + 1)).encode()[:size].decode("utf-8", "ignore")
        article = Article(id="growth", text=piece)
        reader.read(article)
        rounds = 5 if size < 1 << 18 else 1
        points.append((size, min(seconds(lambda article=article: reader.read(article)) for _ in range(rounds))))  # type: ignore[misc]  # bound early
    exponent = slope([(math.log(size), math.log(taken)) for size, taken in points])
    say(f"{title}: exponent {exponent:.3f} from {points[0][0]:,} to {points[-1][0]:,} bytes")
    shown = points[:: 2 if largest > 1 << 18 else 1]
    say("    " + ", ".join(f"{size >> 10} kB {taken * 1000:.1f} ms" for size, taken in shown))
    return {"exponent": exponent, "milliseconds": {size: 1000 * taken for size, taken in points}}


def slope(points: list[tuple[float, float]]) -> float:
    """The slope of the straight line nearest to `points`."""
    x_mean = statistics.mean(x for x, _ in points)
    y_mean = statistics.mean(y for _, y in points)
    above = sum((x - x_mean) * (y - y_mean) for x, y in points)
    return above / sum((x - x_mean) ** 2 for x, _ in points)


def texts(articles: list[Article]) -> Iterator[tuple[str, str]]:
    """What growth is measured on: news, and texts that are meant to be hard."""
    long = "\n".join(article.text for article in articles)
    yield "news", long
    yield "one line without a full stop", long.replace("\n", " ").replace(".", "")
    yield "quotation marks alone", '"'
    yield "opening marks alone", "«"
    yield "one word again and again", "كتاب "
    for cue in ("وفق", "قال", "نقلا عن", "وقال إن"):
        yield f"one cue again and again, {cue}", cue + " "


def start() -> Figures:
    """How long `import takhrij` and `takhrij --help` take, the fastest and the median of ten."""
    program = [sys.executable, "-X", "importtime", "-c", "import takhrij"]
    imports = []
    for _ in range(10):
        lines = subprocess.run(program, capture_output=True, text=True, check=True).stderr.splitlines()
        imports.append(int(lines[-1].split("|")[1]) / 1000)
    command = [sys.executable, "-m", "takhrij", "--help"]
    helps = [1000 * seconds(lambda: subprocess.run(command, capture_output=True, check=True)) for _ in range(10)]
    figures = {}
    for name, taken, wanted in (
        ("import takhrij", imports, WANTED_IMPORT_MS),
        ("takhrij --help", helps, WANTED_HELP_MS),
    ):
        median = figures[name] = statistics.median(taken)
        reached = verdict(median < wanted)
        say(f"{name}         {median:8.0f} ms (fastest {min(taken):.0f}; wanted: under {wanted}{reached})")
    return figures


def main() -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="texts of up to 256 kB only")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE as well")
    parser.add_argument("--cold", choices=("reading", "spacy"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if given.cold:
        first_pass(given.cold)
        return
    figures: Figures = {"start_ms": start()}
    articles, origin = reports()
    mean = statistics.mean(len(article.text) for article in articles)
    say(f"{len(articles)} reports of {mean:,.0f} characters on average: {origin}")
    figures["reports_per_second"] = against_spacy(articles)
    figures["stages_ms"] = by_stage(articles)
    largest = 1 << (18 if given.quick else 22)
    figures["growth"] = {title: growth(title, text, largest) for title, text in texts(articles)}
    if given.json:
        given.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
