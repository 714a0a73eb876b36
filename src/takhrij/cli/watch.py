"""takhrij watch: feeds asked again and again, and what is new in them taken into the archive."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from takhrij.cli.add import PauseOption, PrivateOption
from takhrij.cli.archive import ArchiveOption
from takhrij.cli.lines import TellingOption

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from takhrij.cli.tally import Tally
    from takhrij.ingest.watching import Feed, Round


def watch(
    feeds: Annotated[
        list[str],
        typer.Argument(
            metavar="FEED...",
            help="Addresses of feeds, or files that list them (a line each, or OPML).",
            show_default=False,
        ),
    ],
    archive: ArchiveOption = None,
    view: TellingOption = None,
    every: Annotated[float, typer.Option(min=0.1, metavar="MINUTES", help="How often each feed is asked.")] = 15.0,
    once: Annotated[bool, typer.Option("--once", help="Ask each feed that is due once, and leave.")] = False,
    pages: Annotated[
        bool, typer.Option("--pages/--no-pages", help="Read the pages behind the items, or the items as they stand.")
    ] = True,
    pause: PauseOption = 1.0,
    allow_private: PrivateOption = False,
) -> None:
    """Watch feeds: fetch politely what is new in them, and take it into the archive, until interrupted.

    robots.txt is obeyed, a feed that has not changed is not sent again, and one that fails is asked ever more seldom.
    What was due when the program was stopped is due when it starts again.
    """
    import time

    from takhrij.cli.archive import open_at, shown_place
    from takhrij.cli.lines import telling
    from takhrij.cli.progress import Progress
    from takhrij.cli.tally import Tally
    from takhrij.ingest.fetching import Fetching
    from takhrij.ingest.manners import Manners
    from takhrij.ingest.watching import Round, feeds_named
    from takhrij.model.taken import Asked

    addresses = feeds_named(feeds)
    opened = open_at(archive, create=True)
    from takhrij.store.feeds import known_feeds
    from takhrij.store.writer import Writer

    fetching = Fetching(Manners(pause, allow_private=allow_private), Writer(opened).has)
    watched = known_feeds(opened, addresses)
    tally, where, tell = Tally(Progress([], shown=False)), shown_place(archive), telling(view)
    try:
        while True:
            due = [feed for feed in watched if once or feed.due <= time.time()]
            if due:
                asked = _ask(opened, due, Round(fetching, time.time(), every * 60, pages), tally)
                tell(Asked(archive=where, **asked))
            if once:
                break
            time.sleep(max(1.0, min(feed.due for feed in watched) - time.time()))
    except KeyboardInterrupt:
        tally.tell("stopped; what was acknowledged is in the archive")
    finally:
        fetching.close()
        opened.dispose()
    raise typer.Exit(tally.exit_code if once else 0)


def _ask(archive: "Engine", due: "list[Feed]", this: "Round", tally: "Tally") -> dict[str, Any]:
    """Take in what is new in the feeds that are due, and remember then how to ask them next; what came of it."""
    import time
    from dataclasses import asdict
    from datetime import UTC, datetime

    from takhrij.ingest.articles import Defaults, article_of
    from takhrij.store.adding import add
    from takhrij.store.feeds import keep_feeds
    from takhrij.store.writer import Written

    before = tally.refused
    found = (article_of(item, Defaults(), tally) for feed in due for item in this.items(feed))
    taken = Written()
    for written in add(archive, tally.accepted(found), 1):
        taken.join(written)
    keep_feeds(archive, due)
    failed = sum(feed.failures > 0 for feed in due)
    tally.tell(f"{time.strftime('%H:%M')} {len(due)} feeds asked, {failed} failed; {taken}")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return {"at": at, "feeds": len(due), "failed": failed, **asdict(taken), "refused": tally.refused - before}
