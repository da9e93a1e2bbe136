"""One server for everything: the classes' addresses, and below them the rest of the house."""

from __future__ import annotations

import contextlib
import gc
import gzip
import os
import secrets
from collections.abc import AsyncIterator
from functools import lru_cache
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from classroom.entry import Refusal
from classroom.web.bodies import refusal, said
from classroom.web.entrance import Entrance
from classroom.web.guard import Guarded, own_page
from classroom.web.lines import Lines
from classroom.web.patience import arriving, patient
from classroom.web.site import Site
from classroom.web.sockets import NOT_ALLOWED
from classroom.web.staff import Staff

DESCRIPTORS = 65_536
"""Files and sockets the server asks for; 300 students need some 700, and 1,024 is the default."""
PING = 10.0
"""Seconds after which a silent browser is asked whether it is there, and again given up."""
SELDOM = (25_000, 10, 10)
"""Thresholds of the garbage collector: 2.5 million new objects before it looks at all of them."""
KEY_FILE = "teacher-key"
FOREVER = "public, max-age=31536000, immutable"


def application(site: Site, below: Starlette | None = None) -> Split:
    """Return the web application of all classes.

    Parameters
    ----------
    site : Site
        The classes, and who paints their pages.
    below : Starlette, optional
        Answers for every address that is none of ours; runs as long as we do.
    """

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with contextlib.AsyncExitStack() as stack:
            if below is not None:
                await stack.enter_async_context(below.router.lifespan_context(below))
            await stack.enter_async_context(site.open())
            yield

    @lru_cache(maxsize=500)
    def packed(name: str) -> bytes:
        shipped = site.pages.file(name)
        return gzip.compress(shipped.content, mtime=0) if shipped else b""

    async def file(request: Request) -> Response:
        """Send a script, a style or a picture; its name changes when it does."""
        name = request.path_params["name"]
        shipped = site.pages.file(name)
        if shipped is None:
            raise refusal("not-found")
        headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(shipped.content, media_type=shipped.kind, headers=headers)
        headers["Content-Encoding"] = "gzip"
        return Response(packed(name), media_type=shipped.kind, headers=headers)

    async def alive(request: Request) -> Response:
        """Say that the server is there, for whatever watches over it."""
        faults = sum(bool(room.fault) for room in site.house.rooms.values())
        return JSONResponse({"classes": len(site.house.rooms), "faults": faults})

    async def refused(request: Request, error: Exception) -> Response:
        """Say a refusal: a page to somebody who looks for one, else what a script reads."""
        looks = "text/html" in request.headers.get("accept", "")
        if looks and site.pages.lost and isinstance(error, Refusal) and error.why == "not-found":
            return await site.pages.lost(request, error)
        return await said(request, error)

    routes = [
        Route("/page/{name}", file),
        Route("/alive", alive),
        *Entrance(site).routes,
        *Staff(site).routes,
        *Lines(site).routes,
    ]
    ours = Starlette(routes=routes, exception_handlers={Refusal: refused}, lifespan=lifespan)
    return Split(ours, below)


class Split:
    """Our addresses, behind our headers, and everybody else's, which bring their own.

    Their sockets, too, are for pages of this server only: another site's page could else have
    whoever looks at it keep this server busy.

    Parameters
    ----------
    ours : Starlette
    below : application, optional
        Answers where none of our routes fits.
    """

    def __init__(self, ours: Starlette, below: ASGIApp | None) -> None:
        self.ours, self.guarded, self.below = ours, Guarded(ours), below

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        fits = scope["type"] == "lifespan" or any(
            route.matches(scope)[0] is not Match.NONE for route in self.ours.routes
        )
        if fits or self.below is None:
            await self.guarded(scope, receive, send)
        elif scope["type"] == "websocket" and not own_page(HTTPConnection(scope), needed=True):
            await WebSocketClose(NOT_ALLOWED)(scope, receive, send)
        else:
            await self.below(scope, receive, send)


def raise_limits() -> int:
    """Ask for as many descriptors as a large class needs; returns how many there are."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return DESCRIPTORS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= DESCRIPTORS:
        return DESCRIPTORS
    wanted = DESCRIPTORS if hard == resource.RLIM_INFINITY else min(DESCRIPTORS, hard)
    while wanted > soft:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        except (ValueError, OSError):  # macOS gives less than it says
            wanted //= 2
        else:
            return wanted
    return soft


def spare_pauses() -> None:
    """Have the garbage collector look through everything seldom, and never through the program.

    A class's games are some millions of objects, and hardly any is garbage. With Python's own
    thresholds they were all looked through fourteen times in a lesson, at last for 0.3 s at a time,
    in which nobody is answered.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def own_key(folder: Path) -> str:
    """Return the key for making classes, made at the first start and kept beside the classes.

    Raises
    ------
    OSError
        Where it cannot be written or read.
    """
    file = folder / KEY_FILE
    try:
        key = file.read_text("ascii").strip()
    except FileNotFoundError:
        key = ""
    if key:
        return key
    folder.mkdir(parents=True, exist_ok=True)
    key = secrets.token_urlsafe(24)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as target:
        target.write(f"{key}\n")
    return key


def serve(app: ASGIApp, host: str, port: int) -> None:
    """Serve an application until interrupted.

    Parameters
    ----------
    host, port
        Where to listen; see ``ui.server.serve``.
    """
    descriptors = raise_limits()
    spare_pauses()
    uvicorn.run(
        app,
        http=patient(descriptors),
        backlog=arriving(descriptors),
        host=host,
        port=port,
        log_level="warning",
        ws_ping_interval=PING,
        ws_ping_timeout=PING,
        ws_max_size=2**22,
        timeout_graceful_shutdown=2,
        server_header=False,
    )
