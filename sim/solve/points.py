"""The solution points of a domain: Nash, Kalai-Smorodinsky, egalitarian, greatest welfare.

All are taken among the texts that cross no red line and leave nobody below its walk-away; where
there is no such text there is no point. Gains are over the walk-away.

- Nash (nash1950): the largest product of gains.
- Kalai-Smorodinsky (kalai1975) in its maximin form, which serves any number of parties: the
  largest least gain, each as a share of the most that party can gain among these texts.
- Egalitarian: the largest least gain. Welfare: the largest sum of values.

A party that cannot gain at all among these texts is left out of the product and of the shares.
Where least gains are equal the next least decide, and so on (leximin), so that a point is never
dominated; where no product is above 0, the egalitarian text is Nash's. What is then still equal
is settled for the lowest text in lexicographic order.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sim.rules.block import Floats, Ints
from sim.solve.domain import Domain
from sim.solve.frontier import frontier
from sim.solve.halves import Halves, acceptable, halves
from sim.solve.peaks import closeness, peaks_of

LISTED = 50_000_000
"""Texts up to which partial texts are listed; beyond, points are found on the frontier."""


@dataclass(frozen=True, eq=False)
class Point:
    """A text and what it is worth to each party."""

    text: tuple[int, ...]
    values: Floats


@dataclass(frozen=True, eq=False)
class Points:
    """The solution points; none of them where no text is acceptable to all."""

    rational: int | None
    """How many texts are acceptable to all; nothing where there are too many to count."""
    nash: Point | None
    kalai_smorodinsky: Point | None
    egalitarian: Point | None
    welfare: Point | None


def points(domain: Domain) -> Points:
    """Return the solution points of a domain.

    Raises
    ------
    TooManyError
        Where there are more than ``LISTED`` texts and the frontier cannot be built.
    """
    free = [int(np.count_nonzero(~lines.any(axis=0))) for lines in domain.forbidden]
    if np.prod(free, dtype=np.float64) <= LISTED:
        whole = halves(domain)
        rational = acceptable(whole)
        if rational == 0:
            return Points(0, None, None, None, None)
        return chosen(domain, whole, rational, whole.text)
    edge = frontier(domain, rational=True)
    if len(edge) == 0:
        return Points(0, None, None, None, None)
    over = (edge.values - domain.walk_away).T
    whole = Halves(over, np.zeros((len(over), 1)), (), edge.grain)
    return chosen(domain, whole, None, lambda place: tuple(edge.texts[place].tolist()))


def chosen(
    domain: Domain, whole: Halves, rational: int | None, text: Callable[[int], tuple[int, ...]]
) -> Points:
    """Return the points among texts of which some are acceptable to all."""
    peaks = peaks_of(whole)
    able = peaks.best > whole.grain
    share = 1.0 / peaks.best[able, np.newaxis]
    egalitarian = leximin(peaks.fair, whole.gains(peaks.fair), whole.grain)
    places = (
        egalitarian if peaks.nash is None else int(peaks.nash[0]),
        leximin(peaks.even, whole.gains(peaks.even)[able] * share, closeness(whole, peaks.best)),
        egalitarian,
        int(peaks.rich[0]),
    )
    return Points(rational, *(Point(t, domain.value(t)) for t in map(text, places)))


def leximin(places: Ints, gains: Floats, close: float) -> int:
    """Return the first of some places whose gains, from the least up, are the largest.

    Parameters
    ----------
    gains : array, shape (parties, places)
    close : float
        Differences up to this do not count.
    """
    rising = np.sort(gains, axis=0)
    for row in range(len(rising)):
        kept = rising[row] >= rising[row].max() - close
        places, rising = places[kept], rising[:, kept]
    return int(places[0])
