"""The debrief of a class under way: tables go to the worker as they end, findings come back.

All of it happens in the class's event loop but for the measuring itself. Nothing here is kept:
after a restart the tables are built again from the log and measured again, and come out the same.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from classroom.debrief.findings import Findings
from classroom.debrief.handing import handed_in
from classroom.debrief.played import Played
from classroom.debrief.runs import RUNS
from classroom.debrief.worker import Worker
from classroom.export.archive import archive
from classroom.export.rescued import rescued
from classroom.setup import lobby_for

if TYPE_CHECKING:
    from classroom.room import Room
    from classroom.sitting import Sitting
    from classroom.who import Who

log = logging.getLogger(__name__)
PLAYED = ("play", "look", "statements", "debrief", "end")
"""Steps from which on there is something to measure."""


UNFINISHED = (-1, 0)
"""What is noted of a table that was handed in before its talks had ended."""
SHOWN = 10.0
"""Seconds after play in which a class of any size is shown what comes next, before all else."""
PATIENCE = 300.0
"""Seconds that an export may take of the worker."""
REST = 600.0
"""Seconds after the end of a class, and of all work for it, until its worker is let go."""


class Desk:
    """The debrief of one class.

    Parameters
    ----------
    room : Room
    runs : int
        Runs of AI alone for each configuration.
    apart : bool
        Whether to measure in a process of its own; else in a thread.
    """

    def __init__(self, room: Room, runs: int = RUNS, *, apart: bool = True) -> None:
        self.room = room
        self.runs = runs
        self.apart = apart
        self.worker: Worker | None = None
        self.last = Findings()
        self.handed: dict[tuple[int, int], tuple[int, int]] = {}
        """By round and table: decisions and branches of what was handed in."""
        self.closed: dict[int, int] = {}
        """By round: how many tables were in when it was closed."""
        self.back = True
        """Whether the worker stands back behind the class."""
        self.begun_again = False
        """Whether it was begun anew by itself, after the worker had come to grief."""
        self.loop = running_loop()
        room.watchers.append(self.noticed)

    @property
    def findings(self) -> Findings:
        """What has been measured so far; to ask begins the work where there is any."""
        if self.worker is None:
            self.look()
        return self.last

    def noticed(self, whom: set[str], who: Who | None) -> None:
        """Look again where something has changed."""
        tables = {int(each.removeprefix("table:")) for each in whom if each.startswith("table:")}
        if "all" in whom:
            self.look()
        elif tables:
            self.look(tables)

    def look(self, tables: set[int] | None = None) -> None:
        """Hand in what has come to an end since, at some tables or at all."""
        state = self.room.state
        if self.died:
            return
        if self.worker is not None and self.worker.stopped:
            tables = None  # the next worker knows of none
        if state.deleted:
            self.stop()
        elif state.at.kind in PLAYED:
            for number in range(1, state.round + 1):
                self.look_at(number, tables)
            if self.playing:
                self.keep_back(True)
            elif self.back and self.loop is not None and not self.loop.is_closed():
                # an export looks from a thread of its own
                later = self.loop.call_later
                self.loop.call_soon_threadsafe(later, SHOWN, self.come_forward)

    @property
    def playing(self) -> bool:
        """Whether people play, so that the class comes first; else they wait for the debrief."""
        return self.room.state.at.kind == "play" and not self.room.state.ended

    def come_forward(self) -> None:
        """Have the worker stand back no longer, unless people play again."""
        if not self.playing:
            self.keep_back(False)

    def keep_back(self, back: bool) -> None:
        """Tell the worker whether to stand back, where that is news."""
        if self.worker is not None and self.back != back:
            self.back = back
            self.worker.stand_back(back)

    def look_at(self, number: int, tables: set[int] | None) -> None:
        """Hand in the tables of a round that have ended, and close it once all have."""
        sittings = {
            tid: table.sittings[number]
            for tid, table in self.room.state.tables.items()
            if number in table.sittings
        }
        for tid, sitting in sittings.items():
            if tables is None or tid in tables:
                self.look_on(tid, sitting)
        ended = {tid for tid in sittings if (number, tid) in self.handed}
        if len(ended) == len(sittings) > self.closed.get(number, 0):
            self.closed[number] = len(ended)
            self.at_work().close(number)

    def look_on(self, tid: int, sitting: Sitting) -> None:
        """Hand in a sitting if it has ended, and is not the one that was handed in before."""
        work = self.at_work()
        work.expect(lobby_for(sitting.setup).world, sitting.setup.seed - sitting.round)
        over = sitting.built and sitting.live.over
        done = (len(sitting.decisions), len(sitting.branches))
        # what is not at hand is handed in as the log has it, and not again with each finding
        mark = done if over or not sitting.built else UNFINISHED
        if self.handed.get((sitting.round, tid)) == mark:
            return
        if over:
            work.take(handed_in(tid, sitting))
        elif sitting.round == self.room.state.round and not sitting.ended:
            return  # it will end; after a restart the class itself builds the games under way
        elif sitting.built:
            # The class went on before AI had finished this one; its strategies play it out.
            work.take(handed_in(tid, sitting))
        else:
            work.build(tid, sitting)
        self.handed[sitting.round, tid] = mark

    def know(self, plays: Sequence[Played]) -> None:
        """Take tables that were played elsewhere, as in a rehearsal, so that none is built again.

        Parameters
        ----------
        plays : sequence of Played
            All tables of some rounds of this class.
        """
        work = self.at_work()
        for each in plays:
            sitting = self.room.state.tables[each.table].sittings[each.round]
            self.handed[each.round, each.table] = len(sitting.decisions), len(sitting.branches)
            work.take(each)
        for number in sorted({each.round for each in plays}):
            self.closed[number] = sum(each.round == number for each in plays)
            work.close(number)

    def export(self) -> bytes:
        """Return the export of the class, or what can be saved of it.

        It waits for the worker, so it is not to be called in the loop.
        """
        entries = self.room.whole_log
        try:
            if self.worker is None or self.worker.stopped:
                self.look()
            try:
                if self.died:
                    return archive(entries, self.last)
                return self.at_work().export(entries).result(PATIENCE)
            except (RuntimeError, TimeoutError):
                return archive(entries, self.last)
        except Exception as error:  # whatever it is, nobody goes away empty-handed
            log.exception("class %s: the export failed", self.room.state.code)
            return rescued(entries, f"{type(error).__name__}: {error}")

    @property
    def died(self) -> bool:
        """Whether the worker has come to grief; then it is begun anew only where that is asked."""
        return self.worker is not None and self.worker.died

    def at_work(self) -> Worker:
        """Return the worker, which begins when there is something to do."""
        if self.worker is None or self.worker.stopped:
            self.loop = running_loop() or self.loop
            self.handed.clear()
            self.closed.clear()
            self.back = True
            self.worker = Worker(self.told, self.runs, apart=self.apart)
        return self.worker

    def told(self, found: Findings) -> None:
        """Take findings, on a thread of the worker's."""
        if self.loop is None or self.loop.is_closed():
            self.last = found
            return
        self.loop.call_soon_threadsafe(self.show, found)

    def show(self, found: Findings) -> None:
        """Take findings, and tell the screens; the phones only where it is news to them."""
        stuck = bool(found.faults) and found.rest
        news = found.own is not self.last.own or stuck != (
            self.last.rest and bool(self.last.faults)
        )
        self.last = found
        if self.died and not self.begun_again:
            self.begun_again = True
            self.again()
            return
        self.room.publish({"all"} if news else {"staff"}, None)
        done = all(made >= of for made, of in found.progress.values())
        if self.room.state.ended and done and self.loop is not None:
            self.loop.call_later(REST, self.stop)

    def again(self) -> None:
        """Measure everything once more, as where something could not be."""
        self.stop()
        self.worker = None
        self.last = replace(self.last, faults=(), rest=False)
        self.look()
        self.room.publish({"staff"}, None)

    def stop(self) -> None:
        """End the work; what was found stays."""
        if self.worker is not None:
            self.worker.stop()


def running_loop() -> asyncio.AbstractEventLoop | None:
    """Return the event loop this is called in; nothing outside of any."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


class Desks:
    """The debriefs of all classes of a server."""

    def __init__(self, make: Callable[[Room], Desk] = Desk) -> None:
        self.make = make
        self.known: dict[str, Desk] = {}

    def of(self, room: Room) -> Desk:
        """Return the debrief of a class."""
        cid = room.state.cid
        if cid not in self.known or self.known[cid].room is not room:
            self.known[cid] = self.make(room)
        return self.known[cid]

    def forget(self, cid: str) -> None:
        """Let go of the debrief of a class that is no more."""
        desk = self.known.pop(cid, None)
        if desk is not None:
            desk.stop()

    def stop(self) -> None:
        """End all work, as when the server does."""
        for desk in self.known.values():
            desk.stop()
