"""Reading a lexicon file: persons, outlets, organisations, groups and metonyms, as docs/lexicon.md describes them.

The package's own files and a user's (`takhrij read --lexicon FILE`) are of one format.
"""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from takhrij.errors import LexiconError
from takhrij.lexicon.outlets import Outlet
from takhrij.lexicon.persons import Known, Person

E = TypeVar("E", bound=msgspec.Struct)


class Entries(msgspec.Struct, frozen=True, kw_only=True):
    """What lexicon files list."""

    persons: tuple[Person, ...] = ()
    organizations: tuple[Known, ...] = ()
    groups: tuple[Known, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    metonyms: tuple[Known, ...] = ()

    def bodies(self) -> tuple[Known, ...]:
        """Organisations and groups."""
        return self.organizations + self.groups


# The table of a file, and where its entries are kept.
_TABLES: dict[str, tuple[str, type[msgspec.Struct]]] = {
    "person": ("persons", Person),
    "organization": ("organizations", Known),
    "group": ("groups", Known),
    "outlet": ("outlets", Outlet),
    "metonym": ("metonyms", Known),
}


def read_entries(paths: Iterable[Path]) -> Entries:
    """All entries of the files, each once; raises LexiconError with the file and the entry where one is malformed."""
    found: dict[str, list[msgspec.Struct]] = {field: [] for field, _ in _TABLES.values()}
    for path in paths:
        for table, listed in _listed(path).items():
            if table not in _TABLES:
                raise LexiconError(path, f"[[{table}]] is none of {' '.join(f'[[{known}]]' for known in _TABLES)}")
            field, kind = _TABLES[table]
            if not isinstance(listed, list):
                raise LexiconError(path, f"{table} is written [[{table}]], once for every entry")
            found[field] += [_entry(path, f"[[{table}]] {n}", one, kind) for n, one in enumerate(listed, 1)]
    return msgspec.convert({field: tuple(dict.fromkeys(entries)) for field, entries in found.items()}, Entries)


def _listed(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as why:
        raise LexiconError(path, why.strerror or str(why)) from why
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as why:
        raise LexiconError(path, str(why)) from why


def _entry(path: Path, where: str, given: object, kind: type[E]) -> E:
    name = given.get("name") if isinstance(given, dict) else None
    try:
        return msgspec.convert(given, kind)
    except msgspec.ValidationError as why:
        raise LexiconError(path, f"{where}{f' ({name})' if name else ''}: {why}") from why
