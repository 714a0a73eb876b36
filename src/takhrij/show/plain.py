"""A report's words made fit to be shown: one line, and nothing that moves the cursor or turns the line."""

import re
from functools import cache

RIGHT_TO_LEFT = "\u2067"
FIRST_STRONG = "\u2068"
LEFT_TO_RIGHT_MARK = "\u200e"
END_OF_ISOLATE = "\u2069"


@cache
def _unfit() -> re.Pattern[str]:
    # Control characters (a report may hold escape sequences), direction marks and isolates, halves of surrogate pairs.
    return re.compile(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
    )


def fit(words: str) -> str:
    """`words` without control characters and direction marks."""
    return _unfit().sub("", words)


def plain(words: str) -> str:
    """`words` in one line, without control characters and direction marks."""
    return " ".join(fit(words).split())


def isolated(words: str) -> str:
    """Arabic `words` that disturb nothing around them, and that nothing around disturbs."""
    return f"{RIGHT_TO_LEFT}{words}{END_OF_ISOLATE}"
