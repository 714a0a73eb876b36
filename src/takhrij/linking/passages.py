"""What two reports share word for word: the copied passages, aligned."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from takhrij.linking.grams import LENGTH, Grams
from takhrij.model.span import Span

if TYPE_CHECKING:
    from takhrij.linking.grams import Places

# Two copied stretches with so few words between them are one passage in which a word was changed.
_GAP = 6


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two texts; `grams` are the numbers of its matching 5-grams in the first."""

    left: Span
    right: Span
    grams: tuple[int, ...]

    @property
    def words(self) -> int:
        """How many words, at least, stand in both."""
        return len(self.grams) + LENGTH - 1


def containment(left: Grams, right: Grams) -> float:
    """The share of the shorter text's distinct 5-grams that stand in the other; 0.0 where one has none."""
    least = min(len(left.distinct), len(right.distinct))
    return len(left.shared(right)[0]) / least if least else 0.0


def shared_passages(left: Grams, right: Grams) -> list[Passage]:
    """The passages that both texts have, in the order of the first."""
    return aligned(left, right, *left.shared(right))


def aligned(left: Grams, right: Grams, mine: "Places", theirs: "Places") -> list[Passage]:
    """The passages made of the 5-grams that stand at `mine` in the first text and at `theirs` in the second."""
    if not len(mine):
        return []
    order = np.argsort(mine, kind="stable")
    mine, theirs = mine[order], theirs[order]
    steps = np.diff(theirs)
    apart = (np.diff(mine) > _GAP) | (steps > _GAP) | (steps < 1)
    edges = [0, *(np.flatnonzero(apart) + 1).tolist(), len(mine)]
    return [
        _passage(left, right, mine[a:b].tolist(), theirs[a:b].tolist()) for a, b in zip(edges, edges[1:], strict=False)
    ]


def _passage(left: Grams, right: Grams, mine: list[int], theirs: list[int]) -> Passage:
    return Passage(left.span(mine[0], mine[-1]), right.span(theirs[0], theirs[-1]), tuple(mine))
