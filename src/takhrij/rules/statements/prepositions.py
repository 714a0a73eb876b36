"""The prepositions that verbs of saying govern, written apart (إلى) or joined to a word (ب)."""

from functools import cache

from takhrij.lexicon.function_words import spelled
from takhrij.text.fold import fold


@cache
def _governed() -> dict[str, str]:
    return {fold(preposition): preposition for preposition in spelled("prepositions")}


def as_governed(folded: str) -> str:
    """The preposition that the folded word is, spelled as verbs_of_saying.toml spells it; "" where it is none."""
    return _governed().get(folded, "")
