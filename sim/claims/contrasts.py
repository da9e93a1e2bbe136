"""Effects: what a comparison of arms comes to in each world."""

from collections.abc import Sequence

import numpy as np

from sim.claims.records import ALONE, DIFFERENCE, FLAT, HUMP, INTERACTION, UP
from sim.rules.block import Floats


def effects(contrast: str, values: Sequence[Floats], places: Sequence[float]) -> Floats:
    """Return the effect in each world.

    Parameters
    ----------
    contrast : str
        Of two arms their difference, second less first. Of arms on a scale the slope of the
        straight line of least squares. Of four arms (neither, the first thing, the second, both)
        what the two do together beyond what each does alone. Of an inverted U how far the best
        arm within lies above the better of the two ends. Of one arm the measure itself.
    values : sequence of arrays, each of shape (n,)
        The measure in each arm.
    places : sequence of float
        Where the arms lie on their scale; used for a slope only.

    Examples
    --------
    >>> arms = [np.array([0.0]), np.array([3.0]), np.array([2.0])]
    >>> effects("slope", arms, [0.0, 1.0, 2.0]).tolist()
    [1.0]
    >>> effects("inverted U", arms, ()).tolist()
    [1.0]
    """
    table = np.stack(values)
    if contrast == ALONE:
        return np.asarray(table[0])
    if contrast == DIFFERENCE:
        return np.asarray(table[1] - table[0])
    if contrast == INTERACTION:
        return np.asarray((table[3] - table[2]) - (table[1] - table[0]))
    if contrast == HUMP:
        return np.asarray(table[1:-1].max(axis=0) - np.maximum(table[0], table[-1]))
    scale = np.asarray(places) - np.mean(places)
    return np.asarray(scale @ table / (scale @ scale))


def by_chance(contrast: str, arms: int) -> float:
    """Return in what share of worlds an effect would be positive if arms did not matter.

    The best of all arms is then any of them, so it lies within as often as arms do.

    Examples
    --------
    >>> by_chance("inverted U", 5), by_chance("difference", 2)
    (0.6, 0.5)
    """
    return (arms - 2) / arms if contrast == HUMP else 0.5


def as_claimed(effect: Floats, sign: str, within: float) -> Floats:
    """Return effects so that positive ones are those the claim leads one to expect.

    Where it expects none, an effect counts for it as far as it stays within a width.
    """
    if sign == FLAT:
        return np.asarray(within - np.abs(effect) + 1e-9)
    return effect if sign == UP else -effect
