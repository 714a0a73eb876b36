"""Learn the name tagger, and write `tagger.zlib` and, beside the groups of words, what else `bases.zlib` tells.

    python training/train_names.py DATA

DATA holds `ner/anercorp_train.txt`, whose last fifth is never learnt from, `ner/wikifane_gold.txt`, `ner/aqmar.txt`,
`gaz/`, `morph/camel/` and `news/reports.jsonl.gz`. Run `train_clusters.py` first.

Two rounds. In the first, taggers learnt on each half of the corpus and on all of it tag the pool of reports; how often
each word was taken for what is then a feature in the second. A half is given the shares of the tagger learnt on the
other half, so that the second round learns how far to trust them for words it has never seen.
"""

import argparse
import csv
import gzip
import hashlib
import json
import re
import tempfile
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

import pycrfsuite

from takhrij.model.span import Span
from takhrij.reading import sums, tagging
from takhrij.reading.features import base_of, features
from takhrij.reading.sums import LABELS, PLACES, SCALE
from takhrij.reading.tagging import Learnt, Tagger
from takhrij.text.fold import fold
from takhrij.text.page import lay_out

OUT = Path(__file__).parent.parent / "src/takhrij/weights/names"
KNOWN = Path(__file__).parent / "organizations.txt"
GIVEN = Path(__file__).parent / "given_names.txt"
BLOCK = 20
L1, L2 = 0.1, 0.05
Page = tuple[list[str], list[str]]
# No label is as bad as this and yet the best.
LOWEST = -20.0
# Of a thousand words of names, how many may be lost to the floor under their label's number.
LOST = 5
Sentence = list[tuple[str, str]]
# The kinds of WikiFANE that are places, organisations and persons; the rest are things.
PLACES_OF_WIKIFANE = """Population-Center Nation Water-Body State-or-Province Land-Region-Natural Continent
GPE-Cluster Celestial County-or-District Land Building-Grounds Airport Subarea-Facility Path"""
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


def blocks(found: list[Sentence]) -> Iterator[Page]:
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


def items(words: list[str], lists: dict[str, str]) -> list[list[str]]:
    """The features of each word of a page, each with the place it is seen from."""
    known = {word: features(word, lists) for word in {*words, "\n"}}
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
            if word and person:
                _enter_person(lists, word, letter)
            elif word:
                lists[base_of(word)].add(letter)
    for line in GIVEN.read_text("utf-8").splitlines():
        if line[0] != "#":
            for name in line.split():
                _enter_person(lists, name, "G")
    for line in KNOWN.read_text("utf-8").splitlines():
        if line[0] != "#":
            _enter(lists, line.split(), "Z", "zi")
    for base, letter in _in_corpora(folder):
        lists[base].add(letter)
    return {
        base: "".join(sorted(letters)) for base, letters in lists.items() if re.fullmatch(r"[\u0621-\u064a]+", base)
    }


def _enter_person(lists: dict[str, set[str]], name: str, letter: str) -> None:
    """Put a person's name on a list; W tells that a name begins with what looks like a proclitic: بسام, وليد."""
    base = base_of(name)
    lists[base].add(letter)
    if base != fold(name):
        lists[fold(name)].add("W")


def _enter(lists: dict[str, set[str]], words: list[str], alone: str, among: str) -> None:
    """Put a name's words on a list: on one as a whole name, on another as the beginning or the rest of one."""
    for place, word in enumerate(words):
        lists[base_of(word)].add(alone if len(words) == 1 else among[min(place, len(among) - 1)])


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


