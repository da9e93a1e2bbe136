"""Shares of tables set against one another: how many agreed here, how many there."""

from dataclasses import dataclass
from math import comb, sqrt

from classroom.debrief.contrast import FEW, LESS, MORE, OPEN
from sim.claims.statistics import wilson


@dataclass(frozen=True)
class Shares:
    """Two shares and their difference.

    Parameters
    ----------
    first, second : tuple of (hits, of)
    difference, low, high : float
        Second less first, with Newcombe's interval (newcombe1998, method 10), which keeps what
        it promises down to a handful of tables.
    p : float
        Fisher's exact probability, both ways.
    """

    first: tuple[int, int]
    second: tuple[int, int]
    difference: float
    low: float
    high: float
    p: float

    @property
    def verdict(self) -> str:
        """What can be said, by the exact test: ``few`` where no outcome of it could tell."""
        if self.p <= 0.05:
            return MORE if self.difference > 0 else LESS
        return OPEN if comb(self.first[1] + self.second[1], self.second[1]) >= 40 else FEW


def shares(first: tuple[int, int], second: tuple[int, int]) -> Shares | None:
    """Return the difference of two shares; nothing where a group is empty.

    Examples
    --------
    >>> found = shares((48, 80), (56, 70))
    >>> round(found.difference, 4), round(found.low, 4), round(found.high, 4)
    (0.2, 0.0524, 0.3339)
    """
    if not first[1] or not second[1]:
        return None
    one, two = wilson(*first), wilson(*second)
    difference = two.value - one.value
    return Shares(
        first=first,
        second=second,
        difference=difference,
        low=difference - sqrt((two.value - two.low) ** 2 + (one.high - one.value) ** 2),
        high=difference + sqrt((two.high - two.value) ** 2 + (one.value - one.low) ** 2),
        p=fisher(first, second),
    )


def fisher(first: tuple[int, int], second: tuple[int, int]) -> float:
    """Return the probability, both ways, of a table of two by two at least as unlikely as this.

    Examples
    --------
    >>> round(fisher((8, 10), (1, 6)), 5)
    0.03497
    """
    hits, total = first[0] + second[0], first[1] + second[1]
    low, high = max(0, hits - second[1]), min(hits, first[1])
    ways = {k: comb(first[1], k) * comb(second[1], hits - k) for k in range(low, high + 1)}
    seen = ways[first[0]]
    return sum(each for each in ways.values() if each <= seen) / comb(total, hits)
