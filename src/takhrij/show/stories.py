"""Stories for eyes in a terminal: what each is about, and what its reports tell differently."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from takhrij.model.story import Contradiction, Story
from takhrij.show.plain import isolated, plain


def draw(found: Iterable[Story], console: Console) -> int:
    """Print the stories; how many there were."""
    count = 0
    for story in found:
        for line in _lines(story):
            console.print(line)
        count += 1
    return count


def _lines(story: Story) -> Iterator[Text]:
    yield Text(isolated(plain(story.title or story.story)), "bold")
    days = story.first or "no date"
    if story.last != story.first:
        days += f" to {story.last}"
    outlets = ", ".join(isolated(plain(outlet)) for outlet in story.outlets) or "outlet unknown"
    reports = "1 report" if len(story.reports) == 1 else f"{len(story.reports)} reports"
    yield Text(f"  {days}  {reports}  {outlets}", "dim")
    for contradiction in story.contradictions:
        yield from _told(contradiction)
    yield Text()


def _told(contradiction: Contradiction) -> Iterator[Text]:
    yield Text.assemble(("  ≠ ", "red"), f"{contradiction.kind}: {isolated(plain(contradiction.about))}")
    for one in contradiction.versions:
        chain = " ← ".join(isolated(plain(name)) for name in (one.outlet or one.report, *one.chain))
        when = (one.published or "no date")[:16].replace("T", " ")
        words = isolated(plain(one.words))
        yield Text.assemble(f"      {when}  ", (one.says, "bold"), f"  {words}  ", (chain, "magenta"))
