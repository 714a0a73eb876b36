"""Everything takhrij raises on purpose.

TakhrijError
├── InputError          the caller gave something that cannot be read
│   └── ArticleError    one article is malformed; the others are not
├── LexiconError        a data file is malformed
└── StoreError          an archive is missing, locked, full or of a later version

What a text leaves unsaid is never an error: it is an absent value.
"""

from pathlib import Path


class TakhrijError(Exception):
    """Root of the tree above: catch this at the edge of a program."""


class InputError(TakhrijError):
    """The caller gave something that cannot be read."""


class ArticleError(InputError):
    """One article is malformed; `where` names the file and, if it has lines, the line."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class LexiconError(TakhrijError):
    """An entry of a data file is malformed."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path


class StoreError(TakhrijError):
    """An archive cannot be opened or written; `where` is its path or address, without a password."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason
