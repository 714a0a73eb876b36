"""Reading the data files: one way, and errors that name file and field."""

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import msgspec

from takhrij.errors import LexiconError

R = TypeVar("R")


def load(name: str, kind: type[R]) -> R:
    """The data file `name` as a record of `kind`; raises LexiconError with the file and the field."""
    path = files("takhrij.lexicon") / "data" / name
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as why:
        raise LexiconError(Path(str(path)), str(why)) from why
