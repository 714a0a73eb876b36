"""What two reports share word for word: the copied passages, aligned."""

from dataclasses import dataclass

import numpy as np

from takhrij.linking.grams import LENGTH, Grams
from takhrij.model.span import Span

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
    mine, theirs = left.distinct, right.distinct
    least = min(len(mine), len(theirs))
    return len(np.intersect1d(mine, theirs, assume_unique=True)) / least if least else 0.0


def shared_passages(left: Grams, right: Grams) -> list[Passage]:
    """The passages that both texts have, in the order of the first."""
    _, mine, theirs = np.intersect1d(left.hashes, right.hashes, return_indices=True)
    if not len(mine):
        return []
    order = np.argsort(mine, kind="stable")
    mine, theirs = mine[order], theirs[order]
    apart = (np.diff(mine) > _GAP) | (np.diff(theirs) > _GAP) | (np.diff(theirs) < 1)
    edges = [0, *(np.flatnonzero(apart) + 1).tolist(), len(mine)]
    return [
        _passage(left, right, mine[a:b].tolist(), theirs[a:b].tolist()) for a, b in zip(edges, edges[1:], strict=False)
    ]


def _passage(left: Grams, right: Grams, mine: list[int], theirs: list[int]) -> Passage:
    return Passage(left.span(mine[0], mine[-1]), right.span(theirs[0], theirs[-1]), tuple(mine))
