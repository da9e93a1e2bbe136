"""Morris's elementary effects (morris1991): trajectories that move one factor at a time.

All points of a trajectory have the same chance, so an effect is the factor's and not luck's.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from sim.rules.block import Floats, Ints

LEVELS = 4
"""Steps of the grid on which trajectories move."""
STEP = LEVELS / (2 * (LEVELS - 1))
"""How far a factor moves, the usual choice for an even number of levels."""


@dataclass(frozen=True)
class MorrisDesign:
    """``trajectories`` trajectories of D + 1 points."""

    trajectories: int
    factors: int
    seed: int

    @property
    def size(self) -> int:
        """Points in a trajectory."""
        return self.factors + 1

    @property
    def points(self) -> int:
        """How many points there are."""
        return self.trajectories * self.size

    def shares(self, first: int, last: int) -> Floats:
        """Return rows of the design; see ``Design``."""
        made = np.empty((last - first, self.factors))
        for n in range(first // self.size, -(-last // self.size)):
            start = n * self.size
            rows = slice(max(first, start), min(last, start + self.size))
            path = trajectory(self.factors, self.seed, n)
            made[rows.start - first : rows.stop - first] = path[
                rows.start - start : rows.stop - start
            ]
        return made

    def keys(self, first: int, last: int) -> Ints:
        """Return the number of each point's trajectory."""
        return np.arange(first, last, dtype=np.int64) // self.size


@lru_cache(maxsize=8)
def trajectory(factors: int, seed: int, number: int) -> Floats:
    """Return one trajectory, shape (factors + 1, factors), by its number alone."""
    rng = np.random.default_rng([seed, number])
    base = rng.integers(0, LEVELS // 2, factors) / (LEVELS - 1)
    falls = rng.random(factors) < 0.5
    order = rng.permutation(factors)
    moved = np.zeros((factors + 1, factors))
    for step, factor in enumerate(order, 1):
        moved[step:, factor] = 1.0
    moved = np.where(falls, 1.0 - moved, moved)
    return np.asarray(base + moved * STEP)
