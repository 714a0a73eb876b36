"""Group the words of news by the words that stand around them, and write them as `bases.zlib` of the name tagger.

    python training/train_clusters.py DATA

DATA holds `news/reports.jsonl.gz`. Each word, without its proclitics, is described by how much more often than chance
the commonest words stand one or two places before and after it; 100 directions of that table are kept (a truncated
singular value decomposition) and words are put into 64, 256 and 1024 groups by k-means. What else the file told of the
bases is lost: `train_names.py` writes it anew.
"""

import argparse
import gzip
import hashlib
import json
import zlib
from collections import Counter
from pathlib import Path

import numpy as np

from takhrij.reading.features import base_of
from takhrij.text.fold import fold
from takhrij.text.page import lay_out

OUT = Path(__file__).parent.parent / "src/takhrij/weights/names/bases.zlib"
RAREST = 5
CONTEXTS = 1500
PLACES = (-2, -1, 1, 2)
GROUPS = (64, 256, 1024)


def numbered(reports: Path) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The vocabulary of bases, and the reports as one row of bases and one of published words' numbers as contexts."""
    pages = []
    with gzip.open(reports, "rt", encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            pages.append(lay_out(f"{report['title'] or ''}\n{report['text']}").words)
    types = Counter(word for words in pages for word in words)
    bases, contexts = Counter[str](), Counter[str]()
    base_by_type = {}
    for word, count in types.items():
        base_by_type[word] = base_of(word)
        bases[base_by_type[word]] += count
        contexts[fold(word)] += count
    vocabulary = [base for base, count in bases.most_common() if count >= RAREST]
    base_number = {base: number for number, base in enumerate(vocabulary)}
    context_number = {word: number for number, (word, _) in enumerate(contexts.most_common(CONTEXTS))}
    of_type = {word: (base_number.get(base_by_type[word], -1), context_number.get(fold(word), -1)) for word in types}
    rows = np.array([of_type[word] for words in pages for word in [*words, "\n"]], dtype=np.int32)
    return vocabulary, rows[:, 0], rows[:, 1]


def table(size: int, bases: np.ndarray, contexts: np.ndarray) -> np.ndarray:
    """Positive pointwise mutual information of each base with each context word in each place."""
    counts = np.zeros((size, len(PLACES) * CONTEXTS), dtype=np.float32)
    for column, place in enumerate(PLACES):
        shifted = np.roll(contexts, -place)
        seen = (bases >= 0) & (shifted >= 0)
        pairs = bases[seen].astype(np.int64) * CONTEXTS + shifted[seen]
        found, many = np.unique(pairs, return_counts=True)
        counts[found // CONTEXTS, column * CONTEXTS + found % CONTEXTS] = many
    rows = counts.sum(1, keepdims=True) + 1
    columns = counts.sum(0, keepdims=True) ** 0.75 + 1
    counts *= columns.sum()
    counts /= rows
    counts /= columns
    np.maximum(counts, 1, out=counts)
    np.log(counts, out=counts)
    return counts


def directions(matrix: np.ndarray, rank: int, random: np.random.Generator) -> np.ndarray:
    """The `rank` strongest directions of the rows, each row made one long."""
    sample = matrix @ random.standard_normal((matrix.shape[1], rank + 20), dtype=np.float32)
    for _ in range(3):
        sample = np.linalg.qr(sample)[0]
        sample = matrix @ (matrix.T @ sample)
    basis = np.linalg.qr(sample)[0]
    left, values, _ = np.linalg.svd(basis.T @ matrix, full_matrices=False)
    vectors = (basis @ left[:, :rank]) * np.sqrt(values[:rank])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return vectors


def groups(vectors: np.ndarray, many: int, random: np.random.Generator) -> np.ndarray:
    """The group of each row: k-means by cosine, learnt on the 20,000 commonest words."""
    sample = vectors[:20_000]
    centres = sample[random.choice(len(sample), many, replace=False)]
    for _ in range(15):
        nearest = np.argmax(sample @ centres.T, axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, sample)
        empty = np.linalg.norm(sums, axis=1) == 0
        sums[empty] = sample[random.choice(len(sample), int(empty.sum()))]
        centres = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return np.argmax(vectors @ centres.T, axis=1)


def main() -> None:
    """Group the words and write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    reports = parser.parse_args().folder / "news/reports.jsonl.gz"
    print(reports.name, hashlib.sha256(reports.read_bytes()).hexdigest()[:16])  # noqa: T201
    random = np.random.default_rng(1)
    vocabulary, bases, contexts = numbered(reports)
    vectors = directions(table(len(vocabulary), bases, contexts), 100, random)
    columns = [groups(vectors, many, random) for many in GROUPS]
    found = sorted(zip(vocabulary, *columns, strict=True))
    # A break divides the lines, so its groups stand under the empty base.
    told = {word.strip("\n"): f"{a:02x}{b:02x}{c:03x}" for word, a, b, c in found}
    lines = [f"{base}\t{digits}" for base, digits in told.items()]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_bytes(zlib.compress("\n".join(lines).encode("utf-8"), 9))
    print(f"{len(lines)} words, {OUT.stat().st_size} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
