"""A reading as the archive keeps it: the JSON that `takhrij read` writes, packed."""

import zlib
from typing import TypeVar

import msgspec

T = TypeVar("T")


def unpack_as(packed: bytes, kind: type[T]) -> T:
    """As much of a reading as `kind` has fields for."""
    return msgspec.json.decode(zlib.decompress(packed), type=kind)
