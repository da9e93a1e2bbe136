"""All classes of a server: made, found by their codes and keys, brought back after a restart."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence

from classroom import codes
from classroom.bringing_back import Trouble, brought_back
from classroom.entry import Entry
from classroom.founding import new_class
from classroom.plan import Plan
from classroom.room import Room
from classroom.store import Store, StoreError
from classroom.ticking import SLICE, tick
from classroom.too_old import too_old

log = logging.getLogger(__name__)

PAUSE = 0.25
"""Seconds between two looks at what is due."""


class House:
    """The classes of a server.

    Parameters
    ----------
    store : Store
        Their logs; every class in it is open again at once.
    reading, wall_clock : callable
        Clocks.
    """

    def __init__(
        self,
        store: Store,
        reading: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        self.store = store
        self.reading = reading
        self.wall_clock = wall_clock
        self.rooms: dict[str, Room] = {}
        self.troubles: dict[str, Trouble] = {}
        """Classes that did not come back whole, and why."""
        self.gone: list[str] = []
        """Classes that were deleted, for whoever keeps something of theirs to let go of it."""
        for cid, t in store.classes().items():
            room, trouble = brought_back(store, cid, t, reading, wall_clock)
            if room is not None:
                self.rooms[cid] = room
            if trouble is not None:
                self.troubles[cid] = trouble

    def create(self, plan: Plan, seed: int | None = None) -> Room:
        """Return a new class; errors as for ``classroom.room.new_class``."""
        return self.opened(*new_class(self.store, plan, seed, self.wall_clock))

    def adopt(self, entries: Sequence[Entry]) -> Room:
        """Return a class that was played elsewhere, such as a rehearsal, from its whole log.

        Raises
        ------
        StoreError
            Where it cannot be written.
        """
        cid = codes.token()[:16]
        self.store.append(cid, entries)
        return self.opened(cid, entries)

    def opened(self, cid: str, entries: Sequence[Entry]) -> Room:
        """Return a class that has just been written down."""
        t = entries[-1].t
        room = Room(cid, entries, self.store, t, self.reading, self.wall_clock)
        self.rooms[cid] = room
        return room

    def by_code(self, code: str) -> Room | None:
        """Return the class with a code, whatever case it is written in."""
        asked = code.strip().upper()
        return next((each for each in self.open_rooms if each.state.code == asked), None)

    def by_teacher(self, token: str) -> Room | None:
        """Return the class whose teacher has a key."""
        return next((each for each in self.open_rooms if each.state.teacher == token), None)

    def by_wall(self, token: str) -> Room | None:
        """Return the class whose projector has a key."""
        return next((each for each in self.open_rooms if each.state.wall == token), None)

    @property
    def open_rooms(self) -> list[Room]:
        """The classes that were not deleted."""
        return [each for each in self.rooms.values() if not each.state.deleted]

    def tick(self) -> bool:
        """Let every class do what is due, and forget those deleted; says whether more is due."""
        more = False
        if self.store.traces:
            self.store.wipe()
        for cid, room in list(self.rooms.items()):
            if room.state.deleted:
                self.forget(cid)
                continue
            try:
                more |= not room.idle and tick(room)
            except Exception:
                log.exception("class %s: a tick failed", room.state.code)
        return more

    def forget(self, cid: str) -> None:
        """Delete a class for good."""
        try:
            self.store.forget(cid)
        except StoreError as error:
            log.error("class %s cannot be deleted: %s", cid, error)
            return
        self.rooms.pop(cid, None)
        self.troubles.pop(cid, None)
        self.gone.append(cid)

    def forget_old(self, days: float) -> None:
        """Delete the classes in which nothing has happened for some days, if the clock is right."""
        for cid in too_old(self.store, self.wall_clock(), days):
            if cid in self.rooms:
                # whoever still has a page open is told, and can write nothing more
                self.rooms[cid].state.deleted = True
                self.rooms[cid].publish({"all"}, None)
            self.forget(cid)

    async def run(self) -> None:
        """Tick until cancelled."""
        while True:
            more = self.tick()
            # as long as a slice took: what the classes ask for comes first
            await asyncio.sleep(SLICE if more else PAUSE)
