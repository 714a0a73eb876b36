"""Reading the data files: one way, and errors that name file and field."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from takhrij.errors import LexiconError

R = TypeVar("R")


def load(name: str, kind: type[R]) -> R:
    """The data file `name` as a record of `kind`; raises LexiconError with the file and the field."""
    path = files("takhrij.lexicon") / "data" / name
    packed = _packed().get(name)
    try:
        if packed is not None:
            return msgspec.json.decode(packed, type=kind, dec_hook=_made)
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), kind, dec_hook=_made)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as why:
        raise LexiconError(Path(str(path)), str(why)) from why


def _made(kind: type[R], fields: dict[str, Any]) -> R:
    """An entry that is no Struct, as those are that the compiled reading asks for their fields all the time."""
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()})


@cache
def _packed() -> dict[str, msgspec.Raw]:
    """The data files as a compiled wheel brings them, by their names: JSON, read many times faster than TOML.

    Elsewhere there is no such file, and what is written in the data files counts at once.
    """
    path = files("takhrij.lexicon") / "data.json"
    return msgspec.json.decode(path.read_bytes(), type=dict[str, msgspec.Raw]) if path.is_file() else {}
