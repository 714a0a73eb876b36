"""Families of quotations for eyes in a terminal: each wording, and in colours what was changed."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from takhrij.model.family import Family
from takhrij.model.wording import Change
from takhrij.show.plain import END_OF_ISOLATE, RIGHT_TO_LEFT, isolated, plain

_MOST_WORDINGS = 6
_STYLES = {"same": "", "added": "green", "dropped": "red strike", "changed": "yellow"}


def draw(found: Iterable[Family], console: Console) -> int:
    """Print the families; how many there were."""
    count = 0
    for family in found:
        for line in _lines(family):
            console.print(line)
        count += 1
    return count


def _lines(family: Family) -> Iterator[Text]:
    names = ", ".join(isolated(plain(name)) for name in family.speakers)
    days = family.first or "no date"
    if family.last != family.first:
        days += f" to {family.last}"
    yield Text.assemble((names, "bold cyan"), (f"  {days}  {family.family}", "dim"))
    for n, wording in enumerate(family.wordings[:_MOST_WORDINGS]):
        who = [one for one in family.quotations if one.wording == n]
        outlets = ", ".join(dict.fromkeys(isolated(plain(one.outlet or one.report)) for one in who))
        yield Text.assemble((f"  [{n + 1}] ×{wording.retellings}  ", "dim"), (outlets, "magenta"))
        yield (
            Text.assemble("      ", *_words(wording.changes)) if n else Text(f"      {isolated(plain(wording.words))}")
        )
    if len(family.wordings) > _MOST_WORDINGS:
        yield Text(f"      … and {len(family.wordings) - _MOST_WORDINGS} more wordings", "dim")
    yield Text()


def _words(changes: Iterable[Change]) -> Iterator[tuple[str, str] | str]:
    """The wording with what it adds and leaves out: signs tell it where there are no colours."""
    yield RIGHT_TO_LEFT
    for change in changes:
        if change.kind in ("dropped", "changed"):
            yield f"[-{plain(change.instead)}-]", _STYLES["dropped"]
            yield " "
        if change.kind == "same":
            yield plain(change.words)
        elif change.words:
            yield f"[+{plain(change.words)}+]", _STYLES[change.kind]
        yield " "
    yield END_OF_ISOLATE
