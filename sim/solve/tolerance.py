"""How far apart two values must be to count as different.

The same sum, added up in another order, differs in its last bits. Where points are chosen and
texts accepted, the solvers therefore ignore differences below a 2**-40th of the largest value
in the domain: 1e-12 of it, a thousand times the rounding error and far below any figure a
person would state.
"""

from math import frexp, ldexp

import numpy as np

from sim.rules.block import Floats, Ints
from sim.solve.domain import Domain

BITS = 40


def step(domain: Domain) -> float:
    """Return the distance between the points of a domain's grid, in units of value."""
    largest = np.abs(domain.base) + sum(np.abs(each).max(axis=1) for each in domain.worth)
    top = max(float(np.max(largest)), float(np.max(np.abs(domain.walk_away))))
    return ldexp(1.0, frexp(top)[1] - BITS) if top > 0.0 else 1.0


def on_grid(values: Floats, step: float) -> Ints:
    """Return values as whole numbers of steps."""
    return np.rint(values / step).astype(np.int64)
