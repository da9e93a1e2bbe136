"""The texts of a domain as two lists of partial texts, whose sums are the gains of all texts.

Texts that cross no red line are counted in lexicographic order: text ``n`` is row ``n // m`` of
the first list with column ``n % m`` of the last.
"""

from dataclasses import dataclass
from math import prod

import numpy as np

from sim.rules.block import Floats, Ints
from sim.solve.domain import Domain
from sim.solve.frontier import allowed
from sim.solve.kernel import Marks
from sim.solve.tolerance import step

SHORT = 100
"""The last list has at least so many partial texts, unless there are no more texts at all."""
BALANCE = 16
"""How many times longer the first list may be than the square of that allows."""


@dataclass(frozen=True, eq=False)
class Halves:
    """Gains over no deal of all texts, in two lists."""

    first: Floats
    """What each choice on the first issues gains: shape (parties, n)."""
    last: Floats
    """What each choice on the other issues adds to that: shape (parties, m)."""
    free: tuple[Ints, ...]
    """For each issue, the values that cross no red line."""
    grain: float
    """The least difference that counts."""

    @property
    def size(self) -> int:
        """Return the number of texts."""
        return int(self.first.shape[1] * self.last.shape[1])

    @property
    def slack(self) -> float:
        """Return the least gain that counts as none: what rounding may take."""
        return -self.grain / 2.0

    def gains(self, places: Ints) -> Floats:
        """Return the gains of some texts, shape (parties, n)."""
        rows, columns = np.divmod(places, self.last.shape[1])
        return self.first[:, rows] + self.last[:, columns]

    def text(self, place: int) -> tuple[int, ...]:
        """Return the text at a place in the order."""
        where = np.unravel_index(place, tuple(len(each) for each in self.free))
        return tuple(int(some[k]) for some, k in zip(self.free, where, strict=True))


def halves(domain: Domain) -> Halves:
    """Return the texts of a domain that cross no red line."""
    free = allowed(domain)
    cut = cut_of([len(each) for each in free])
    worths = [worth[:, some] for worth, some in zip(domain.worth, free, strict=True)]
    start = (domain.base - domain.walk_away)[:, np.newaxis]
    nothing = np.zeros_like(start)
    return Halves(sums(start, worths[:cut]), sums(nothing, worths[cut:]), free, step(domain))


def cut_of(sizes: list[int]) -> int:
    """Return how many issues come first, given how many values each has."""
    cut = len(sizes)
    while cut > 0:
        last = prod(sizes[cut:])
        if last >= SHORT and prod(sizes[:cut]) <= BALANCE * last * last:
            break
        cut -= 1
    return cut


def sums(start: Floats, worths: list[Floats]) -> Floats:
    """Return the sums of all choices of one column from each table, first table slowest."""
    total = start
    for worth in worths:
        total = (total[:, :, np.newaxis] + worth[:, np.newaxis, :]).reshape(len(start), -1)
    return total


def acceptable(whole: Halves) -> int:
    """Return how many texts leave nobody below its walk-away.

    Each party has, for each row, a least worth of the last list that still suits it; the
    columns that have it are a set of bits, found by its rank. A row's acceptable texts are the
    intersection of the parties' sets.
    """
    n, m = whole.first.shape[1], whole.last.shape[1]
    if n * m == 0:
        return 0
    left: np.ndarray[tuple[int, int], np.dtype[np.uint8]] | None = None
    for first, last in zip(whole.first, whole.last, strict=True):
        rising = np.sort(last)
        ranks = np.searchsorted(rising, whole.slack - first)
        sets = np.zeros((m + 1, (m + 7) // 8), dtype=np.uint8)
        sets[:m] = np.packbits(last >= rising[:, np.newaxis], axis=1)
        left = sets[ranks] if left is None else left & sets[ranks]
    assert left is not None
    return int(np.bitwise_count(left).sum(dtype=np.int64))


def fit(gains: Floats, slack: float) -> Marks:
    """Say which texts leave nobody below its walk-away, given their gains by party."""
    return np.asarray(gains.min(axis=0) >= slack)
