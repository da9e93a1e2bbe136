"""Boxes of scenario discovery: a few limits on a few factors."""

from dataclasses import dataclass
from math import ceil, floor
from typing import Any

from sim.sweep.factors import Factor
from sim.sweep.sensitivity.tradeoff import Spot

PACKAGE = "ema_workbench"
"""Where PRIM and CART come from."""
LEAST = 0.05
"""Share of the runs that a box holds at least."""


@dataclass(frozen=True)
class Limit:
    """What a box asks of one factor."""

    factor: Factor
    low: float
    high: float
    words: tuple[str, ...] = ()
    """The words that remain; of a factor with numbers none."""


@dataclass(frozen=True)
class Box:
    """Part of the factors' room; shares are 0..1."""

    coverage: float
    density: float
    mass: float
    """Share of all runs that lie in it."""
    limits: tuple[Limit, ...]
    way: tuple[Spot, ...] = ()
    """For PRIM, the boxes it went through, of which this is number ``chosen``."""
    chosen: int = 0


def box_from(limits: Any, frame: Any, factors: tuple[Factor, ...]) -> tuple[Limit, ...]:
    """Return the limits of a box that shut out any of all runs."""
    made = []
    for factor in factors:
        if factor.path not in limits:
            continue
        low, high = limits[factor.path]
        column = frame[factor.path]
        if factor.words:
            if set(low) < set(column):
                words = tuple(word for word in factor.words if word in low)
                made.append(Limit(factor, 0.0, 0.0, words))
        elif low > column.min() or high < column.max():
            # Where no run is shut out at an end, the box reaches as far as the room does.
            lowest = float(low) if low > column.min() else factor.low
            highest = float(high) if high < column.max() else factor.high
            if factor.whole:
                lowest, highest = float(ceil(lowest)), float(floor(highest))
            made.append(Limit(factor, lowest, highest))
    return tuple(made)
