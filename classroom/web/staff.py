"""The teacher's and the projector's addresses: making a class, its links, its list, its ZIP."""

from __future__ import annotations

import asyncio
import io
import secrets
import time
from typing import Any

import segno
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from classroom.entry import Refusal
from classroom.export.kept_log import without_keys, written
from classroom.founding import first
from classroom.plan import Plan, plans
from classroom.rehearse import MOST, PEOPLE, rehearsed
from classroom.room import Room
from classroom.roster import names_in
from classroom.store import StoreError
from classroom.web import guard
from classroom.web.around import joined_at
from classroom.web.bodies import body, fields, refusal, text
from classroom.web.site import Site
from classroom.web.tongue import language
from classroom.who import Teacher
from scenarios.problems import ScenarioError
from scenarios.spoken import speaking

MOST_ROSTER = 200_000
"""Bytes of a list of names."""


class Staff:
    """The addresses of those who run a class; each ends in a key that nobody can guess.

    Parameters
    ----------
    site : Site
        The server's state.
    """

    def __init__(self, site: Site) -> None:
        self.site = site
        self.rehearsing = asyncio.Lock()
        self.routes = [
            Route("/teach/c/{key}", self.teacher),
            Route("/teach/c/{key}/export.zip", self.export),
            Route("/teach/c/{key}/class.jsonl", self.log),
            Route("/teach/c/{key}/roster", self.roster, methods=["POST"]),
            Route("/teach/c/{key}/measure", self.measure, methods=["POST"]),
            Route("/teach/c/{key}/rehearse", self.rehearse, methods=["POST"]),
            Route("/teach/{key}", self.new, methods=["GET"]),
            Route("/teach/{key}", self.make, methods=["POST"]),
            Route("/teach/{key}/plans", self.plans),
            Route("/wall/{key}", self.wall),
            Route("/wall/{key}/qr.svg", self.qr),
        ]

    def own(self, request: Request) -> None:
        """Check the key for making classes; raises Refusal."""
        given = str(request.path_params["key"]).encode()
        if not secrets.compare_digest(given, self.site.key.encode()):
            raise refusal("not-found")

    def taught(self, request: HTTPConnection) -> Room:
        """Return the class of a teacher's key; raises Refusal."""
        room = self.site.house.by_teacher(request.path_params["key"])
        if room is None:
            raise refusal("not-found")
        return room

    def walled(self, request: HTTPConnection) -> Room:
        """Return the class of a projector's key; raises Refusal."""
        room = self.site.house.by_wall(request.path_params["key"])
        if room is None:
            raise refusal("not-found")
        return room

    def show(self, request: Request, name: str) -> Response:
        """Show a page."""
        page = self.site.pages.page(name, base=guard.base(request), language=language(request))
        return HTMLResponse(page)

    async def new(self, request: Request) -> Response:
        """Show the page on which a class is made."""
        self.own(request)
        return self.show(request, "new")

    async def teacher(self, request: Request) -> Response:
        """Show the teacher's page."""
        self.taught(request)
        return self.show(request, "teacher")

    async def wall(self, request: Request) -> Response:
        """Show the projector's page."""
        self.walled(request)
        return self.show(request, "wall")

    async def plans(self, request: Request) -> Response:
        """Return the lesson plans there are, and the classes that did not come back whole."""
        self.own(request)
        painter = self.site.painters.get("plans")
        with speaking(language(request)):
            found = painter() if painter else {"plans": [p.model_dump() for p in plans().values()]}
        troubles = [
            {"code": each.code or cid, "kind": each.kind, "why": each.why}
            for cid, each in self.site.house.troubles.items()
        ]
        return JSONResponse({**found, "troubles": troubles})

    async def make(self, request: Request) -> Response:
        """Make a class of a plan, with what the teacher wants otherwise."""
        self.own(request)
        found = await fields(request)
        if not self.site.making.take("all"):
            raise refusal("too-many", self.site.making.wait("all"))
        room = await self.made(text(found, "plan", 60), found.get("changed", {}))
        state = room.state
        go = {"go": f"teach/c/{state.teacher}", "wall": f"wall/{state.wall}"}
        return JSONResponse({**go, "code": state.code}, 201)

    async def made(self, plan: str, changed: Any) -> Room:
        """Return a new class; raises Refusal where plan or changes are wrong."""
        shipped = plans().get(plan)
        if shipped is None or not isinstance(changed, dict) or "id" in changed:
            raise refusal("bad-request")
        try:
            wanted = Plan.model_validate({**shipped.model_dump(), **changed})
            return self.site.house.create(wanted)
        except (ValidationError, ScenarioError):
            raise refusal("bad-request") from None
        except StoreError:
            raise refusal("read-only") from None

    async def export(self, request: Request) -> Response:
        """Return all that is known of a class, to keep."""
        room = self.taught(request)
        content = await run_in_threadpool(self.site.export, room)
        name = f"communique-{room.state.code}.zip"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(content, media_type="application/zip", headers=headers)

    async def log(self, request: Request) -> Response:
        """Return the class's log as it stands, at once, whatever is still being measured."""
        room = self.taught(request)
        lines = await run_in_threadpool(lambda: written(without_keys(room.whole_log)))
        name = f"communique-{room.state.code}.jsonl"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(lines, media_type="application/jsonl", headers=headers)

    async def roster(self, request: Request) -> Response:
        """Take a list of names, as a spreadsheet or a learning system writes it."""
        room = self.taught(request)
        if request.headers.get("content-type", "").split(";")[0].strip() != "text/csv":
            raise refusal("bad-request")
        try:
            names = names_in(await body(request, MOST_ROSTER), language(request))
        except ValueError:
            raise refusal("bad-request") from None
        ack = await room.do(Teacher(), {"do": "roster", "names": names})
        if not ack.ok:
            raise Refusal(ack.why, **(ack.gaps or {}))
        return JSONResponse({"names": len(names)})

    async def rehearse(self, request: Request) -> Response:
        """Have bots play the teacher's plan; answers with the class of its own that comes of it."""
        room = self.taught(request)
        people = (await fields(request)).get("people", PEOPLE)
        if not isinstance(people, int) or not 1 <= people <= MOST:
            raise refusal("bad-request")
        if self.rehearsing.locked():
            raise refusal("busy", 10)
        async with self.rehearsing:
            plan, seed, house = room.state.plan, room.state.seed, self.site.house
            begun = first(plan, seed, time.time(), house.store.codes())
            spoken = language(request)
            played = await run_in_threadpool(
                rehearsed, plan, people, seed, begun=begun, language=spoken
            )
            try:
                made = house.adopt(played.entries)
            except StoreError:
                raise refusal("read-only") from None
            self.site.played(made, played.plays)
        state = made.state
        return JSONResponse({"go": f"teach/c/{state.teacher}", "wall": f"wall/{state.wall}"}, 201)

    async def measure(self, request: Request) -> Response:
        """Have the class measured once more, as where something could not be."""
        room = self.taught(request)
        await fields(request)
        if not self.site.making.take("all"):
            raise refusal("too-many", self.site.making.wait("all"))
        self.site.measure(room)
        return JSONResponse({}, 202)

    async def qr(self, request: Request) -> Response:
        """Return the address to join at as a picture for phones."""
        room = self.walled(request)
        code = segno.make(
            f"{joining(request, self.site)}/{room.state.code}", error="m", micro=False
        )
        picture = io.BytesIO()
        code.save(picture, kind="svg", border=2, xmldecl=False, svgclass=None, lineclass=None)
        return Response(picture.getvalue(), media_type="image/svg+xml")


def joining(request: HTTPConnection, site: Site) -> str:
    """Return the address to join at, as somebody else types it."""
    scheme = "https" if request.url.scheme in ("https", "wss") else "http"
    host = joined_at(request.headers.get("host", ""), site.seen)
    return f"{scheme}://{host}{guard.base(request)}/join"


def links(request: HTTPConnection, site: Site, room: Room, teacher: bool) -> dict[str, str]:
    """Return the addresses that the pages of teacher and projector show or lead to."""
    state = room.state
    found = {"join": joining(request, site), "code": state.code, "qr": f"wall/{state.wall}/qr.svg"}
    if not teacher:
        return found
    own = f"teach/c/{state.teacher}"
    return {
        **found,
        "wall": f"wall/{state.wall}",
        "export": f"{own}/export.zip",
        "roster": f"{own}/roster",
        "rehearse": f"{own}/rehearse",
        "measure": f"{own}/measure",
    }
