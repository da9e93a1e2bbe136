"""A real server in the test's own loop, with plain painters unless the test brings others."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import uvicorn

from classroom.house import House
from classroom.plan import plans
from classroom.room import Room
from classroom.store import Store, in_folder
from classroom.web.bots.fetch import Browser
from classroom.web.bots.line import Line
from classroom.web.server import application
from classroom.web.site import Pages, Site

KEY = "the-key-for-making-classes"


class File(NamedTuple):
    kind: str
    content: bytes


def student(room: Room, who: Any) -> dict[str, Any]:
    me = room.state.students[who.sid]
    return {
        "me": {"sid": me.sid, "nick": me.nick, "table": me.table, "seat": me.seat},
        "ready": me.ready,
        "step": room.state.step,
        "secret": f"only {me.sid} may read this",
        "fault": room.fault,
    }


def teacher(room: Room, who: Any, look: dict[str, Any]) -> dict[str, Any]:
    state = room.state
    return {
        "step": state.step,
        "look": look,
        "people": {sid: sid in room.online for sid in state.students},
        "tables": len(state.tables),
    }


def wall(room: Room, who: Any) -> dict[str, Any]:
    return {"step": room.state.step, "names": [each.nick for each in room.state.present]}


PLAIN = {"student": student, "teacher": teacher, "wall": wall}
PAGES = Pages(
    lambda name, given=None, base="", language="en": (
        f"<!doctype html><html lang={language}><title>{name}</title>{base} {given}"
    ),
    lambda name: File("text/javascript", b"1;" * 1000) if name == "a.js" else None,
)


@dataclass
class Running:
    """A server that runs."""

    url: str
    site: Site
    server: uvicorn.Server

    @property
    def house(self) -> House:
        return self.site.house

    def make(self, **changed: Any) -> Room:
        plan = plans()["economic-75"]
        return self.house.create(plan.model_copy(update=changed), seed=5)

    async def join(self, room: Room, nick: str) -> Browser:
        browser = Browser(self.url)
        answer = await browser.post(f"join/{room.state.code}", {"nick": nick, "once": nick})
        while answer.status == 202:
            waiting = answer.json()
            await asyncio.sleep(0.05)
            answer = await browser.get(f"join/{room.state.code}/place/{waiting['ticket']}")
        assert answer.status == 200, answer.body
        return browser

    async def open(self, room: Room, browser: Browser) -> Line:
        line = Line(f"{self.url}/class/{room.state.code}/socket", browser.cookie, heard)
        await line.open(5)
        return line

    async def enter(self, room: Room, nick: str) -> Line:
        return await self.open(room, await self.join(room, nick))

    async def teach(self, room: Room) -> Line:
        line = Line(f"{self.url}/teach/c/{room.state.teacher}/socket", "", heard)
        await line.open(5)
        return line

    async def watch(self, room: Room) -> Line:
        line = Line(f"{self.url}/wall/{room.state.wall}/socket", "", heard)
        await line.open(5)
        return line


def heard(line: Line, text: str, message: dict[str, Any]) -> None:
    """Nothing: the line keeps what it needs."""


@contextlib.asynccontextmanager
async def running(folder: Path, store: Store | None = None, **more: Any) -> AsyncIterator[Running]:
    """Run a server in this loop."""
    house = House(store or Store(in_folder(folder)), more.pop("reading", time.monotonic))
    site = Site(
        house, more.pop("painters", PLAIN), PAGES, KEY, lambda room: json.dumps("zip").encode()
    )
    config = uvicorn.Config(
        application(site, more.pop("below", None)),
        port=0,
        log_level="error",
        ws_ping_interval=more.pop("ping", 10.0),
        ws_ping_timeout=more.pop("ping_timeout", 10.0),
        timeout_graceful_shutdown=1,
        server_header=False,
        **more,
    )
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve())
    try:
        async with asyncio.timeout(10):
            while not server.started:
                await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield Running(f"http://127.0.0.1:{port}", site, server)
    finally:
        server.should_exit = True
        await task
        house.store.close()


def run(scene: Callable[[], Awaitable[None]], seconds: float = 60.0) -> None:
    """Run a scene of a test."""

    async def within() -> None:
        async with asyncio.timeout(seconds):
            await scene()

    asyncio.run(within())


async def until(holds: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.01)
