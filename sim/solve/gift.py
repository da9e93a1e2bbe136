"""The smallest change to a text by which nobody loses and somebody gains.

Smallest is: the fewest issues changed, of at most ``MOST``; then the largest gain in the sum of
values; then the lowest text in lexicographic order.
"""

from itertools import combinations, product

import numpy as np

from sim.solve.change import Change
from sim.solve.domain import Domain
from sim.solve.frontier import allowed
from sim.solve.tolerance import step

MOST = 3
"""Issues changed at once; a student can follow no more."""


def smallest_gift(domain: Domain, text: tuple[int, ...]) -> Change | None:
    """Return the smallest change by which nobody loses and somebody gains; nothing without one.

    Examples
    --------
    >>> from sim.solve.example import DINNER
    >>> smallest_gift(DINNER, (0, 0)) is None
    True
    """
    free, grain = allowed(domain), step(domain)
    gains = [worth - worth[:, [chosen]] for worth, chosen in zip(domain.worth, text, strict=True)]
    for number in range(1, min(MOST, len(text)) + 1):
        best: tuple[float, tuple[int, ...]] | None = None
        for some in combinations(range(len(text)), number):
            for levels in product(*(free[n][free[n] != text[n]] for n in some)):
                gain = sum(gains[n][:, x] for n, x in zip(some, levels, strict=True))
                total = float(np.sum(gain))
                if np.min(gain) < -grain / 2.0 or total < grain:
                    continue
                new = list(text)
                for n, x in zip(some, levels, strict=True):
                    new[n] = int(x)
                rank = (-round(total / grain), tuple(new))
                if best is None or rank < best:
                    best = rank
        if best is not None:
            changed = tuple(n for n in range(len(text)) if best[1][n] != text[n])
            steps = sum(abs(best[1][n] - text[n]) for n in changed)
            return Change(best[1], domain.value(best[1]), changed, steps)
    return None
