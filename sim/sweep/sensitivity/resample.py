"""Bootstrap resamples as weights: an estimate that is a mean becomes one matrix product."""

import numpy as np
from scipy.special import ndtri

from sim.rules.block import Floats, Ints


def weights(picks: Ints, count: int) -> Floats:
    """Return how much of each resample every unit makes up; every row sums to 1.

    Parameters
    ----------
    picks : array, shape (resamples, drawn)
        Units drawn with replacement, 0..count - 1.

    Returns
    -------
    array, shape (resamples, count)

    Examples
    --------
    >>> weights(np.array([[0, 0, 2, 1]]), 3).tolist()
    [[0.5, 0.25, 0.25]]
    """
    resamples, drawn = picks.shape
    places = picks + np.arange(resamples)[:, np.newaxis] * count
    counted = np.bincount(places.ravel(), minlength=resamples * count)
    return np.asarray(counted.reshape(resamples, count) / drawn)


def width(estimates: Floats, level: float) -> Floats:
    """Return half the width of a normal interval, from resampled estimates along the first axis.

    Parameters
    ----------
    level : float, 0..1
        Confidence, such as 0.95.
    """
    if len(estimates) < 2:
        return np.zeros(estimates.shape[1:])
    return np.asarray(ndtri(0.5 + level / 2) * estimates.std(axis=0, ddof=1))
