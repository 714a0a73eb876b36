"""How many of the pairs that share words the archive finds, and pairs to judge by eye.

    python evaluation/copies.py ARCHIVE recall [REPORTS]    against exact containment of all pairs of so many reports
    python evaluation/copies.py ARCHIVE sample [PAIRS]      pairs drawn evenly from bands of containment

Recall is given for all pairs of texts as published; and for the texts without what is nobody's copy: paragraphs with
which a third report of the same outlet opens (lists of pointers to other reports), and 5-grams that stand in many
reports (formulas). Neither is taken from the archive's own answer: each report's paragraphs are compared with all
openings.
"""

import json
import random
import sqlite3
import sys
from collections import Counter, defaultdict
from typing import NamedTuple

from takhrij.linking.copies import WORN
from takhrij.linking.grams import grams_of, hashes_of

Pair = tuple[int, int]
_BANDS = (0.0, 0.2, 0.35, 0.5, 0.7, 0.9, 1.01)
_SHORTEST = 8
_LEAST_POINTERS = 2


class Report(NamedTuple):
    """A report as exact containment sees it."""

    number: int
    title: str
    body: str
    outlet: str | None


def reports_of(archive: sqlite3.Connection) -> list[Report]:
    """All reports of the archive."""
    rows = archive.execute("SELECT report, text, body, outlet FROM reports ORDER BY report")
    return [Report(number, text[:body], text[body:], outlet) for number, text, body, outlet in rows]


def _paragraphs(report: Report) -> list[str]:
    return [paragraph for paragraph in report.body.split("\n") if paragraph.strip()]


def _openings(reports: list[Report]) -> dict[tuple[str | None, int], set[int]]:
    """The reports that open with each 5-gram, by outlet."""
    found: dict[tuple[str | None, int], set[int]] = defaultdict(set)
    for report in reports:
        first = next((one for one in _paragraphs(report) if len(one.split()) >= _SHORTEST), "")
        for gram in hashes_of(first).tolist():
            found[report.outlet, gram].add(report.number)
    return found


def without_pointers(reports: list[Report], everything: list[Report]) -> list[Report]:
    """The reports without the paragraphs half of which opens one other report of the outlet, or more.

    One such paragraph may be what an update has kept of the report before; a list has two at least.
    """
    opening = _openings(everything)
    cut = []
    for report in reports:
        own: list[str] = []
        pointers = 0
        for paragraph in _paragraphs(report):
            grams = hashes_of(paragraph).tolist()
            held = Counter(other for gram in grams for other in opening.get((report.outlet, gram), ()))
            if not own or held[report.number] or max(held.values(), default=0) * 2 < max(len(grams), 1):
                own.append(paragraph)
            else:
                pointers += 1
        cut.append(report._replace(body="\n".join(own)) if pointers >= _LEAST_POINTERS else report)
    return cut


def exact(reports: list[Report], worn: int | None = None) -> dict[Pair, float]:
    """The exact containment of all pairs; without grams that `worn` reports have, if it is given."""
    distinct = {one.number: grams_of(one.body).distinct for one in reports}
    holders: dict[int, list[int]] = defaultdict(list)
    for number, grams in sorted(distinct.items()):
        for gram in grams.tolist():
            holders[gram].append(number)
    lengths: Counter[int] = Counter()
    shared: Counter[Pair] = Counter()
    for some in holders.values():
        if worn is None or len(some) < worn:
            lengths.update(some)
            shared.update((a, b) for i, b in enumerate(some) for a in some[:i])
    return {
        (a, b): n / min(lengths[a], lengths[b])
        for (a, b), n in shared.items()
        if min(lengths[a], lengths[b]) >= _SHORTEST
    }


def recall(where: str, count: int) -> None:
    """Print the share of pairs found, from several bounds of containment on."""
    connection = sqlite3.connect(where)
    everything = reports_of(connection)
    drawn = random.Random(3).sample(everything, min(count, len(everything)))
    outlets = {report.number: report.outlet for report in drawn}
    mine = {(min(a, b), max(a, b)) for a, b in connection.execute("SELECT a, b FROM copies")}
    # What opens a report, and what stands in many, the whole archive tells.
    published, meant = exact(drawn), exact(without_pointers(drawn, everything), WORN)
    print(
        f"{len(outlets)} reports; from what containment on: pairs found, as published and without what is nobody's copy"
    )
    print(
        "        all                        other outlets'             all, without               one outlet's, without"
    )
    for bound in (0.2, 0.35, 0.5, 0.7, 0.9):
        pairs = {pair for pair, share in published.items() if share >= bound}
        across = {(a, b) for a, b in pairs if outlets[a] != outlets[b]}
        left = {pair for pair, share in meant.items() if share >= bound}
        within = {(a, b) for a, b in left if outlets[a] == outlets[b]}
        shares = (
            f"{len(some & mine):5} of {len(some):5} ({_share(some, mine)})" for some in (pairs, across, left, within)
        )
        print(f"  {bound:.2f}", "     ".join(shares))


def _share(some: set[Pair], mine: set[Pair]) -> str:
    return f"{len(some & mine) / len(some):.3f}" if some else "    -"


def sample(where: str, count: int) -> None:
    """Print pairs with the longest passage of each, as many from each band as from the next."""
    rows = (
        sqlite3.connect(where)
        .execute(
            "SELECT c.containment, c.passages, a.outlet, b.outlet, a.day, b.day, a.title, b.title, a.text, c.reason "
            "FROM copies c JOIN reports a ON a.report = c.a JOIN reports b ON b.report = c.b ORDER BY c.a, c.b"
        )
        .fetchall()
    )
    rng = random.Random(count)
    for low, high in zip(_BANDS, _BANDS[1:], strict=False):
        band = [row for row in rows if low <= row[0] < high]
        print(f"== {low} to {high}: {len(band)} pairs")
        for share, passages, *rest, text, reason in rng.sample(band, min(len(band), count // (len(_BANDS) - 1))):
            start, end = max((one["a"] for one in json.loads(passages)), key=lambda span: span[1] - span[0])
            print(f"{share:.2f} {' | '.join(str(one) for one in rest)}\n     {text[start:end][:300]!r}\n     {reason}")


def main() -> None:
    """Do what the arguments ask for."""
    if len(sys.argv) < 3 or sys.argv[2] not in ("recall", "sample"):
        sys.exit(__doc__)
    if sys.argv[2] == "recall":
        recall(sys.argv[1], int(sys.argv[3]) if len(sys.argv) > 3 else 5000)
    else:
        sample(sys.argv[1], int(sys.argv[3]) if len(sys.argv) > 3 else 200)


if __name__ == "__main__":
    main()
