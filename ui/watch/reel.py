"""A show being watched, with what the page remembers of it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

from ui.watch.diary import Entry, diary

if TYPE_CHECKING:
    from sim.play.scene import Scene


class Show(Protocol):
    """What the page asks of a run, and all it knows of it."""

    scene: Scene
    over: bool

    def step_move(self) -> None:
        """Make the next move."""

    def step_month(self) -> None:
        """Make the moves of a whole month."""


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
        self.scene: Scene = show.scene
        self.entries: tuple[Entry, ...] = diary((), show.scene)

    def move(self) -> None:
        """Go on by one move."""
        self._turn(self._show.step_move)

    def month(self) -> None:
        """Go on by one month."""
        self._turn(self._show.step_month)

    def _turn(self, step) -> None:
        with self._turning:
            if self._show.over:
                return
            step()
            self.scene = self._show.scene
            self.entries = diary(self.entries, self.scene)

    @property
    def concluded(self) -> int:
        """How many forums have come to an end of their talks."""
        return sum(forum.outcome != "under way" for forum in self.scene.forums)
