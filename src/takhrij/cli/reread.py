"""takhrij reread: what older rules have read is read again."""

from typing import Annotated

import typer

from takhrij.cli.archive import ArchiveOption


def reread(
    archive: ArchiveOption = None,
    jobs: Annotated[int, typer.Option(min=0, max=256, help="How many processes read; 0: one for each core.")] = 0,
) -> None:
    """Bring the archive up to date: read again what other rules than today's have read.

    Nothing is fetched and no report changes its version; what it says is set out anew, and copies and stories with it.
    Killed at any moment, the command goes on where it was when it is called again.
    """
    import os

    from takhrij.cli.archive import open_at, place_of
    from takhrij.cli.progress import counting

    opened = open_at(archive)
    from takhrij.store.adding import outdated
    from takhrij.store.adding import reread as read_anew

    done = 0
    try:
        with counting("reading", outdated(opened)) as passed:
            for written in read_anew(opened, jobs or os.cpu_count() or 1):
                done += written.same + written.changed
                passed(done)
    finally:
        opened.dispose()
    words = f"{done:,} reports read anew" if done else "every report was read by today's rules"
    typer.echo(f"takhrij: {words}; {place_of(archive)}", err=True)
