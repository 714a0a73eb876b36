"""The words that tell of events, as their files have them: triggers, and the light verbs that carry their nouns.

What a word of a text may be is in `senses` and `carried`.
"""

from functools import cache
from importlib.resources import files

import msgspec

from takhrij.lexicon.files import load
from takhrij.lexicon.trigger import Carrier, Trigger

__all__ = ["Carrier", "Trigger", "entries", "light_verbs"]

_FOLDER = "events"
_CARRIERS = "carriers.toml"
_NO_TRIGGERS = frozenset(["words.toml", _CARRIERS])


class _Triggers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    trigger: tuple[Trigger, ...]


class _Carriers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    carrier: tuple[Carrier, ...]


@cache
def entries() -> tuple[Trigger, ...]:
    """Every trigger, file by file."""
    folder = files("takhrij.lexicon") / "data" / _FOLDER
    names = sorted(path.name for path in folder.iterdir() if path.name not in _NO_TRIGGERS)
    return tuple(trigger for name in names for trigger in load(f"{_FOLDER}/{name}", _Triggers).trigger)


@cache
def light_verbs() -> tuple[Carrier, ...]:
    """Every light verb, in the order of the file."""
    return load(f"{_FOLDER}/{_CARRIERS}", _Carriers).carrier
