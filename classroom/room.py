"""One class that is under way: commands in, entries into the log, screens told.

A room lives in one event loop. Commands that come close together are taken in order, their
entries written to the log in one go, and only then acknowledged: what somebody is told has
happened is on the disk.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from classroom.attendance import Attendance
from classroom.doings import DOINGS
from classroom.entry import Entry, Refusal, Wanted
from classroom.kept import EVERYBODY, STAFF
from classroom.material import Material
from classroom.orders import ORDERS
from classroom.sitting import Sitting
from classroom.who import Learner, Teacher, Wall, Who

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Ack:
    """What became of a command.

    Parameters
    ----------
    ok : bool
        Whether it was taken; then it is on the disk.
    n : int
        Number of the last entry.
    why, gaps : str, dict
        Key of the sentence that says why not, and what fills its gaps.
    tell : dict
        What only the one who asked is told.
    """

    ok: bool
    n: int
    why: str = ""
    gaps: dict[str, Any] | None = None
    tell: dict[str, Any] | None = None


GATHERING = 0.015
"""Least seconds between two writes: who acts meanwhile is written with the others, not alone.

After a change of step hundreds act at once, and a write by itself takes some milliseconds.
"""
SPELL = 0.05
"""Seconds after which commands that wait let others have the server for a moment."""


class Spell:
    """Commands taken together: their entries are written in one go, and then all are answered."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.entries: list[Entry] = []
        self.answers: list[tuple[asyncio.Future[Ack], Ack]] = []
        self.concerned: list[tuple[set[str], Who]] = []

    def add(self, who: Who, future: asyncio.Future[Ack], ack: Ack, entries: list[Entry]) -> None:
        """Take a command in: whose it is, who waits for its answer, and what it writes."""
        self.entries += entries
        self.answers.append((future, ack))
        if ack.ok:
            own = {f"student:{who.sid}"} if isinstance(who, Learner) else {STAFF}
            self.concerned.append((own.union(*map(self.room.concerns, entries)), who))

    def settle(self) -> None:
        """Write the entries, answer, and tell the screens."""
        kept = self.room.write(self.entries)
        for future, ack in self.answers:
            if not future.done():
                future.set_result(ack if kept or not ack.ok else Ack(False, ack.n, "not_kept"))
        for whom, who in self.concerned:
            self.room.publish(whom if kept else {EVERYBODY}, who)


class Room(Attendance, Material):
    """A class under way; parameters as for ``classroom.kept.Kept``."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.queue: list[tuple[Who, dict[str, Any], asyncio.Future[Ack]]] = []
        self.flushed = 0.0
        """When, by the loop's clock, commands were last written."""

    async def do(self, who: Who, command: dict[str, Any]) -> Ack:
        """Take a command; returns when it is on the disk, or was refused."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Ack] = loop.create_future()
        self.queue.append((who, command, future))
        if len(self.queue) == 1:
            loop.call_at(self.flushed + GATHERING, self.flush)
        return await future

    def flush(self) -> None:
        """Take the commands that wait, as far as time goes, and write their entries in one go."""
        batch, self.queue = self.queue, []
        spell = Spell(self)
        started = time.perf_counter()
        for k, (who, command, future) in enumerate(batch):
            if time.perf_counter() - started > SPELL:
                self.queue = [*batch[k:], *self.queue]
                asyncio.get_running_loop().call_soon(self.flush)
                break
            try:
                ack, new = self.taken(who, command)
            except Exception:
                log.exception("class %s: command %.300r of %r", self.state.code, command, who)
                spell.settle()
                self.read_again()
                ack, new, spell = Ack(False, self.state.n, "broken"), [], Spell(self)
            spell.add(who, future, ack, new)
        spell.settle()
        self.flushed = asyncio.get_running_loop().time()

    def taken(self, who: Who, command: dict[str, Any]) -> tuple[Ack, list[Entry]]:
        """Take one command into the state; returns its answer and its entries."""
        self.telling = None
        try:
            if self.fault and not (self.damaged and command.get("do") == "delete"):
                raise Refusal("read_only")
            wanted = list(self.wanted(who, command))
        except Refusal as refusal:
            return Ack(False, self.state.n, refusal.why, refusal.gaps), []
        if self.damaged:  # it is deleted: its log is not gone on with, but goes as a whole
            self.state.deleted = True
            return Ack(True, self.state.n), []
        entries = [self.entry(kind, data) for kind, data in wanted]
        tell = {"words": self.telling} if self.telling else None
        return Ack(True, self.state.n, tell=tell), entries

    def wanted(self, who: Who, command: dict[str, Any]) -> Iterable[Wanted]:
        """Return the entries a command asks for; raises Refusal."""
        word = command.get("do")
        if self.state.deleted or (self.state.ended and word not in ("delete", "slide", "reveal")):
            raise Refusal("class_over")
        if (isinstance(who, Teacher) and word in ORDERS) or (
            isinstance(who, Wall) and word in ("slide", "reveal")
        ):
            return ORDERS[word](self, command)
        if isinstance(who, Learner) and word in DOINGS:
            student = self.state.students.get(who.sid)
            if student is None or student.left:
                raise Refusal("no_such_student")
            return DOINGS[word](self, student, command)
        raise Refusal("unknown_command")

    def build_one(self) -> bool:
        """Build one of the games under way that are not at hand, as after a restart.

        First comes the table at which most people are here; says whether there was any.
        """
        here: Counter[int] = Counter(self.state.students[sid].table for sid in self.online)
        missing = [
            table
            for table in self.state.tables.values()
            if table.now is not None and not table.now.at_hand and not table.now.closing
        ]
        if not missing:
            return False
        now = max(missing, key=lambda table: here[table.tid]).now
        assert now is not None
        return now.live is not None

    def deadline(self, sitting: Sitting, seat: str) -> float | None:
        """Return the class time at which a seat's time to answer is up, None for never."""
        asked = sitting.live.asked.get(seat)
        if asked is None:
            return None
        plan = self.state.plan
        if sitting.closing:
            return asked.since
        if sitting.by_ai(seat):
            return asked.since + plan.ai_seconds
        seconds = plan.floor_seconds if asked.game.ask == "floor" else plan.answer_seconds
        if not seconds:
            return None
        people = [self.state.students[sid] for sid in sitting.holders.get(seat, [])]
        return asked.since + seconds * max((each.extra for each in people), default=1.0)
