"""A show being watched, with what the page remembers of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from ui.watch.diary import Entry, diary

if TYPE_CHECKING:
    from agents.moment import Moment
    from sim.play.scene import Scene
    from sim.play.sheet import Sheet


class Show(Protocol):
    """What the page asks of a run, and all it knows of it."""

    scene: Scene
    over: bool
    live: bool
    position: int
    length: int
    notes: Sequence[str]
    events: Sequence[tuple[int, str]]
    origin: Moment

    def step_move(self) -> None:
        """Make the next move."""

    def step_month(self) -> None:
        """Make the moves of a whole month."""

    def go(self, position: int) -> None:
        """Go to the moment after so many of the known moves."""

    def end_of(self, month: int) -> int | None:
        """Return after how many moves a month ended, None where that is not known."""

    def options(self) -> tuple[str, Sequence[tuple[str, str]]]:
        """Return the short name of whose move is next, and the kind and sentence of each move."""

    def branch(self, option: int = -1) -> None:
        """Forget what comes after this moment, make a move of the options, let bots go on."""

    def log(self) -> bytes:
        """Return the log up to this moment."""

    def sheets(self) -> Sequence[Sheet]:
        """Return the statements of the talks that have ended."""

    def moment(self) -> Moment:
        """Return where the run stands, for people to sit down there."""


class Reel:
    """One visitor's show; the clock and the buttons may both turn it.

    Parameters
    ----------
    show
        A run that nobody else moves.
    """

    def __init__(self, show: Show):
        self._show = show
        self._turning = threading.Lock()
        self.origin = show.origin
        self.sheets: Sequence[Sheet] = ()
        self.entries: tuple[Entry, ...] = ()
        self.branched = 0
        self._look()

    def _look(self) -> None:
        """Keep what is to be seen now."""
        concluded = self.concluded if self.entries else -1
        self.scene: Scene = self._show.scene
        self.entries = diary(self.entries, self.scene)
        self.over, self.live, self.notes = self._show.over, self._show.live, self._show.notes
        self.position, self.length = self._show.position, self._show.length
        self.events = tuple(self._show.events)
        if self.concluded != concluded:
            self.sheets = self._show.sheets()

    def rest(self) -> None:
        """Stay where it is."""

    def move(self) -> None:
        """Go on by one move."""
        self._turn(self._show.step_move)

    def month(self) -> None:
        """Go on by one month."""
        self._turn(self._show.step_month)

    def back(self) -> None:
        """Go back by one move."""
        self.go(self._show.position - 1)

    def back_month(self) -> None:
        """Go back to the end of the month before."""
        self.to_month(self.scene.month - 1)

    def to_month(self, month: int) -> None:
        """Go to the end of a month, playing what has not been played yet."""
        end = self._show.end_of(max(month, 0))
        if end is not None:
            self.go(end)
            return
        while not self.over and self._show.end_of(month) is None:
            self.month()

    def go(self, position: int) -> None:
        """Go to the moment after so many of the known moves; months passed are remembered."""
        while not self.over and self._show.position < position:
            self.month()
        with self._turning:
            if self._show.position != position:
                self._show.go(position)
                self._look()

    def conclude(self) -> None:
        """Go on until all talks have ended."""
        while not self.over and self.concluded < len(self.scene.forums):
            self.month()

    def options(self) -> tuple[str, Sequence[tuple[str, str]]]:
        """Return whose move is next, and what may be done: kinds of move and sentences."""
        return self._show.options()

    def branch(self, option: int) -> None:
        """Go on with an option, or with none where it is -1, whatever came next before."""
        with self._turning:
            self.branched = self._show.position
            self._show.branch(option)
            self._look()

    def log(self) -> bytes:
        """Return the log up to this moment."""
        return self._show.log()

    def moment(self) -> Moment:
        """Return where the run stands, for people to sit down there."""
        with self._turning:
            return self._show.moment()

    def _turn(self, step: Callable[[], None]) -> None:
        with self._turning:
            if self._show.over:
                return
            step()
            self._look()

    @property
    def concluded(self) -> int:
        """How many forums have come to an end of their talks."""
        return sum(forum.outcome != "under way" for forum in self.scene.forums)
