"""Learn the name tagger, and write `tagger.zlib` and `lists.zlib`.

    python training/train_names.py DATA

DATA holds `ner/anercorp_train.txt`, whose last fifth is never learnt from, `ner/wikifane_gold.txt`, `ner/aqmar.txt`,
`gaz/` and `morph/camel/`. Run `train_clusters.py` first.
"""

import argparse
import csv
import hashlib
import json
import re
import tempfile
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from takhrij.model.span import Span
from takhrij.reading import tagging
from takhrij.reading.tagging import LABELS, PLACES, base_of, features
from takhrij.text.page import lay_out

OUT = Path(__file__).parent.parent / "src/takhrij/weights/names"
BLOCK = 20
Sentence = list[tuple[str, str]]
# The kinds of WikiFANE that are places, organisations and persons; the rest are things.
PLACES_OF_WIKIFANE = """Population-Center Nation Water-Body State-or-Province Land-Region-Natural Continent GPE-Cluster Celestial
County-or-District Land Building-Grounds Airport Subarea-Facility Path"""
GROUPS_OF_WIKIFANE = (
    "Group Commercial Non-Governmental Government Educational Media Sports Religious_ORG Medical-Science Entertainment"
)
PERSONS_OF_WIKIFANE = (
    """Politician Religious_PER Artist Other_PER Scientist Police Athlete Businessperson Engineer Lawyer"""
)
BUCKWALTER = dict(
    zip(
        "'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYy{PJVG",
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىياپچڤگ",
        strict=True,
    )
)


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a file of words and tags."""
    words: Sentence = []
    for line in path.read_text("utf-8").splitlines():
        parts = line.strip("\ufeff\u200e\u200f").split()
        if len(parts) >= 2 and not line.startswith("# "):
            words.append((parts[0].strip("\u200e"), parts[-1]))
        elif words:
            yield words
            words = []
    if words:
        yield words


def kind_of(tag: str) -> str:
    """PER, LOC, ORG, MISC or O, by the tags of any of the corpora."""
    name = tag[2:]
    if tag[:2] not in ("B-", "I-"):
        return "O"
    if name in ("PER", "PERS") or name in PERSONS_OF_WIKIFANE.split():
        return "PER"
    if name in ("LOC", "GPE") or name in PLACES_OF_WIKIFANE.split():
        return "LOC"
    if name == "ORG" or name in GROUPS_OF_WIKIFANE.split():
        return "ORG"
    return "MISC"


def blocks(found: list[Sentence]) -> Iterator[tuple[list[str], list[str]]]:
    """The words of pages of twenty sentences, as takhrij lays them out, and their labels."""
    for first in range(0, len(found), BLOCK):
        text, names = "", []
        for sentence in found[first : first + BLOCK]:
            for word, tag in sentence:
                if tag[0] == "B" or (tag[0] == "I" and not names):
                    names.append([len(text), len(text), kind_of(tag)])
                if tag[0] in "BI":
                    names[-1][1] = len(text) + len(word)
                text += word + " "
            text = text[:-1] + "\n"
        page = lay_out(text)
        labels = ["O"] * len(page.words)
        for start, end, kind in names:
            inside = range(*page.words_in(Span(start, end)))
            for place, number in enumerate(inside):
                labels[number] = ("I-" if place else "B-") + kind
        yield page.words, labels


def items(words: list[str]) -> list[list[str]]:
    """The features of each word of a page, each with the place it is seen from."""
    known = {word: features(word) for word in {*words, "\n"}}
    padded = ["\n", "\n", *words, "\n", "\n"]
    rows = []
    for number in range(len(words)):
        row = []
        for place in PLACES:
            wide, near = known[padded[number + 2 + place]]
            row += [f"{place}{feature}" for feature in wide]
            if abs(place) < 2:
                row += [f"{place}{feature}" for feature in near]
        rows.append(row)
    return rows


def letters_of(folder: Path) -> dict[str, str]:
    """For each base the lists that hold it, a letter each."""
    lists: dict[str, set[str]] = defaultdict(set)
    for name in json.loads((folder / "gaz/cldr_ar.json").read_text("utf-8"))["territories"].values():
        _enter(lists, name.split(), "T", "t")
    for line in (folder / "gaz/geonames_ar_cities.tsv").read_text("utf-8").splitlines():
        row = line.split("\t")
        large = int(row[3]) >= 100_000
        for name in row[6].split("|"):
            _enter(lists, name.split(), "C" if large else "c", "d")
    with (folder / "morph/camel/MSA-Noun-Prop-LEX.csv").open(encoding="utf-8") as rows:
        for entry in csv.DictReader(rows):
            word = "".join(BUCKWALTER.get(letter, "") for letter in entry["LEMMA"])
            person = "rat:r" in entry["FEAT"]
            letter = ("F" if "gen:f" in entry["FEAT"] else "P") if person else "Q"
            if word:
                lists[base_of(word)].add(letter)
    for base, letter in _in_corpora(folder):
        lists[base].add(letter)
    return {
        base: "".join(sorted(letters)) for base, letters in lists.items() if re.fullmatch(r"[\u0621-\u064a]+", base)
    }


def _enter(lists: dict[str, set[str]], words: list[str], alone: str, among: str) -> None:
    for word in words:
        lists[base_of(word)].add(alone if len(words) == 1 else among)


def _in_corpora(folder: Path) -> Iterator[tuple[str, str]]:
    """What each word of the two encyclopedia corpora mostly is, where it is a name at all."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for name in ("wikifane_gold.txt", "aqmar.txt"):
        for sentence in sentences(folder / "ner" / name):
            for word, tag in sentence:
                tally[base_of(word)][kind_of(tag)] += 1
    for base, kinds in tally.items():
        count = kinds.total()
        for kind, letter in (("PER", "k"), ("LOC", "m"), ("ORG", "o"), ("MISC", "q")):
            share = kinds[kind] / count
            if share >= 0.5:
                yield base, letter.upper() if count >= 3 else letter
            elif share >= 0.15 and count >= 3:
                yield base, {"k": "v", "m": "w", "o": "x", "q": "y"}[letter]


