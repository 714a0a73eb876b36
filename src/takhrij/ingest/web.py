"""Fetching, politely: robots.txt, a pause between two pages of one host, conditional requests, patience with errors."""

import time
import zlib
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

import httpcore
from protego import Protego

from takhrij import __version__
from takhrij.errors import ArticleError
from takhrij.ingest.guarded import Guarded, PrivateAddress
from takhrij.ingest.items import LARGEST, TOO_LARGE
from takhrij.ingest.manners import Manners

AGENT = "takhrij"
USER_AGENT = f"{AGENT}/{__version__} (tracing Arabic news to its sources; reads robots.txt)"
# Of our patience with an answer, so much may pass before its next byte; a server that drips bytes takes all of it.
_SILENCE = 1 / 3
_MOST_REDIRECTS = 5
# robots.txt may ask for a longer pause than ours, within reason.
_LONGEST_PAUSE_S = 60.0
_LONGEST_BACK_OFF_S = 120.0
_TRIES = 3
_BUSY = frozenset([429, 503])
_SAFE = "%/:=&?~#+!$,;'@()*[]"


class FetchError(ArticleError):
    """An address that could not be fetched."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; `body` is None where nothing has changed since the answer that is known."""

    url: str
    body: bytes | None
    kind: str = ""
    etag: str | None = None
    modified: str | None = None

    def charset(self) -> str | None:
        """The encoding that the server tells."""
        _, mark, charset = self.kind.lower().partition("charset=")
        return charset.split(";")[0].strip(" \"'") or None if mark else None


@dataclass(slots=True)
class _Host:
    """What is known of a host: what it allows, the pause it wants, when it was last asked."""

    robots: Protego
    pause: float
    asked: float = field(default=-1e9)


@dataclass(frozen=True, slots=True)
class _Raw:
    status: int
    headers: dict[str, str]
    body: bytes


class Web:
    """Fetches addresses, one at a time."""

    def __init__(self, manners: Manners | None = None) -> None:
        self._manners = manners or Manners()
        self._pool = httpcore.ConnectionPool(network_backend=Guarded(allow_private=self._manners.allow_private))
        self._hosts: dict[str, _Host] = {}

    def get(self, url: str, etag: str | None = None, modified: str | None = None) -> Answer:
        """The answer of `url`, unless it is the one known by its `etag` or date. Raises FetchError."""
        known = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in known.items() if value}
        address = url
        for _ in range(_MOST_REDIRECTS + 1):
            raw = self._patiently(address, headers)
            if raw.status == 304 and headers:
                return Answer(address, None, etag=etag, modified=modified)
            if raw.status in (301, 302, 303, 307, 308) and "location" in raw.headers:
                address = urljoin(address, raw.headers["location"])
                continue
            if raw.status != 200:
                raise FetchError(url, f"the server answered {raw.status}")
            told = raw.headers
            return Answer(address, raw.body, told.get("content-type", ""), told.get("etag"), told.get("last-modified"))
        raise FetchError(url, f"more than {_MOST_REDIRECTS} redirects")

    def close(self) -> None:
        """End all connections."""
        self._pool.close()

    def _patiently(self, url: str, headers: dict[str, str]) -> _Raw:
        """What the server answers when it is not too busy."""
        host = self._host(url)
        if not host.robots.can_fetch(url, AGENT):
            raise FetchError(url, "robots.txt forbids it")
        back_off = 2.0
        for attempt in range(_TRIES):
            self._wait(host)
            raw = self._ask(url, headers)
            if raw.status not in _BUSY or attempt == _TRIES - 1:
                break
            asked = raw.headers.get("retry-after", "")
            self._manners.sleep(min(float(asked) if asked.isdecimal() else back_off, _LONGEST_BACK_OFF_S))
            back_off *= 2
        return raw

    def _wait(self, host: _Host) -> None:
        rest = host.asked + host.pause - time.monotonic()
        if rest > 0:
            self._manners.sleep(rest)
        host.asked = time.monotonic()

    def _host(self, url: str) -> _Host:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise FetchError(url, "neither http:// nor https://")
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._hosts:
            self._hosts[origin] = self._introduced(origin)
        return self._hosts[origin]

    def _introduced(self, origin: str) -> _Host:
        """The host, whose robots.txt is read first: a missing one allows all, a broken one nothing (RFC 9309)."""
        address = f"{origin}/robots.txt"
        for _ in range(_MOST_REDIRECTS):
            raw = self._ask(address, {})
            if raw.status not in (301, 302, 303, 307, 308) or "location" not in raw.headers:
                break
            address = urljoin(address, raw.headers["location"])
        if raw.status >= 500:
            raise FetchError(origin, f"its robots.txt answers {raw.status}: nothing is fetched")
        robots = Protego.parse(raw.body.decode("utf-8", "replace") if raw.status == 200 else "")
        asked = robots.crawl_delay(AGENT) or 0.0
        return _Host(robots, max(self._manners.pause, min(float(asked), _LONGEST_PAUSE_S)), time.monotonic())

    def _ask(self, url: str, headers: dict[str, str]) -> _Raw:
        """One request. Raises FetchError."""
        sent: list[tuple[bytes | str, bytes | str]] = [("User-Agent", USER_AGENT), ("Accept-Encoding", "gzip")]
        sent += headers.items()
        patience = self._manners.patience
        until = time.monotonic() + patience
        waits = dict.fromkeys(["connect", "read", "write", "pool"], patience * _SILENCE)
        try:
            address = _as_ascii(url)
            with self._pool.stream("GET", address, headers=sent, extensions={"timeout": waits}) as answer:
                told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers}
                return _Raw(answer.status, told, _body(url, answer, told, until))
        except PrivateAddress as error:
            raise FetchError(url, f"{error}; --allow-private fetches it all the same") from error
        except httpcore.TimeoutException as error:
            raise FetchError(url, "the server does not answer in time") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
            raise FetchError(url, str(error) or type(error).__name__) from error
        except (zlib.error, ValueError, UnicodeError) as error:
            raise FetchError(url, f"no answer that can be read: {error}") from error


def _body(url: str, answer: httpcore.Response, told: dict[str, str], until: float) -> bytes:
    unpack = zlib.decompressobj(31) if told.get("content-encoding", "").lower() == "gzip" else None
    body = bytearray()
    for piece in answer.iter_stream():
        body += unpack.decompress(piece, LARGEST + 1 - len(body)) if unpack else piece
        if len(body) > LARGEST:
            raise FetchError(url, TOO_LARGE)
        if time.monotonic() > until:
            raise FetchError(url, "the answer does not end")
    return bytes(body)


def _as_ascii(url: str) -> str:
    """An address with Arabic words in it, as it is sent."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    port = f":{parts.port}" if parts.port else ""
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{port}{quote(parts.path, safe=_SAFE) or '/'}{query}"
