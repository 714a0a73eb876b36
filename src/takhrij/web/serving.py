"""The desk's server."""

import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from takhrij.errors import StoreError

_WAITING = 128
# Whoever opens a line and says nothing loses it.
_SILENCE_S = 15


def run(app: FastAPI, host: str, port: int, told: Callable[[str], None]) -> None:
    """Serve until interrupted; `told` is given the address. Raises StoreError where nothing can listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise StoreError(f"{host}:{port}", error.strerror or str(error)) from error
    listener.listen(_WAITING)
    name = f"[{host}]" if family == socket.AF_INET6 else host
    told(f"http://{name}:{listener.getsockname()[1]}/")
    config = uvicorn.Config(
        app,
        # What is asked may be confidential: no request is written down.
        access_log=False,
        log_level="warning",
        server_header=False,
        # No header of a request tells who asks or by which name: there is no proxy that could be trusted.
        proxy_headers=False,
        timeout_keep_alive=_SILENCE_S,
        lifespan="off",
    )
    with listener:
        uvicorn.Server(config).run(sockets=[listener])
