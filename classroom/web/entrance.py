"""Coming into a class: the page with the code, a name, the queue, and coming back."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from classroom import codes
from classroom.room import Room
from classroom.told import title_of
from classroom.web import guard
from classroom.web.bodies import fields, refusal, text
from classroom.web.joining import Ticket
from classroom.web.parts import written
from classroom.web.site import Site
from classroom.web.tongue import language
from scenarios.spoken import speaking

AGAIN = 0.5
"""Seconds after which somebody in the queue asks again; more where the queue is long."""


class Entrance:
    """The addresses by which students come in.

    Parameters
    ----------
    site : Site
        The server's state.
    """

    def __init__(self, site: Site) -> None:
        self.site = site
        self.routes = [
            Route("/join", self.page),
            Route("/join/{code}", self.page, methods=["GET"]),
            Route("/join/{code}", self.join, methods=["POST"]),
            Route("/join/{code}/about", self.about),
            Route("/join/{code}/place/{ticket}", self.place),
            Route("/resume/{code}", self.resume, methods=["POST"]),
            Route("/class/{code}", self.student),
            Route("/home/{name}", self.home),
        ]

    def room(self, request: Request) -> Room:
        """Return the class of an address; raises Refusal: there is none, or too many guesses."""
        code = str(request.path_params["code"]).upper()
        room = self.site.house.by_code(code)
        if room is not None and self.site.somebody(request, room):
            return room  # whoever has a key there is guessing nothing
        if wait := self.site.tries.refused(request, code):
            raise refusal("too-many", wait)
        if room is None:
            self.site.tries.wrong(request)
            raise refusal("no-class")
        return room

    async def page(self, request: Request) -> Response:
        """Show the page to join by; it is the same for every code and claims nothing."""
        page = self.site.pages.page("join", base=guard.base(request), language=language(request))
        return HTMLResponse(page)

    async def student(self, request: Request) -> Response:
        """Show a student's page to somebody who has a key; others are sent to the door."""
        room = self.site.house.by_code(request.path_params["code"])
        base = guard.base(request)
        sid = self.site.somebody(request, room) if room is not None else ""
        if room is None or not sid:
            code = str(request.path_params["code"]).upper()
            return RedirectResponse(f"{base}/join/{code}", 303)
        spoken = room.state.students[sid].language
        return HTMLResponse(self.site.pages.page("student", base=base, language=spoken))

    async def home(self, request: Request) -> Response:
        """Show somebody what became of their class, for as long as it is kept."""
        found = self.site.at_home(request.path_params["name"])
        if found is None:
            raise refusal("not-found")
        see = dict(self.site.painters["home"](*found))
        plain = {part: json.loads(written(value)) for part, value in see.items()}
        base, spoken = guard.base(request), found[0].state.students[found[1]].language
        page = self.site.pages.page("home", {"see": plain}, base=base, language=spoken)
        return HTMLResponse(page)

    async def about(self, request: Request) -> Response:
        """Say which class it is, and who the browser is in it."""
        room = self.room(request)
        sid = self.site.somebody(request, room)
        if sid:
            self.site.tries.right(request, room.state.code)
        you = {"nick": room.state.students[sid].nick} if sid else None
        state = room.state
        with speaking(language(request)):
            title = title_of(state.plan)
        return JSONResponse({"title": title, "open": not state.ended, "you": you})

    async def join(self, request: Request) -> Response:
        """Let somebody in, or give them a place in the queue."""
        found = await fields(request)
        nick, once = text(found, "nick", 200), text(found, "once", 60)
        spoken = text(found, "language", 20) or language(request)
        room = self.room(request)
        code = room.state.code
        if sid := self.site.somebody(request, room):
            nick = room.state.students[sid].nick
            return JSONResponse({"sid": sid, "nick": nick, "words": "", "go": f"class/{code}"})
        if not nick.strip():
            raise refusal("bad-nick")
        # a school may have one address for a class of hundreds, but no more than that
        here = f"{room.state.cid} {guard.address(request)}"
        if not self.site.joins.take(here):
            raise refusal("busy", self.site.joins.wait(here))
        self.site.tries.right(request, code)
        return self.answer(request, await self.site.door.come(code, nick, once, spoken))

    async def place(self, request: Request) -> Response:
        """Say how many are before somebody in the queue."""
        code = str(request.path_params["code"]).upper()
        ticket = self.site.door.find(code, request.path_params["ticket"])
        if ticket is None:
            raise refusal("not-found")
        return self.answer(request, ticket)

    def answer(self, request: Request, ticket: Ticket) -> Response:
        """Return what somebody with a ticket is told; raises Refusal where they were refused."""
        if ticket.error is not None:
            raise ticket.error
        if ticket.answer is not None:
            response = JSONResponse(ticket.answer)
        else:
            place = self.site.door.place(ticket)
            again = AGAIN + min(place / 200, 2.0)
            told = {"ticket": ticket.name, "place": place, "again": round(again, 1)}
            response = JSONResponse(told, 202)
        guard.keep(response, request, ticket.code, ticket.key)
        return response

    async def resume(self, request: Request) -> Response:
        """Let somebody in again by their personal code."""
        found = await fields(request)
        words = text(found, "words", 100)
        room = self.room(request)
        code = room.state.code
        cid = room.state.cid
        if wait := self.site.guesses.wait(cid, words):
            raise refusal("too-many", wait)
        if not room.whose(words):
            self.site.guesses.wrong(cid, words)
        elif not self.site.keys.take(f"{cid} {room.whose(words)}"):
            raise refusal("too-many", self.site.keys.wait(f"{cid} {room.whose(words)}"))
        key = codes.token()
        sid = room.back(words, key)
        self.site.tries.right(request, code)
        nick = room.state.students[sid].nick
        response = JSONResponse({"sid": sid, "nick": nick, "words": "", "go": f"class/{code}"})
        guard.keep(response, request, code, key)
        return response
