"""What a number of victims counts: the killed, the injured, the arrested."""

from functools import cache
from typing import Literal

import msgspec

from takhrij.lexicon.files import load
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

Toll = Literal["killed", "injured", "arrested"]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    killed: str
    injured: str
    arrested: str


@cache
def _tolls() -> dict[str, Toll]:
    file = load("tolls.toml", _File)
    kinds: tuple[tuple[Toll, str], ...] = (
        ("killed", file.killed),
        ("injured", file.injured),
        ("arrested", file.arrested),
    )
    return {fold(word): kind for kind, words in kinds for word in words.split()}


def toll_of(trigger: str) -> Toll | None:
    """What the number beside `trigger` counts; None where the words do not tell."""
    for word in trigger.split():
        for form in (fold(word), fold(segment(word).stem)):
            if (kind := _tolls().get(form)) is not None:
                return kind
    return None
