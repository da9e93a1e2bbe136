"""The same tables played by AI alone, a thousand times: what the forum gives by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from classroom.debrief.measures import MEASURES, Rows, measured, together
from scenarios.world import World
from sim.rules.block import Floats, Ints
from sim.sweep.batch import Batch, run_many
from sim.sweep.stand_ins import at_hand

RUNS = 1000
AT_ONCE = 25
"""Compiled runs between two looks at what else there is to do: some 50 ms."""
BINS = 20


@dataclass
class Pool:
    """Runs of one world with AI in every seat, under chances 1, 2, ... of a seed.

    Run 0 of a seed is the chance that the people at the tables had.

    Parameters
    ----------
    world : World
    seed : int
    of : int
        How many there are to be.
    """

    world: World
    seed: int
    of: int = RUNS
    made: list[Batch] = field(default_factory=list)
    alone: dict[int, Batch] = field(default_factory=dict)
    """Run 0 of each seed asked for: AI in every seat, with the very chance that people had."""

    @property
    def done(self) -> int:
        """How many runs there are."""
        return sum(len(each.run) for each in self.made)

    def more(self) -> None:
        """Play a few more runs."""
        compiled = at_hand()
        count = min(AT_ONCE if compiled else 1, self.of - self.done)
        if count > 0:
            self.made.append(
                run_many(self.world, self.seed, count, self.done + 1, plain=not compiled)
            )

    def same_chance(self, seed: int) -> Rows:
        """Return the run that AI makes of the very chance of a seed."""
        if seed not in self.alone:
            self.alone[seed] = run_many(self.world, seed, 1, plain=not at_hand())
        return rows_of([self.alone[seed]])

    @property
    def rows(self) -> Rows | None:
        """Return what came of the runs so far; nothing before the first."""
        return rows_of(self.made) if self.made else None

    @property
    def closed(self) -> Ints:
        """Return the months of the outcomes so far, shape (n, F)."""
        return np.concatenate([each.closed for each in self.made])


def rows_of(batches: list[Batch]) -> Rows:
    """Return some batches as rows."""
    return together(Rows(each.metrics, each.outcome, each.statement) for each in batches)


@dataclass(frozen=True)
class Spread:
    """How one measure came out over the runs.

    Parameters
    ----------
    low, high : float
        Ends of the histogram.
    counts : tuple of int
        Runs in each of its bins, which are equally wide.
    p10, p50, p90 : float
    """

    low: float
    high: float
    counts: tuple[int, ...]
    p10: float
    p50: float
    p90: float


def spread(values: Floats, others: Sequence[float]) -> Spread:
    """Return how values are spread, with room for some others that are not among them."""
    every = [float(values.min()), float(values.max()), *others]
    low, high = min(every), max(every)
    counts, _ = np.histogram(values, bins=BINS, range=(low, high if high > low else low + 1.0))
    p10, p50, p90 = (float(each) for each in np.quantile(values, (0.1, 0.5, 0.9)))
    return Spread(low, high, tuple(int(each) for each in counts), p10, p50, p90)


def percentile(values: Floats, mine: float) -> float:
    """Return the percentage of runs below a value, those equal to it counted half.

    Examples
    --------
    >>> percentile(np.array([1.0, 2.0, 2.0, 3.0]), 2.0)
    50.0
    """
    near = 1e-9
    below, ties = (values < mine - near).mean(), (np.abs(values - mine) <= near).mean()
    return float(100.0 * (below + ties / 2.0))


def columns(pool: Pool) -> dict[str, Floats]:
    """Return every measure over the runs so far, to six digits, so that equal ones are equal."""
    rows = pool.rows
    if rows is None:
        return {name: np.zeros(0) for name in MEASURES}
    return {name: np.round(each, 6) for name, each in measured(rows, pool.world).items()}
