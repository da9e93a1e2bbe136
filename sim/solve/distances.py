"""How far a text is from what the parties could have.

All distances are Euclidean, in the units of the values as they stand: no party's are rescaled,
so they compare texts of one domain, not domains.
"""

from dataclasses import dataclass

import numpy as np

from sim.rules.block import Floats
from sim.solve.domain import Domain
from sim.solve.frontier import Frontier
from sim.solve.points import Point
from sim.solve.tolerance import on_grid


@dataclass(frozen=True, eq=False)
class Distances:
    """Where a text lies; what needs a frontier or a point that is not there is missing."""

    values: Floats
    gains: Floats
    """Over the walk-away, shape (parties,)."""
    allowed: bool
    """Whether it crosses no red line."""
    acceptable: bool
    """Whether, besides, nobody is below its walk-away."""
    pareto: float | None
    """Distance to the nearest value vector of the frontier; 0 on it."""
    left: float | None
    """The most the sum of values could rise with nobody losing: joint gain left on the table."""
    nash: float | None
    """Distance to the values of the Nash point."""
    ratio: float | None
    """Product of gains as a share of the Nash point's; 0 where somebody does not gain."""


def distances(
    domain: Domain, text: tuple[int, ...], edge: Frontier, best: Point | None
) -> Distances:
    """Return where a text lies against the frontier and the Nash point of its domain.

    Where there is no text that crosses no red line, there is nothing to be far from.

    Examples
    --------
    >>> from sim.solve.example import DINNER
    >>> from sim.solve.frontier import frontier
    >>> from sim.solve.points import points
    >>> found = distances(DINNER, (0, 0), frontier(DINNER), points(DINNER).nash)
    >>> found.pareto, found.left, round(found.nash, 3), found.ratio
    (0.0, 0.0, 2.236, 0.0)
    """
    values = domain.value(text)
    gains = values - domain.walk_away
    fine = domain.allowed(text)
    pareto = left = nash = ratio = None
    if len(edge):
        pareto = float(np.sqrt(((edge.values - values) ** 2).sum(axis=1)).min())
        pareto = 0.0 if pareto < edge.grain * len(values) else pareto
        better = np.all(on_grid(edge.values - values, edge.grain) >= 0, axis=1)
        sums = (edge.values[better] - values).sum(axis=1)
        left = float(sums.max(initial=0.0))
        left = 0.0 if left < edge.grain * len(values) else left
    if best is not None:
        nash = float(np.sqrt(((best.values - values) ** 2).sum()))
        ratio = product_ratio(gains, best.values - domain.walk_away, edge.grain)
    return Distances(
        values=values,
        gains=gains,
        allowed=fine,
        acceptable=fine and bool(np.all(gains >= -edge.grain / 2.0)),
        pareto=pareto,
        left=left,
        nash=nash,
        ratio=ratio,
    )


def product_ratio(gains: Floats, best: Floats, grain: float) -> float:
    """Return a product of gains as a share of the best; those who gain nothing at best drop out."""
    able = best > grain
    if np.any(gains < -grain / 2.0) or not able.any():
        return 0.0
    return float(np.prod(np.maximum(gains[able], 0.0) / best[able]))


def opposition(domain: Domain, edge: Frontier) -> float | None:
    """Return the distance of the nearest text to the one that would give everybody its best.

    Values are divided by the party's largest among the texts that cross no red line, as the
    Genius tournaments do (baarslag2013), so that the best for everybody is (1, ..., 1). Nothing
    where a party's largest value is not above 0.
    """
    if len(edge) == 0 or np.any(edge.values.max(axis=0) <= 0.0):
        return None
    shares = edge.values / edge.values.max(axis=0)
    return float(np.sqrt(((1.0 - shares) ** 2).sum(axis=1)).min())
