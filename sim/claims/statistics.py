"""Shares with their intervals, medians with theirs, and worlds counted by sign."""

from math import sqrt
from typing import NamedTuple

import numpy as np

from sim.rules.block import Floats

Z = 1.959963984540054
"""Quantile of the normal distribution that leaves 95 per cent between it and its opposite."""
NOTHING = 1e-12
"""Effects smaller than this count as none: what is left of them is rounding."""


class Interval(NamedTuple):
    """A figure and the ends of its 95 per cent interval."""

    value: float
    low: float
    high: float


def wilson(hits: int, of: int) -> Interval:
    """Return a share with Wilson's interval (wilson1927); all 0..1 without any cases.

    Examples
    --------
    >>> [round(x, 4) for x in wilson(8, 10)]
    [0.8, 0.4902, 0.9433]
    """
    if of == 0:
        return Interval(float("nan"), 0.0, 1.0)
    share, z2 = hits / of, Z * Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = Z / (1 + z2 / of) * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    return Interval(share, max(0.0, middle - half), min(1.0, middle + half))


def median(values: Floats) -> Interval:
    """Return the median with the interval of its order statistics, free of any distribution.

    Examples
    --------
    >>> median(np.arange(101.0))
    Interval(value=50.0, low=40.0, high=60.0)
    """
    ordered = np.sort(values)
    count = len(ordered)
    if count == 0:
        return Interval(float("nan"), float("nan"), float("nan"))
    half = Z * sqrt(count) / 2
    low, high = int(np.floor((count - 1) / 2 - half)), int(np.ceil((count - 1) / 2 + half))
    ends = ordered[max(low, 0)], ordered[min(high, count - 1)]
    return Interval(float(np.median(ordered)), float(ends[0]), float(ends[1]))


def mean(values: Floats) -> Interval:
    """Return the mean with its normal interval."""
    if len(values) < 2:
        return Interval(float("nan"), float("nan"), float("nan"))
    middle, error = float(values.mean()), float(values.std(ddof=1)) / sqrt(len(values))
    return Interval(middle, middle - Z * error, middle + Z * error)


class Count(NamedTuple):
    """Worlds by what an effect did there."""

    up: int
    down: int
    ties: int

    @property
    def worlds(self) -> int:
        """Return how many there are."""
        return self.up + self.down + self.ties


def counted(effects: Floats) -> Count:
    """Count the worlds in which an effect is positive, negative and neither."""
    up, down = int((effects > NOTHING).sum()), int((effects < -NOTHING).sum())
    return Count(up, down, len(effects) - up - down)
