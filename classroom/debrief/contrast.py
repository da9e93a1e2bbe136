"""Whether tables at one forum did better than tables at another, and how sure that is.

People are dealt to tables by lot, so had the forum made no difference, any other way of dividing
the tables among the forums would have been as likely. The tables' own values, divided in all
those ways, are therefore the yardstick; no distribution is assumed, and the probability is exact
however few tables there are (pitman1937, ernst2004). The interval holds every difference that
the same test would not reject, if the forum moved all tables alike. Its ends are found without
search: taking a difference off the second group makes another division as extreme as the real
one exactly when it passes the mean difference of the tables that the two divisions swap, so the
ends are two of these, ordered.

The bootstrap was not chosen: with so few tables its percentile and its corrected intervals are
too narrow (hesterberg2015, owen2025).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb, floor

import numpy as np

from sim.rules.block import Floats

LEVEL = 0.95
"""Confidence of the intervals."""
MOST = 50_000
"""Divisions up to which all are listed: nine tables against nine."""
DRAWN = 20_000
"""Divisions that are drawn where there are more."""
NOTHING = 1e-9
"""Differences smaller than this are rounding."""

FEW, OPEN, MORE, LESS = "few", "open", "more", "less"


@dataclass(frozen=True)
class Contrast:
    """The second group's mean set against the first's.

    Parameters
    ----------
    first, second : float
        Means.
    n_first, n_second : int
        Tables.
    difference : float
        Second less first.
    low, high : float, optional
        Ends of the interval; nothing where there are too few tables for any.
    p : float
        How often, had the forum made no difference, tables so divided would lie as far apart.
    ways : int
        How many ways there are of dividing the tables, or how many of them were drawn.
    exact : bool
        Whether they are all.
    """

    first: float
    second: float
    n_first: int
    n_second: int
    difference: float
    low: float | None
    high: float | None
    p: float
    ways: int
    exact: bool

    @property
    def verdict(self) -> str:
        """What can be said: ``few`` tables, ``open``, ``more`` or ``less`` at the second."""
        if self.low is None or self.high is None:
            return FEW
        if self.low > NOTHING:
            return MORE
        return LESS if self.high < -NOTHING else OPEN


def contrast(first: Sequence[float], second: Sequence[float]) -> Contrast | None:
    """Return the difference of two groups' means with its interval; nothing without both groups.

    Examples
    --------
    >>> found = contrast([1, 2, 3, 4], [11, 12, 13, 14])
    >>> found.difference, found.low, found.high, found.ways, round(found.p, 3)
    (10.0, 7.0, 13.0, 70, 0.029)
    >>> contrast([1, 2, 3], [11, 12, 13]).verdict
    'few'
    """
    if not first or not second:
        return None
    n, m = len(first), len(second)
    values = np.array([*first, *second], dtype=np.float64)
    exact = comb(n + m, m) <= MOST
    chosen = every(n + m, m) if exact else some(n + m, m)
    swaps, same = swapped(values, chosen, n)
    ways = len(swaps) + same
    low, high = ends(swaps, same)
    below = (same + int((swaps <= NOTHING).sum())) / ways
    above = (same + int((swaps >= -NOTHING).sum())) / ways
    return Contrast(
        first=float(values[:n].mean()),
        second=float(values[n:].mean()),
        n_first=n,
        n_second=m,
        difference=float(values[n:].mean() - values[:n].mean()),
        low=low,
        high=high,
        p=min(1.0, 2.0 * min(below, above)),
        ways=ways,
        exact=exact,
    )


def every(count: int, second: int) -> Floats:
    """Return every way of choosing the second group, a row of 0 and 1 each."""
    places = np.array(list(combinations(range(count), second)))
    chosen = np.zeros((len(places), count))
    np.put_along_axis(chosen, places, 1.0, axis=1)
    return chosen


def some(count: int, second: int) -> Floats:
    """Return ways drawn by lot, always the same, and the real one, which is the last of all."""
    lots = np.random.Generator(np.random.PCG64(count * 1000 + second)).random((DRAWN - 1, count))
    order = lots.argsort(axis=1)[:, :second]
    chosen = np.zeros((DRAWN, count))
    np.put_along_axis(chosen[:-1], order, 1.0, axis=1)
    chosen[-1, count - second :] = 1.0
    return chosen


def swapped(values: Floats, chosen: Floats, n: int) -> tuple[Floats, int]:
    """Return, rising, the mean differences of swapped tables; and how often none is swapped."""
    real = np.arange(len(values)) >= n
    out = real * (1.0 - chosen)
    count = out.sum(axis=1)
    moved = count > 0
    gone = (out[moved] @ values) / count[moved]
    come = ((chosen * ~real)[moved] @ values) / count[moved]
    return np.sort(gone - come), int((~moved).sum())


def ends(swaps: Floats, same: int) -> tuple[float | None, float | None]:
    """Return the ends of the interval; nothing where no difference could be rejected."""
    place = floor((1.0 - LEVEL) / 2.0 * (len(swaps) + same) + NOTHING) - same
    if place < 0:
        return None, None
    return float(swaps[place]), float(swaps[len(swaps) - 1 - place])
