"""Which words of a page are parts of names: a chain of labels under learnt weights.

Every feature belongs to one word alone, so a word type brings the same weights wherever it stands: five sums, one for
each place from two words before to two words after the word that is judged, each holding eight numbers (how much better
than "no name" each label is). The eight stand in fields of three integers that the machine adds at once. First, though,
those of the labels that begin a name are added alone, rounded up and all in one integer, of which a mask tells that
none comes near "no name". Only the words that are left, and those behind them, go through Viterbi.
"""

import json
import math
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from takhrij.reading.features import Group, of_group, traits
from takhrij.reading.sums import (
    ALL_RAISED,
    ANY,
    BEGINNINGS,
    EACH,
    FIELD,
    HALF,
    INSIDES,
    LABELS,
    LARGEST,
    OPENING_FIELD,
    OPENING_HALF,
    OPENING_RAISED,
    OPENINGS,
    PLACES,
    ROUGH,
    SCALE,
    ZERO,
    Row,
    Sums,
    Totals,
    reaches,
    row_of,
    shift,
    sums_of,
)
from takhrij.text.columns import Column

_NEVER = -1e9
# A chain that is behind the best by this much is given up.
BEAM = 7.0
_REMEMBERED = 100_000
_RUNS_REMEMBERED = 50_000
_LONGEST_REMEMBERED = 16

Tagged = tuple[int, int, str]
Run = tuple[Sums, ...]
# What the words of a run and the two on either side of them bring.
Rows = tuple[Row, ...]
# Labels, each with the score of the best chain that ends in it or of the word alone; -1 is "no name".
Chains = list[tuple[int, float]]
# Weights of features, of pairs of labels, and how low a label's number may be.
Learnt = tuple[dict[str, int], list[list[float]], list[float]]


@cache
def word_lists() -> dict[str, str]:
    """What is known of a base: its groups (seven hexadecimal digits), the lists that hold it (letters), its shares."""
    packed = (resources.files("takhrij") / "weights/names/bases.zlib").read_bytes()
    # All at once: taking each of the lines apart took longer than finding most of what they say.
    fields = zlib.decompress(packed).decode("utf-8").replace("\n", "\t").split("\t")
    return dict(zip(fields[::2], fields[1::2], strict=True))


def with_shares(known: str, shares: str) -> str:
    """An entry of the tables with what a first tagger took the word for."""
    groups, colon, letters = known.partition(":")
    if not colon:
        return f"{known}::{shares}"
    return f"{groups}:{letters.partition(':')[0]}:{shares}"


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
        found = self[word] = self.row(word)
        return found

    def row(self, word: str) -> Row:
        """The sums of a word, for a table that keeps them itself."""
        own, groups = traits(word, self._lists)
        of = self._of
        # The raised sum has no field below zero, so nothing is borrowed where fields are taken apart.
        total = ALL_RAISED
        for feature in own:
            weight = of.get(feature)
            if weight is not None:
                # Most words weigh nothing by themselves, and adding nothing makes another long number.
                total += weight
        known = self._groups
        for group in groups:
            total += known[group]
        return row_of(total)


class _Groups(dict[Group, int]):
    """The sums of the groups of features seen so far: most words share theirs with many others."""

    def __init__(self, of: Mapping[str, int]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, group: Group) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        of = self._of
        found = self[group] = sum([of.get(feature, 0) for feature in of_group(group)])
        return found


_NOTHING: Chains = [(-1, 0.0)]


