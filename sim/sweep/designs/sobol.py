"""Sobol's low-discrepancy sequence, scrambled (sobol1967, owen1998), from scipy."""

import warnings
from dataclasses import dataclass

import numpy as np
from scipy.stats import qmc

from sim.rules.block import Floats, Ints


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
    engine = qmc.Sobol(factors, scramble=True, rng=np.random.default_rng(seed))
    if first:
        engine.fast_forward(first)
    with warnings.catch_warnings():
        # A part of the sequence need not be a power of two; the whole is the user's choice.
        warnings.simplefilter("ignore", UserWarning)
        return np.asarray(engine.random(last - first))
