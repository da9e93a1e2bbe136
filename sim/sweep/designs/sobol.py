"""Sobol's low-discrepancy sequence (sobol1967) from scipy, scrambled (owen1998).

scipy's scrambling is a random linear matrix on the digits of each factor, then a random shift of
them (matousek1998): the accuracy of Owen's own at a fraction of its cost.
"""

import threading
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.rules.block import Floats, Ints

MOST_POINTS = 2**30
"""Points of scipy's Sobol sequence before it repeats itself."""
ROOM = threading.local()


@dataclass(frozen=True)
class SobolDesign:
    """The first points of a scrambled Sobol sequence."""

    points: int
    factors: int
    seed: int

    def shares(self, first: int, last: int) -> Floats:
        """Return rows of the design; see ``Design``."""
        return sequence(self.factors, self.seed, first, last)

    def keys(self, first: int, last: int) -> Ints:
        """Return a number of its own for each point."""
        return np.arange(first, last, dtype=np.int64)


def sequence(factors: int, seed: int, first: int, last: int) -> Floats:
    """Return rows of a scrambled Sobol sequence, shape (last - first, factors), 0..1."""
    if not factors:
        return np.zeros((last - first, 0))
    engine = scrambled(factors, seed)
    engine.reset()
    if first:
        engine.fast_forward(int(first))
        return np.asarray(engine.random(last - first))
    # The first point by itself: a first draw of any other size than a power of two is warned of.
    parts = [engine.random(1), engine.random(last - 1)] if last > 1 else [engine.random(last)]
    return np.concatenate(parts)


def scrambled(factors: int, seed: int) -> Any:
    """Return this thread's generator of a sequence, which takes long to make."""
    known: dict[tuple[int, int], Any] = ROOM.__dict__.setdefault("known", {})
    if (factors, seed) not in known:
        from scipy.stats import qmc  # a second to import, which other designs need not wait for

        known.clear()
        rng = np.random.default_rng(seed)
        known[factors, seed] = qmc.Sobol(factors, scramble=True, rng=rng)
    return known[factors, seed]
