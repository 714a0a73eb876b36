"""The command line: its commands, and the only place where errors become messages and exit codes."""

import sys
from typing import Annotated

import typer

from takhrij.cli.add import add
from takhrij.cli.copies import copies
from takhrij.cli.events import events
from takhrij.cli.export import export
from takhrij.cli.quotes import quotes
from takhrij.cli.read import read
from takhrij.cli.reread import reread
from takhrij.cli.review import review
from takhrij.cli.search import search
from takhrij.cli.serve import serve
from takhrij.cli.sources import sources
from takhrij.cli.stories import stories
from takhrij.cli.trace import trace
from takhrij.cli.watch import watch
from takhrij.cli.who import who
from takhrij.errors import TakhrijError

COULD_NOT_START = 2

app = typer.Typer(
    name="takhrij",
    help="Trace Arabic news back to who said it: statements, sources and chains of transmission.",
    add_completion=False,
    no_args_is_help=True,
    # The plain help opens in half the time of the framed one.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
ARCHIVE = (add, watch, reread, search, trace, who, review, events, stories, quotes, sources, copies, export, serve)
for command in (read, *ARCHIVE):
    app.command()(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        from takhrij import __version__

        typer.echo(f"takhrij {__version__}")
        raise typer.Exit


@app.callback()
def takhrij(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Trace Arabic news back to who said it: statements, sources and chains of transmission."""


def main() -> None:
    """Run the command that the program's arguments name."""
    try:
        app()
    except TakhrijError as error:
        typer.echo(f"takhrij: {error}", err=True)
        sys.exit(COULD_NOT_START)
