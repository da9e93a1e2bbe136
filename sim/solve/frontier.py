"""The Pareto frontier: the texts that nobody can improve on without somebody losing.

Values are sums over the issues, so a choice on the first k issues that is dominated by another
such choice is dominated however both go on: the frontier is built issue by issue, dropping what
is dominated at every step, and never lists all texts. The cost is that of the filter
(``sim.solve.dominance``) on the largest step: the last frontier but one times the values of the
last issue.

Values are compared as the numbers they are, summed from the first issue to the last. So the
published counts are made, in which a vector counts that another one beats by a rounding error:
the Energy domain of the ANAC has 210, and 204 once differences below 1e-12 are dropped.
"""

from dataclasses import dataclass

import numpy as np

from sim.rules.block import Floats, Ints
from sim.solve.domain import Domain
from sim.solve.dominance import undominated
from sim.solve.tolerance import step

MOST = 400_000
"""Partial texts at one step; more would take minutes and gigabytes."""


class TooManyError(Exception):
    """A frontier too large to be built."""


@dataclass(frozen=True, eq=False)
class Frontier:
    """The value vectors that no text dominates, each with a text that has it."""

    texts: Ints
    """For each vector a text that has it, rising in lexicographic order: shape (n, issues)."""
    values: Floats
    """Shape (n, parties)."""
    grain: float
    """The least difference that counts."""

    def __len__(self) -> int:
        """Return the number of distinct value vectors."""
        return len(self.texts)


def frontier(domain: Domain, *, rational: bool = False) -> Frontier:
    """Return the frontier of the texts that cross no red line.

    Of texts with equal values the lowest in lexicographic order stands for all.

    Parameters
    ----------
    rational : bool
        Whether to drop texts that are worth less to somebody than walking away. What dominates
        such a text of the frontier does not exist, so the rest stays the same.

    Raises
    ------
    TooManyError
        Where more than ``MOST`` partial texts would have to be compared.
    """
    grain = step(domain)
    free = allowed(domain)
    texts = np.zeros((1, 0), dtype=np.int64)
    values = domain.base[np.newaxis, :]
    ahead = hopes(domain, free)
    for n, (worth, choices) in enumerate(zip(domain.worth, free, strict=True)):
        if len(texts) * len(choices) > MOST:
            raise TooManyError(f"the frontier takes more than {MOST:,} partial texts")
        values = (values[:, np.newaxis, :] + worth.T[choices]).reshape(-1, len(domain.parties))
        last = np.tile(choices, len(texts))[:, np.newaxis]
        texts = np.hstack([np.repeat(texts, len(choices), axis=0), last])
        if rational:
            able = np.all(values + ahead[n] >= domain.walk_away - grain / 2.0, axis=1)
            values, texts = values[able], texts[able]
        kept = undominated(values)
        values, texts = values[kept], texts[kept]
    return Frontier(texts, values, grain)


def allowed(domain: Domain) -> tuple[Ints, ...]:
    """Return for each issue the values that cross nobody's red line, rising."""
    return tuple(np.flatnonzero(~each.any(axis=0)) for each in domain.forbidden)


def hopes(domain: Domain, free: tuple[Ints, ...]) -> list[Floats]:
    """Return for each issue the most each party can still get from the issues after it."""
    pairs = zip(domain.worth, free, strict=True)
    best = [each[:, some].max(axis=1, initial=-np.inf) for each, some in pairs]
    ahead = [np.zeros(len(domain.parties))]
    for each in reversed(best[1:]):
        ahead.insert(0, ahead[0] + each)
    return ahead
