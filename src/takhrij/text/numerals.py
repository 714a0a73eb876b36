"""Numbers in digits, and numbers in words added up."""

from collections.abc import Iterable

from takhrij.text.fold import fold


def in_digits(word: str) -> int | None:
    """The number that `word` writes in digits of any set; None if it is no whole number of at most nine digits."""
    folded = fold(word)
    return int(folded) if len(folded) < 10 and folded.isascii() and folded.isdecimal() else None


def total(values: Iterable[int]) -> int:
    """What the parts of a number in words come to: [5, 10] is 15, [3, 1000, 900, 8, 70] is 3978."""
    whole = part = 0
    for value in values:
        if value in (100, 1000, 1_000_000, 1_000_000_000) and 0 < part < value:
            part *= value
        else:
            part += value
        if value >= 1000:
            whole += part
            part = 0
    return whole + part
