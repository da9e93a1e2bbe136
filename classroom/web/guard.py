"""What keeps others out of a class: headers, whose page asks, cookies, and how many tries."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from classroom.web.limits import Limit

POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'{sockets}; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""``unsafe-eval`` because Vue makes functions of our templates; nothing else comes from text."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",
}
PREFIX = re.compile(r"(/[A-Za-z0-9_-]{1,40}){0,4}")
TERM = 180 * 86_400
"""Seconds for which a browser keeps the key of a seat."""


class Guarded:
    """An application whose every answer carries the headers above; ``no-store`` unless it says."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        host = Headers(scope=scope).get("host", "")
        plain = host if re.fullmatch(r"[A-Za-z0-9.\-\[\]:]{1,260}", host) else ""
        # older browsers do not take a socket to the same host for 'self'
        sockets = f" ws://{plain} wss://{plain}" if plain else ""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Cache-Control", "no-store")
                headers["Content-Security-Policy"] = POLICY.format(sockets=sockets)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        await self.app(scope, receive, with_headers)


def base(request: HTTPConnection) -> str:
    """Return the path prefix under which a proxy offers this server, such as ``/p0``."""
    given = request.headers.get("x-script-name", "") or str(request.scope.get("root_path", ""))
    given = given.rstrip("/")
    return given if PREFIX.fullmatch(given) else ""


def own_page(request: HTTPConnection, needed: bool) -> bool:
    """Say whether a request comes from a page of this very server.

    Parameters
    ----------
    needed : bool
        Whether one that does not say is refused: a browser always says for a socket, and for
        whatever changes something.
    """
    origin = request.headers.get("origin")
    if origin is None:
        return not needed
    try:
        netloc = urlsplit(origin).netloc
    except ValueError:  # half an IPv6 address, which no browser sends
        return False
    return netloc.lower() == request.headers.get("host", "").lower() != ""


def address(request: HTTPConnection) -> str:
    """Return where somebody is, as far as limits are concerned: IPv6 by its network."""
    host = request.client.host if request.client else ""
    return ":".join(host.split(":")[:4]) if ":" in host else host


def cookie_name(code: str) -> str:
    """Return the name of the cookie that holds somebody's key to a class."""
    return f"communique-{code}"


def keep(response: Response, request: HTTPConnection, code: str, key: str) -> None:
    """Have the browser keep the key to a class, out of reach of scripts and other sites."""
    response.set_cookie(
        cookie_name(code),
        key,
        max_age=TERM,
        path=f"{base(request)}/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )


class Tries:
    """Wrong guesses, counted by address; a class known at an address is known to all there.

    A school may have one address for 300 people. So right answers cost nothing, the first wrong
    ones are free, and a class that somebody has joined from an address is never refused to
    others there, however many codes a neighbor is guessing.
    """

    def __init__(self, limit: Limit | None = None) -> None:
        self.limit = limit or Limit(burst=60, rate=0.5)
        self.known: set[tuple[str, str]] = set()

    def refused(self, request: HTTPConnection, code: str) -> float:
        """Return for how many seconds somebody may not ask for a class; 0 if they may."""
        where = address(request)
        if (where, code) in self.known or not self.limit.empty(where):
            return 0.0
        return self.limit.wait(where)

    def wrong(self, request: HTTPConnection) -> None:
        """Count a wrong guess."""
        self.limit.take(address(request))

    def right(self, request: HTTPConnection, code: str) -> None:
        """Note that a class is known at an address."""
        if len(self.known) > 100_000:
            self.known.clear()
        self.known.add((address(request), code))
