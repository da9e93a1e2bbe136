"""What a rehearsal plays on: a class whose clock is moved by hand, and whose log is a list."""

from __future__ import annotations

from collections.abc import Sequence

from classroom.entry import Entry
from classroom.room import Room

PARTS = 256
"""Parts of a second."""


class Hand:
    """A clock that stands where it is put."""

    def __init__(self, now: float = 0.0) -> None:
        self.now = now

    def reading(self) -> float:
        """Return the time, in seconds."""
        return self.now


class Log:
    """A log in memory, in place of ``classroom.store.Store``."""

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self.entries = list(entries)

    def append(self, cid: str, entries: Sequence[Entry]) -> None:
        """Add some entries."""
        self.entries += entries

    def heart(self, cid: str, t: float) -> None:
        """Note the class time, which the clock knows anyway."""


class Stage:
    """A class, its log and its clock.

    Parameters
    ----------
    entries : sequence of Entry
        The log so far.
    at : float
        Wall-clock time at which the class began, seconds since 1970.
    """

    def __init__(self, entries: Sequence[Entry], at: float) -> None:
        self.hand = Hand(entries[-1].t)
        self.log = Log(entries)
        clock = self.hand.reading
        log, t = self.log, entries[-1].t
        self.room = Room("rehearsal", entries, log, t, clock, lambda: at + clock())
        self.room.online = dict.fromkeys(self.room.state.students, 0.0)
        self.room.gone.clear()

    @property
    def t(self) -> float:
        """The class time."""
        return self.room.clock.t

    def go_to(self, t: float) -> None:
        """Put the clock at a class time, to the next 256th of a second.

        Sums of such numbers are exact, so nothing depends on the way to a time.
        """
        self.hand.now += round(t * PARTS) / PARTS - self.t
