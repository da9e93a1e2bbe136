"""All there is to know of a domain: frontier, points and forecasts, worked out together."""

from dataclasses import dataclass

import numpy as np

from sim.rules.block import Floats
from sim.solve.distances import Distances, distances, opposition
from sim.solve.domain import Domain
from sim.solve.forecast import challenged, weighted_mean, weighted_median
from sim.solve.frontier import Frontier, TooManyError, frontier
from sim.solve.implied import stances_of
from sim.solve.points import Point, Points, points
from sim.solve.stances import nearest_text

POINTS = ("nash", "kalai_smorodinsky", "egalitarian", "welfare")
FORECASTS = ("compromise", "weighted_median", "challenge")


@dataclass(frozen=True, eq=False)
class Forecast:
    """A forecast on each issue's scale, and the text nearest to it."""

    level: Floats
    """Shape (issues,)."""
    point: Point


@dataclass(frozen=True, eq=False)
class Solution:
    """A domain solved."""

    domain: Domain
    edge: Frontier | None
    """Nothing where there are too many texts to build it."""
    rational: int | None
    """How many texts are acceptable to all; nothing where there are too many to count."""
    points: dict[str, Point | None]
    forecasts: dict[str, Forecast]
    opposition: float | None

    def distances(self, text: tuple[int, ...]) -> Distances | None:
        """Return where a text lies; nothing where there is no frontier to measure from."""
        if self.edge is None:
            return None
        return distances(self.domain, text, self.edge, self.points["nash"])


def solved(domain: Domain) -> Solution:
    """Return the solution of a domain; what its size puts out of reach is missing."""
    try:
        edge = frontier(domain)
    except TooManyError:
        edge = None
    try:
        best = points(domain)
    except TooManyError:
        best = Points(None, None, None, None, None)
    stances = stances_of(domain)
    levels = (weighted_mean(stances), weighted_median(stances), challenged(stances))
    return Solution(
        domain=domain,
        edge=edge,
        rational=best.rational,
        points={name: getattr(best, name) for name in POINTS},
        forecasts={
            name: forecast(domain, level) for name, level in zip(FORECASTS, levels, strict=True)
        },
        opposition=None if edge is None else opposition(domain, edge),
    )


def forecast(domain: Domain, level: Floats) -> Forecast:
    """Return a forecast with the text nearest to it, red lines or not."""
    text = nearest_text(stances_of(domain), level)
    return Forecast(np.asarray(level), Point(text, domain.value(text)))