@dataclass(frozen=True, slots=True)
class Tagger:
    """Weights, the sums of the word types seen so far, and the names in the short runs of words seen so far."""

    weights: Weights
    types: _Types
    runs: dict[Rows, list[Tagged]] = field(default_factory=dict)

    def tag(self, words: list[str]) -> list[Tagged]:
        """The names among `words`: first word, end, and PER, LOC, ORG or MISC."""
        return self.names_in(self.totals(words))

    def names_in(self, totals: Totals) -> list[Tagged]:
        """The names among the words of these totals."""
        found: list[Tagged] = []
        near, alone = self.weights.near, self.weights.alone
        end, count = 0, len(totals)
        for place in self._opening(totals):
            if place < end:
                continue
            sums = totals[place]
            if not reaches(sums, near, BEGINNINGS):
                continue
            end = place + 1
            goes_on = inside = False
            if end < count:
                behind = totals[end]
                inside = reaches(behind, near, ANY)
                goes_on = inside and reaches(behind, near, INSIDES)
            # As in `_may_begin`; the word behind is asked here whether it may be in a name at all, too.
            if not goes_on and not reaches(sums, alone, BEGINNINGS):
                continue
            if inside:
                end += 1
                while end < count and reaches(totals[end], near, ANY):
                    end += 1
            for first, stop, label in self._names_of(totals, place, end):
                found.append((place + first, place + stop, label))
        return found

    def _opening(self, totals: Totals) -> list[int]:
        """The words with which a name may begin, as far as the rounded numbers tell."""
        near, bits = self.weights.near_opening, OPENINGS
        rows = totals.rows
        a, b, c, d = rows[:4]
        found: list[int] = []
        for place, e in enumerate(rows[4:]):
            lifted = near + a.opens_two_before + b.opens_before + c.opens_itself + d.opens_behind + e.opens_two_behind
            if lifted & bits:
                found.append(place)
            a, b, c, d = b, c, d, e
        return found

    def _names_of(self, totals: Totals, first: int, end: int) -> list[Tagged]:
        """The names of a run of words that may all be in names; news repeats its names with what is around.

        A run is known by the rows that make its numbers, each the one of its word: the numbers themselves would have to
        be compared one by one.
        """
        runs, rows = self.runs, tuple(totals.rows[first : end + 4])
        names = runs.get(rows)
        if names is None:
            names = self._chained(tuple([totals[place] for place in range(first, end)]))
            if end - first <= _LONGEST_REMEMBERED:
                if len(runs) >= _RUNS_REMEMBERED:
                    runs.clear()
                runs[rows] = names
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

    def _may_begin(self, run: Run, place: int) -> bool:
        """Whether a name may begin here: one that goes on with the next word, or one that is good enough alone."""
        near, sums = self.weights.near, run[place]
        if not reaches(sums, near, BEGINNINGS):
            return False
        return reaches(sums, self.weights.alone, BEGINNINGS) or (
            place + 1 < len(run) and reaches(run[place + 1], near, INSIDES)
        )

    def _choices(self, sums: Sums) -> Chains:
        """The labels of a word that are not below their floors, with their scores; "no name" itself comes first."""
        near = self.weights.near
        found: Chains = [(-1, 0.0)]
        for block, (number, lift) in enumerate(((sums[0], near[0]), (sums[1], near[1]), (sums[2], near[2]))):
            lifted = number + lift
            for place in range(EACH):
                if lifted >> FIELD * place & HALF:
                    found.append((block * EACH + place, ((number >> FIELD * place & LARGEST) - ZERO) / SCALE))
        return found

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
    return Column(load_tagger().types.row)


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
    near = sum((HALF - ZERO - round(low * SCALE)) << shift(label) for label, low in enumerate(lowest))
    out = table[8][8]
    opening = sum(
        (OPENING_HALF - OPENING_RAISED * len(PLACES) - math.floor(low * SCALE / ROUGH)) << (OPENING_FIELD * number)
        for number, low in enumerate(lowest[::2])
    )
    alone = 0
    for label in range(0, len(LABELS), 2):
        # Two names side by side may both stand a little lower.
        needed = 2 * out - table[8][label] - table[label][8] - 1.5
        alone += (HALF - ZERO - round(needed * SCALE)) << shift(label)
    into = [list(column) for column in zip(*allowed, strict=True)]
    weights = Weights(of, allowed, into, lists, sums_of(near), opening, sums_of(alone))
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