def train(pages: list[Page], lists: list[dict[str, str]], rounds: int) -> Learnt:
    """The weights of features and of pairs of labels; page n is seen with `lists[n % len(lists)]`."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for number, (words, labels) in enumerate(pages):
        trainer.append(items(words, lists[number % len(lists)]), labels)
    trainer.set_params({"c1": L1, "c2": L2, "max_iterations": rounds})
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
    of = {f: sums.pack([[n - row[8] for n in row[:8]] for row in numbers]) for f, numbers in rows.items()}
    table = [[round(learnt.transitions.get((left, right), 0.0), 4) for right in names] for left in names]
    return of, table, [LOWEST] * len(LABELS)


def first_round(pages: list[Page], lists: dict[str, str], reports: Path, rounds: int) -> dict[str, str]:
    """What a tagger learnt on `pages` takes each base of the reports for: a letter a kind, its share in four steps."""
    tagger = with_floors(tagging.ready(train(pages, [lists], rounds), lists), reports)
    seen: Counter[str] = Counter()
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    for words in texts(reports):
        seen.update(words)
        for first, end, kind in tagger.tag(words):
            taken[words[first]]["B" + kind] += 1
            for word in words[first + 1 : end]:
                taken[word]["I" + kind] += 1
    by_base: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in seen.items():
        by_base[base_of(word)]["all"] += count
        by_base[base_of(word)].update(taken.get(word, {}))
    return {base: shares for base, kinds in by_base.items() if kinds["all"] >= 3 and (shares := shares_of(kinds))}


def texts(reports: Path, every: int = 1) -> Iterator[list[str]]:
    """The words of every so manyeth report."""
    with gzip.open(reports, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, every):
            report = json.loads(line)
            yield lay_out(f"{report['title'] or ''}\n{report['text']}").words


def lowest_of(tagger: Tagger, reports: Path) -> list[float]:
    """For each label the number under which it is hardly ever the best."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for words in texts(reports, 40):
        totals = tagger.totals(words)
        for first, end, kind in tagger.tag(words):
            for place in range(first, end):
                label = ("B-" if place == first else "I-") + kind
                numbers[label].append(sums.number(totals[place], LABELS.index(label)))
    return [round(sorted(numbers[label])[len(numbers[label]) * LOST // 1000] / SCALE, 2) for label in LABELS]


def with_floors(tagger: Tagger, reports: Path) -> Tagger:
    """The tagger, quicker."""
    weights = tagger.weights
    return tagging.ready((weights.of, weights.following, lowest_of(tagger, reports)), weights.lists)


def shares_of(kinds: Counter[str]) -> str:
    """The shares of a word as letters: the kind's (small for a word inside a name) and one of four steps."""
    shares = ""
    names = 0
    for kind in ("PER", "LOC", "ORG", "MISC"):
        for part in "BI":
            count = kinds[part + kind]
            share = count / kinds["all"]
            names += count
            if share >= 0.03 and count > 1:
                step = "0" if share < 0.1 else "1" if share < 0.3 else "2" if share < 0.6 else "3"
                shares += (kind[0] if part == "B" else kind[0].lower()) + step
    if not shares and kinds["all"] >= 10:
        shares = "O0" if names else "O1"
    return shares


def write_lines(name: str, lines: list[str]) -> None:
    """Write a table into the package."""
    (OUT / name).write_bytes(zlib.compress("\n".join(lines).encode("utf-8"), 9))


def main() -> None:
    """Train as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=80)
    arguments = parser.parse_args()
    folder, start = arguments.folder, time.perf_counter()
    reports = folder / "news/reports.jsonl.gz"
    for name in ("anercorp_train.txt", "wikifane_gold.txt", "aqmar.txt"):
        print(name, hashlib.sha256((folder / "ner" / name).read_bytes()).hexdigest()[:16])
    listed = letters_of(folder)
    lists = grouped(listed)
    found = list(sentences(folder / "ner/anercorp_train.txt"))
    # Ten sentences more are left out, wherever exactly the fifth is taken to begin.
    pages = list(blocks(found[: len(found) * 4 // 5 - 10]))
    with ProcessPoolExecutor(2) as pool:
        halves = [pages[0::2], pages[1::2], pages]
        jobs = [pool.submit(first_round, half, lists, reports, arguments.rounds) for half in halves]
        shares = [job.result() for job in jobs]
    print(f"{len(shares[2])} shares in {time.perf_counter() - start:.0f} s")
    # Even pages are given what the tagger of the odd ones found, and the other way round.
    other = [with_all(lists, shares[1]), with_all(lists, shares[0])]
    learnt = train(pages, other, arguments.rounds)
    lowest = lowest_of(tagging.ready(learnt, with_all(lists, shares[2])), reports)
    lines = [f"{feature}\t{number:x}" for feature, number in sorted(learnt[0].items()) if number]
    write_lines("tagger.zlib", [json.dumps({"following": learnt[1], "lowest": lowest}), *lines])
    # A break divides the lines, so what it is taken for stands under the empty base.
    told = {base.strip("\n"): letters for base, letters in sorted(shares[2].items())}
    write_lines("bases.zlib", [f"{base}\t{known}" for base, known in sorted(with_all(lists, told).items())])
    sizes = {name: (OUT / name).stat().st_size for name in ("bases.zlib", "tagger.zlib")}
    print(f"{len(lines)} features in {time.perf_counter() - start:.0f} s, {sizes}")


def grouped(listed: dict[str, str]) -> dict[str, str]:
    """The groups of words, and the lists that hold them."""
    known = {base: groups for base, entry in tagging.word_lists().items() if (groups := entry.partition(":")[0])}
    return known | {base: f"{known.get(base, '')}:{letters}" for base, letters in listed.items()}


def with_all(lists: dict[str, str], shares: dict[str, str]) -> dict[str, str]:
    """The tables with these shares."""
    return lists | {base: tagging.with_shares(lists.get(base, ""), letters) for base, letters in shares.items()}


if __name__ == "__main__":
    main()
