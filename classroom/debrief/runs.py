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
TIE = 1e-9
"""Values as near as this are equal."""
FEW = 40
"""Distinct values up to which each has a bar of its own."""
SLIVER = 1 / 200
"""Share of the picture below which a bar of its own could not be seen."""


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
    edges : tuple of float
        Where the bins of the histogram meet; no value lies there.
    counts : tuple of int
        Runs in each of its bins.
    p10, p50, p90 : float
    """

    edges: tuple[float, ...]
    counts: tuple[int, ...]
    p10: float
    p50: float
    p90: float


def spread(values: Floats, others: Sequence[float]) -> Spread:
    """Return how values are spread, with room for some others that are not among them."""
    edges = edges_for(np.unique([*values, *others]))
    counts, _ = np.histogram(values, bins=edges)
    p10, p50, p90 = (float(each) for each in np.quantile(values, (0.1, 0.5, 0.9)))
    ends = tuple(float(each) for each in edges)
    return Spread(ends, tuple(int(each) for each in counts), p10, p50, p90)


def edges_for(every: Floats) -> Floats:
    """Return where the bins meet for some values, which are distinct and in order.

    Few values have a bar each, as wide as the nearest two of them are apart, so that a gap is a
    gap; of many, an edge that falls on a value moves off it.

    Examples
    --------
    >>> edges_for(np.array([1.0, 2.0, 4.0])).tolist()
    [0.5, 1.5, 2.5, 3.5, 4.5]
    """
    low, high = every[0], every[-1]
    if len(every) == 1:
        return np.array([low - 0.5, low + 0.5])
    gaps = np.diff(every)
    half = gaps.min() / 2.0
    if len(every) <= FEW and 2.0 * half >= SLIVER * (high - low):
        # neighbors share an edge; figures are rounded, so their gaps are not quite the same
        near = gaps < 2.4 * half
        middles = every[:-1] + gaps / 2.0
        ups = np.where(near, middles, every[:-1] + half)
        downs = np.where(near, middles, every[1:] - half)
        return np.unique([low - half, *ups, *downs, high + half])
    margin = (high - low) / BINS / 2.0
    edges = np.linspace(low - margin, high + margin, BINS + 2)
    for k, edge in enumerate(edges):
        if np.abs(every - edge).min() < TIE:
            above = every[every > edge + TIE]
            edges[k] = edge + min(above[0] - edge if len(above) else margin, margin) / 2.0
    return edges


def percentile(values: Floats, mine: float) -> float:
    """Return the percentage of runs below a value, those equal to it counted half.

    Examples
    --------
    >>> percentile(np.array([1.0, 2.0, 2.0, 3.0]), 2.0)
    50.0
    """
    below, ties = (values < mine - TIE).mean(), (np.abs(values - mine) <= TIE).mean()
    return float(100.0 * (below + ties / 2.0))


def columns(pool: Pool) -> dict[str, Floats]:
    """Return every measure over the runs so far, to six digits, so that equal ones are equal."""
    rows = pool.rows
    if rows is None:
        return {name: np.zeros(0) for name in MEASURES}
    return {name: np.round(each, 6) for name, each in measured(rows, pool.world).items()}
