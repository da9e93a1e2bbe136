"""Second-order Sobol indices: what two factors explain only together (saltelli2002).

There are as many as pairs of factors, so the resamples are gone through one by one and only what
the interval takes is kept of them.
"""

import numpy as np
from scipy.special import ndtri

from sim.rules.block import Floats


def second_indices(
    mixes: Floats, runs: tuple[Floats, Floats, Floats, Floats], first: Floats, level: float
) -> tuple[Floats, Floats]:
    """Return second-order indices of all outcomes, with half their intervals.

    Parameters
    ----------
    mixes : array, shape (S, N)
        How much of each mix every block makes up; the first is of all alike.
    runs : tuple of arrays
        A and B, shape (N, R, M), and these with one factor from the other, (N, D, R, M).
    first : array, shape (S, D, M)
        First-order indices of each mix.

    Returns
    -------
    second, width : array, shape (D, D, M)
        nan on the diagonal and below.
    """
    a, b, ab, ba = runs
    factors, repeat, outcomes = ab.shape[1:]
    second, half = (np.empty((factors, factors, outcomes)) for _ in range(2))
    each = np.repeat(mixes, repeat, axis=1) / repeat
    for m in range(outcomes):
        pair = a[..., m].ravel(), b[..., m].ravel()
        left, right = (np.moveaxis(x[..., m], 2, 1).reshape(-1, factors) for x in (ba, ab))
        found = one_outcome(each, pair, (left, right), first[..., m], level)
        second[..., m], half[..., m] = found
    below = np.tril_indices(factors)
    second[below], half[below] = np.nan, np.nan
    return second, half


def one_outcome(
    mixes: Floats,
    pair: tuple[Floats, Floats],
    mixed: tuple[Floats, Floats],
    first: Floats,
    level: float,
) -> tuple[Floats, Floats]:
    """Return the indices of one outcome, shape (D, D), with half their intervals.

    Parameters
    ----------
    mixes : array, shape (S, N R)
    pair, mixed : tuples of arrays
        A and B, shape (N R,), and B with factors from A and A with factors from B, (N R, D).
    first : array, shape (S, D)
    """
    (a, b), (ba, ab) = pair, mixed
    mean = mixes @ (a + b) / 2
    variance = mixes @ (a**2 + b**2) / 2 - mean**2
    base = mixes @ (a * b)
    second = total = square = np.zeros((ab.shape[1], ab.shape[1]))
    for s, mix in enumerate(mixes):
        found = np.zeros_like(second)
        if variance[s] > np.finfo(np.float64).eps:
            found = (ba * mix[:, np.newaxis]).T @ ab
            found -= base[s]
            found /= variance[s]
            found -= first[s][:, np.newaxis] + first[s]
        if s == 0:
            second = found
            continue
        # What is summed up is the distance from the whole, which loses no digits.
        found -= second
        total = total + found
        square = square + found**2
    resamples = len(mixes) - 1
    if resamples < 2:
        return second, np.zeros_like(second)
    spread = np.sqrt(np.maximum(square - total**2 / resamples, 0.0) / (resamples - 1))
    return second, ndtri(0.5 + level / 2) * spread
