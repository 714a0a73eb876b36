"""What cannot be answered, told in one shape."""

import msgspec
from starlette.exceptions import HTTPException
from starlette.responses import Response

from takhrij.errors import InputError, StoreError
from takhrij.web.api import records as r

_CODES: dict[int, r.Code] = {
    403: "not_ours",
    404: "not_found",
    405: "not_allowed",
    413: "too_large",
    421: "not_ours",
}


class Refused(Exception):
    """A request that is not answered; the failure says why."""

    def __init__(self, status: int, code: r.Code, message: str) -> None:
        super().__init__(message)
        self.failure = r.Failure(status=status, code=code, message=message)


def is_api(path: str) -> bool:
    """Whether an address is one of the API's."""
    return path == "/api" or path.startswith("/api/")


def failed(error: Exception) -> Response:
    """Any error in the API's one shape."""
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    return told(_failure(error), headers)


def told(failure: r.Failure, headers: dict[str, str] | None = None) -> Response:
    """The failure as an answer."""
    headers = headers or {}
    if failure.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if failure.status == 503:
        headers["Retry-After"] = "10"
    return Response(msgspec.json.encode(r.Failed(error=failure)), failure.status, headers, "application/json")


def _failure(error: Exception) -> r.Failure:
    if isinstance(error, Refused):
        return error.failure
    if isinstance(error, HTTPException):
        code: r.Code = _CODES.get(error.status_code, "unreadable")
        return r.Failure(status=error.status_code, code=code, message=str(error.detail))
    if isinstance(error, InputError):
        # The question could be read: what it names is not there.
        return r.Failure(status=404, code="not_found", message=str(error))
    if isinstance(error, StoreError):
        return r.Failure(status=503, code="busy", message=error.reason)
    # What broke is for the log of whoever runs the desk, not for whoever asks.
    return r.Failure(status=500, code="broken", message="something broke; whoever runs the desk can see what")
