"""Learn where clitics end, and write the tables of `takhrij.text.clitics`.

    python training/train_segmenter.py DATA            write src/takhrij/text/weights
    python training/train_segmenter.py DATA --held-out learn on four fifths of PUD, tell how well the last fifth goes

DATA holds `segmentation/ar_pud.conllu`, `news/reports.jsonl.gz`, and the lists of names that `train_names.py` reads.
"""

import argparse
import csv
import gzip
import hashlib
import json
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
from train_names import BUCKWALTER
from train_names import sentences as tagged_sentences

from takhrij.text import clitics
from takhrij.text.clitics import Counts, Tables, key_of

WEIGHTS = Path(__file__).parent.parent / "src/takhrij/text/weights"
_WORD = re.compile("[\u0621-\u063a\u0640-\u065f\u0670\u0671]+")
# A stem that news wrote less often than this is no evidence.
RAREST = 4
# What a word counts that the article shows to be whole, where a word of the treebank counts 1.
WHOLE_WEIGHT = 0.1
# Common words that the treebank is too small to hold: the word, its proclitics' letters, where its pronoun begins.
SETTLED = (
    ("فان", 1, 3),
    ("فانه", 1, 3),
    ("فانها", 1, 3),
    ("فانهم", 1, 3),
    ("فاننا", 1, 3),
    ("فاني", 1, 3),
    ("والد", 0, 4),
    ("والده", 0, 4),
    ("والدها", 0, 4),
    ("والدي", 0, 4),
    ("والدة", 0, 5),
    ("والدته", 0, 5),
    ("والدتها", 0, 5),
    ("والدين", 0, 6),
    ("والديه", 0, 5),
    ("والديها", 0, 5),
    ("وردة", 0, 4),
    ("واحدا", 0, 5),
    ("ليرة", 0, 4),
    ("كله", 0, 2),
    ("كلها", 0, 2),
    ("كلهم", 0, 2),
    ("ولو", 1, 3),
    ("كان", 0, 3),
    ("وكان", 1, 4),
)
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
Example = tuple[str, int, int]
Candidates = list[tuple[str, list[float]]]


