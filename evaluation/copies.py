"""How many of the pairs that share words the archive finds, and pairs to judge by eye.

    python evaluation/copies.py ARCHIVE recall [REPORTS]    against exact containment of all pairs of so many reports
    python evaluation/copies.py ARCHIVE sample [PAIRS]      pairs drawn evenly from bands of containment

Recall is given for all pairs; and without those that the archive leaves out on purpose: formulas that stand in many
reports, one house's lists of pointers to its other reports, and speeches that two reports quote.
"""

import json
import random
import sqlite3
import sys
from collections import Counter, defaultdict

from takhrij.linking.copies import compare
from takhrij.linking.grams import grams_of
from takhrij.store.linker import archive_of, sides_of
from takhrij.store.opening import open_archive

Pair = tuple[int, int]
_BANDS = (0.0, 0.2, 0.35, 0.5, 0.7, 0.9, 1.01)
_SHORTEST = 8


def exact(archive: sqlite3.Connection, count: int) -> tuple[dict[Pair, float], dict[int, str | None]]:
    """The exact containment of all pairs of `count` reports drawn at random, and the outlets of the reports."""
    rows = archive.execute("SELECT report, text, body, outlet FROM reports ORDER BY report").fetchall()
    rows = random.Random(3).sample(rows, min(count, len(rows)))
    distinct = {row[0]: grams_of(row[1], row[2]).distinct for row in rows}
    distinct = {number: grams for number, grams in distinct.items() if len(grams) >= _SHORTEST}
    holders: dict[int, list[int]] = defaultdict(list)
    for number, grams in sorted(distinct.items()):
        for gram in grams.tolist():
            holders[gram].append(number)
    shared: Counter[Pair] = Counter()
    for some in holders.values():
        shared.update((a, b) for i, b in enumerate(some) for a in some[:i])
    found = {pair: n / min(len(distinct[pair[0]]), len(distinct[pair[1]])) for pair, n in shared.items()}
    return found, {row[0]: row[3] for row in rows}


def recall(where: str, count: int) -> None:
    """Print the share of pairs found, from several bounds of containment on."""
    connection = sqlite3.connect(where)
    found, outlets = exact(connection, count)
    mine = {(min(a, b), max(a, b)) for a, b in connection.execute("SELECT a, b FROM copies")}
    meant = _meant(where, {pair for pair, share in found.items() if share >= _BANDS[1]})
    print(f"{len(outlets)} reports; from what containment on: pairs found of all, of other outlets', of those meant")
    for bound in (0.2, 0.3, 0.4, 0.5, 0.7, 0.9):
        pairs = {pair for pair, share in found.items() if share >= bound}
        across = {(a, b) for a, b in pairs if outlets[a] != outlets[b]}
        shares = (
            f"{len(some & mine):5} of {len(some):5} ({_share(some, mine)})" for some in (pairs, across, pairs & meant)
        )
        print(f"  {bound:.1f}  ", "   ".join(shares))


def _share(some: set[Pair], mine: set[Pair]) -> str:
    return f"{len(some & mine) / len(some):.3f}" if some else "-"


def _meant(where: str, pairs: set[Pair]) -> set[Pair]:
    """The pairs that the archive's own comparison calls copies, each compared without any look-up of candidates."""
    engine = open_archive(where)
    with engine.connect() as connection:
        sides = sides_of(connection, {number for pair in pairs for number in pair})
        archive = archive_of(connection, [sides[number] for number in sorted(sides)])
        return {pair for pair in pairs if compare(sides[pair[0]], sides[pair[1]], archive) is not None}


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
