"""takhrij serve: the desk, an archive looked at in a browser."""

from typing import Annotated

import typer

from takhrij.cli.archive import ArchiveOption

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
) -> None:
    """Open the desk: the archive as web pages, at http://127.0.0.1:8000 until it is interrupted.

    It listens on this machine alone unless told otherwise, answers only to names it knows, asks nothing of any other
    machine, and changes nothing in the archive.
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
    app = create_app(KeptView(opened), Settings(hosts=LOOPBACK | names))
    try:
        run(app, host, port, lambda at: typer.echo(f"takhrij: the desk is at {at} (Ctrl+C ends it)", err=True))
    finally:
        opened.dispose()
