"""A socket of a class: pictures out, commands in, each command answered once it is kept."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from classroom.entry import Refusal
from classroom.web.frames import MalformedError, command
from classroom.web.hub import GoneError, Hub, Viewer
from classroom.web.pace import Pace
from classroom.who import Teacher, Who

MOST_FAULTS = 20
"""Malformed or hasty frames after which a socket is closed."""
REMEMBERED = 60
"""Answers kept for each page's owner, for commands that come twice."""
ELSEWHERE, NOT_ALLOWED, CLASS_GONE, TOO_MANY = 4001, 4003, 4004, 4008
"""Close codes of ours; a page tells by them whether to come back."""

Do = Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]
log = logging.getLogger(__name__)


class Answers:
    """Somebody's answers by the id of their command: one that comes twice is done once.

    Parameters
    ----------
    who : Who
        Whose commands they are, from whatever page.
    """

    def __init__(self, who: Who) -> None:
        self.pace = Pace(who)
        self.known: OrderedDict[str, asyncio.Task[dict[str, Any]]] = OrderedDict()

    def may(self, what: dict[str, Any]) -> bool:
        """Say whether a command may be taken now; one that comes again writes nothing."""
        again = bool(what.get("id")) and what["id"] in self.known
        return self.pace.takes("ping" if again else what["do"])

    async def to(self, what: dict[str, Any], do: Do) -> dict[str, Any]:
        """Return the answer to a command, which goes on even where its page has gone."""
        mark = what.get("id", "")
        task = self.known.get(mark) if mark else None
        if task is None:
            task = asyncio.create_task(answered(what, do))
            if mark:
                self.known[mark] = task
                while len(self.known) > REMEMBERED:
                    self.known.popitem(last=False)
        return await asyncio.shield(task)


async def answered(what: dict[str, Any], do: Do) -> dict[str, Any]:
    """Return the answer to a command, whatever becomes of it."""
    head: dict[str, Any] = {"ack": what.get("id", "")}
    try:
        return {**head, "ok": True, **await do(what)}
    except Refusal as refusal:
        return {**head, "ok": False, "error": refusal.why, **refusal.gaps}
    except Exception:
        log.exception("a command failed: %s", what.get("do"))
        return {**head, "ok": False, "error": "failed"}


async def attend(socket: WebSocket, hub: Hub, viewer: Viewer, answers: Answers, do: Do) -> None:
    """Serve a page until either side closes it.

    Parameters
    ----------
    do : callable
        Does a command; returns what its answer says besides that all went well.
    """
    hub.enter(viewer)
    reader = asyncio.create_task(listen(socket, hub, viewer, answers, do))
    writer = asyncio.create_task(hub.deliver(viewer))
    try:
        done, _ = await asyncio.wait((reader, writer), return_when=asyncio.FIRST_COMPLETED)
        code = next((e.code for task in done if isinstance(e := task.exception(), GoneError)), 0)
    finally:
        hub.leave(viewer)
        for task in (reader, writer):
            task.cancel()
            with contextlib.suppress(BaseException):
                await task
    if code:
        with contextlib.suppress(Exception):
            async with asyncio.timeout(5):
                await socket.close(code)


async def listen(socket: WebSocket, hub: Hub, viewer: Viewer, answers: Answers, do: Do) -> None:
    """Take commands until the page goes, or has sent too much that is none.

    Raises
    ------
    GoneError
    """
    faults = 0
    while True:
        try:
            message = await socket.receive()
        except (RuntimeError, WebSocketDisconnect):
            return
        if message["type"] == "websocket.disconnect":
            return
        try:
            what = command(message.get("text") or "")
        except MalformedError:
            faults += 1
            viewer.put('{"ack":"","ok":false,"error":"malformed"}')
        else:
            if answers.may(what):
                await obey(what, hub, viewer, answers, do)
            else:
                faults += 1
                viewer.put(
                    json.dumps({"ack": what.get("id", ""), "ok": False, "error": "too_fast"})
                )
        if faults > MOST_FAULTS:
            raise GoneError(TOO_MANY)


async def obey(what: dict[str, Any], hub: Hub, viewer: Viewer, answers: Answers, do: Do) -> None:
    """Do a command, answer it, and show its owner what came of it before anybody else."""
    if what["do"] == "ping":
        viewer.put(json.dumps({"ack": what.get("id", ""), "ok": True, "n": hub.version()}))
        return
    if what["do"] == "look" and viewer.who == Teacher():
        viewer.look = {key: what[key] for key in ("table", "stakes") if key in what}
        viewer.put(json.dumps({"ack": what.get("id", ""), "ok": True, "n": hub.version()}))
    else:
        viewer.put(json.dumps(await answers.to(what, do), ensure_ascii=False))
    hub.mark(viewer, at_once=True)
