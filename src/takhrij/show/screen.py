"""The terminal that pictures are drawn on."""

from rich.console import Console


def screen() -> Console:
    """A console that changes nothing in the words it is given."""
    return Console(highlight=False, emoji=False)
