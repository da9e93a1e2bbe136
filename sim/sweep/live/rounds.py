"""Several cases played beside one another, the same runs of each, in rounds that can be stopped."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from sim.rules.block import Block
from sim.sweep.executors import cores
from sim.sweep.live.compiler import COMPILER
from sim.sweep.live.engine import Runs
from sim.sweep.live.track import TRACKS, Track

FIRST = 0.05
"""Seconds for the first chart; what is under way then adds to it."""
EACH = 4
"""Runs of one case in one go, for the first chart: what may be under way when time is up."""
REST = 0.25
"""Seconds after the first chart in which the hand may move on before more runs are played."""
BLOCK = 8
"""Runs in one go afterwards: how long a hand that moves on waits for a core."""
SHOWN = (128, 256, 512, 1000)
"""Runs after which the chart is drawn anew, compiled."""
FEW = (2, 4, 8)
"""The same, where the rules are plain."""
WAIT = 6.0
"""Seconds that a first chart waits for rules that may only have to be read from the cache."""
BEHIND = 10
"""By how much threads that refine a chart stand back behind those that serve pages."""


def stand_back() -> None:
    """Let this thread stand back, where the system lets a thread do so by itself."""
    if sys.platform == "linux":
        os.nice(BEHIND)


AHEAD = ThreadPoolExecutor(cores(), "first-chart")
AFTER = ThreadPoolExecutor(cores(), "more-runs", initializer=stand_back)


@dataclass(frozen=True)
class Round:
    """What there is of every case after a round."""

    cases: tuple[Runs, ...]
    runs: int
    of: int
    """How many there will be in the end."""
    plain: bool


def rounds(
    blocks: Sequence[Block], metric: int, seed: int, stop: threading.Event, wait: float = WAIT
) -> Iterator[Round]:
    """Yield what there is after each round, with ever more runs, until stopped.

    Parameters
    ----------
    blocks : sequence of Block
        The parameters of each case.
    metric : int
        Which of ``METRICS`` is kept month by month.
    stop : Event
        Set from any thread; no further round comes then.
    wait : float
        Seconds for which compiled rules are waited for.
    """
    tracks = [TRACKS.of(block, metric, seed) for block in blocks]
    COMPILER.start()
    if not COMPILER.await_ready(stop, wait):
        yield from few(tracks, stop)
    if COMPILER.await_ready(stop):
        yield from many(tracks, stop)


def many(tracks: Sequence[Track], stop: threading.Event) -> Iterator[Round]:
    """Yield rounds of the compiled rules."""
    everyone(AHEAD, Turns(tracks, EACH, SHOWN[-1], stop, time.monotonic() + FIRST).take)
    for shown in (0, *SHOWN):
        done = least(tracks)
        if shown and done < shown:
            everyone(AFTER, Turns(tracks, BLOCK, shown, stop).take)
        if stop.is_set():
            return
        if not shown or done < shown:
            yield drawn(tracks, min(max(shown, done), SHOWN[-1]), plain=False)
        if not shown and done < SHOWN[-1]:
            stop.wait(REST)


def least(tracks: Sequence[Track]) -> int:
    """Return how many runs there are of every case."""
    return min(track.count for track in tracks)


def drawn(tracks: Sequence[Track], runs: int, plain: bool) -> Round:
    """Return what there is of the first runs."""
    of = FEW[-1] if plain else SHOWN[-1]
    return Round(tuple(track.runs(runs) for track in tracks), runs, of, plain)


def everyone(pool: ThreadPoolExecutor, work: Callable[[], None]) -> None:
    """Let as many threads as there are cores do some work, and wait for them all."""
    for each in [pool.submit(work) for _ in range(cores())]:
        each.result()


class Turns:
    """Runs to play, handed to whoever is free: next come those of the case that has fewest."""

    def __init__(
        self,
        tracks: Sequence[Track],
        each: int,
        goal: int,
        stop: threading.Event,
        end: float | None = None,
    ) -> None:
        self._tracks, self._each, self._goal = tracks, each, goal
        self._stop, self._end = stop, end
        self._planned = [track.count for track in tracks]
        self._least = min(goal, each)
        self._lock = threading.Lock()

    def take(self) -> None:
        """Play turns until there are enough runs, or time is up and there are some of each."""
        while (turn := self._next()) is not None:
            case, first, last = turn
            self._tracks[case].play(first, last)

    def _next(self) -> tuple[int, int, int] | None:
        with self._lock:
            first = min(self._planned)
            late = self._end is not None and time.monotonic() > self._end
            if self._stop.is_set() or first >= (self._least if late else self._goal):
                return None
            case = self._planned.index(first)
            last = self._planned[case] = min(first + self._each, self._goal)
            return case, first, last


def few(tracks: Sequence[Track], stop: threading.Event) -> Iterator[Round]:
    """Yield rounds of the plain rules, one run after the other, until there are compiled ones."""
    for runs in range(1, FEW[-1] + 1):
        for track in tracks:
            if stop.is_set() or COMPILER.ready.is_set():
                return
            if track.count < runs:
                track.play(runs - 1, runs, plain=True)
        if runs in FEW:
            yield drawn(tracks, runs, plain=True)
