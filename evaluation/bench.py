"""The bench: how fast the whole reading is, beside spaCy's tokenising, how it grows with the text, how fast it starts.

    python evaluation/bench.py [--quick]

Everything runs on one core. The 1,000 reports are the first of the pool in ../shared/data/news; where that is absent
the example reports stand in, repeated.
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

from takhrij import Article, Reader
from takhrij.ingest.articles import Defaults, read_articles

ROOT = Path(__file__).resolve().parent.parent
POOL = Path(os.environ.get("TAKHRIJ_SHARED", ROOT.parent / "shared")) / "data" / "news" / "reports.jsonl.gz"
REPORTS = 1000
ROUNDS = 5
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


def against_spacy(articles: list[Article]) -> None:
    """Whole reading and spaCy's tokenising, in turns, each on all reports."""
    reader = Reader()

    def read() -> None:
        for article in articles:
            reader.read(article)

    try:
        import spacy
    except ImportError:
        say("spaCy is not installed (make bench installs it): no comparison")
        say(f"whole reading: {len(articles) / seconds(read):,.0f} reports/s")
        return
    tokenise = spacy.blank("ar").tokenizer

    def tokenise_all() -> None:
        for article in articles:
            tokenise(article.text)

    read()
    tokenise_all()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(len(articles) / seconds(read))
        theirs.append(len(articles) / seconds(tokenise_all))
    a, b = statistics.median(ours), statistics.median(theirs)
    say(f"whole reading          {a:8,.0f} reports/s (median of {ROUNDS} rounds, {min(ours):,.0f}-{max(ours):,.0f})")
    say(f"spaCy blank('ar')      {b:8,.0f} reports/s tokenised, same run ({min(theirs):,.0f}-{max(theirs):,.0f})")
    say(f"ratio                  {a / b:8.2f} (wanted: 0.50 or more)")


def first_reading(articles: list[Article]) -> None:
    """What the first 1,000 reports cost in a fresh process, with nothing remembered."""
    characters = sum(len(article.text) for article in articles)
    reader = Reader()
    taken = seconds(lambda: [reader.read(article) for article in articles])
    say(
        f"first pass             {len(articles) / taken:8,.0f} reports/s, {characters / taken / 1e6:.2f} M characters/s"
    )


def growth(title: str, text: str, largest: int) -> None:
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
    say(
        "    "
        + ", ".join(
            f"{size >> 10} kB {taken * 1000:.1f} ms" for size, taken in points[:: 2 if largest > 1 << 18 else 1]
        )
    )


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
    yield "one cue again and again", "وقال إن "


def start() -> None:
    """How long `import takhrij` and `takhrij --help` take, the fastest and the median of ten."""
    program = [sys.executable, "-X", "importtime", "-c", "import takhrij"]
    imports = []
    for _ in range(10):
        lines = subprocess.run(program, capture_output=True, text=True, check=True).stderr.splitlines()
        imports.append(int(lines[-1].split("|")[1]) / 1000)
    say(f"import takhrij         {statistics.median(imports):8.0f} ms (fastest {min(imports):.0f}; wanted: under 100)")
    command = [sys.executable, "-m", "takhrij", "--help"]
    helps = [1000 * seconds(lambda: subprocess.run(command, capture_output=True, check=True)) for _ in range(10)]
    say(f"takhrij --help         {statistics.median(helps):8.0f} ms (fastest {min(helps):.0f}; wanted: under 300)")


def main() -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="texts of up to 256 kB only")
    largest = 1 << (18 if parser.parse_args().quick else 22)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    start()
    articles, origin = reports()
    mean = statistics.mean(len(article.text) for article in articles)
    say(f"{len(articles)} reports of {mean:,.0f} characters on average: {origin}")
    first_reading(articles)
    against_spacy(articles)
    for title, text in texts(articles):
        growth(title, text, largest)


if __name__ == "__main__":
    main()
