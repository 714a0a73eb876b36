"""What stands between the desk and the world: every request is looked at, every answer gets its rules.

A page of another site may make a reader's browser ask this desk. So the name it is asked by must be one of its own
(else a foreign name could be pointed at this machine), and whatever sends something must come from the desk's pages.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from takhrij.web.api.failures import failed, is_api
from takhrij.web.settings import Settings

# No page carries a script or a style of its own, and none asks anything of any other place.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "X-Frame-Options": "DENY",
}
_SAFE = frozenset(["GET", "HEAD", "OPTIONS"])
_OWN_SITES = frozenset(["same-origin", "none"])


class Guard:
    """The outermost part of the desk."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it in one line."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._refused(scope, headers)
        if refused is not None:
            await refused(scope, receive, _with_headers(send))
            return
        body = _Body(receive, self._settings.most_bytes)
        await self._app(scope, body.receive, body.watched(scope, _with_headers(send)))

    def _refused(self, scope: Scope, headers: Headers) -> Response | None:
        host = headers.get("host", "")
        if _name(host) not in self._settings.hosts:
            return _refusal(scope, 421, "this desk does not answer to that name; see takhrij serve --allow-host")
        if scope["method"] not in _SAFE and not _is_own(host, headers):
            return _refusal(scope, 403, "only the desk's own pages may send anything here")
        if _announced(headers) > self._settings.most_bytes:
            return _too_large(scope, self._settings.most_bytes)
        return None


def _name(host: str) -> str:
    """A host without its port."""
    return host.rpartition(":")[0].lower() if host.rpartition(":")[2].isdigit() else host.lower()


def _is_own(host: str, headers: Headers) -> bool:
    """Whether one of the desk's own pages sends this, or a program that is no browser: browsers always tell."""
    if headers.get("sec-fetch-site", "none") not in _OWN_SITES:
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == host.lower()


def _announced(headers: Headers) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isascii() and length.isdigit() else 0


def _refusal(scope: Scope, status: int, reason: str) -> Response:
    """One line; for a program in the API's one shape."""
    if is_api(scope["path"]):
        return failed(HTTPException(status, reason))
    return PlainTextResponse(f"{status} {reason}\n", status)


def _too_large(scope: Scope, most: int) -> Response:
    return _refusal(scope, 413, f"more than {most:,} bytes are not taken; `takhrij add` takes files of any size")


class _Body:
    """The body of a request, cut off when it grows too large; what was sent is then told instead of any answer."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._most = most
        self._taken = 0

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._taken += len(message.get("body", b""))
            if self._taken > self._most:
                return {"type": "http.request", "body": b"", "more_body": False}
        return message

    def watched(self, scope: Scope, send: Send) -> Send:
        refused = False

        async def watch(message: Message) -> None:
            nonlocal refused
            if self._taken <= self._most:
                await send(message)
            elif not refused:
                refused = True
                await _too_large(scope, self._most)(scope, self._receive, send)

        return watch


def _with_headers(send: Send) -> Send:
    async def add(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _missing(headers):
                headers[name] = value
        await send(message)

    return add


def _missing(headers: MutableHeaders) -> Iterable[tuple[str, str]]:
    return [(name, value) for name, value in HEADERS.items() if name not in headers]
