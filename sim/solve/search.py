"""The texts at which a number is at its largest, among those acceptable to all.

The best choice of the last issues by itself bounds what a choice of the first can come to. Rows
are taken in the order of that bound, until none can reach what has been found; most are never
looked at. Every text that ties for the largest is found.
"""

from collections.abc import Callable

import numpy as np

from sim.rules.block import Floats, Ints
from sim.solve.halves import Halves, fit

ROWS, MOST_ROWS = 16, 1024
"""Rows looked at in the first step, and at most in one."""
CLOSE = 1e-12
"""Numbers that differ by less than this share of the largest are equal."""

Score = Callable[[Floats], Floats]
"""From gains by party, shape (parties, ...), to a number that rises with each of them."""


def largest(whole: Halves, score: Score, close: float) -> tuple[float, Ints]:
    """Return the largest score of an acceptable text, and the places that have it, rising.

    Parameters
    ----------
    score : Score
        What is to be large.
    close : float
        Differences up to this do not count, nor do such within rounding.

    Returns
    -------
    float, array of int
        -inf and no place where no text is acceptable.
    """
    hope = whole.first + whole.last.max(axis=1, keepdims=True)
    rows = np.flatnonzero(fit(hope, whole.slack))
    bound = score(hope[:, rows])
    falling = np.argsort(-bound, kind="stable")
    rows, bound = rows[falling], bound[falling]
    columns = np.arange(whole.last.shape[1])
    top, found, numbers = -np.inf, [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    start, size = 0, ROWS
    while start < len(rows) and bound[start] >= floor(top, close):
        some = rows[start : start + size]
        gains = whole.first[:, some, np.newaxis] + whole.last[:, np.newaxis, :]
        column = np.where(fit(gains, whole.slack), score(gains), -np.inf)
        top = max(top, float(column.max()))
        tied = column >= floor(top, close) if top > -np.inf else np.zeros_like(column, dtype=bool)
        found.append((some[:, np.newaxis] * len(columns) + columns)[tied])
        numbers.append(column[tied])
        start, size = start + size, min(2 * size, MOST_ROWS)
    places = np.concatenate(found)[np.concatenate(numbers) >= floor(top, close)]
    return top, np.sort(places)


def floor(top: float, close: float) -> float:
    """Return the least number that counts as large as another."""
    return top - max(close, CLOSE * abs(top)) if top > -np.inf else top
