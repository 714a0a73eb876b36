"""A dossier for eyes in a terminal: who it is, roles on a line of time, statements by month, meetings, outlets."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from takhrij.model.dossier import Dossier
from takhrij.show.plain import isolated, plain

_MOST_ROLES = 12
_MOST_OTHERS = 10
_LATEST = 5
_BARS = " ▁▂▃▄▅▆▇█"


def draw(found: Dossier, console: Console) -> None:
    """Print `found`."""
    for line in (*_head(found), *_roles(found), *_months(found), *_others(found), *_latest(found), Text()):
        console.print(line)


def _head(found: Dossier) -> Iterator[Text]:
    facts = "  ".join(filter(None, (found.type, found.country, found.sector)))
    yield Text.assemble((isolated(plain(found.name)), "bold cyan"), f"  {facts}")
    others = [isolated(plain(alias)) for alias in found.aliases if alias != found.name]
    if others:
        yield Text(f"  also {', '.join(others[:_MOST_OTHERS])}", "dim")
    if found.ambiguous:
        names = ", ".join(isolated(plain(name)) for name in found.ambiguous[:_MOST_OTHERS])
        yield Text(f"  could be each of: {names}", "yellow")
    between = f", {found.first} to {found.last}" if found.first else ""
    yield Text(f"  {found.reports:,} reports, {found.statements:,} statements{between}")


def _roles(found: Dossier) -> Iterator[Text]:
    usual = sorted(found.roles, key=lambda held: -held.reports)[:_MOST_ROLES]
    for held in sorted(usual, key=lambda held: held.first or ""):
        days = held.first or "no date"
        if held.last != held.first:
            days += f" to {held.last}"
        yield Text.assemble((f"  {days:<25}", "dim"), isolated(plain(held.role)), (f"  ×{held.reports}", "dim"))


def _months(found: Dossier) -> Iterator[Text]:
    """Statements a month as one line of bars; months without any stand as gaps."""
    if len(found.months) < 2:
        return
    first, last = min(found.months), max(found.months)
    counts = [found.months.get(month, 0) for month in _from(first, last)]
    most = max(counts)
    bars = "".join(_BARS[0 if not count else 1 + round(count / most * (len(_BARS) - 2))] for count in counts)
    words = (f"  at most {most} a month", "dim")
    yield Text.assemble(("  said  ", "dim"), f"{first} ", (bars, "green"), f" {last}", words)


def _from(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:7])
    while (now := f"{year:04}-{month:02}") <= last:
        yield now
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _others(found: Dossier) -> Iterator[Text]:
    if found.meetings:
        met = ", ".join(f"{isolated(plain(one.other))} ×{one.told}" for one in found.meetings[:_MOST_OTHERS])
        yield Text.assemble(("  met  ", "dim"), met)
    if found.events:
        yield Text.assemble(("  events  ", "dim"), ", ".join(f"{kind} {n}" for kind, n in found.events.items()))
    by = ", ".join(
        f"{isolated(plain(one.outlet or 'outlet unknown'))} {one.reports}" for one in found.reported_by[:_MOST_OTHERS]
    )
    yield Text.assemble(("  reported by  ", "dim"), (by, "magenta"))


def _latest(found: Dossier) -> Iterator[Text]:
    for one in found.latest[:_LATEST]:
        chain = " ← ".join(isolated(plain(name)) for name in (one.outlet or one.report, *one.chain))
        yield Text.assemble((f"  {(one.published or 'no date')[:10]}  ", "dim"), isolated(plain(one.words)))
        yield Text(f"              {chain}", "magenta")
