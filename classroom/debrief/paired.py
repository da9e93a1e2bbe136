"""Answers before and after, person by person: how much they moved, and how sure that is.

Had nothing changed, every person's difference would be as likely with the other sign, so the
differences under all signs are the yardstick (fisher1935). The interval holds every shift that
this test does not reject; its ends are means of subsets of the differences (hartigan1969).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from classroom.debrief.contrast import NOTHING, ends
from sim.rules.block import Floats

LISTED = 14
"""People up to whom all signs are tried."""
DRAWN = 20_000


@dataclass(frozen=True)
class Paired:
    """How much people moved.

    Parameters
    ----------
    n : int
        People with both answers.
    before, after, difference : float
        Means.
    low, high : float, optional
        Ends of the interval; nothing where there are too few people for any.
    p : float
    """

    n: int
    before: float
    after: float
    difference: float
    low: float | None
    high: float | None
    p: float


def paired(before: Sequence[float], after: Sequence[float]) -> Paired | None:
    """Return how much people moved between two answers; nothing without people.

    Examples
    --------
    >>> found = paired([1, 2, 3, 4, 5, 6], [2, 4, 6, 8, 10, 12])
    >>> found.difference, found.low, found.high, found.p
    (3.5, 1.0, 6.0, 0.03125)
    """
    if not before:
        return None
    one, two = np.array(before, dtype=np.float64), np.array(after, dtype=np.float64)
    moved = two - one
    picked = subsets(len(moved))
    count = picked.sum(axis=1)
    means = np.sort((picked[count > 0] @ moved) / count[count > 0])
    same = int((count == 0).sum())
    low, high = ends(means, same)
    ways = len(means) + same
    below = (same + int((means <= NOTHING).sum())) / ways
    above = (same + int((means >= -NOTHING).sum())) / ways
    return Paired(
        n=len(moved),
        before=float(one.mean()),
        after=float(two.mean()),
        difference=float(moved.mean()),
        low=low,
        high=high,
        p=min(1.0, 2.0 * min(below, above)),
    )


def subsets(count: int) -> Floats:
    """Return who is in each subset, a row of 0 and 1 each: all, or many drawn by lot."""
    if count <= LISTED:
        return np.array(list(product((0.0, 1.0), repeat=count)))
    lots = np.random.Generator(np.random.PCG64(count)).random((DRAWN, count))
    picked = np.round(lots)
    picked[0] = 0.0
    return picked
