"""Finding the innermost of many spans."""

from bisect import bisect_right


class Contents:
    """Spans that may lie in one another, to find the innermost round a place in time that no report's length makes
    longer. A span is its first place and the place behind its last."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        order = [number for _, _, number in sorted([(span[0], -span[1], n) for n, span in enumerate(spans)])]
        self._numbers = order
        self._starts = [spans[number][0] for number in order]
        self._ends = [spans[number][1] for number in order]
        # For each the nearest one before it that ends later; -1 where none does.
        self._around: list[int] = []
        for k, end in enumerate(self._ends):
            outer = k - 1
            while outer >= 0 and self._ends[outer] <= end:
                outer = self._around[outer]
            self._around.append(outer)

    def innermost(self, at: int) -> int | None:
        """The number of the span that begins last among those round `at`; None where there is none."""
        k = bisect_right(self._starts, at) - 1
        while k >= 0 and self._ends[k] <= at:
            k = self._around[k]
        return self._numbers[k] if k >= 0 else None