def vocabulary(reports: Path) -> Counter[str]:
    """How often the reports write each word."""
    counts: Counter[str] = Counter()
    with gzip.open(reports, "rt", encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            counts.update(_WORD.findall(f"{report['title'] or ''}\n{report['text']}"))
    words: Counter[str] = Counter()
    for word, count in counts.items():
        words[key_of(word)] += count
    return words


def stem_counts(words: Counter[str]) -> dict[str, Counts]:
    """For each stem the logarithms of its counts alone, with the article, behind proclitics, and after how many."""
    alone: Counter[str] = Counter()
    defined: Counter[str] = Counter()
    attached: Counter[str] = Counter()
    kinds: dict[str, set[str]] = defaultdict(set)
    pronouns: dict[str, set[str]] = defaultdict(set)
    for word, count in words.items():
        alone[word] += count
        for taken in clitics.openings(word):
            rest = word[taken:]
            if taken:
                attached[rest] += count
                if count > 1:
                    kinds[rest].add(word[:taken])
            if rest[:2] == "ال" and len(rest) > 3:
                defined[rest[2:]] += count
        for at in clitics.endings(word)[1:]:
            if count > 1:
                pronouns[word[:at]].add(word[at:])
    stems = {stem for stem, count in alone.items() if count >= RAREST} | {s for s, n in defined.items() if n >= RAREST}
    return {
        stem: (
            int(alone[stem]).bit_length(),
            int(defined[stem]).bit_length(),
            int(attached[stem]).bit_length(),
            min(len(kinds[stem]), 9) if stem in kinds else 0,
            min(len(pronouns[stem]), 9) if stem in pronouns else 0,
        )
        for stem in stems
    }


def sentences(treebank: Path) -> Iterator[list[Example]]:
    """Each sentence's words, with how many letters are proclitics and where the pronoun begins."""
    for block in treebank.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        found, word = [], list[list[str]]()
        for row in rows:
            if row[1] != "ـ":
                word.append(row)
            if "SpaceAfter=No" not in row[9]:
                found += list(_examples(word))
                word = []
        yield found + list(_examples(word))


def _examples(rows: list[list[str]]) -> Iterator[Example]:
    """The words in a run of treebank tokens that no blank parts: marks and numbers part them too."""
    run: list[list[str]] = []
    for row in [*rows, ["", ".", "", "PUNCT"]]:
        if not _WORD.fullmatch(row[1]):
            if run:
                yield _example(run)
            run = []
        else:
            run.append(row)


def _example(run: list[list[str]]) -> Example:
    keys = [key_of(row[1]) for row in run]
    key = "".join(keys)
    before, first = 0, 0
    while first + 1 < len(run) and len(keys[first]) == 1 and keys[first] in "وفبلكس" and run[first][3] != "PRON":
        before += 1
        first += 1
    after = len(key)
    if len(run) > 1 and run[-1][3] == "PRON" and keys[-1] in clitics.ENCLITICS:
        after -= len(keys[-1])
    return key, before, after


def openings_of(key: str, counts: dict[str, Counts]) -> Iterator[tuple[int, str, list[float]]]:
    """Every way to open `key`, with its class and features."""
    for taken in clitics.openings(key):
        yield taken, clitics.opening_class(key, taken), clitics.opening_features(key, taken, counts)


def endings_of(key: str, counts: dict[str, Counts]) -> Iterator[tuple[int, str, list[float]]]:
    """Every way to end `key`, with its class and features."""
    for at in clitics.endings(key):
        yield at, clitics.ending_class(key, at), clitics.ending_features(key, at, counts)


def learn(
    examples: Iterable[tuple[str, int, float]],
    ways: Callable[[str, dict[str, Counts]], Iterator[tuple[int, str, list[float]]]],
    counts: dict[str, Counts],
) -> dict[str, list[float]]:
    """Weights under which the right way of each (key, way, count) scores best: a softmax over its ways."""
    rows, owners, right, scale, classes = [], [], [], [], dict[str, int]()
    number = 0
    for key, way, count in examples:
        candidates = list(ways(key, counts))
        if len(candidates) < 2 or way not in [c[0] for c in candidates]:
            continue
        for taken, group, features in candidates:
            rows.append((classes.setdefault(group, len(classes)), features))
            owners.append(number)
            right.append(float(taken == way))
        scale.append(count**0.5)
        number += 1
    width = len(rows[0][1])
    matrix = np.zeros((len(rows), width * len(classes)))
    for row, (group, features) in enumerate(rows):
        matrix[row, group * width : (group + 1) * width] = features
    weights = _descend(matrix, np.array(owners), np.array(right), np.array(scale))
    return {g: [round(float(x), 3) for x in weights[n * width : (n + 1) * width]] for g, n in classes.items()}


def _descend(matrix: np.ndarray, owners: np.ndarray, right: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Adam on the regularised likelihood: a few thousand rows, so a few seconds."""
    weights = np.zeros(matrix.shape[1])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    each = scale[owners]
    for step in range(1, 1501):
        scores = np.exp(matrix @ weights)
        chance = scores / np.bincount(owners, scores)[owners]
        slope = matrix.T @ (each * (chance - right)) / scale.sum() + 2e-4 * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
    return weights


def whole(counts: dict[str, Counts]) -> Iterator[tuple[str, int, float]]:
    """Words that news writes with the article nearly as often as without: no proclitic can stand after ال."""
    for word, (alone, defined, *_) in counts.items():
        if alone >= 5 and defined >= 5 and defined >= alone - 4 and len(word) > 2:
            yield word, 0, WHOLE_WEIGHT


def train(found: list[list[Example]], counts: dict[str, Counts]) -> Tables:
    """Learn everything from annotated sentences and stem counts."""
    tally = Counter(example for sentence in found for example in sentence)
    seen_words = [(key, way, float(n)) for (key, way, _), n in tally.items()]
    before = learn([*seen_words, *whole(counts)], openings_of, counts)
    after = learn([(key[way:], at - way, n) for (key, way, at), n in tally.items() if at > way], endings_of, counts)
    seen: dict[str, Counter[tuple[int, int]]] = defaultdict(Counter)
    for example, number in tally.items():
        seen[example[0]][example[1:]] += number
    tables = Tables(counts, before, after, {})
    known = {word: (taken, ends) for word, taken, ends in SETTLED}
    for word, ways in seen.items():
        best, number = ways.most_common(1)[0]
        if number >= 2 and number == ways.total() and clitics.split(word, tables) != best:
            known[word] = best
    return tables._replace(known=known)


def proper_names(folder: Path) -> set[str]:
    """Words that lists of names and encyclopedia corpora hold as names."""
    names = set()
    with (folder / "morph/camel/MSA-Noun-Prop-LEX.csv").open(encoding="utf-8") as rows:
        for entry in csv.DictReader(rows):
            names.add(key_of("".join(BUCKWALTER.get(letter, "") for letter in entry["LEMMA"])))
    for line in (folder / "gaz/geonames_ar_cities.tsv").read_text("utf-8").splitlines():
        names.update(key_of(word) for name in line.split("\t")[6].split("|") for word in name.split())
    named, written = Counter[str](), Counter[str]()
    for file in ("wikifane_gold.txt", "aqmar.txt"):
        for sentence in tagged_sentences(folder / "ner" / file):
            written.update(key_of(word) for word, _ in sentence)
            named.update(key_of(word) for word, tag in sentence if tag[0] in "BI")
    # These corpora part و from names, but not ب، ل and ك.
    return names | {
        word for word, count in named.items() if count >= 2 and count * 2 >= written[word] and word[0] not in "بلك"
    }


def whole_names(names: set[str], tables: Tables) -> dict[str, tuple[int, int]]:
    """The names that would be split, though what is left of them is no name and no commoner word: بلير, ولفويتز."""
    found = {}
    for name in names:
        taken, _ = clitics.split(name, tables)
        rest = name[taken:]
        if taken and len(name) > 3 and rest[:2] != "ال" and name[:2] != "لل":
            alone, other = (tables.counts.get(word, (0,))[0] for word in (name, rest))
            if alone > other if rest in names else other <= max(3, alone + 3):
                found[name] = (0, len(name))
    return found


def right(found: list[list[Example]], tables: Tables) -> tuple[float, float]:
    """The shares of words whose proclitics and whose pronoun are right."""
    examples = [example for sentence in found for example in sentence]
    splits = [(clitics.split(key, tables), (before, after)) for key, before, after in examples]
    return tuple(sum(a[side] == b[side] for a, b in splits) / len(splits) for side in (0, 1))  # type: ignore[return-value]


def write(tables: Tables) -> None:
    """Write the tables into the package."""
    WEIGHTS.mkdir(exist_ok=True)
    stems = defaultdict[str, list[str]](list)
    for stem, counts in sorted(tables.counts.items()):
        if all(ch < "\u0080" or "\u0621" <= ch <= "\u064a" for ch in stem):
            stems["".join(DIGITS[n] for n in counts)].append(stem)
    encoded = [digits + " ".join(some) for digits, some in sorted(stems.items())]
    (WEIGHTS / "stems.zlib").write_bytes(zlib.compress("\n".join(encoded).encode("iso8859-6"), 9))
    known = [[key, *parts] for key, parts in sorted(tables.known.items())]
    learnt = {"before": tables.before, "after": tables.after, "known": known}
    (WEIGHTS / "segmenter.json").write_text(json.dumps(learnt, ensure_ascii=False) + "\n", "utf-8")


def main() -> None:
    """Train as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--held-out", action="store_true")
    arguments = parser.parse_args()
    treebank = arguments.folder / "segmentation/ar_pud.conllu"
    reports = arguments.folder / "news/reports.jsonl.gz"
    for path in (treebank, reports):
        print(path.name, hashlib.sha256(path.read_bytes()).hexdigest()[:16])  # noqa: T201
    counts = stem_counts(vocabulary(reports))
    found = list(sentences(treebank))
    learnt, rest = (
        (found[: len(found) * 4 // 5], found[len(found) * 4 // 5 :]) if arguments.held_out else (found, found)
    )
    tables = train(learnt, counts)
    tables = tables._replace(known=tables.known | whole_names(proper_names(arguments.folder), tables))
    proclitics, pronouns = right(rest, tables)
    print(f"{len(counts)} stems, {len(tables.known)} known words")  # noqa: T201
    print(f"{'held out' if arguments.held_out else 'seen'}: proclitics {proclitics:.4f} pronouns {pronouns:.4f}")  # noqa: T201
    if not arguments.held_out:
        write(tables)


if __name__ == "__main__":
    main()
