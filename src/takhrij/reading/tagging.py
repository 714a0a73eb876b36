"""Which words of a page are parts of names: a chain of labels under learnt weights.

Every feature belongs to one word alone, so a word type brings the same weights wherever it stands: five sums, one for
each place from two words before to two words after the word that is judged, each holding eight numbers (how much better
than "no name" each label is). The eight stand in fields of three integers that the machine adds at once. First, though,
those of the labels that begin a name are added alone, rounded up and all in one integer, of which a mask tells that
none comes near "no name". Only the words that are left, and those behind them, go through Viterbi.
"""

import json
import math
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import msgspec

from takhrij.reading.features import Group, of_group, traits
from takhrij.text.clitics import segment
from takhrij.text.columns import Column
from takhrij.text.fold import fold

LABELS = ("B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
PLACES = (-2, -1, 0, 1, 2)
FIELD = 20
# Three fields to an integer: a compiled reading adds those of up to 62 bits by one instruction.
EACH = 3
SCALE = 1024
_BLOCK = 64
_BLOCKS = -(-len(LABELS) // EACH)
_PLACE = _BLOCK * _BLOCKS
_ROW = struct.Struct(f"<{(_BLOCKS + 1) * len(PLACES)}Q")
_FIELD = (1 << FIELD) - 1
_HALF = 1 << (FIELD - 1)
# What is added to each field of a word's sums so that none is below zero, and what five words have brought of it.
_RAISED = 1 << (FIELD - 4)
_ZERO = _RAISED * len(PLACES)
# The numbers of the labels that begin a name once more, in the blocks behind the others, rounded up to an eighth of the
# scale: what they rule out is ruled out.
_OPENING_FIELD = 15
_ROUGH = 8
_OPENING_RAISED = 24 * SCALE // _ROUGH
_OPENING_HALF = 1 << (_OPENING_FIELD - 1)
_NEVER = -1e9
# A chain that is behind the best by this much is given up.
BEAM = 7.0
_REMEMBERED = 100_000
_RUNS_REMEMBERED = 50_000
_LONGEST_REMEMBERED = 16

Tagged = tuple[int, int, str]
# Eight numbers, one for each label.
Sums = tuple[int, int, int]
Run = tuple[Sums, ...]
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


def shift(label: int, place: int = 0) -> int:
    """Where the number of a label stands in an integer that holds those of all places."""
    return _PLACE * place + _BLOCK * (label // EACH) + FIELD * (label % EACH)


def _opening_shift(label: int, place: int = 0) -> int:
    """Likewise for the rounded number of a label that begins a name."""
    return _PLACE * len(PLACES) + _BLOCK * place + _OPENING_FIELD * (label // 2)


def _sums(packed: int) -> Sums:
    """The numbers of one place out of such an integer."""
    block = (1 << _BLOCK) - 1
    return packed & block, packed >> _BLOCK & block, packed >> 2 * _BLOCK & block


def _lifted(sums: Sums, lift: Sums) -> Sums:
    return sums[0] + lift[0], sums[1] + lift[1], sums[2] + lift[2]


# The highest bit of each label that begins a name, and of each that goes on with one.
_BEGINNINGS = _sums(sum(_HALF << shift(label) for label in range(0, len(LABELS), 2)))
_INSIDES = _sums(sum(_HALF << shift(label) for label in range(1, len(LABELS), 2)))
_OPENINGS = sum(_OPENING_HALF << (_OPENING_FIELD * number) for number in range(len(LABELS) // 2))
_ANY = _lifted(_BEGINNINGS, _INSIDES)
_ALL_RAISED = sum(
    (_RAISED << shift(label, place)) + (0 if label % 2 else _OPENING_RAISED << _opening_shift(label, place))
    for label in range(len(LABELS))
    for place in range(len(PLACES))
)


def _reaches(sums: Sums, lift: Sums, bits: Sums) -> bool:
    """Whether one of these labels reaches the highest bit once it is lifted."""
    return bool((sums[0] + lift[0]) & bits[0] or (sums[1] + lift[1]) & bits[1] or (sums[2] + lift[2]) & bits[2])


class Row(msgspec.Struct, frozen=True):
    """What a word brings to the judging of a word where it is two words before it, one before it, and so on."""

    two_before: Sums
    before: Sums
    itself: Sums
    behind: Sums
    two_behind: Sums
    # The same, rounded, of the labels that begin a name.
    opens_two_before: int
    opens_before: int
    opens_itself: int
    opens_behind: int
    opens_two_behind: int


class Totals(msgspec.Struct, frozen=True):
    """The rows of a page's words, with two edges on either side, and by word the eight numbers of its labels."""

    rows: list[Row]

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.rows) - 4

    def __getitem__(self, place: int) -> Sums:
        """The numbers of word `place`."""
        rows = self.rows
        a0, a1, a2 = rows[place].two_before
        b0, b1, b2 = rows[place + 1].before
        c0, c1, c2 = rows[place + 2].itself
        d0, d1, d2 = rows[place + 3].behind
        e0, e1, e2 = rows[place + 4].two_behind
        return a0 + b0 + c0 + d0 + e0, a1 + b1 + c1 + d1 + e1, a2 + b2 + c2 + d2 + e2


@dataclass(frozen=True, slots=True)
class Weights:
    """The learnt weights: for each feature its five times eight numbers in one integer, and for each pair of labels."""

    of: dict[str, int]
    following: list[list[float]]
    into: list[list[float]]
    lists: dict[str, str]
    # Below its floor a label is never the best, or as good as never: what lifts the others to the highest bit.
    near: Sums
    # The same for the rounded numbers.
    near_opening: int
    # The same for labels that begin a name of one word.
    alone: Sums


class _Types(dict[str, Row]):
    """The five sums of every word type seen so far."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._of = weights.of
        self._lists = weights.lists
        self._groups = _Groups(weights.of)

    def __missing__(self, word: str) -> Row:
        if len(self) >= _REMEMBERED:
            self.clear()
        own, groups = traits(word, self._lists)
        of = self._of
        # The raised sum has no field below zero, so nothing is borrowed where fields are taken apart.
        total = sum([of[feature] for feature in own if feature in of], _ALL_RAISED)
        total = sum(map(self._groups.__getitem__, groups), total)
        n = _ROW.unpack(total.to_bytes(_ROW.size, "little"))
        found = self[word] = Row(n[:3], n[3:6], n[6:9], n[9:12], n[12:15], *n[15:])
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


@dataclass(frozen=True, slots=True)
class Tagger:
    """Weights, the sums of the word types seen so far, and the names in the short runs of words seen so far."""

    weights: Weights
    types: _Types
    runs: dict[Run, list[Tagged]] = field(default_factory=dict)

    def tag(self, words: list[str]) -> list[Tagged]:
        """The names among `words`: first word, end, and PER, LOC, ORG or MISC."""
        return self.names_in(self.totals(words))

    def names_in(self, totals: Totals) -> list[Tagged]:
        """The names among the words of these totals."""
        found: list[Tagged] = []
        near, end, count = self.weights.near, 0, len(totals)
        for place in self._opening(totals):
            if place < end or not self._may_begin(totals, place):
                continue
            run = [totals[place]]
            end = place + 1
            while end < count and _reaches(sums := totals[end], near, _ANY):
                run.append(sums)
                end += 1
            for first, stop, label in self._names_of(tuple(run)):
                found.append((place + first, place + stop, label))
        return found

    def _opening(self, totals: Totals) -> list[int]:
        """The words with which a name may begin, as far as the rounded numbers tell."""
        near, bits = self.weights.near_opening, _OPENINGS
        rows = totals.rows
        a, b, c, d = rows[:4]
        found: list[int] = []
        for place, e in enumerate(rows[4:]):
            lifted = near + a.opens_two_before + b.opens_before + c.opens_itself + d.opens_behind + e.opens_two_behind
            if lifted & bits:
                found.append(place)
            a, b, c, d = b, c, d, e
        return found

    def _names_of(self, run: Run) -> list[Tagged]:
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

    def _chained(self, run: Run) -> list[Tagged]:
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

    def _may_begin(self, totals: Totals | Run, place: int) -> bool:
        """Whether a name may begin here: one that goes on with the next word, or one that is good enough alone."""
        near, sums = self.weights.near, totals[place]
        if not _reaches(sums, near, _BEGINNINGS):
            return False
        return _reaches(sums, self.weights.alone, _BEGINNINGS) or (
            place + 1 < len(totals) and _reaches(totals[place + 1], near, _INSIDES)
        )

    def _choices(self, sums: Sums) -> Chains:
        """The labels of a word that are not below their floors, with their scores; "no name" itself comes first."""
        scores = [(number - _ZERO) / SCALE for number in _fields(sums)]
        lifted = _fields(_lifted(sums, self.weights.near))
        return [(-1, 0.0), *[(label, scores[label]) for label, number in enumerate(lifted) if number & _HALF]]

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

    def totals(self, words: list[str]) -> Totals:
        """For each word the eight numbers of its labels."""
        return self.judged([self.types[word] for word in words])

    def judged(self, rows: list[Row]) -> Totals:
        """The same for words of which the rows are known."""
        edge = self.types["\n"]
        return Totals([edge, edge, *rows, edge, edge])


@cache
def row_column() -> Column[Row]:
    """The rows of the words of pages."""
    return Column(load_tagger().types.__getitem__)


def _fields(sums: Sums) -> list[int]:
    """The numbers of all labels."""
    return [block >> FIELD * place & _FIELD for block in sums for place in range(EACH)][: len(LABELS)]


def numbers(sums: Sums) -> list[int]:
    """The eight numbers of a word."""
    return [number - _ZERO for number in _fields(sums)]


def pack(numbers: Sequence[Sequence[float]]) -> int:
    """Weights by place and label as one integer."""
    total = 0
    for place, row in enumerate(numbers):
        for label, number in enumerate(row):
            total += round(number * SCALE) << shift(label, place)
            if label % 2 == 0:
                total += math.ceil(round(number * SCALE) / _ROUGH) << _opening_shift(label, place)
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
    near = sum((_HALF - _ZERO - round(low * SCALE)) << shift(label) for label, low in enumerate(lowest))
    out = table[8][8]
    opening = sum(
        (_OPENING_HALF - _OPENING_RAISED * len(PLACES) - math.floor(low * SCALE / _ROUGH)) << (_OPENING_FIELD * number)
        for number, low in enumerate(lowest[::2])
    )
    alone = 0
    for label in range(0, len(LABELS), 2):
        # Two names side by side may both stand a little lower.
        needed = 2 * out - table[8][label] - table[label][8] - 1.5
        alone += (_HALF - _ZERO - round(needed * SCALE)) << shift(label)
    into = [list(column) for column in zip(*allowed, strict=True)]
    weights = Weights(of, allowed, into, lists, _sums(near), opening, _sums(alone))
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
