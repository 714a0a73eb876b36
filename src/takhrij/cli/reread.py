"""takhrij reread: what older rules have read is read again."""

from typing import Annotated

import typer

from takhrij.cli.archive import ArchiveOption
from takhrij.cli.lines import TellingOption


def reread(
    archive: ArchiveOption = None,
    view: TellingOption = None,
    jobs: Annotated[int, typer.Option(min=0, max=256, help="How many processes read; 0: one for each core.")] = 0,
) -> None:
    """Bring the archive up to date: read again what other rules than today's have read.

    Nothing is fetched and no report changes its version; what it says is set out anew, and copies and stories with it.
    Killed at any moment, the command goes on where it was when it is called again.
    """
    import os

    from takhrij.cli.archive import open_at, shown_place
    from takhrij.cli.lines import telling
    from takhrij.cli.progress import counting
    from takhrij.model.taken import Anew

    opened = open_at(archive)
    from takhrij.store.adding import outdated
    from takhrij.store.adding import reread as read_anew

    where, tell = shown_place(archive), telling(view)
    done = 0
    try:
        total = outdated(opened)
        with counting("reading", total) as passed:
            for written in read_anew(opened, jobs or os.cpu_count() or 1):
                done += written.same + written.changed
                passed(done)
                tell(Anew(archive=where, reread=done, left=max(0, total - done), done=False))
    finally:
        opened.dispose()
    tell(Anew(archive=where, reread=done, left=0, done=True))
    words = f"{done:,} reports read anew" if done else "every report was read by today's rules"
    typer.echo(f"takhrij: {words}; {where}", err=True)
