"""What the parts of the server share: the classes, their open pages, the door, the limits."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import hmac
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from classroom import codes
from classroom.debrief.played import Played
from classroom.entry import Refusal
from classroom.house import PAUSE, House
from classroom.room import Room
from classroom.ticking import SLICE
from classroom.web import guard
from classroom.web.audience import Audience
from classroom.web.guesses import Guesses
from classroom.web.joining import Door, Ticket
from classroom.web.limits import Limit
from classroom.who import Learner
from scenarios.tongue import OWN

HOUR = 3600.0
CALM = 1.5
"""Seconds that what is due waits at most for pages to be painted."""
TOGETHER = 6.0
"""Seconds that it waits at most for every page to have the next step."""
log = logging.getLogger(__name__)
Painter = Callable[..., Mapping[str, Any]]


class Shipped(Protocol):
    """A file of a page: what kind it is, and what is in it."""

    @property
    def kind(self) -> str:
        """Media type."""

    @property
    def content(self) -> bytes:
        """What is in it."""


class Pages(NamedTuple):
    """Where pages come from: the room above this one makes them.

    Parameters
    ----------
    page : callable
        Returns the HTML of a page by its name; ``given`` is what it shows at once, ``base`` the
        path prefix of the server, ``language`` that of its words.
    file : callable
        Returns a script, a style or a picture by its name, None where there is none.
    lost : callable, optional
        Answers somebody who looks for a page that there is not.
    """

    page: Callable[..., str]
    file: Callable[[str], Shipped | None]
    lost: Callable[[Request, Exception], Awaitable[Response]] | None = None


@dataclass
class Site:
    """What the server keeps besides the classes themselves; none of it outlives the server.

    Parameters
    ----------
    house : House
        All classes.
    painters : mapping of page to painter
        ``student(room, who)``, ``wall(room, who)``, ``teacher(room, who, look)`` and
        ``home(room, sid)``; each returns the parts of its page.
    pages : Pages
    key : str
        What the address for making classes ends in.
    export : callable
        Returns the ZIP of a class.
    measure : callable
        Has what a class came to measured once more.
    opened, played, closed, forgotten : callable
        Told of every class as its first page opens, of what was played of one elsewhere, of the
        end of the server, and of the id of every class that is deleted.
    keep_days : float, optional
        Classes in which nothing has happened for so long are deleted.
    seen : str
        Host at which others reach this machine; empty where they do not, or where it is not known.
    """

    house: House
    painters: Mapping[str, Painter]
    pages: Pages
    key: str
    export: Callable[[Room], bytes]
    measure: Callable[[Room], object] = lambda room: None
    opened: Callable[[Room], object] = lambda room: None
    played: Callable[[Room, Sequence[Played]], object] = lambda room, plays: None
    closed: Callable[[], object] = lambda: None
    forgotten: Callable[[str], object] = lambda cid: None
    keep_days: float | None = None
    seen: str = ""
    tries: guard.Tries = field(default_factory=guard.Tries)
    guesses: Guesses = field(default_factory=Guesses)
    keys: Limit = field(default_factory=lambda: Limit(burst=20, rate=1 / 60))
    joins: Limit = field(default_factory=lambda: Limit(burst=400, rate=1 / 3))
    making: Limit = field(default_factory=lambda: Limit(burst=30, rate=0.1))
    audiences: dict[str, Audience] = field(default_factory=dict)
    door: Door = field(init=False)

    def __post_init__(self) -> None:
        """Open the door."""
        self.door = Door(self.admit)

    async def admit(self, ticket: Ticket) -> dict[str, Any]:
        """Let somebody into their class; raises Refusal."""
        room = self.house.by_code(ticket.code)
        if room is None:
            raise Refusal("no-class")
        words = codes.four_words()
        sid = room.join(ticket.nick, ticket.key, words)
        if ticket.language and ticket.language != OWN:
            await room.do(Learner(sid), {"do": "speak", "language": ticket.language})
        return {
            "sid": sid,
            "nick": room.state.students[sid].nick,
            "words": words,
            "go": f"class/{room.state.code}",
        }

    def audience(self, room: Room) -> Audience:
        """Return the open pages of a class."""
        found = self.audiences.get(room.state.cid)
        if found is None or found.room is not room:
            found = self.audiences[room.state.cid] = Audience(room)
            self.opened(room)
        return found

    def home(self, room: Room, sid: str) -> str:
        """Return somebody's own address for later, which nobody else can work out."""
        state = room.state
        return f"home/{state.code}-{sid}-{self.seal(f'{state.cid} {sid}')}"

    def seal(self, text: str) -> str:
        """Return a mark that only this server can put on a text."""
        mark = hmac.new(self.key.encode(), text.encode(), hashlib.sha256).digest()
        return base64.b32encode(mark[:15]).decode().lower()

    def at_home(self, name: str) -> tuple[Room, str] | None:
        """Return whose own address it is, None where it is nobody's."""
        code, _, rest = name.partition("-")
        sid, _, mark = rest.partition("-")
        room = self.house.by_code(code)
        if room is None or sid not in room.state.students:
            return None
        right = self.seal(f"{room.state.cid} {sid}")
        return (room, sid) if hmac.compare_digest(mark.encode(), right.encode()) else None

    def somebody(self, request: HTTPConnection, room: Room) -> str:
        """Return which student of a class a browser belongs to, empty for none."""
        key = request.cookies.get(guard.cookie_name(room.state.code), "")
        return room.known(key) if key else ""

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Let the classes' time run."""
        tasks = [asyncio.create_task(self.tick())]
        if self.keep_days is not None:
            tasks.append(asyncio.create_task(self.forget_old(self.keep_days)))
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self.closed()

    async def tick(self) -> None:
        """Let classes do what is due, again and again; where it is much, pages come in between.

        To close a round is a matter of seconds in a large class, and everybody is to see at once
        that it is closed.
        """
        while True:
            begin = time.monotonic()
            while time.monotonic() < begin + self.patience:
                await asyncio.sleep(SLICE / 2)
            more = self.house.tick()
            self.let_go()
            await asyncio.sleep(SLICE if more else PAUSE)

    def let_go(self) -> None:
        """Keep nothing of classes that are no more."""
        while self.house.gone:
            cid = self.house.gone.pop()
            self.audiences.pop(cid, None)
            self.guesses.forget(cid)
            self.forgotten(cid)

    @property
    def patience(self) -> float:
        """How many seconds what is due waits for the pages that now wait to be painted."""
        hubs = [each.hub for each in self.audiences.values()]
        if not all(hub.together for hub in hubs):
            return TOGETHER
        return 0.0 if all(hub.calm for hub in hubs) else CALM

    async def forget_old(self, days: float) -> None:
        """Delete, every hour, the classes in which nothing has happened for some days."""
        while True:
            try:
                self.house.forget_old(days)
            except Exception:
                log.exception("old classes could not be deleted")
            await asyncio.sleep(HOUR)
