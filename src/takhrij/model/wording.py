"""The words in which something is told, and what differs from the first words."""

from typing import Literal

from takhrij.model.record import Record


class Change(Record, frozen=True, kw_only=True):
    """A stretch of a wording held against the first one.

    `kind` is `same`, `added` (not in the first), `dropped` (only in the first) or `changed`; `words` are the wording's,
    empty where dropped, and `instead` the first one's, where they differ.
    """

    kind: Literal["same", "added", "dropped", "changed"]
    words: str
    instead: str


class Wording(Record, frozen=True, kw_only=True):
    """Words in which it is told, in how many retellings, and what they have otherwise than the first wording."""

    words: str
    retellings: int
    changes: tuple[Change, ...]
