"""takhrij add: reports taken into the archive, read and linked."""

from typing import Annotated

import typer

from takhrij.cli.archive import ArchiveOption

PauseOption = Annotated[
    float, typer.Option(min=0.0, metavar="SECONDS", help="The pause between two requests to one host.")
]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from private addresses too, such as localhost.")
]


def add(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Text, JSON records or lines, Parquet, HTML pages, feeds, WARC, site maps (each perhaps .gz), "
            "folders of them, addresses (http, https), or - for standard input.",
            show_default=False,
        ),
    ],
    archive: ArchiveOption = None,
    outlet: Annotated[str | None, typer.Option(help="The outlet of reports that do not name theirs.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The date (ISO 8601) of reports that do not tell theirs.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=0, max=256, help="How many processes read; 0: one for each core.")] = 0,
    pause: PauseOption = 1.0,
    allow_private: PrivateOption = False,
) -> None:
    """Take reports into the archive: read them, and find whose words they carry.

    The same report again changes nothing; a changed one becomes a new version, and both stay. Killed at any moment,
    the command goes on where it was when it is called again.

    Of a feed or site map at an address, the pages behind it are fetched that the archive does not have yet; robots.txt
    is obeyed.

    Exit status: 0 all taken in, 2 could not start, 3 some inputs were refused and the others taken in.
    """
    import os

    from takhrij.cli.archive import open_at, place_of, shown_size
    from takhrij.cli.progress import Progress, watched
    from takhrij.cli.read import date_of
    from takhrij.cli.tally import Tally
    from takhrij.ingest.articles import Defaults, read_articles
    from takhrij.ingest.fetching import Fetching
    from takhrij.ingest.manners import Manners

    opened = open_at(archive, create=True)
    from takhrij.store.adding import add as take_in
    from takhrij.store.writer import Writer, Written

    fetching = Fetching(Manners(pause, allow_private=allow_private), Writer(opened).has)

    tally = Tally(Progress(sources, shown=watched(printing=False)))
    defaults = Defaults(outlet=outlet, published=date_of(published))
    articles = tally.accepted(read_articles(sources, defaults, tally, fetching))
    all_in_all = Written()
    try:
        for written in take_in(opened, articles, jobs or os.cpu_count() or 1):
            all_in_all.join(written)
            tally.counted(written.all())
    finally:
        tally.close()
        opened.dispose()
    where = place_of(archive)
    tally.tell(f"{all_in_all}; {where} {shown_size(where)}".rstrip())
    raise typer.Exit(tally.exit_code)
