"""What the forecasts need of a domain: who wants what, how much, and with what weight.

Sources: thomson2006 (position, salience and capability, as measured for EU decisions),
achen2006 (the compromise model, which needs nothing else).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sim.rules.block import Floats

if TYPE_CHECKING:
    from sim.solve.domain import Domain


@dataclass(frozen=True, eq=False)
class Stances:
    """A table of position, salience and capability."""

    position: Floats
    """Where each party wants each issue to be, on the issue's scale: shape (parties, issues)."""
    salience: Floats
    """How much each issue matters to each party, from 0: shape (parties, issues)."""
    capability: Floats
    """What each party can bring to bear, from 0: shape (parties,)."""
    scale: tuple[Floats, ...]
    """For each issue, where each of its values lies on the issue's scale."""

    @property
    def weights(self) -> Floats:
        """Return capability times salience, shape (parties, issues)."""
        return self.capability[:, np.newaxis] * self.salience


def stances_of(domain: Domain) -> Stances:
    """Return a domain's own stances, or where it states none, those its worths imply."""
    return domain.stances or implied(domain)


def implied(domain: Domain) -> Stances:
    """Return the stances that the worths of a domain imply.

    A position is the index of the party's best value, the lowest where several are best; a
    salience the range of its worths on the issue, as a share of all its ranges, so that it does
    not depend on the unit of its values; capabilities are equal. Good where the values of every
    issue lie in an order, a guess elsewhere.
    """
    position = np.array([each.argmax(axis=1) for each in domain.worth], dtype=np.float64).T
    ranges = np.array([np.ptp(each, axis=1) for each in domain.worth]).T
    total = ranges.sum(axis=1, keepdims=True)
    salience = ranges / np.where(total > 0.0, total, 1.0)
    scale = tuple(np.arange(n, dtype=np.float64) for n in domain.shape)
    return Stances(position, salience, np.ones(len(domain.parties)), scale)


def nearest_text(stances: Stances, forecast: Floats) -> tuple[int, ...]:
    """Return the text nearest to a forecast, issue by issue; the lower value where two are.

    Parameters
    ----------
    forecast : array, shape (issues,)
        A point on each issue's scale.
    """
    pairs = zip(stances.scale, forecast, strict=True)
    return tuple(int(np.argmin(np.abs(scale - point))) for scale, point in pairs)
