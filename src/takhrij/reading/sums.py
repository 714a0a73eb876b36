"""Eight numbers, one for each label, in the fields of three integers, and those of a whole page.

The machine adds the fields of an integer at once, and a mask tells which of them are high enough.
"""

import math
import struct
from collections.abc import Sequence

import msgspec

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
LARGEST = (1 << FIELD) - 1
HALF = 1 << (FIELD - 1)
# What is added to each field of a word's sums so that none is below zero, and what five words have brought of it.
_RAISED = 1 << (FIELD - 4)
ZERO = _RAISED * len(PLACES)
# The numbers of the labels that begin a name once more, in the blocks behind the others, rounded up to an eighth of the
# scale: what they rule out is ruled out.
OPENING_FIELD = 15
ROUGH = 8
OPENING_RAISED = 24 * SCALE // ROUGH
OPENING_HALF = 1 << (OPENING_FIELD - 1)

# Eight numbers, one for each label.
Sums = tuple[int, int, int]


def shift(label: int, place: int = 0) -> int:
    """Where the number of a label stands in an integer that holds those of all places."""
    return _PLACE * place + _BLOCK * (label // EACH) + FIELD * (label % EACH)


def _opening_shift(label: int, place: int = 0) -> int:
    """Likewise for the rounded number of a label that begins a name."""
    return _PLACE * len(PLACES) + _BLOCK * place + OPENING_FIELD * (label // 2)


def sums_of(packed: int) -> Sums:
    """The numbers of one place out of such an integer."""
    block = (1 << _BLOCK) - 1
    return packed & block, packed >> _BLOCK & block, packed >> 2 * _BLOCK & block


def lifted(sums: Sums, lift: Sums) -> Sums:
    """The numbers, each with another added to it."""
    return sums[0] + lift[0], sums[1] + lift[1], sums[2] + lift[2]


# The highest bit of each label that begins a name, and of each that goes on with one.
BEGINNINGS = sums_of(sum(HALF << shift(label) for label in range(0, len(LABELS), 2)))
INSIDES = sums_of(sum(HALF << shift(label) for label in range(1, len(LABELS), 2)))
OPENINGS = sum(OPENING_HALF << (OPENING_FIELD * number) for number in range(len(LABELS) // 2))
ANY = lifted(BEGINNINGS, INSIDES)
ALL_RAISED = sum(
    (_RAISED << shift(label, place)) + (0 if label % 2 else OPENING_RAISED << _opening_shift(label, place))
    for label in range(len(LABELS))
    for place in range(len(PLACES))
)


def reaches(sums: Sums, lift: Sums, bits: Sums) -> bool:
    """Whether one of these labels reaches the highest bit once it is lifted."""
    return bool((sums[0] + lift[0]) & bits[0] or (sums[1] + lift[1]) & bits[1] or (sums[2] + lift[2]) & bits[2])


class Row(msgspec.Struct, frozen=True, eq=False):
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


def row_of(total: int) -> Row:
    """The row whose numbers, none below zero, stand in one integer as `pack` puts them."""
    n: tuple[int, ...] = _ROW.unpack(total.to_bytes(_ROW.size, "little"))
    # Written out: slices and stars would be made as objects first, for every new word.
    return Row(
        (n[0], n[1], n[2]),
        (n[3], n[4], n[5]),
        (n[6], n[7], n[8]),
        (n[9], n[10], n[11]),
        (n[12], n[13], n[14]),
        n[15],
        n[16],
        n[17],
        n[18],
        n[19],
    )


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


def number(sums: Sums, label: int) -> int:
    """The number of one label."""
    block = sums[0] if label < EACH else sums[1] if label < 2 * EACH else sums[2]
    return (block >> FIELD * (label % EACH) & LARGEST) - ZERO


def pack(numbers: Sequence[Sequence[float]]) -> int:
    """Weights by place and label as one integer."""
    total = 0
    for place, row in enumerate(numbers):
        for label, number in enumerate(row):
            total += round(number * SCALE) << shift(label, place)
            if label % 2 == 0:
                total += math.ceil(round(number * SCALE) / ROUGH) << _opening_shift(label, place)
    return total
