"""The API's addresses: questions read, answered within bounds, and every failure told in one shape."""

import threading
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlencode

import anyio
import anyio.to_thread
import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from takhrij.store.view import View
from takhrij.web.api import records as r
from takhrij.web.api.description import described
from takhrij.web.api.failures import Refused
from takhrij.web.api.operations import OPERATIONS, Operation
from takhrij.web.api.writing import Hands, writing
from takhrij.web.settings import Settings
from takhrij.web.writing import is_token

Endpoint = Callable[[Request], Awaitable[Response]]

_JSON = "application/json"
# So many answers are looked up at a time. One that takes too long goes on to its end, but nobody waits for it.
_AT_ONCE = 16


def api(view: View, settings: Settings, hands: Hands) -> list[Route]:
    """Everything at and below /api."""
    operations = (*OPERATIONS, *writing(hands))
    description = msgspec.json.encode(described(operations))
    places = threading.BoundedSemaphore(_AT_ONCE)

    async def openapi(_: Request) -> Response:
        return Response(description, media_type=_JSON)

    routes = [Route("/api/openapi.json", openapi)]
    for one in operations:
        asking = _Asking(one, view, settings, places)
        methods = ["POST"] if one.posted else ["GET"]
        routes.append(Route(f"/api{one.path}", asking.answered, methods=methods))
    return routes


class _Asking:
    """One operation, asked over HTTP."""

    def __init__(
        self, operation: Operation, view: View, settings: Settings, places: threading.BoundedSemaphore
    ) -> None:
        self._operation = operation
        self._view = view
        self._settings = settings
        self._places = places

    async def answered(self, request: Request) -> Response:
        """The answer, or an error that `failed` tells."""
        if self._operation.token:
            _look_at_token(request, self._operation)
        asked = await _body(request, self._operation) if self._operation.posted else _query(request, self._operation)
        if not self._places.acquire(blocking=False):
            raise Refused(503, "busy", f"{_AT_ONCE} questions are being answered; ask again in a while")
        try:
            # What is being written would be written all the same: whoever sent it waits to hear how it went.
            with anyio.fail_after(None if self._operation.token else self._settings.most_seconds):
                answer = await anyio.to_thread.run_sync(self._look_up, asked, abandon_on_cancel=True)
        except TimeoutError:
            seconds = f"{self._settings.most_seconds:g}"
            raise Refused(503, "busy", f"no answer within {seconds} seconds; ask for less") from None
        return Response(answer, media_type=_JSON)

    def _look_up(self, asked: Any) -> bytes:
        try:
            found = self._operation.answer(self._view, asked)
            if self._operation.listed:
                found = self._part(found, asked)
            return msgspec.json.encode(found)
        finally:
            self._places.release()

    def _part(self, found: Any, asked: r.Listing) -> r.Part[Any]:
        items = tuple(found)
        behind = asked.skip + asked.most
        more = len(items) > asked.most and behind <= self._operation.furthest
        again = {name: value for name, value in msgspec.structs.asdict(asked).items() if value not in (None, False)}
        following = f"/api{self._operation.path}?{urlencode({**again, 'skip': behind})}" if more else None
        return r.Part(items=items[: asked.most], next=following)


def _look_at_token(request: Request, operation: Operation) -> None:
    if operation.closed or request.app.state.settings.token is None:
        raise Refused(403, "read_only", "this archive takes nothing here; it was opened without --write")
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not is_token(request, given.strip()):
        raise Refused(401, "no_token", "the header Authorization must bear the token: Bearer TOKEN")


def _query(request: Request, operation: Operation) -> msgspec.Struct:
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name in given:
            raise Refused(400, "unreadable", f"{name}: given more than once")
        given[name] = value
    try:
        return msgspec.convert(given, operation.asked, strict=False)
    except msgspec.ValidationError as error:
        raise Refused(400, "unreadable", str(error)) from error


async def _body(request: Request, operation: Operation) -> msgspec.Struct:
    if request.query_params:
        raise Refused(400, "unreadable", "what is posted stands in the body, not in the address")
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
        raise Refused(400, "unreadable", f"the body must be {_JSON}, and Content-Type must say so")
    try:
        return msgspec.json.decode(await request.body(), type=operation.asked)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise Refused(400, "unreadable", str(error) or "objects nested too deeply") from error
