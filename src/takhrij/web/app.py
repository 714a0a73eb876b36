"""The desk as a web application: pages in two languages, each also as JSON and CSV."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from typing import Literal

import anyio
import anyio.to_thread
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from takhrij import __version__
from takhrij.errors import InputError, StoreError, TakhrijError
from takhrij.store.view import View
from takhrij.web.api.failures import Refused, failed, is_api
from takhrij.web.api.serving import api
from takhrij.web.api.writing import Hands, Keep
from takhrij.web.guard import Guard
from takhrij.web.page import NotHere, Page
from takhrij.web.pages import PAGES
from takhrij.web.rendering import FOLDERS, Address, rendered
from takhrij.web.reviewing import add_review
from takhrij.web.rows import csv_rows, json_rows
from takhrij.web.settings import Settings
from takhrij.web.wording import CODES, Code, words
from takhrij.web.writing import Decide, may_write

Form = Literal["json", "csv"]
_TYPES: dict[Form, str] = {"json": "application/json", "csv": "text/csv; charset=utf-8"}
_SMALL = 1_000
# Higher levels take twice the time for the last tenth.
_PACKED = 5
_MOST_FIELDS = 20
_YEAR_S = 365 * 24 * 3600


class Desk(FastAPI):
    """The desk's application; its guard stands around all of it, the telling of what broke included."""

    def build_middleware_stack(self) -> ASGIApp:
        """The application as it is asked."""
        return Guard(super().build_middleware_stack(), self.state.settings)


def create_app(
    view: View, settings: Settings | None = None, decide: Decide | None = None, keep: Keep | None = None
) -> FastAPI:
    """The desk over an archive. It is given a View, and so can change nothing.

    `decide` keeps a reader's decisions, `keep` reports that are sent to the API.
    """
    app = Desk(
        title="takhrij",
        version=__version__,
        # The interactive description would load its scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        middleware=[Middleware(GZipMiddleware, minimum_size=_SMALL, compresslevel=_PACKED)],
    )
    app.state.view = view
    app.state.settings = settings or Settings()
    for page in PAGES:
        _add(app, page)
    add_review(app, decide)
    app.router.routes += api(view, app.state.settings, Hands(keep, decide))
    for folder in FOLDERS:
        with as_file(files("takhrij.web").joinpath(folder)) as path:
            app.mount(f"/{folder}", _Kept(directory=path))
    for kind in (TakhrijError, HTTPException, Refused, 500):
        app.add_exception_handler(kind, _told)
    return app


class _Kept(StaticFiles):
    """Files whose address changes when they do, so that a browser may keep them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if scope["query_string"].startswith(b"v="):
            response.headers["Cache-Control"] = f"public, max-age={_YEAR_S}, immutable"
        return response


def _add(app: FastAPI, page: Page) -> None:
    """The page's addresses: in each language, and for programs."""
    methods = ["GET", "HEAD", *(["POST"] if page.takes_posts else [])]
    for code in CODES:
        app.add_api_route(
            Address(page.name).written(code), _shown(page, code), methods=methods, include_in_schema=False
        )
    for form in _TYPES if page.answers else ():
        app.add_api_route(f"/{page.name}.{form}", _rows(page, form), methods=["GET", "HEAD"], include_in_schema=False)


def _shown(page: Page, code: Code) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        given = dict(request.query_params)
        if request.method == "POST":
            async with request.form(max_files=0, max_fields=_MOST_FIELDS, max_part_size=_bound(request)) as form:
                given |= {name: value for name, value in form.items() if isinstance(value, str)}
        # What is being written would be written all the same: whoever sent it waits to hear how it went.
        with _in_time(None if request.method == "POST" else request.app.state.settings.most_seconds):
            return await anyio.to_thread.run_sync(_answer, request, page, code, given, abandon_on_cancel=True)

    return endpoint


@contextmanager
def _in_time(seconds: float | None) -> Iterator[None]:
    """Nobody waits longer than that: what was begun goes on to its end, and may be there for the next who asks."""
    try:
        with anyio.fail_after(seconds):
            yield
    except TimeoutError:
        raise HTTPException(503) from None


def _bound(request: Request) -> int:
    most: int = request.app.state.settings.most_bytes
    return most


def _answer(request: Request, page: Page, code: Code, given: dict[str, str]) -> Response:
    asked = page.question(given)
    context = page.show(request.app.state.view, asked)
    # What was sent by a form is too much for an address.
    here = Address(page.name, tuple((name, value) for name, value in request.query_params.items() if value))
    return HTMLResponse("".join(rendered(page.name, words(code), **_around(request, here, page), context=context)))


def _around(request: Request, here: Address, page: Page | None) -> dict[str, object]:
    """What every template knows of the page it is part of."""
    base = f"{request.url.scheme}://{request.url.netloc}"
    return {
        "here": here,
        "page": page,
        "pages": [one for one in PAGES if one.is_listed],
        "base": base,
        "today": request.app.state.settings.now().date().isoformat(),
        "version": __version__,
        "takes_writing": request.app.state.settings.token is not None,
        "may_write": may_write(request),
    }


def _rows(page: Page, form: Form) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        assert page.answers is not None
        asked = page.question(dict(request.query_params))
        with _in_time(request.app.state.settings.most_seconds):
            answers = await anyio.to_thread.run_sync(
                page.answers, request.app.state.view, asked, abandon_on_cancel=True
            )
        pieces = json_rows(answers) if form == "json" else csv_rows(answers)
        headers = {"Content-Disposition": f'attachment; filename="{page.name}.{form}"'} if form == "csv" else None
        return StreamingResponse(pieces, media_type=_TYPES[form], headers=headers)

    return endpoint


async def _told(request: Request, error: Exception) -> Response:
    """Any error as one page, in the language of the address; for a program in the API's one shape."""
    if is_api(request.url.path):
        return failed(error)
    status, reason = _status(error)
    code: Code = "en" if request.url.path.startswith("/en/") else "ar"
    known = _around(request, Address("home"), None)
    return HTMLResponse(
        "".join(rendered("error", words(code), **known, status=status, reason=reason)), status_code=status
    )


def _status(error: Exception) -> tuple[int, str]:
    if isinstance(error, HTTPException):
        return error.status_code, ""
    if isinstance(error, NotHere):
        return 404, str(error)
    if isinstance(error, InputError):
        return 400, str(error)
    if isinstance(error, StoreError):
        return 503, str(error)
    # What broke is for the log of whoever runs the desk, not for whoever reads it.
    return 500, ""
