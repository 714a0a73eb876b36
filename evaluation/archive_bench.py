"""How fast the archive answers, and how fast it finds copies beside datasketch's MinHash LSH.

    python evaluation/archive_bench.py [ARCHIVE]

Without ARCHIVE, all reports of ../shared/data/news are added to one first, which takes minutes. The milliseconds are of
work in the process, since others may keep the processor busy. Copies are found twice among the same reports: by
takhrij, to the last passage; and by datasketch (128 permutations, word 5-grams, Jaccard 0.5), to a list of candidates.
"""

import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from takhrij.linking.grams import LENGTH, hashes_of, kept, words_of
from takhrij.store.adding import add
from takhrij.store.linker import link
from takhrij.store.opening import open_archive
from takhrij.store.view import View
from takhrij.text.fold import fold

SHARED = Path(os.environ.get("TAKHRIJ_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
POOL = SHARED / "data" / "news" / "reports.jsonl.gz"
ASKED = 100
REPORTS = 3000
BATCH = 100
ROUNDS = 5
WANTED_MEDIAN_MS, WANTED_95_MS, WANTED_RATIO = 150, 500, 2.0

_NAMES = "SELECT name FROM actors WHERE type IN ('person', 'organization') ORDER BY report, number"
_CLAIMS = "SELECT words FROM statements WHERE length(words) > 40 ORDER BY statement"
_TITLES = "SELECT title FROM reports WHERE title IS NOT NULL ORDER BY report"


def build(where: Path) -> None:
    """Add the whole pool to a new archive."""
    from takhrij.ingest.articles import Defaults, read_articles
    from takhrij.model.article import Article

    class Silent:
        def tell(self, words: str) -> None:
            """Say nothing."""

        def passed(self, count: int) -> None:
            """Count nothing."""

    articles = (one for one in read_articles([str(POOL)], Defaults(), Silent()) if isinstance(one, Article))
    since, count = time.monotonic(), 0
    for written in add(open_archive(str(where), create=True), articles, os.cpu_count() or 1):
        count += written.all()
    size, rate = where.stat().st_size, count / (time.monotonic() - since)
    print(f"{count} reports added, {rate:.0f} a second, {size / count / 1000:.1f} kB each")


def drawn(archive: sqlite3.Connection, question: str) -> list[str]:
    """Some of the answers to `question`, always the same ones."""
    return random.Random(5).sample([row[0] for row in archive.execute(question)], ASKED)


def ask(name: str, ask_one: Callable[[str], object], questions: Iterable[str]) -> None:
    """Print how long `ask_one` works for each of the questions."""
    taken = []
    for question in questions:
        since = time.process_time()
        ask_one(question)
        taken.append(1000 * (time.process_time() - since))
    taken.sort()
    median, most = statistics.median(taken), taken[int(0.95 * len(taken))]
    reached = "" if median < WANTED_MEDIAN_MS and most < WANTED_95_MS else ", MISSED"
    print(
        f"{name:8} median {median:5.0f} ms, 95 % under {most:5.0f} ms "
        f"(wanted: {WANTED_MEDIAN_MS}, {WANTED_95_MS}{reached})",
        flush=True,
    )


def ours(where: str, folder: Path) -> tuple[float, int]:
    """The seconds of work in which takhrij finds the copies among the reports, and how many there are."""
    engine = open_archive(str(folder / "copies.db"), create=True)
    connection = sqlite3.connect(folder / "copies.db")
    connection.execute("ATTACH ? AS whole", (where,))
    for table in ("reports", "readings", "credits"):
        connection.execute(
            f"INSERT INTO {table} SELECT * FROM whole.{table} WHERE report IN "
            f"(SELECT report FROM whole.reports ORDER BY report LIMIT {REPORTS})"
        )
    connection.commit()
    rows = iter(connection.execute("SELECT report, text, body FROM reports ORDER BY report").fetchall())
    since = time.process_time()
    while some := list(islice(rows, BATCH)):
        batch = {number: kept(hashes_of(text, body)) for number, text, body in some}
        with engine.connect().execution_options(writes=True) as writing, writing.begin():
            link(writing, batch)
    taken = time.process_time() - since
    return taken, connection.execute("SELECT count(*) FROM copies").fetchone()[0]


def theirs(texts: list[str]) -> tuple[float, int]:
    """The seconds of work in which datasketch finds pairs that may be copies, and how many."""
    from datasketch import MinHash, MinHashLSH

    since, pairs = time.process_time(), 0
    table = MinHashLSH(threshold=0.5, num_perm=128)
    for number, text in enumerate(texts):
        words = [fold(word) for word in words_of(text)]
        signature = MinHash(num_perm=128)
        shingles = {" ".join(words[i : i + LENGTH]).encode() for i in range(len(words) - LENGTH + 1)}
        if shingles:
            signature.update_batch(list(shingles))
        pairs += len(table.query(signature))
        table.insert(number, signature)
    return time.process_time() - since, pairs


def copies(where: str, folder: Path) -> None:
    """Print both rates and their ratio, the median of several rounds in turn: others may keep the processor busy."""
    texts = [
        row[0][row[1] :]
        for row in sqlite3.connect(where).execute(f"SELECT text, body FROM reports ORDER BY report LIMIT {REPORTS}")
    ]
    mine, other = [], []
    for number in range(ROUNDS):
        (inner := folder / str(number)).mkdir()
        taken, found = ours(where, inner)
        mine.append(taken)
        taken, pairs = theirs(texts)
        other.append(taken)
    ratios = sorted(theirs_s / ours_s for theirs_s, ours_s in zip(other, mine, strict=True))
    ratio = statistics.median(ratios)
    reached = "" if ratio >= WANTED_RATIO else ", MISSED"
    print(
        f"copies   takhrij {len(texts) / statistics.median(mine):5.0f} reports/s ({found} pairs with passages, "
        f"direction and credit), datasketch {len(texts) / statistics.median(other):5.0f} ({pairs} candidates): "
        f"{ratio:.2f} times as fast, {ratios[0]:.2f} to {ratios[-1]:.2f} in {ROUNDS} rounds "
        f"(wanted: {WANTED_RATIO:.0f}{reached})"
    )


def main() -> None:
    """Run the archive's bench."""
    with tempfile.TemporaryDirectory(prefix="takhrij-bench-") as name:
        folder = Path(name)
        where = sys.argv[1] if len(sys.argv) > 1 else str(folder / "whole.db")
        if len(sys.argv) == 1:
            if not POOL.is_file():
                sys.exit(__doc__)
            build(Path(where))
        archive, view = sqlite3.connect(where), View(open_archive(where))
        ask("trace", view.trace, drawn(archive, _CLAIMS))
        ask("who", view.who, drawn(archive, _NAMES))
        ask("search", view.search, [" ".join(title.split()[:2]) for title in drawn(archive, _TITLES)])
        copies(where, folder)


if __name__ == "__main__":
    main()
