"""What a reader sends from the page of identities: the token, and decisions on who is who."""

from collections.abc import Awaitable, Callable
from typing import cast, get_args

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from takhrij.model.actor import ActorType
from takhrij.model.link import Named, Verdict
from takhrij.web.page import Unclear
from takhrij.web.rendering import Address
from takhrij.web.wording import CODES, Code
from takhrij.web.writing import Decide, is_token, may_write, signed_in, writer_of

_MOST_FIELDS = 8
_MOST_LETTERS = 1_000


def add_review(app: FastAPI, decide: Decide | None) -> None:
    """The addresses to which the page of identities sends; without `decide`, only those who ask are told."""
    for code in CODES:
        where = Address("review").written(code)
        for name, endpoint in (("sign", _sign(code)), ("decide", _decided(code, decide))):
            app.add_api_route(f"{where}/{name}", endpoint, methods=["POST"], include_in_schema=False)


async def _form(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=_MOST_FIELDS) as form:
        return {name: value[:_MOST_LETTERS] for name, value in form.items() if isinstance(value, str)}


def _sign(code: Code) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        given = await _form(request)
        token = given.get("token", "").strip()
        if not is_token(request, token):
            raise HTTPException(403)
        return signed_in(token, given.get("by", "").strip(), code)

    return endpoint


def _decided(code: Code, decide: Decide | None) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if decide is None or not may_write(request):
            raise HTTPException(403)
        given = await _form(request)
        kind, verdict = given.get("type"), given.get("verdict")
        if kind not in get_args(ActorType) or verdict not in get_args(Verdict):
            raise Unclear("type, verdict")
        left, right = (Named(type=cast(ActorType, kind), name=given.get(side, "")) for side in ("left", "right"))
        await run_in_threadpool(decide, writer_of(request), left, right, cast(Verdict, verdict))
        return RedirectResponse(Address("review").written(code), 303)

    return endpoint
