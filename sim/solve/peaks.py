"""Where, among the acceptable texts, the numbers peak of which solution points are made."""

from dataclasses import dataclass
from operator import itemgetter

import numpy as np

from sim.rules.block import Floats, Ints
from sim.solve.halves import Halves
from sim.solve.kernel import compiled
from sim.solve.kernel_sweep import compared, gained
from sim.solve.search import CLOSE, largest

MANY, TOO_MANY = 50_000, 10_000_000
"""Texts between which the compiled passes are used: below, importing numba takes longer than it
saves; above, most texts need no look at all."""
BELOW = 1.0 - 1e-9
"""What is known of a peak is taken a little lower, whatever the rounding."""


@dataclass(frozen=True, eq=False)
class Peaks:
    """For each number the places at which it is at its largest, rising."""

    best: Floats
    """The most each party can gain: shape (parties,)."""
    nash: Ints | None
    """Where the product of gains peaks; nothing where all products are 0."""
    even: Ints
    """Where the least share of what a party can gain peaks."""
    fair: Ints
    """Where the least gain peaks."""
    rich: Ints
    """Where the sum of gains peaks."""


def peaks_of(whole: Halves) -> Peaks:
    """Return the peaks of texts of which some are acceptable to all."""
    if MANY <= whole.size <= TOO_MANY:
        passes = compiled(gained), compiled(compared)
        if passes[0] and passes[1]:
            return swept(whole, *passes)
    return searched(whole)


def searched(whole: Halves) -> Peaks:
    """Return the peaks by searching for each of them."""
    best = np.array([largest(whole, itemgetter(a), 0.0)[0] for a in range(len(whole.first))])
    able = best > whole.grain
    share = 1.0 / best[able]

    def shares(gains: Floats) -> Floats:
        return np.asarray(gains[able] * share.reshape(-1, *(1,) * (gains.ndim - 1)))

    top, nash = largest(whole, lambda g: np.maximum(shares(g), 0.0).prod(axis=0), 0.0)
    _, fair = largest(whole, lambda g: g.min(axis=0), whole.grain)
    close = closeness(whole, best)
    _, even = largest(whole, lambda g: shares(g).min(axis=0, initial=1.0), close)
    _, rich = largest(whole, lambda g: g.sum(axis=0), whole.grain)
    return Peaks(best, nash if top > 0.0 else None, even, fair, rich)


def swept(whole: Halves, gained, compared) -> Peaks:  # type: ignore[no-untyped-def]
    """Return the peaks by looking at every text, given both passes compiled."""
    first, last = np.ascontiguousarray(whole.first.T), np.ascontiguousarray(whole.last.T)
    one, two = np.empty((2, whole.size), dtype=np.int64)
    best, n, m = gained(first, last, whole.slack, whole.grain, one, two)
    fair = tied(whole.gains(one[:n]).min(axis=0), one[:n], whole.grain)
    rich = tied(whole.gains(two[:m]).sum(axis=0), two[:m], whole.grain)
    able = best > whole.grain
    share = np.where(able, 1.0 / np.where(able, best, 1.0), 0.0)
    close = np.array([CLOSE, closeness(whole, best)])
    known = whole.gains(np.concatenate([fair[:1], rich[:1]]))[able] * share[able, np.newaxis]
    tops = np.array(
        [np.maximum(known, 0.0).prod(axis=0).max(), known.min(axis=0, initial=1.0).max()]
    )
    top, n, m = compared(first, last, whole.slack, share, close, tops * BELOW, one, two)
    parts = whole.gains(two[:m])[able] * share[able, np.newaxis]
    even = tied(parts.min(axis=0, initial=1.0), two[:m], close[1])
    parts = np.maximum(whole.gains(one[:n])[able] * share[able, np.newaxis], 0.0)
    nash = tied(parts.prod(axis=0), one[:n], 0.0)
    return Peaks(best, nash if top > 0.0 else None, even, fair, rich)


def tied(column: Floats, places: Ints, close: float) -> Ints:
    """Return those of some places whose numbers are the largest."""
    top = column.max()
    return places[column >= top - max(close, CLOSE * abs(top))].copy()


def closeness(whole: Halves, best: Floats) -> float:
    """Return the difference of shares up to which they are equal."""
    able = best > whole.grain
    return max(CLOSE, whole.grain * float((1.0 / best[able]).max(initial=0.0)))
