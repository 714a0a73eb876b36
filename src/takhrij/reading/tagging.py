"""Which words of a page are parts of names: a chain of labels under learnt weights.

Every feature belongs to one word alone, so a word type brings the same weights wherever it stands: five sums, one for
each place from two words before to two words after the word that is judged, each holding eight numbers (how much better
than "no name" each label is). All stand in fields of one large integer, so judging a word is a shift and an addition,
and one mask tells that no label comes near "no name". Only the words that are left go through Viterbi.
"""

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from takhrij.reading.features import Group, of_group, traits
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

LABELS = ("B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
PLACES = (-2, -1, 0, 1, 2)
FIELD = 32
PLACE = FIELD * len(LABELS)
SCALE = 1024
_BEGINNINGS = sum(1 << (FIELD * n + FIELD - 1) for n in range(0, len(LABELS), 2))
_BIAS = sum(1 << (FIELD * n + FIELD - 1) for n in range(len(LABELS)))
_INSIDES = _BIAS & ~_BEGINNINGS
_FIELDS = struct.Struct("<8I")
_ONE_PLACE = (1 << PLACE) - 1
_HALF = 1 << (FIELD - 1)
# What is added to each field of a word's sums so that none is below zero, and what five words have brought of it.
_RAISED = 1 << (FIELD - 4)
_ZERO = _RAISED * len(PLACES)
_ALL_BIASED = sum(_RAISED << (FIELD * n) for n in range(len(LABELS) * len(PLACES)))
_NEVER = -1e9
# A chain that is behind the best by this much is given up.
BEAM = 7.0
_REMEMBERED = 100_000
_RUNS_REMEMBERED = 50_000
_LONGEST_REMEMBERED = 16

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


@dataclass(frozen=True, slots=True)
class Weights:
    """The learnt weights: for each feature its five times eight numbers in one integer, and for each pair of labels."""

    of: dict[str, int]
    following: list[list[float]]
    into: list[list[float]]
    lists: dict[str, str]
    # Below its floor a label is never the best, or as good as never: what lifts the others to the highest bit.
    near: int
    # The same for labels that begin a name of one word.
    alone: int


class _Types(dict[str, int]):
    """The five sums of every word type seen so far, the one for the word two places after it lowest."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._of = weights.of
        self._lists = weights.lists
        self._groups = _Groups(weights.of)

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        own, groups = traits(word, self._lists)
        of = self._of
        # The biased sum has no field below zero, so nothing is borrowed where fields are shifted out.
        total = sum([of[feature] for feature in own if feature in of], _ALL_BIASED)
        found = self[word] = sum(map(self._groups.__getitem__, groups), total)
        return found


class _Groups(dict[Group, int]):
    """The sums of the groups of features seen so far: most words share theirs with many others."""

    def __init__(self, of: Mapping[str, int]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, group: Group) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        of = self._of
        found = self[group] = sum([of[feature] for feature in of_group(group) if feature in of])
        return found


_NOTHING: Chains = [(-1, 0.0)]


class _Marked(dict[int, tuple[int, ...]]):
    """Under the mask of a word's likely labels, these labels."""

    def __missing__(self, mask: int) -> tuple[int, ...]:
        found = self[mask] = tuple(label for label in range(len(LABELS)) if mask >> (FIELD * label + FIELD - 1) & 1)
        return found


_MARKED = _Marked()


@dataclass(frozen=True, slots=True)
class Tagger:
    """Weights, the sums of the word types seen so far, and the names in the short runs of words seen so far."""

    weights: Weights
    types: _Types
    runs: dict[tuple[int, ...], list[Tagged]] = field(default_factory=dict)

    def tag(self, words: list[str]) -> list[Tagged]:
        """The names among `words`: first word, end, and PER, LOC, ORG or MISC."""
        return self.names_in(self.totals(words))

    def names_in(self, totals: list[int]) -> list[Tagged]:
        """The names among the words of these totals."""
        near, alone = self.weights.near, self.weights.alone
        marks = [*map(_BIAS.__and__, map(near.__add__, totals)), 0]
        # A name may begin here if it goes on with the next word, or is good enough alone.
        begin = [
            place
            for place, mark in enumerate(marks)
            if mark and mark & _BEGINNINGS and (marks[place + 1] & _INSIDES or (totals[place] + alone) & _BEGINNINGS)
        ]
        found: list[Tagged] = []
        end = 0
        for place in begin:
            if place >= end:
                end = marks.index(0, place)
                names = self._names_of(tuple(totals[place:end]))
                if names:
                    found += [(place + first, place + stop, label) for first, stop, label in names]
        return found

    def _names_of(self, run: tuple[int, ...]) -> list[Tagged]:
        """The names of a run of words that may all be in names; news repeats its names with what is around."""
        runs = self.runs
        names = runs.get(run)
        if names is None:
            names = self._chained(run)
            if len(run) <= _LONGEST_REMEMBERED:
                if len(runs) >= _RUNS_REMEMBERED:
                    runs.clear()
                runs[run] = names
        return names

    def _chained(self, run: tuple[int, ...]) -> list[Tagged]:
        found: list[Tagged] = []
        reached, back = _NOTHING, list[dict[int, int]]()
        for place, total in enumerate(run):
            if not back and not self._may_begin(run, place):
                continue
            reached, came = self._step(reached, self._choices(total))
            back.append(came)
            if len(reached) == 1 and reached[0][0] < 0:
                if len(back) > 1:
                    found += self._close(place, reached, back)
                reached, back = _NOTHING, []
        if back:
            found += self._close(len(run) - 1, reached, back)
        return found

    def _may_begin(self, run: tuple[int, ...], place: int) -> bool:
        """Whether a name may begin here: one that goes on with the next word, or one that is good enough alone."""
        near = self.weights.near
        if not (run[place] + near) & _BEGINNINGS:
            return False
        if place + 1 < len(run) and (run[place + 1] + near) & _INSIDES:
            return True
        return bool((run[place] + self.weights.alone) & _BEGINNINGS)

    def _choices(self, total: int) -> Chains:
        """The labels of a word that are not below their floors, with their scores; "no name" itself comes first."""
        fields = _FIELDS.unpack(total.to_bytes(FIELD, "little"))
        likely = _MARKED[(total + self.weights.near) & _BIAS]
        return [(-1, 0.0), *[(label, (fields[label] - _ZERO) / SCALE) for label in likely]]

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

    def totals(self, words: list[str]) -> list[int]:
        """For each word the eight numbers of its labels, in the fields of one integer."""
        types = self.types
        edge = types["\n"]
        rows = [edge, edge, *map(types.__getitem__, words), edge, edge]
        rows.reverse()
        sums = 0
        # From the last word to the first: a word's lowest sum speaks of the word two places after it, whose numbers
        # are whole once it is added, and are then shifted out.
        return [(sums := (sums >> PLACE) + row) & _ONE_PLACE for row in rows][:3:-1]


def numbers(total: int) -> list[int]:
    """The eight numbers in the fields of a total."""
    return [number - _ZERO for number in _FIELDS.unpack(total.to_bytes(FIELD, "little"))]


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
    near = sum((_HALF - _ZERO - round(low * SCALE)) << (FIELD * label) for label, low in enumerate(lowest))
    out = table[8][8]
    alone = 0
    for label in range(0, len(LABELS), 2):
        # Two names side by side may both stand a little lower.
        needed = 2 * out - table[8][label] - table[label][8] - 1.5
        alone += (_HALF - _ZERO - round(needed * SCALE)) << (FIELD * label)
    into = [list(column) for column in zip(*allowed, strict=True)]
    weights = Weights(of, allowed, into, lists, near, alone)
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
