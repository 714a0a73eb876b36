"""takhrij add: reports taken into the archive, read and linked."""

from typing import TYPE_CHECKING, Annotated

import typer

from takhrij.cli.archive import ArchiveOption
from takhrij.cli.lines import TellingOption, View

if TYPE_CHECKING:
    from takhrij.cli.tally import Tally
    from takhrij.store.writer import Written

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
    view: TellingOption = None,
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
    from takhrij.store.writer import Writer

    fetching = Fetching(Manners(pause, allow_private=allow_private), Writer(opened).has)

    tally = Tally(Progress(sources, shown=watched(printing=False)))
    defaults = Defaults(outlet=outlet, published=date_of(published))
    articles = tally.accepted(read_articles(sources, defaults, tally, fetching))
    taking = _Taking(archive, view, tally)
    try:
        for written in take_in(opened, articles, jobs or os.cpu_count() or 1):
            taking.count(written)
    finally:
        tally.close()
        opened.dispose()
    taking.tell(done=True)
    tally.tell(f"{taking.written}; {taking.where} {shown_size(place_of(archive))}".rstrip())
    raise typer.Exit(tally.exit_code)


class _Taking:
    """Counts what is taken in, and tells it."""

    def __init__(self, archive: str | None, view: View | None, tally: "Tally") -> None:
        from takhrij.cli.archive import shown_place
        from takhrij.cli.lines import telling
        from takhrij.store.writer import Written

        self.where = shown_place(archive)
        self.written = Written()
        self._tell = telling(view)
        self._tally = tally

    def count(self, written: "Written") -> None:
        """Count a batch that is safe in the archive."""
        self.written.join(written)
        self._tally.counted(written.all())
        self.tell(done=False)

    def tell(self, *, done: bool) -> None:
        """Tell programs how many there are so far."""
        from dataclasses import asdict

        from takhrij.model.taken import Taken

        self._tell(Taken(archive=self.where, **asdict(self.written), refused=self._tally.refused, done=done))
