"""Two ways to play the same runs, in turns, so that a busy machine slows both alike."""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

import numpy as np

from sim.rules.block import Floats
from sim.rules.measure import METRICS

Runner = Callable[[range], Floats]
"""Plays the runs with these numbers and returns their metrics, shape (n, F, M)."""


@dataclass(frozen=True)
class Lap:
    """One turn of each: how many runs, in how much CPU time, and where they first differ."""

    slow_runs: int
    slow_seconds: float
    fast_runs: int
    fast_seconds: float
    difference: str

    @property
    def ratio(self) -> float:
        """How many runs the fast way plays in the time of one run of the slow way."""
        return (self.slow_seconds / self.slow_runs) / (self.fast_seconds / self.fast_runs)


def laps(
    slow: Runner, fast: Runner, slow_runs: int, fast_runs: int, seconds: float
) -> Iterator[Lap]:
    """Yield laps until the time is up, at least one; who begins alternates.

    Parameters
    ----------
    slow_runs, fast_runs : int
        Runs a lap; the slow way plays the first few of those the fast way plays.
    seconds : float
        Time on the clock.
    """
    end = time.perf_counter() + seconds
    for lap in count():
        first = lap * fast_runs
        tasks = [
            (slow, range(first, first + slow_runs)),
            (fast, range(first, first + fast_runs)),
        ]
        if lap % 2:
            ours, theirs = timed(*tasks[1]), timed(*tasks[0])
        else:
            theirs, ours = timed(*tasks[0]), timed(*tasks[1])
        told = difference(theirs[1], ours[1], first)
        yield Lap(slow_runs, theirs[0], fast_runs, ours[0], told)
        if time.perf_counter() >= end:
            return


def timed(runner: Runner, runs: range) -> tuple[float, Floats]:
    """Return the CPU time a runner takes, seconds, and the metrics."""
    gc.collect()
    start = time.process_time()
    metrics = runner(runs)
    return time.process_time() - start, metrics


def difference(slow: Floats, fast: Floats, first: int) -> str:
    """Return where two ways first differ on the runs both have played; empty where they agree.

    Parameters
    ----------
    slow, fast : arrays, shape (n, F, M)
        Metrics; ``fast`` may have more runs.
    first : int
        Number of the first run.
    """
    shared = fast[: len(slow)]
    if len(shared) < len(slow):
        return f"from run {first}: {len(slow)} runs against {len(shared)}"
    apart = np.argwhere(slow.view(np.int64) != shared.view(np.int64))
    if not len(apart):
        return ""
    n, f, m = apart[0]
    values = f"{slow[n, f, m]:.17g} against {shared[n, f, m]:.17g}"
    return f"run {first + n}, forum {f}, {METRICS[m]}: {values}"
