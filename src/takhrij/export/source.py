"""What an export is made from."""

from collections.abc import Iterator
from typing import Protocol

from takhrij.model.copy import Copy
from takhrij.model.told import Told


class Source(Protocol):
    """Reports with all they say, and the copies among them; each can be gone through more than once."""

    def reports(self) -> Iterator[Told]:
        """The reports, one at a time."""

    def copies(self) -> Iterator[Copy]:
        """The copies, one at a time."""
