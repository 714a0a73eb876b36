"""takhrij read: what each report states, who said it, and through whom."""

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

BROKEN_PIPE = 141


def read(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            help="Text, JSON records or lines, Parquet, HTML pages, feeds, WARC, site maps (each perhaps .gz), "
            "folders of them, addresses (http, https), or - for standard input.",
            show_default=False,
        ),
    ] = None,
    view: Annotated[
        Literal["tree", "json", "html"] | None,
        typer.Option(
            "--format", help="How to write the readings; a tree on a terminal, JSON in a pipe.", show_default=False
        ),
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="The outlet of reports that do not name theirs.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The date (ISO 8601) of reports that do not tell theirs.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead of standard output.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=256, help="How many processes read at the same time.")] = 1,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE", help="Persons, outlets and bodies of your own (docs/lexicon.md); may be repeated."
        ),
    ] = None,
) -> None:
    """Read Arabic news reports: what each states, who said it, and through whom it came.

    Exit status: 0 all read, 2 could not start, 3 some inputs were refused and the others read.
    """
    # Whoever only asks for help need not wait for the rules.
    from takhrij.cli import output as out
    from takhrij.cli.jobs import read_all
    from takhrij.cli.progress import Progress, watched
    from takhrij.cli.tally import Tally
    from takhrij.ingest.articles import Defaults, read_articles

    names = inputs or _standard_input()
    tally = Tally(Progress(names, shown=watched()))
    articles = tally.accepted(read_articles(names, Defaults(outlet=outlet, published=date_of(published)), tally))
    try:
        out.write(read_all(articles, jobs, tuple(lexicon or ())), out.chosen(view, output), output)
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None
    finally:
        tally.close()
    raise typer.Exit(tally.exit_code)


def _standard_input() -> list[str]:
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter("name a file, a folder, or - for standard input", param_hint="INPUT")
    return ["-"]


def date_of(given: str | None) -> str | None:
    """A date as an option gives it, in ISO 8601; what is no date is refused."""
    from takhrij.ingest.published import iso_published

    if given is None:
        return None
    date = iso_published(given)
    if date is None:
        raise typer.BadParameter(f"{given!r} is no date such as 2019-05-09", param_hint="--published")
    return date
