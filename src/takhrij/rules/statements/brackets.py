"""Where a bracket ends: (أ ف ب)."""

from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

# A bracket that does not end within so many words was never meant to end there.
_WITHIN = 14


def close_bracket(sheet: Sheet, i: int, limit: int) -> int:
    """Where the bracket that opens at word `i` ends, or `i + 1` where it does not end soon."""
    for j in range(i + 1, min(i + _WITHIN, limit)):
        if sheet.tokens[j].flags & Is.CLOSE:
            return j + 1
    return i + 1
