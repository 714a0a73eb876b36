"""Words by which actors are told from what is only named, in named groups; actor_words.toml says what each group is."""

from functools import cache

from takhrij.lexicon.files import load
from takhrij.text.fold import fold


@cache
def group(name: str) -> frozenset[str]:
    """The folded words of the group `name`."""
    return frozenset(fold(_file()[name]).split())


@cache
def _file() -> dict[str, str]:
    return load("actor_words.toml", dict[str, str])
