"""The language of whoever asks for a page."""

from __future__ import annotations

from starlette.requests import HTTPConnection

from scenarios.spoken import KEPT_AS, wanted


def language(request: HTTPConnection) -> str:
    """Return the language somebody wants.

    It is what the address says; else what they chose on any page; else what their browser says.
    """
    asked, chosen = request.query_params.get("lang", ""), request.cookies.get(KEPT_AS, "")
    return wanted(asked, chosen, accepted=request.headers.get("accept-language", ""))
