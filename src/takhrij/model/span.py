"""Where something stands in a text, as published."""

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """Code points `start` up to, not including, `end` of the report's text; written as `[start, end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The very words the span points at."""
        return text[self.start : self.end]
