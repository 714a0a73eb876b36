"""Small words that hold a sentence together, folded."""

from functools import cache

import msgspec

from takhrij.lexicon.files import load
from takhrij.text.fold import fold


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    that: str
    not_before_that: str
    relative: str
    negation: str
    auxiliary: str
    adjunct: str
    occasion: str
    according: str
    as_said: str
    pronouns: str
    came: str
    own_voice: str
    again: str
    anonymity: str
    not_said: str


@cache
def group(name: str) -> frozenset[str]:
    """The folded words of the group `name` of function_words.toml."""
    return frozenset(fold(getattr(_file(), name)).split())


@cache
def _file() -> _File:
    return load("function_words.toml", _File)
