"""What the parties of a domain want, level by level, in the terms of the rules.

The rules give each level of an item a worth, 1 at the level an agency likes best and falling
with the distance from it, and weigh items by salience. Scores that are not spatial state what
each level is worth beside that (``extra``), and a walk-away that is no text what no deal is
worth beside the text of all L0 (``no_deal``). So a text has the value it has in the domain, on
the scale on which a party's worst text is 0 and its best is 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.rules.sizes import LEVELS
from sim.solve.domain import Domain
from sim.solve.formats.placed import Place

FARTHEST = 9.0
"""Walk-aways farther than this from the worst text are as good as never or always."""


@dataclass(frozen=True)
class Wish:
    """A party's stance on one item."""

    position: float
    salience: float
    extra: tuple[float, ...] = ()
    """For each level; empty where distance says it all."""


@dataclass(frozen=True)
class Stances:
    """A party's stances on all items, and its walk-away."""

    wishes: tuple[Wish, ...]
    no_deal: float


def stances_of(domain: Domain, p: int, places: Sequence[Place]) -> Stances:
    """Return the stances that are a party's scores.

    An issue counts by the range of its scores, the widest 1. An issue that is left open is
    worth what its worst value is.
    """
    rows = [worth[p] for worth in domain.worth]
    ranges = np.array([np.ptp(row) for row in rows])
    widest, total = float(ranges.max()), float(ranges.sum())
    worths = [levels_of(row, place) for row, place in zip(rows, places, strict=True)]
    least = float(domain.base[p]) + sum(float(row.min()) for row in rows)
    wanted = (float(domain.walk_away[p]) - least) / (total or 1.0)
    at_0 = sum(float(share) * each[0] for share, each in zip(ranges, worths, strict=True))
    no_deal = min(max(wanted, -FARTHEST), FARTHEST) - at_0 / (total or 1.0)
    saliences = ranges / (widest or 1.0)
    pairs = zip(worths, saliences, strict=True)
    return Stances(tuple(wish(each, float(salience)) for each, salience in pairs), no_deal)


def levels_of(row: np.ndarray, place: Place) -> list[float]:
    """Return what each level is worth, from 0 to 1; 0 where it stands for no value."""
    made = [0.0] * LEVELS
    width = float(np.ptp(row)) or 1.0
    for level, score in zip(place.levels, row, strict=True):
        made[level] = float(score - row.min()) / width
    return made


def wish(worths: Sequence[float], salience: float) -> Wish:
    """Return the stance behind worths of levels; its position is the first of the best."""
    best = worths.index(max(worths))
    near = (1.0 - abs(level - best) / 4.0 for level in range(LEVELS))
    extra = tuple(worth - by for worth, by in zip(worths, near, strict=True))
    return Wish(float(best), salience, extra)
