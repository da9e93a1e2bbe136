"""What the forecasts need of a domain: who wants what, how much, and with what weight.

Sources: thomson2006 (position, salience and capability, as measured for EU decisions),
achen2006 (the compromise model, which needs nothing else).
"""

from dataclasses import dataclass

import numpy as np

from sim.rules.block import Floats


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


def nearest_text(stances: Stances, forecast: Floats) -> tuple[int, ...]:
    """Return the text nearest to a forecast, issue by issue; the lower value where two are.

    Parameters
    ----------
    forecast : array, shape (issues,)
        A point on each issue's scale.
    """
    pairs = zip(stances.scale, forecast, strict=True)
    return tuple(int(np.argmin(np.abs(scale - point))) for scale, point in pairs)
