"""The noise share: how much of an outcome's variance is due to chance.

Chance is taken as one more factor beside those that vary (marrel2012), the whole of what a run
draws being its value. So it has a first-order and a total index like any other:

- first order, what chance explains alone: the covariance of two runs with the same chance at
  points that have nothing in common, over the variance. The two base points of a block of
  Saltelli's are such a pair, if all points of a block have the same chance.
- total, all that chance has a part in, its interplay with the factors among it: the mean variance
  between runs of one point with different chance, over the variance (homma1996, jansen1999). It
  takes repetitions, and is what is meant by noise share. The first order is its lower bound.
"""

import numpy as np

from sim.rules.block import Floats
from sim.sweep.sensitivity.resample import weights, width

GROUPS = 200
"""Points are resampled in at most so many groups."""


def first_share(product: Floats, mean: Floats) -> Floats:
    """Return the covariance of runs with the same chance at different points.

    Parameters
    ----------
    product : array
        Mean product of the two runs.
    mean : array
        Mean of both.
    """
    return np.asarray(product - mean**2)


def total_share(mixes: Floats, values: Floats) -> Floats:
    """Return the mean variance between the repetitions of a point; nan where there are none.

    Parameters
    ----------
    mixes : array, shape (S, N)
        How much of each mix every block makes up.
    values : array, shape (N, points, R, M)

    Returns
    -------
    array, shape (S, M)
    """
    if values.shape[2] < 2:
        return np.full((len(mixes), values.shape[-1]), np.nan)
    return np.asarray(mixes @ values.var(axis=2, ddof=1).mean(axis=1))


def noise_share(
    values: Floats, resamples: int = 100, level: float = 0.95, seed: int = 1
) -> tuple[Floats, Floats]:
    """Return the total index of chance over points of any design, with half its interval.

    Parameters
    ----------
    values : array, shape (N, R, M)
        Outcomes at N points with R repetitions each; all finite.

    Returns
    -------
    share, width : array, shape (M,)
        nan where there are no repetitions, or nothing varies.

    Examples
    --------
    Half of the variance is the points', half is chance:

    >>> rng = np.random.default_rng(1)
    >>> values = rng.normal(size=(20_000, 1, 1)) + rng.normal(size=(20_000, 2, 1))
    >>> noise_share(values)[0].round(1).tolist()
    [0.5]
    """
    points, repeat, outcomes = values.shape
    if repeat < 2 or not points:
        return np.full(outcomes, np.nan), np.full(outcomes, np.nan)
    groups = min(points, GROUPS)
    starts = np.arange(groups) * points // groups
    sizes = np.diff([*starts, points])[:, np.newaxis]
    centred = values - values.mean(axis=(0, 1))
    sums = (
        np.add.reduceat(each, starts) / sizes
        for each in (centred.var(axis=1, ddof=1), centred.mean(axis=1), (centred**2).mean(axis=1))
    )
    picks = np.random.default_rng(seed).integers(groups, size=(resamples, groups))
    mixes = np.vstack([sizes.T / points, weights(picks, groups)])
    within, mean, square = (mixes @ each for each in sums)
    variance = square - mean**2
    shares = np.divide(within, variance, out=np.full_like(within, np.nan), where=variance > 0)
    return shares[0], width(shares[1:], level)
