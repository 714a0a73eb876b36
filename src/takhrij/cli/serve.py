"""takhrij serve: the desk, an archive looked at in a browser."""

import os
import secrets
from typing import TYPE_CHECKING, Annotated

import typer

from takhrij.cli.archive import ArchiveOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Engine

    from takhrij.model.article import Article
    from takhrij.model.link import Judgement, Named, Verdict
    from takhrij.store.writer import Written
    from takhrij.web.api.writing import Keep
    from takhrij.web.writing import Decide

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    where: Annotated[
        str | None,
        typer.Argument(metavar="[ARCHIVE]", help="The archive; the same as --archive.", show_default=False),
    ] = None,
    archive: ArchiveOption = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; others see 0.0.0.0.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65_535, help="The port; 0: any that is free.")] = 8000,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name under which the desk answers, beside localhost; may be repeated."),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Whoever bears the token may add reports and decide on identities.")
    ] = False,
) -> None:
    """Open the desk: the archive as web pages, at http://127.0.0.1:8000 until it is interrupted.

    It listens on this machine alone unless told otherwise, answers only to names it knows, and asks nothing of any
    other machine. It changes nothing in the archive, unless `--write` lets in whoever bears the token: $TAKHRIJ_TOKEN,
    or one made for the occasion and told.
    """
    from takhrij.cli.archive import open_at
    from takhrij.errors import StoreError

    opened = open_at(where or archive)
    try:
        from takhrij.web.app import create_app
        from takhrij.web.kept import KeptView
        from takhrij.web.serving import run
        from takhrij.web.settings import LOOPBACK, Settings
    except ModuleNotFoundError as error:
        raise StoreError("serve", f"{error.name} is not installed; `pip install takhrij[web]` brings it") from error
    if host not in _LOOPBACK:
        typer.echo(f"takhrij: whoever can reach {host} can read the archive", err=True)
    names = {name.lower() for name in allow_host or ()} | ({host.lower()} if host != "0.0.0.0" else set())
    settings = Settings(hosts=LOOPBACK | names, token=_token() if write else None)
    hands = (_decide(opened), _keep(opened)) if write else (None, None)
    app = create_app(KeptView(opened), settings, *hands)
    try:
        run(app, host, port, lambda at: typer.echo(f"takhrij: the desk is at {at} (Ctrl+C ends it)", err=True))
    finally:
        opened.dispose()


def _token() -> str:
    """The token that the environment names, else a new one, which is told."""
    if given := os.environ.get("TAKHRIJ_TOKEN"):
        return given
    made = secrets.token_urlsafe(24)
    typer.echo(f"takhrij: the token for writing is {made}", err=True)
    return made


def _keep(opened: "Engine") -> "Keep":
    from takhrij.store.adding import add
    from takhrij.store.writer import Written

    def keep(articles: "Sequence[Article]") -> "Written":
        taken = Written()
        for written in add(opened, articles, 1):
            taken.join(written)
        return taken

    return keep


def _decide(opened: "Engine") -> "Decide":
    from takhrij.store.deciding import Reviewer
    from takhrij.store.view import View
    from takhrij.store.writer import Writer

    def decide(by: str, left: "Named", right: "Named", verdict: "Verdict") -> "Sequence[Judgement]":
        return Reviewer(View(opened), Writer(opened), by or "desk").decide(left, right, verdict)

    return decide
