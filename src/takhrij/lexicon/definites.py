"""Definite nouns that are never adjectives: behind another definite word they begin a phrase of their own."""

from functools import cache

import msgspec

from takhrij.lexicon.files import load


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: str


@cache
def definite_nouns() -> frozenset[str]:
    """The folded words; definite_nouns.toml says how they were found."""
    return frozenset(load("definite_nouns.toml", _File).words.split())
