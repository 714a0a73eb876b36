"""Who may write: whoever bears the token that was told when the desk was opened, and nobody where there is none."""

import hmac
from collections.abc import Callable, Sequence
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from takhrij.model.link import Judgement, Named, Verdict
from takhrij.web.rendering import Address
from takhrij.web.wording import Code

# Keeps a decision: who decides, on which two names, and how. The desk itself has no way to write.
Decide = Callable[[str, Named, Named, Verdict], Sequence[Judgement]]

_TOKEN = "takhrij_token"
_BY = "takhrij_by"
_DAY_S = 24 * 3600


def is_token(request: Request, given: str) -> bool:
    """Whether `given` is the desk's token; never where the desk has none."""
    token: str | None = request.app.state.settings.token
    # The time this takes does not tell how much of it was right.
    return token is not None and hmac.compare_digest(given.encode(), token.encode())


def may_write(request: Request) -> bool:
    """Whether the request bears the token: a program's in its header, a reader's in the cookie of `signed_in`."""
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return is_token(request, given.strip())
    return is_token(request, request.cookies.get(_TOKEN, ""))


def writer_of(request: Request) -> str:
    """The name under which the reader signed in."""
    return unquote(request.cookies.get(_BY, ""))[:100]


def signed_in(token: str, by: str, code: Code) -> Response:
    """Back to the page of identities, with a cookie that no script and no other site can use."""
    answer = RedirectResponse(Address("review").written(code), 303)
    for name, value in ((_TOKEN, token), (_BY, quote(by))):
        answer.set_cookie(name, value, max_age=_DAY_S, httponly=True, samesite="strict")
    return answer
