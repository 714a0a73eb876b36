"""Outlets compared in a terminal: a bar for each share."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from takhrij.model.transparency import Transparency
from takhrij.show.plain import isolated, plain

_WIDTH = 8
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_COLUMNS = (
    ("unnamed", "yellow"),
    ("reasoned", "green"),
    ("first_hand", "green"),
    ("agencies", "blue"),
    ("copies", "magenta"),
    ("uncredited", "red"),
)


def draw(found: Iterable[Transparency], console: Console) -> None:
    """Print a table of outlets."""
    table = Table(box=None, header_style="bold", padding=(0, 1))
    table.add_column("outlet")
    table.add_column("reports", justify="right")
    table.add_column("statements", justify="right")
    for name, _ in _COLUMNS:
        table.add_column(name.replace("_", "-"))
    for one in found:
        shares = [_bar(getattr(one, name), colour) for name, colour in _COLUMNS]
        name = isolated(plain(one.outlet)) if one.outlet else "outlet unknown"
        table.add_row(Text(name), f"{one.reports:,}", f"{one.statements:,}", *shares)
    console.print(table)
    console.print(
        "unnamed: statements of somebody not named; reasoned: of these, he asked for it; first-hand: said without\n"
        "a relay, in no copy; agencies: reports that name one; copies with earlier words; uncredited: of these",
        style="dim",
    )


def _bar(share: float | None, colour: str) -> Text:
    if share is None:
        return Text("    –", "dim")
    full, rest = divmod(round(share * _WIDTH * 8), 8)
    bar = ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(_WIDTH)
    return Text.assemble(f"{share:4.0%} ", (bar, colour))
