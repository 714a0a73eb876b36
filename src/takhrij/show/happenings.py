"""The chronicle for eyes in a terminal: a line for each event, under its day."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from takhrij.model.happening import Happening
from takhrij.show.plain import isolated, plain


def draw(found: Iterable[Happening], console: Console) -> int:
    """Print the events; how many there were."""
    count, day = 0, None
    for one in found:
        when = one.date or (one.published or "no date")[:10]
        if when != day:
            console.print(Text(when, "bold"))
            day = when
        console.print(_line(one))
        count += 1
    return count


def _line(one: Happening) -> Text:
    line = Text.assemble("  ", (" ".join(filter(None, (one.type, one.mode))), "cyan"))
    if one.status != "happened":
        line.append(f" {one.status.replace('_', ' ')}", "yellow")
    line.append(f"  {_names(one.actor) or '?'}")
    if one.recipient:
        line.append(f" → {_names(one.recipient)}")
    if one.place:
        line.append(f"  in {isolated(plain(one.place))}", "green")
    line.append(f"  {isolated(plain(one.trigger))}", "dim")
    line.append("\n      ")
    line.append(" ← ".join(isolated(plain(name)) for name in (one.outlet or one.report, *one.chain)), "magenta")
    return line


def _names(names: Sequence[str]) -> str:
    return ", ".join(isolated(plain(name)) for name in names)
