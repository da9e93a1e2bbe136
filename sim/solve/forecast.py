"""Forecasts of what parties settle on, from their stances alone: baselines, no recommendations.

Sources: achen2006 and thomson2006 (the weighted mean, which no model of bargaining has been
shown to beat), black1958 (the median), scholz2011 (the challenge model).
"""

import numpy as np

from sim.rules.block import Floats
from sim.solve.challenge import challenge
from sim.solve.stances import Stances


def weighted_mean(stances: Stances) -> Floats:
    """Return the compromise model's forecast: positions weighted by capability and salience.

    Returns
    -------
    array, shape (issues,)
        0 where nobody gives an issue any weight.

    Examples
    --------
    >>> two = Stances(np.array([[0.0], [4.0]]), np.ones((2, 1)), np.array([3.0, 1.0]), ())
    >>> weighted_mean(two)
    array([1.])
    """
    total = stances.weights.sum(axis=0)
    mean = (stances.weights * stances.position).sum(axis=0) / np.where(total > 0.0, total, 1.0)
    return np.where(total > 0.0, mean, 0.0)


def weighted_median(stances: Stances) -> Floats:
    """Return the lowest position that at least half of the weight does not lie above.

    Weights are capability times salience; 0 where nobody gives an issue any.
    """
    return np.array(
        [
            median(position, weight)
            for position, weight in zip(stances.position.T, stances.weights.T, strict=True)
        ]
    )


def median(position: Floats, weight: Floats) -> float:
    """Return the weighted median of one issue.

    Examples
    --------
    >>> median(np.array([1.0, 2.0, 9.0]), np.array([1.0, 1.0, 3.0]))
    9.0
    """
    order = np.argsort(position, kind="stable")
    share = np.cumsum(weight[order])
    if share[-1] <= 0.0:
        return 0.0
    half = share[-1] / 2.0 * (1.0 - 1e-12)
    return float(position[order][np.searchsorted(share, half)])


def challenged(stances: Stances) -> Floats:
    """Return the challenge model's first forecast: the median after one round, issue by issue."""
    columns = zip(stances.position.T, stances.salience.T, strict=True)
    return np.array([challenge(x, stances.capability, s, rounds=1)[1].median for x, s in columns])
