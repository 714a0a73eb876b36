"""Two wordings held against each other, word by word."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from takhrij.linking.grams import words_of
from takhrij.linking.names import alike
from takhrij.model.family import Family
from takhrij.model.wording import Change
from takhrij.text.fold import fold

# Longer wordings are compared up to here: the time for two grows with the product of their lengths.
_MOST_WORDS = 400


@lru_cache(maxsize=10_000)
def changes(first: str, other: str) -> tuple[Change, ...]:
    """What `other` has otherwise than `first`, in its order; spellings of one word are the same."""
    mine, theirs = words_of(first)[:_MOST_WORDS], words_of(other)[:_MOST_WORDS]
    return tuple(_changes(mine, theirs))


def _changes(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Change]:
    folded = [fold(word) for word in mine], [fold(word) for word in theirs]
    for tag, a, b, c, d in SequenceMatcher(None, *folded, autojunk=False).get_opcodes():
        old, new = " ".join(mine[a:b]), " ".join(theirs[c:d])
        if tag == "equal":
            yield Change(kind="same", words=new, instead="")
        elif tag == "insert":
            yield Change(kind="added", words=new, instead="")
        elif tag == "delete":
            yield Change(kind="dropped", words="", instead=old)
        else:
            yield Change(kind="changed", words=new, instead=old)


def disputed(family: Family) -> bool:
    """Whether quotations of one utterance make different named people speak."""
    named = sorted({one.speaker for one in family.quotations if one.named})
    return any(not alike(one, other) for n, one in enumerate(named) for other in named[:n])
