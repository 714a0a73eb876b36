"""Connections to public addresses alone: a page must not make us ask the machines beside us."""

import ipaddress
import socket
from typing import Any

import httpcore


class PrivateAddress(Exception):
    """A name that leads to a private address; the message says which."""


class Guarded(httpcore.SyncBackend):
    """Looks a name up once, refuses private addresses, and connects to the very address that it has looked at."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private

    def connect_tcp(self, host: str, port: int, *options: Any, **named: Any) -> httpcore.NetworkStream:  # noqa: ANN401
        """A connection to `host`. Raises PrivateAddress, and httpcore.ConnectError where there is none."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"no such host: {host} ({error})") from error
        addresses = [str(entry[4][0]) for entry in found]
        if not self._allow_private:
            for address in addresses:
                if not is_public(address):
                    raise PrivateAddress(f"{host} is the private address {address}")
        failure: Exception | None = None
        for address in addresses:
            try:
                return super().connect_tcp(address, port, *options, **named)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError(f"no address: {host}")


def is_public(address: str) -> bool:
    """Whether an address belongs to the open network."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None) or ip
    return ip.is_global and inner.is_global and not ip.is_multicast
