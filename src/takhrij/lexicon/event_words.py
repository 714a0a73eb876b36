"""Words that rules of events look for, in named groups; events/words.toml says what each group is."""

from functools import cache

import msgspec

from takhrij.lexicon.files import load
from takhrij.text.fold import fold


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    parties: str
    fighters: str
    forces: str
    protesters: str
    violence: str
    bomb: str
    sports: str
    beside: str
    hands: str
    side: str
    negation: str
    planned: str
    called_for: str
    conditional: str
    ongoing: str
    denied: str
    settled: str
    near_to: str
    courts: str
    marks: str


@cache
def group(name: str) -> frozenset[str]:
    """The folded words of the group `name`."""
    return frozenset(fold(getattr(_file(), name)).split())


@cache
def _file() -> _File:
    return load("events/words.toml", _File)
