"""The sockets' addresses: who is at the other end, and what they are shown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket

from classroom.entry import Refusal
from classroom.room import Room
from classroom.web import guard
from classroom.web.hub import GAP, Viewer
from classroom.web.parts import CLOCK
from classroom.web.site import Site
from classroom.web.sockets import CLASS_GONE, NOT_ALLOWED, attend
from classroom.web.staff import links
from classroom.web.tongue import language
from classroom.who import Learner, Teacher, Wall, Who
from scenarios.spoken import speaking

STAFF_GAP = 0.5
"""Seconds between two pictures of the whole class: they are large, and looked at from afar."""


class Lines:
    """The sockets of all classes.

    Parameters
    ----------
    site : Site
        The server's state.
    """

    def __init__(self, site: Site) -> None:
        self.site = site
        self.routes = [
            WebSocketRoute("/class/{code}/socket", self.student),
            WebSocketRoute("/teach/c/{key}/socket", self.teacher),
            WebSocketRoute("/wall/{key}/socket", self.wall),
        ]

    async def student(self, socket: WebSocket) -> None:
        """Serve a student's page."""
        code = str(socket.path_params["code"]).upper()
        room = self.site.house.by_code(code)
        if room is not None and (sid := self.site.somebody(socket, room)):
            await self.serve(socket, room, Learner(sid))
        elif self.site.tries.refused(socket, code):
            await self.turned_away(socket, "gone", CLASS_GONE)
        elif room is None:
            self.site.tries.wrong(socket)
            await self.turned_away(socket, "gone", CLASS_GONE)
        else:
            await self.turned_away(socket, "not-allowed", NOT_ALLOWED)

    async def teacher(self, socket: WebSocket) -> None:
        """Serve a teacher's page."""
        room = self.site.house.by_teacher(socket.path_params["key"])
        await self.serve_staff(socket, room, Teacher())

    async def wall(self, socket: WebSocket) -> None:
        """Serve a projector's page."""
        room = self.site.house.by_wall(socket.path_params["key"])
        await self.serve_staff(socket, room, Wall())

    async def serve_staff(self, socket: WebSocket, room: Room | None, who: Who) -> None:
        """Serve a page of those who run a class."""
        if room is None:
            await self.turned_away(socket, "gone", CLASS_GONE)
        else:
            # its students sit here too, and come in whatever a neighbor is guessing
            self.site.tries.right(socket, room.state.code)
            await self.serve(socket, room, who)

    async def turned_away(self, socket: WebSocket, reason: str, code: int) -> None:
        """Tell a page that it is not let in; what another site's page gets is not even that."""
        if guard.own_page(socket, needed=True):
            await socket.accept()
            await socket.send_text(json.dumps({"bye": reason}))
        await socket.close(code)

    async def serve(self, socket: WebSocket, room: Room, who: Who) -> None:
        """Serve a page until it goes."""
        if not guard.own_page(socket, needed=True):
            await socket.close(NOT_ALLOWED)
            return
        await socket.accept()
        more, spoken = self.links(socket, room, who), language(socket)

        def paint(viewer: Viewer) -> Mapping[str, Any] | None:
            with speaking(spoken):
                parts = self.painted_in_turn(room, who, viewer)
            return None if parts is None else {**parts, "links": more, CLOCK: clock(room)}

        async def do(command: dict[str, Any]) -> dict[str, Any]:
            return await done(room, who, command)

        audience = self.site.audience(room)
        gap = GAP if isinstance(who, Learner) else STAFF_GAP
        viewer = Viewer(who, paint, socket.send_text, gap)
        answers = audience.come(viewer)
        try:
            await attend(socket, audience.hub, viewer, answers, do)
        finally:
            audience.go(viewer)

    def painted_in_turn(self, room: Room, who: Who, viewer: Viewer) -> Mapping[str, Any] | None:
        """Return the parts of a page, None where others come first.

        After a restart games are built again as they are needed. A phone needs one, and the others
        of its table are painted next; teacher and wall need all, which the phones do not wait for.
        """
        if not isinstance(who, Learner):
            return None if room.build_one() else self.painted(room, who, viewer)
        table = room.state.tables.get(room.state.students[who.sid].table)
        games = table.now.games if table is not None and table.now is not None else {}
        known = len(games)
        parts = self.painted(room, who, viewer)
        if table is not None and len(games) > known:
            self.site.audience(room).forward(table.tid)
        return parts

    def links(self, socket: WebSocket, room: Room, who: Who) -> dict[str, str]:
        """Return the addresses that somebody is given."""
        if isinstance(who, Learner):
            return {"home": self.site.home(room, who.sid)}
        return links(socket, self.site, room, isinstance(who, Teacher))

    def painted(self, room: Room, who: Who, viewer: Viewer) -> Mapping[str, Any]:
        """Return the parts of a page."""
        painters = self.site.painters
        if isinstance(who, Teacher):
            return painters["teacher"](room, who, viewer.look)
        return painters["wall" if isinstance(who, Wall) else "student"](room, who)


def clock(room: Room) -> dict[str, Any]:
    """Return the class's time: now, when the step ends, and whether it runs."""
    running = room.clock.running and not room.state.ended
    return {"t": round(room.clock.t, 2), "ends": room.state.step_ends, "running": running}


async def done(room: Room, who: Who, command: dict[str, Any]) -> dict[str, Any]:
    """Do a command; returns what its answer says, raises Refusal."""
    ack = await room.do(who, command)
    if not ack.ok:
        raise Refusal(ack.why, **(ack.gaps or {}))
    return {"n": ack.n, **(ack.tell or {})}
