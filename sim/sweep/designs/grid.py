"""A full factorial design: every combination of a few steps of each factor."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from sim.rules.block import Floats, Ints
from sim.sweep.factors import Factor

STEPS = 3
"""Values of a number, if not told otherwise: its low end, its middle and its high end."""


@dataclass(frozen=True)
class GridDesign:
    """All combinations; the last factor turns fastest."""

    sizes: tuple[int, ...]
    words: tuple[bool, ...]
    """Whether the factor's values are words, of which each is taken once."""

    @property
    def points(self) -> int:
        """How many combinations there are."""
        return prod(self.sizes)

    def shares(self, first: int, last: int) -> Floats:
        """Return rows of the design; see ``Design``."""
        places = np.unravel_index(np.arange(first, last), self.sizes) if self.sizes else ()
        columns = [
            (place + 0.5) / size if word else place / max(size - 1, 1)
            for place, size, word in zip(places, self.sizes, self.words, strict=True)
        ]
        return np.column_stack(columns) if columns else np.zeros((last - first, 0))

    def keys(self, first: int, last: int) -> Ints:
        """Return 0 for every point: all cells have the same chance, repetition by repetition."""
        return np.zeros(last - first, dtype=np.int64)


def grid(factors: Sequence[Factor], steps: int = STEPS) -> GridDesign:
    """Return the grid of some factors."""
    sizes = tuple(steps_of(factor, steps) for factor in factors)
    return GridDesign(sizes, tuple(bool(factor.words) for factor in factors))


def steps_of(factor: Factor, steps: int) -> int:
    """Return how many values of a factor the grid takes; of words and few whole numbers, all."""
    if factor.words:
        return len(factor.words)
    if factor.whole and factor.high - factor.low < steps:
        return int(factor.high - factor.low) + 1
    return steps
