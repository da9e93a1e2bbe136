"""What the parties of a domain want, level by level, as stances of a scenario."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.solve.domain import Domain
from sim.solve.formats.fit import Fit, nearest
from sim.solve.formats.placed import Place


@dataclass(frozen=True)
class Wish:
    """A party's stance on one item."""

    position: float
    salience: float
    outside: float
    """What is added to the worth of leaving the item open."""


@dataclass(frozen=True)
class Stances:
    """A party's stances, and how far they are from what it was imported with."""

    wishes: tuple[Wish, ...]
    error: float
    """The largest error of a score, as a share of all the party can win or lose."""
    walk_away: float
    """How far the worth of no deal lies above the imported one, as such a share."""


def stances_of(domain: Domain, p: int, places: Sequence[Place]) -> Stances:
    """Return the stances that come nearest to a party's scores and walk-away.

    Slopes become saliences, the steepest 1. What no deal is worth is shared out over the items
    that can be left open, in proportion to their salience.
    """
    scores = [worth[p] for worth in domain.worth]
    fits = [nearest(place.levels, row) for place, row in zip(places, scores, strict=True)]
    total = sum(fit.slope for fit in fits)
    whole = sum(float(np.ptp(row)) for row in scores) or 1.0
    error = max(fit.error for fit in fits) / whole
    if total <= 0.0:
        return Stances(tuple(Wish(fit.position, 0.0, 0.0) for fit in fits), error, 0.0)
    steepest = max(fit.slope for fit in fits)
    added = outsides(domain, p, places, fits)
    wishes = tuple(
        Wish(fit.position, round(fit.slope / steepest, 6), round(extra, 6))
        for fit, extra in zip(fits, added, strict=True)
    )
    reached = sum(
        fit.height + fit.slope * (extra - fit.position / 4.0)
        for fit, extra in zip(fits, added, strict=True)
    )
    return Stances(wishes, error, (reached + float(domain.base[p] - domain.walk_away[p])) / whole)


def outsides(domain: Domain, p: int, places: Sequence[Place], fits: Sequence[Fit]) -> list[float]:
    """Return what to add to the worth of L0 on each item so that no deal is worth what it was.

    Nothing is taken away from L0, and at most 1 is added: the rules have no more room.
    """
    heights = sum(fit.height for fit in fits)
    wanted = float(domain.walk_away[p] - domain.base[p]) - heights
    fixed = sum(
        -fit.slope * fit.position / 4.0
        for fit, place in zip(fits, places, strict=True)
        if place.full
    )
    free = sum(fit.slope for fit, place in zip(fits, places, strict=True) if not place.full)
    level = (wanted - fixed) / free if free else 0.0
    return [
        0.0 if place.full else min(max(level + fit.position / 4.0, 0.0), 1.0)
        for fit, place in zip(fits, places, strict=True)
    ]