def train(
    pages: list[tuple[list[str], list[str]]], rounds: int, l1: float, l2: float
) -> tuple[dict[str, int], list[list[float]]]:
    """The weights of features and of pairs of labels."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for words, labels in pages:
        trainer.append(items(words), labels)
    trainer.set_params({"c1": l1, "c2": l2, "max_iterations": rounds, "feature.minfreq": 0})
    with tempfile.TemporaryDirectory() as folder:
        model = f"{folder}/model"
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        learnt = tagger.info()
    names = [*LABELS, "O"]
    rows: dict[str, list[list[float]]] = defaultdict(lambda: [[0.0] * 9 for _ in PLACES])
    for (attribute, label), weight in learnt.state_features.items():
        place, feature = re.fullmatch(r"(-?\d)(.*)", attribute, re.DOTALL).groups()
        rows[feature][PLACES.index(int(place))][names.index(label)] = weight
    of = {f: tagging.pack([[n - row[8] for n in row[:8]] for row in numbers]) for f, numbers in rows.items()}
    table = [[round(learnt.transitions.get((left, right), 0.0), 4) for right in names] for left in names]
    return of, table


def write(of: dict[str, int], table: list[list[float]]) -> None:
    """Write the weights into the package."""
    lines = [f"{feature}\t{number:x}" for feature, number in sorted(of.items()) if number]
    body = "\n".join([json.dumps(table), *lines])
    (OUT / "tagger.zlib").write_bytes(zlib.compress(body.encode("utf-8"), 9))


def main() -> None:
    """Train as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=120)
    folder = parser.parse_args().folder
    rounds = parser.parse_args().rounds
    for name in ("anercorp_train.txt", "wikifane_gold.txt", "aqmar.txt"):
        print(name, hashlib.sha256((folder / "ner" / name).read_bytes()).hexdigest()[:16])  # noqa: T201
    OUT.mkdir(parents=True, exist_ok=True)
    lists = letters_of(folder)
    (OUT / "lists.zlib").write_bytes(
        zlib.compress("\n".join(f"{b}\t{x}" for b, x in sorted(lists.items())).encode(), 9)
    )
    print(len(lists), "words in lists")  # noqa: T201
    tagging.word_lists.cache_clear()
    start = time.perf_counter()
    found = list(sentences(folder / "ner/anercorp_train.txt"))
    learnt = found[: len(found) * 4 // 5 - 10]
    of, table = train(list(blocks(learnt)), rounds, 0.1, 0.05)
    write(of, table)
    print(f"{len(of)} features in {time.perf_counter() - start:.0f} s, {(OUT / 'tagger.zlib').stat().st_size} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
