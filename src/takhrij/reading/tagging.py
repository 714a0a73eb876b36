"""Which words of a page are parts of names: a chain of labels under learnt weights.

Every feature belongs to one word alone, so a word type brings the same weights wherever it stands: five sums, one for
each place from two words before to two words after the word that is judged, each holding eight numbers (how much better
than "no name" each label is). The eight numbers stand in fields of one large integer, so judging a word is four
additions, and one mask tells that no label comes near "no name". Only the words that are left go through Viterbi.
"""

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from takhrij.lexicon import organizations, titles
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

LABELS = ("B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
PLACES = (-2, -1, 0, 1, 2)
FIELD = 32
PLACE = FIELD * len(LABELS)
SCALE = 1024
_BEGINNINGS = sum(1 << (FIELD * n + FIELD - 1) for n in range(0, len(LABELS), 2))
_BIAS = sum(1 << (FIELD * n + FIELD - 1) for n in range(len(LABELS)))
_ONE_PLACE = (1 << PLACE) - 1
_ALL_BIASED = sum(_BIAS << (PLACE * n) for n in range(len(PLACES)))
_HALF = 1 << (FIELD - 1)
_NEVER = -1e9
# A chain that is behind the best by this much is given up.
BEAM = 7.0
_REMEMBERED = 200_000

Sums = tuple[int, int, int, int, int]
Tagged = tuple[int, int, str]
# Labels, each with the score of the best chain that ends in it or of the word alone; -1 is "no name".
Chains = list[tuple[int, float]]
# Weights of features, of pairs of labels, and how low a label's number may be.
Learnt = tuple[dict[str, int], list[list[float]], list[float]]


def base_of(word: str) -> str:
    """The folded word without its proclitics, its article written in full."""
    parts = segment(word)
    return fold(parts.noun + parts.enclitic) or fold(word)


@cache
def word_lists() -> dict[str, str]:
    """What the tables know of a base: its groups (seven hexadecimal digits) and the lists that hold it (letters)."""
    folder = resources.files("takhrij") / "weights/names"
    known = {}
    for line in zlib.decompress((folder / "words.zlib").read_bytes()).decode("utf-8").split("\n"):
        base, _, groups = line.partition("\t")
        known[base] = groups
    for line in zlib.decompress((folder / "lists.zlib").read_bytes()).decode("utf-8").split("\n"):
        base, _, letters = line.partition("\t")
        known[base] = known.get(base, "") + ":" + letters
    for line in zlib.decompress((folder / "shares.zlib").read_bytes()).decode("utf-8").split("\n"):
        base, _, shares = line.partition("\t")
        known[base] = with_shares(known.get(base, ""), shares)
    return known


def with_shares(known: str, shares: str) -> str:
    """An entry of the tables with what a first tagger took the word for."""
    return ":".join(known.split(":")[:2]) + ":" * (2 - min(known.count(":"), 1)) + shares


def features(word: str, lists: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """What is known of a published word: features that matter in all five places, and those that matter near by."""
    plain = fold(word)
    if not plain[:1].isalpha():
        shape = "9" if plain[:1].isdigit() else "newline" if word == "\n" else plain
        return ["w" + shape], []
    if plain.isascii():
        shape = "A" if plain.isupper() else "Aa" if plain[0].isupper() else "a"
        return ["w" + plain.lower(), "h" + shape], ["l" + str(min(len(plain), 5))]
    base = base_of(word)
    bare = base[2:] if base[:2] == "ال" and len(base) > 3 else base
    parts = segment(word)
    groups, _, letters = lists.get(base, "").partition(":")
    letters, _, shares = letters.partition(":")
    wide = ["w" + plain, "b" + base]
    if groups:
        wide += ["x" + groups[:2], "y" + groups[2:4], "z" + groups[4:]]
    else:
        wide.append("x-")
    wide += ["g" + letter for letter in letters]
    wide += ["j" + shares[at : at + 2] for at in range(0, len(shares), 2)] or ["j-"]
    if (title := titles.words()[word]) is not None:
        wide.append("k" + title.title.kind + ("+" if title.possessed else ""))
    if (head := organizations.heads()[word]) is not None:
        wide.append("k" + head.kind)
    near = [
        "r" + bare,
        "p" + bare[:2],
        "q" + bare[:3],
        "s" + bare[-2:],
        "t" + bare[-3:],
        "u" + bare[-1:],
        "l" + str(min(len(bare), 8)),
        "c" + "".join(letter[0] for letter in parts.proclitics) + ("A" if base is not bare else ""),
        "e" + parts.enclitic,
    ]
    if letters == "":
        near.append("g-")
    return wide, near


@dataclass(frozen=True, slots=True)
class Weights:
    """The learnt weights: for each feature its five times eight numbers in one integer, and for each pair of labels."""

    of: dict[str, int]
    following: list[list[float]]
    into: list[list[float]]
    lists: dict[str, str]
    # Below its floor a label is never the best, or as good as never: fields with the bias, and what lifts them over it.
    floors: list[int]
    near: int
    # The same for labels that begin a name of one word.
    alone: int


class _Types(dict[str, Sums]):
    """The five sums of every word type seen so far."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._of = weights.of
        self._lists = weights.lists

    def __missing__(self, word: str) -> Sums:
        if len(self) >= _REMEMBERED:
            self.clear()
        wide, near = features(word, self._lists)
        of = self._of
        total = sum([of.get(feature, 0) for feature in wide + near])
        # With the bias every field is positive, so the places come apart without borrowing from one another.
        total += _ALL_BIASED
        first, second, third, fourth, fifth = [
            ((total >> (PLACE * n)) & _ONE_PLACE) - _BIAS for n in range(len(PLACES))
        ]
        found = self[word] = (first, second, third, fourth, fifth)
        return found


_NOTHING: Chains = [(-1, 0.0)]


@dataclass(frozen=True, slots=True)
class Tagger:
    """Weights, and the sums of the word types seen so far."""

    weights: Weights
    types: _Types

    def tag(self, words: Sequence[str]) -> list[Tagged]:
        """The names among `words`: first word, end, and PER, LOC, ORG or MISC."""
        return self.names_in(self.totals(words))

    def names_in(self, totals: Sequence[int]) -> list[Tagged]:
        """The names among the words of these totals."""
        found: list[Tagged] = []
        near, floors = self.weights.near, self.weights.floors
        reached, back, last = _NOTHING, list[dict[int, int]](), -2
        for place in [place for place, total in enumerate(totals) if (total + near) & _BIAS]:
            if back and place != last + 1:
                found += self._close(last, reached, back)
                reached, back = _NOTHING, []
            if not back and not self._may_begin(totals, place):
                continue
            last = place
            reached, came = self._step(reached, _choices(totals[place], floors))
            back.append(came)
            if len(reached) == 1 and reached[0][0] < 0:
                if len(back) > 1:
                    found += self._close(last, reached, back)
                reached, back = _NOTHING, []
        if back:
            found += self._close(last, reached, back)
        return found

    def _may_begin(self, totals: Sequence[int], place: int) -> bool:
        """Whether a name may begin here: one that goes on with the next word, or one that is good enough alone."""
        weights = self.weights
        if not (totals[place] + weights.near) & _BEGINNINGS:
            return False
        if place + 1 < len(totals) and (totals[place + 1] + weights.near) & ~_BEGINNINGS & _BIAS:
            return True
        return bool((totals[place] + weights.alone) & _BEGINNINGS)

    def _step(self, reached: Chains, choices: Chains) -> tuple[Chains, dict[int, int]]:
        """The best chains up to this word by their last label, and the label that each came from."""
        into = self.weights.into
        now: Chains = []
        came: dict[int, int] = {}
        highest = _NEVER
        for label, score in choices:
            column = into[label]
            best, source = _NEVER / 2, -2
            for before, gone in reached:
                value = gone + column[before]
                if value > best:
                    best, source = value, before
            if source != -2:
                value = best + score
                now.append((label, value))
                came[label] = source
                if value > highest:
                    highest = value
        highest -= BEAM
        return [chain for chain in now if chain[1] >= highest], came

    def _close(self, last: int, reached: Chains, back: list[dict[int, int]]) -> list[Tagged]:
        """The names of the best chain that ends with word `last`."""
        following = self.weights.following
        _, label = max([(value + following[before][-1], before) for before, value in reached])
        found: list[Tagged] = []
        end = place = last + 1
        for came in reversed(back):
            place -= 1
            if label < 0:
                end = place
            elif label % 2 == 0:
                found.append((place, end, LABELS[label][2:]))
                end = place
            label = came[label]
        return found[::-1]

    def totals(self, words: Sequence[str]) -> list[int]:
        """For each word the eight numbers of its labels, in the fields of one integer."""
        types = self.types
        edge = types["\n"]
        rows = [edge, edge, *map(types.__getitem__, words), edge, edge]
        before2, before1, here, after1, after2 = zip(*rows, strict=True)
        # A word's first sum speaks of the word two places after it: it stands two before.
        return [
            a + b + c + d + e
            for a, b, c, d, e in zip(before2, before1[1:], here[2:], after1[3:], after2[4:], strict=False)
        ]


def numbers(total: int) -> list[int]:
    """The eight numbers in the fields of a total."""
    return [field - _HALF for field in struct.unpack("<8I", (total + _BIAS).to_bytes(32, "little"))]


def _choices(total: int, floors: Sequence[int]) -> Chains:
    """The labels of a word that are not below their floors, with their scores; "no name" itself comes first."""
    fields = struct.unpack("<8I", (total + _BIAS).to_bytes(32, "little"))
    likely = [(label, (fields[label] - _HALF) / SCALE) for label in range(8) if fields[label] >= floors[label]]
    likely.insert(0, (-1, 0.0))
    return likely


def pack(numbers: Sequence[Sequence[float]]) -> int:
    """Weights by place and label as one integer."""
    total = 0
    for place, row in enumerate(numbers):
        for label, number in enumerate(row):
            total += round(number * SCALE) << (PLACE * place + FIELD * label)
    return total


def follows(left: int, right: int) -> bool:
    """Whether label `right` may follow label `left`: a name goes on only after it began."""
    return right < 0 or right % 2 == 0 or left in (right, right - 1)


def ready(learnt: Learnt, lists: dict[str, str]) -> Tagger:
    """A tagger of these weights; the ninth row and column of the table, which -1 also reaches, are "no name"."""
    of, table, lowest = learnt
    allowed = [
        [
            table[left][right] if follows(left if left < 8 else -1, right if right < 8 else -1) else _NEVER
            for right in range(9)
        ]
        for left in range(9)
    ]
    floors = [_HALF + round(low * SCALE) for low in lowest]
    near = sum(((1 << FIELD) - floor) << (FIELD * label) for label, floor in enumerate(floors))
    out = table[8][8]
    alone = 0
    for label in range(0, len(LABELS), 2):
        # Two names side by side may both stand a little lower.
        needed = 2 * out - table[8][label] - table[label][8] - 1.5
        alone += ((1 << FIELD) - _HALF - round(needed * SCALE)) << (FIELD * label)
    into = [list(column) for column in zip(*allowed, strict=True)]
    weights = Weights(of, allowed, into, lists, floors, near, alone)
    return Tagger(weights, _Types(weights))


@cache
def load_tagger() -> Tagger:
    """Read the weights, on first use."""
    folder = resources.files("takhrij") / "weights/names"
    lines = zlib.decompress((folder / "tagger.zlib").read_bytes()).decode("utf-8").split("\n")
    of = {}
    for line in lines[1:]:
        feature, _, number = line.partition("\t")
        of[feature] = int(number, 16)
    learnt = json.loads(lines[0])
    return ready((of, learnt["following"], learnt["lowest"]), word_lists())
