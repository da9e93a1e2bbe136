"""What a request brings, and how a refusal is said."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from classroom.entry import Refusal
from classroom.web import guard
from classroom.web.frames import LONGEST, MalformedError, table
from classroom.web.patience import PATIENCE

STATUS = {
    "no-class": 404,
    "not-found": 404,
    "origin": 403,
    "wrong-words": 403,
    "too-many": 429,
    "busy": 503,
    "read-only": 503,
    "ended": 410,
    "full": 409,
    "shut": 409,
    "failed": 500,
}
"""Status of an answer that refuses; 400 for any other reason."""
SAID = {
    "no_name": "bad-nick",
    "too_long": "bad-nick",
    "class_over": "ended",
    "class_full": "full",
    "class_shut": "shut",
    "read_only": "read-only",
    "no_such_words": "wrong-words",
}
"""What the class's refusals are called outside of it."""


def refusal(error: str, again: float = 0.0) -> Refusal:
    """Return a refusal, with the seconds after which to try again where that helps."""
    return Refusal(error, again=round(again, 1)) if again else Refusal(error)


async def said(request: Request, error: Exception) -> Response:
    """Return a refusal as the page gets it."""
    assert isinstance(error, Refusal)
    why = SAID.get(error.why, error.why)
    again = error.gaps.get("again")
    headers = {"Retry-After": str(max(1, round(again)))} if again else {}
    return JSONResponse({"error": why, **error.gaps}, STATUS.get(why, 400), headers)


async def body(request: Request, most: int) -> bytes:
    """Return what a request brings; raises Refusal where it is too long, or another site's.

    One that does not come in time is refused too: it would hold its connection for ever.
    """
    if not guard.own_page(request, needed=False):
        raise refusal("origin")
    found = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for piece in request.stream():
                found += piece
                if len(found) > most:
                    raise refusal("bad-request")
    except TimeoutError:
        raise refusal("bad-request") from None
    return bytes(found)


async def fields(request: Request) -> dict[str, Any]:
    """Return the JSON object that a request brings; raises Refusal where there is none.

    Another site's form cannot send this kind, and its script must ask first, which is refused.
    """
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
        raise refusal("bad-request")
    try:
        return table((await body(request, 4 * LONGEST)).decode())
    except (MalformedError, UnicodeDecodeError):
        raise refusal("bad-request") from None


def text(found: dict[str, Any], key: str, most: int) -> str:
    """Return a text among the fields, empty where there is none; raises Refusal."""
    value = found.get(key, "")
    if not isinstance(value, str) or len(value) > most:
        raise refusal("bad-request")
    return value
