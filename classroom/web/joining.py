"""The queue at the door: everybody gets a place at once, and comes in a few at a time.

A class that opens one link together would otherwise start 300 pages in one second, and the
students already inside would wait for them.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from classroom.codes import token
from classroom.entry import Refusal

PACE = 0.1
"""Seconds between two groups."""
GROUP = 4
"""How many come in together; their log lines share one write to disk."""
LOST = 15.0
"""Seconds without asking after which somebody in the queue is taken to have gone."""
KEPT = 900.0
"""Seconds for which a ticket is remembered after its owner is in."""
MOST_TICKETS = 5_000

Admit = Callable[["Ticket"], Awaitable[dict[str, Any]]]
log = logging.getLogger(__name__)


@dataclass(eq=False)
class Ticket:
    """Somebody at the door.

    Parameters
    ----------
    code : str
        Of the class.
    nick, language : str
        What they gave.
    key : str
        What will be the key of their seat; their browser has it from the first answer on.
    once : str
        What their page calls this join; the same again is the same person.
    """

    code: str
    nick: str
    language: str
    once: str
    number: int = 0
    name: str = field(default_factory=token)
    key: str = field(default_factory=token)
    asked: float = field(default_factory=time.monotonic)
    answer: dict[str, Any] | None = None
    error: Refusal | None = None
    done: asyncio.Event = field(default_factory=asyncio.Event)


class Door:
    """The queue of a server.

    Parameters
    ----------
    admit : callable
        Takes one in and returns what their page is to know; may raise Refusal.
    """

    def __init__(self, admit: Admit) -> None:
        self.admit = admit
        self.tickets: OrderedDict[str, Ticket] = OrderedDict()
        self.same: dict[tuple[str, str], str] = {}
        self.queue: deque[Ticket] = deque()
        self.come_so_far = self.served = 0
        self.keeper: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        """Return how many wait."""
        return len(self.queue)

    async def come(self, code: str, nick: str, once: str, language: str = "") -> Ticket:
        """Return the ticket of somebody who wants to come in, answered at once if nobody waits.

        Raises
        ------
        Refusal
            Where more wait than can be remembered.
        """
        again = self.tickets.get(self.same.get((code, once), "")) if once else None
        if again is not None:
            again.asked = time.monotonic()
            await self.briefly(again)
            return again
        self.forget()
        if len(self.queue) >= MOST_TICKETS:
            raise Refusal("busy")
        self.come_so_far += 1
        ticket = Ticket(code, nick, language, once, self.come_so_far)
        self.tickets[ticket.name] = ticket
        if once:
            self.same[code, once] = ticket.name
        self.queue.append(ticket)
        if self.keeper is None or self.keeper.done():
            self.keeper = asyncio.create_task(self.keep())
        if len(self.queue) <= GROUP:
            await self.briefly(ticket)
        return ticket

    async def briefly(self, ticket: Ticket) -> None:
        """Wait a moment for a ticket's answer."""
        try:
            async with asyncio.timeout(2 * PACE + 0.3):
                await ticket.done.wait()
        except TimeoutError:
            return

    def find(self, code: str, name: str) -> Ticket | None:
        """Return a ticket, whose owner is still there, as they ask for it."""
        ticket = self.tickets.get(name)
        if ticket is None or ticket.code != code:
            return None
        ticket.asked = time.monotonic()
        return ticket

    def place(self, ticket: Ticket) -> int:
        """Return the place in the queue, from 1; 0 for somebody who is in."""
        return 0 if ticket.done.is_set() else max(1, ticket.number - self.served)

    async def keep(self) -> None:
        """Let the queue in, group by group, until it is empty."""
        while self.queue:
            group = [self.queue.popleft() for _ in range(min(GROUP, len(self.queue)))]
            await asyncio.gather(*map(self.let_in, group))
            self.served += len(group)
            await asyncio.sleep(PACE)

    async def let_in(self, ticket: Ticket) -> None:
        """Let one in, unless they have left."""
        try:
            if time.monotonic() - ticket.asked > LOST:
                raise Refusal("ticket_lost")
            ticket.answer = await self.admit(ticket)
        except Refusal as refusal:
            ticket.error = refusal
        except Exception:
            log.exception("somebody could not be let in")
            ticket.error = Refusal("failed")
        if ticket.error is not None:
            self.same.pop((ticket.code, ticket.once), None)  # the next try is a new one
        ticket.done.set()

    def forget(self) -> None:
        """Forget tickets long answered."""
        before = time.monotonic() - KEPT
        while self.tickets:
            ticket = next(iter(self.tickets.values()))
            if ticket.asked > before and len(self.tickets) < MOST_TICKETS:
                return
            if not ticket.done.is_set():
                return
            del self.tickets[ticket.name]
            self.same.pop((ticket.code, ticket.once), None)
