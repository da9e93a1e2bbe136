"""The smallest change to a text that all would accept.

Smallest is: the fewest issues changed; then the fewest steps between values, as the issue lists
them; then the best for the least satisfied, by its gain over no deal; then the lowest text in
lexicographic order. The search takes one more issue at a time and skips sets of issues that
could not satisfy some party whatever was chosen, so it is fast where a small change will do and
looks at every text only where none does.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from sim.rules.block import Floats, Ints
from sim.solve.domain import Domain
from sim.solve.frontier import allowed
from sim.solve.halves import sums
from sim.solve.tolerance import step


@dataclass(frozen=True, eq=False)
class Change:
    """A text acceptable to all, and what it changes in another."""

    text: tuple[int, ...]
    values: Floats
    issues: tuple[int, ...]
    """The issues changed, by index."""
    steps: int
    """Sum of the differences of their values' indices."""


def smallest_change(domain: Domain, text: tuple[int, ...]) -> Change | None:
    """Return the smallest change to a text that all would accept; nothing where none would do.

    Examples
    --------
    >>> from sim.solve.example import DINNER
    >>> smallest_change(DINNER, (0, 0)).text
    (1, 0)
    """
    free = allowed(domain)
    if any(len(each) == 0 for each in free):
        return None
    for number in range(len(text) + 1):
        best: tuple[tuple[float, ...], Ints] | None = None
        for some in combinations(range(len(text)), number):
            found = best_of(domain, text, some, free)
            if found and (best is None or found[0] < best[0]):
                best = found
        if best is not None:
            new = tuple(int(each) for each in best[1])
            changed = tuple(n for n in range(len(text)) if new[n] != text[n])
            return Change(new, domain.value(new), changed, int(best[0][0]))
    return None


def best_of(
    domain: Domain, text: tuple[int, ...], some: tuple[int, ...], free: tuple[Ints, ...]
) -> tuple[tuple[float, ...], Ints] | None:
    """Return the best acceptable text that changes exactly some issues, with its rank."""
    if any(text[n] not in free[n] for n in range(len(text)) if n not in some):
        return None
    choices = [free[n][free[n] != text[n]] for n in some]
    if any(len(each) == 0 for each in choices):
        return None
    grain = step(domain)
    start = domain.base - domain.walk_away
    for n, worth in enumerate(domain.worth):
        if n not in some:
            start = start + worth[:, text[n]]
    worths = [domain.worth[n][:, each] for n, each in zip(some, choices, strict=True)]
    most = start + sum(each.max(axis=1) for each in worths)
    if np.any(most < -grain / 2.0):
        return None
    gains = sums(start[:, np.newaxis], worths)
    far = [np.abs(each - text[n])[np.newaxis] * 1.0 for n, each in zip(some, choices, strict=True)]
    steps = sums(np.zeros((1, 1)), far)[0]
    least = gains.min(axis=0)
    fine = np.flatnonzero(least >= -grain / 2.0)
    if len(fine) == 0:
        return None
    near = fine[steps[fine] == steps[fine].min()]
    place = int(near[least[near] >= least[near].max() - grain][0])
    where = np.unravel_index(place, tuple(len(each) for each in choices))
    new = np.array(text)
    new[list(some)] = [each[k] for each, k in zip(choices, where, strict=True)]
    rank = (float(steps[place]), -round(float(least[place]) / grain), *new.tolist())
    return rank, new
