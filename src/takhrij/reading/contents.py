"""Finding the innermost of many spans."""

from bisect import bisect_right


class Contents:
    """Spans that may lie in one another, to find the innermost round a place in time that no report's length makes
    longer. A span is its first place and the place behind its last."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = spans
        self._numbers: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        # For each the nearest one before it that ends later; -1 where none does.
        self._around: list[int] = []

    def _order(self) -> None:
        """Put the spans in order, when somebody first asks for them."""
        for first, end_first, number in sorted([(span[0], -span[1], n) for n, span in enumerate(self._spans)]):
            end = -end_first
            outer = len(self._numbers) - 1
            while outer >= 0 and self._ends[outer] <= end:
                outer = self._around[outer]
            self._numbers.append(number)
            self._starts.append(first)
            self._ends.append(end)
            self._around.append(outer)

    def innermost(self, at: int) -> int | None:
        """The number of the span that begins last among those round `at`; None where there is none."""
        if len(self._numbers) < len(self._spans):
            self._order()
        k = bisect_right(self._starts, at) - 1
        while k >= 0 and self._ends[k] <= at:
            k = self._around[k]
        return self._numbers[k] if k >= 0 else None
