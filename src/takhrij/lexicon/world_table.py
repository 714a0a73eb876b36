"""The compiled table of persons and bodies, as training/compile_world.py writes it and a reading loads it."""

from functools import cache
from importlib.resources import files

import msgspec

from takhrij.lexicon.entries import Entries
from takhrij.lexicon.name_keys import name_key
from takhrij.lexicon.persons import Known, Person

COMPILED = "world.json"


class Table(msgspec.Struct, frozen=True):
    """Persons, bodies and metonyms with the keys of their names, as training/compile_world.py writes them."""

    persons: tuple[Person, ...]
    person_keys: tuple[tuple[str, ...], ...]
    bodies: tuple[Known, ...]
    body_keys: tuple[tuple[str, ...], ...]
    metonyms: tuple[Known, ...]
    metonym_keys: tuple[tuple[str, ...], ...]


def table_of(entries: Entries) -> Table:
    """The table of these entries."""
    persons, bodies, metonyms = entries.persons, entries.bodies(), entries.metonyms
    return Table(persons, keys_of(persons), bodies, keys_of(bodies), metonyms, keys_of(metonyms))


def keys_of(entries: tuple[Known, ...]) -> tuple[tuple[str, ...], ...]:
    """The keys of every entry's names, each once."""
    return tuple(tuple(dict.fromkeys(map(name_key, entry.forms()))) for entry in entries)


@cache
def table() -> Table:
    """The compiled table of the package."""
    path = files("takhrij.lexicon") / "data" / COMPILED
    return msgspec.json.decode(path.read_bytes(), type=Table)
