"""An additive negotiation domain: what every solver here works on, wherever it came from.

The standard form of the field (raiffa1982, and the Genius and GeniusWeb formats): a text picks
one value for each issue, and what it is worth to a party is a sum over the issues.
"""

from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np

from sim.rules.block import Floats, Ints
from sim.solve.stances import Stances


@dataclass(frozen=True, eq=False)
class Domain:
    """Issues with their values, parties with their worths; a text is one value per issue."""

    name: str
    issues: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    """The names of the values of each issue."""
    parties: tuple[str, ...]
    worth: tuple[Floats, ...]
    """For each issue, what each value adds for each party: shape (parties, values)."""
    base: Floats
    """What every text is worth to each party before any issue counts: shape (parties,)."""
    walk_away: Floats
    """What no deal is worth to each party: shape (parties,)."""
    forbidden: tuple[Ints, ...]
    """For each issue, 1 where a value crosses a party's red line: shape (parties, values)."""
    stances: Stances | None = None
    """Positions, saliences and capabilities, where the source states them; forecasts use them."""

    @cached_property
    def shape(self) -> tuple[int, ...]:
        """Return how many values each issue has."""
        return tuple(len(each) for each in self.values)

    @property
    def outcomes(self) -> int:
        """Return how many texts there are."""
        return prod(self.shape)

    def value(self, text: tuple[int, ...]) -> Floats:
        """Return what a text, one index of a value per issue, is worth to each party."""
        total = self.base.copy()
        for worth, chosen in zip(self.worth, text, strict=True):
            total += worth[:, chosen]
        return total

    def allowed(self, text: tuple[int, ...]) -> bool:
        """Say whether a text crosses nobody's red line."""
        pairs = zip(self.forbidden, text, strict=True)
        return not any(np.any(lines[:, chosen]) for lines, chosen in pairs)
