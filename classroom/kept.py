"""A class and its log, kept together: what is taken in is written, or never happened."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from typing import Any

from agents.table import Table
from classroom.after import folded, take
from classroom.clock import Clock
from classroom.entry import Entry, Wanted
from classroom.its_copy import ItsCopy
from classroom.store import Store, StoreError
from classroom.who import Who

log = logging.getLogger(__name__)

EVERYBODY = "all"
STAFF = "staff"


class Kept:
    """A class, its log and its clock.

    Parameters
    ----------
    cid : str
        Its id.
    entries : iterable of Entry
        Its log so far.
    store : Store
        Where the log is.
    t : float
        Class time to go on from.
    reading, wall_clock : callable
        Clocks; for tests and rehearsals to bring their own.

    Notes
    -----
    ``watchers`` are called after every change with whom it concerns: a set of ``"all"``,
    ``"staff"``, ``"table:3"``, ``"student:s12"``; and with who caused it, or None.
    """

    def __init__(
        self,
        cid: str,
        entries: Iterable[Entry],
        store: Store,
        t: float = 0.0,
        reading: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        self.store = store
        self.wall_clock = wall_clock
        self.its_copy = ItsCopy()
        self.state = folded(cid, self.its_copy.noting(entries))
        self.clock = Clock(reading, t)
        self.clock.run(not self.state.paused)
        self.watchers: list[Callable[[set[str], Who | None], None]] = []
        self.online: dict[str, float] = {}
        """Who is connected, and since when; kept by the sockets."""
        self.gone: dict[str, float] = dict.fromkeys(self.state.students, t)
        """Who is not, and since what class time."""
        self.practice: dict[str, Table] = {}
        self.fault = ""
        """Why nothing can be written now; empty while all is well."""
        self.stale = False
        """Whether the log could not be read when it was to be gone back to."""
        self.damaged = ""
        """What is wrong with the log; then the class stays as it was before that."""
        self.pages = 0
        """Open pages of whatever kind; kept by the sockets."""
        self.alone_since = reading()
        self.telling: str | None = None
        self.beat = 0.0

    def entry(self, kind: str, data: dict[str, Any]) -> Entry:
        """Return the next entry, after taking it into the state."""
        new = Entry(self.state.n + 1, self.wall_clock(), self.clock.t, kind, data)
        take(self.state, new)
        if kind == "paused":
            self.clock.run(not data["on"])
        if kind == "stepped":
            self.practice.clear()
        return new

    def write(self, entries: list[Entry]) -> bool:
        """Write entries to the log; where that fails, go back to what is there, and say no."""
        if not entries:
            return True
        try:
            self.store.append(self.state.cid, entries)
        except StoreError as error:
            log.error("class %s cannot be written: %s", self.state.code, error)
            self.fault = str(error)
            self.read_again()
            return False
        self.its_copy.add(entries)
        return True

    def read_again(self) -> None:
        """Go back to what the log has; what was taken and not written never happened.

        Where the log cannot be read, what was acknowledged is known from its copy.
        """
        cid, copy = self.state.cid, ItsCopy()
        try:
            self.state = folded(cid, copy.noting(self.store.read(cid)))
            self.its_copy, self.stale = copy, False
        except Exception as error:  # it may have been spoilt in whatever way
            log.error("class %s cannot be read: %r", self.state.code, error)
            self.fault = str(error)
            self.state = folded(cid, self.its_copy)
            self.stale = True
        self.clock.run(not self.state.paused)

    def damage(self, why: str) -> None:
        """Let the class be read and taken away, and nothing more: its log goes no further."""
        self.damaged = why
        self.fault = f"the log is damaged: {why}"
        self.clock.run(False)

    @property
    def whole_log(self) -> list[Entry]:
        """Return the log of the class, whatever has become of the disk since it was written."""
        return list(self.its_copy)

    @property
    def trouble(self) -> str:
        """What keeps the class from going on: ``damaged``, ``file_gone``, ``read_only`` or none."""
        if not self.fault:
            return ""
        return "damaged" if self.damaged else "file_gone" if self.store.lost else "read_only"

    def mend(self) -> None:
        """See whether the log can be written again."""
        if self.damaged:
            return
        try:
            self.store.heart(self.state.cid, self.clock.t)
        except StoreError:
            return
        if self.store.cramped:  # or it would go on and off as long as there are a few bytes left
            return
        self.fault = ""
        if self.stale:
            self.read_again()
        self.publish({EVERYBODY}, None)

    def put(self, wanted: Iterable[Wanted], who: Who | None = None) -> bool:
        """Write entries that nobody asked for, such as AI's; says whether they are kept."""
        try:
            entries = [self.entry(kind, data) for kind, data in wanted]
        except Exception:
            self.read_again()
            raise
        if not entries:
            return True
        kept = self.write(entries)
        whom = set().union(*map(self.concerns, entries))
        self.publish(whom if kept else {EVERYBODY}, who)
        return kept

    def publish(self, whom: set[str], who: Who | None) -> None:
        """Tell the screens that something changed."""
        for watcher in list(self.watchers):
            watcher(whom, who)

    def concerns(self, entry: Entry) -> set[str]:
        """Return whose screens an entry changes; the teacher's and the wall always do."""
        if entry.kind == "decided" and self.goes_on(entry):
            return {STAFF}
        if "table" in entry.data:
            return {STAFF, f"table:{entry.data['table']}"}
        if entry.kind in ("injected", "forum") or entry.data.get("tables"):
            return {STAFF, *(f"table:{tid}" for tid in entry.data["tables"])}
        if entry.kind == "seated" and not entry.data.get("anew"):
            seats = entry.data["seats"].items()
            whose = {f"student:{sid}" for sid, _ in seats}
            return {STAFF, *whose, *(f"table:{tid}" for _, (tid, _) in seats if tid)}
        if "sid" in entry.data and entry.kind != "left":
            student = self.state.students[entry.data["sid"]]
            # mates see these of one another; who sits at no table yet has none
            seen = entry.kind in ("signed", "renamed", "spoke") and student.table
            return {STAFF, f"student:{student.sid}", *([f"table:{student.table}"] if seen else [])}
        if entry.kind in ("slid", "revealed", "rostered", "paced", "shut"):
            return {STAFF}
        return {STAFF, EVERYBODY}

    def goes_on(self, entry: Entry) -> bool:
        """Say whether AI is still finishing a round that was closed: people wait for its end."""
        sitting = self.state.tables[entry.data["table"]].sittings[entry.data["round"]]
        return sitting.closing and sitting.built and not sitting.live.over
