"""Names to decide on, for eyes in a terminal."""

from rich.console import Console, Group
from rich.panel import Panel
from rich.text import Text

from takhrij.model.link import Candidate, Judgement, Named, Seen
from takhrij.show.plain import isolated, plain


def draw_pair(pair: Candidate, console: Console) -> None:
    """Print two names with what the archive tells of each, and why they may be one actor's."""
    lines = [*_seen(pair.left), Text(), *_seen(pair.right), Text(), Text(f"{pair.score:.0%}: {pair.why}", "dim")]
    console.print(Panel(Group(*lines), title=pair.left.type, title_align="left"))


def draw_judgement(one: Judgement, console: Console) -> None:
    """Print what somebody decided."""
    sign = ("=", "green") if one.verdict == "same" else ("≠", "red")
    line = Text.assemble((f"{one.at[:16].replace('T', ' ')}  {one.by}  ", "dim"), _named(one.left), " ", sign, " ")
    line.append(_named(one.right))
    if one.why:
        line.append(f"  {plain(one.why)}", "dim")
    console.print(line)


def _named(one: Named) -> str:
    return isolated(plain(one.name)) + (f" in {one.report}" if one.report else "")


def _seen(one: Seen) -> list[Text]:
    between = f", {one.first} to {one.last}" if one.first else ""
    facts = "  ".join(filter(None, (one.country, one.sector, f"{one.reports} reports{between}")))
    lines = [Text.assemble((isolated(plain(one.name)), "bold cyan"), f"  {facts}")]
    for words, colour in ((one.roles, "green"), (one.outlets, "magenta")):
        if words:
            lines.append(Text("  " + ", ".join(isolated(plain(word)) for word in words), colour))
    return lines
