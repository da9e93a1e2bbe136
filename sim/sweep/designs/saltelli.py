"""Saltelli's design for Sobol indices (saltelli2010): blocks of D + 2 points, or 2 D + 2.

A block mixes two base points: A, then A with one factor at a time from B, then, for second-order
indices, B with one factor at a time from A, then B. The order is that of SALib. All points of a
block have the same chance, or noise would pass for the influence of every factor.
"""

from dataclasses import dataclass

import numpy as np

from sim.rules.block import Floats, Ints
from sim.sweep.designs.sobol import sequence


@dataclass(frozen=True)
class SaltelliDesign:
    """``blocks`` blocks over a scrambled Sobol sequence of twice as many dimensions."""

    blocks: int
    factors: int
    seed: int
    second_order: bool = False

    @property
    def size(self) -> int:
        """Points in a block."""
        return (2 if self.second_order else 1) * self.factors + 2

    @property
    def points(self) -> int:
        """How many points there are."""
        return self.blocks * self.size

    def shares(self, first: int, last: int) -> Floats:
        """Return rows of the design; see ``Design``."""
        start, end = first // self.size, -(-last // self.size)
        base = sequence(2 * self.factors, self.seed, start, end)
        rows = np.arange(first, last)
        a = base[rows // self.size - start, : self.factors]
        b = base[rows // self.size - start, self.factors :]
        place = rows % self.size
        made = a.copy()
        columns = np.arange(self.factors)
        made = np.where(place[:, None] == columns + 1, b, made)
        if self.second_order:
            swapped = place[:, None] == columns + 1 + self.factors
            made = np.where(swapped.any(axis=1)[:, None], np.where(swapped, a, b), made)
        return np.where(place[:, None] == self.size - 1, b, made)

    def keys(self, first: int, last: int) -> Ints:
        """Return the number of each point's block."""
        return np.arange(first, last, dtype=np.int64) // self.size
