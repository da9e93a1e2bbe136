"""Class time: seconds that run while the class runs, and stand still while it does not."""

from __future__ import annotations

from collections.abc import Callable


class Clock:
    """The time of one class.

    Parameters
    ----------
    reading : callable
        Returns seconds that only ever rise, such as ``time.monotonic``.
    t : float
        Class time so far.
    """

    def __init__(self, reading: Callable[[], float], t: float = 0.0) -> None:
        self.reading = reading
        self.kept = t
        self.since: float | None = reading()

    @property
    def t(self) -> float:
        """The class time now, in seconds."""
        if self.since is None:
            return self.kept
        return self.kept + self.reading() - self.since

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self.since is not None

    def run(self, on: bool) -> None:
        """Let it run, or stop it."""
        if on != self.running:
            self.kept = self.t
            self.since = self.reading() if on else None
