"""The spatial preferences that come nearest to free scores.

The rules know an ideal level and a salience for each item (``sim.rules.value``): worth falls by
a quarter a level on both sides of the ideal. For every issue of a party the ideal level, in
twentieths, and the slope with the least squared error are looked for; slopes become saliences.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.rules.block import Floats

STEPS = 81
"""Ideal levels that are tried, from 0 to 4."""


@dataclass(frozen=True)
class Fit:
    """How one party's scores on one issue are put spatially."""

    position: float
    slope: float
    """What the whole scale of four levels is worth, in the units of the scores."""
    height: float
    """What the ideal level is worth, in the units of the scores."""
    error: float
    """The largest error of a score, in their units."""


def nearest(levels: Sequence[int], scores: Floats) -> Fit:
    """Return the fit of scores at levels, such as ``Fit(position=4.0, slope=...)``.

    Examples
    --------
    >>> nearest((1, 2, 3, 4), np.array([0.0, 0.25, 0.5, 0.75]))
    Fit(position=4.0, slope=1.0, height=0.75, error=0.0)
    """
    at = np.array(levels, float)
    best, least = Fit(2.0, 0.0, float(scores.mean()), spread(scores, scores.mean())), np.inf
    for position in np.linspace(4.0, 0.0, STEPS):
        x = -np.abs(at - position) / 4.0
        varied = float(((x - x.mean()) ** 2).sum())
        slope = float(((x - x.mean()) * (scores - scores.mean())).sum()) / varied if varied else 0.0
        if slope <= 0.0:
            continue
        height = float(scores.mean() - slope * x.mean())
        made = height + slope * x
        squares = float(((scores - made) ** 2).sum())
        if squares < least - 1e-12:
            least = squares
            best = Fit(round(float(position), 2), slope, height, spread(scores, made))
    return best


def spread(scores: Floats, made: Floats | float) -> float:
    """Return the largest distance between scores and what is made of them."""
    return round(float(np.abs(scores - made).max()), 12)
