"""The bid that stands for what no deal is worth, for formats that state it as a bid."""

from math import prod

import numpy as np

from sim.rules.block import Floats
from sim.solve.domain import Domain

SLACK = 1e-12
"""Values this close, as a share of the largest there is, are the same."""


def reservation(domain: Domain, p: int) -> tuple[int, ...] | None:
    """Return the text that is worth least to a party among those worth no less than no deal.

    Whoever takes this text for no deal accepts the same texts. None where no text is worth
    as much as no deal.

    The issues are halved and the values of one half sorted, so 5^16 texts need no more than
    two tables of 5^8.
    """
    counts = domain.shape
    cut = halfway(counts)
    first, second = (sums(domain, p, half) for half in (range(cut), range(cut, len(counts))))
    order = np.argsort(second, kind="stable")
    wanted = domain.walk_away[p] - domain.base[p] - first
    slack = SLACK * max(1.0, float(np.abs(first).max()), float(np.abs(second).max()))
    places = np.searchsorted(second[order], wanted - slack)
    able = np.flatnonzero(places < len(order))
    if not len(able):
        return None
    partners = order[places[able]]
    total = first[able] + second[partners]
    best = int(np.flatnonzero(total <= total.min() + slack)[0])
    pair = (int(able[best]), int(partners[best]))
    left = np.unravel_index(pair[0], counts[:cut]) if cut else ()
    right = np.unravel_index(pair[1], counts[cut:])
    return tuple(int(each) for each in (*left, *right))


def halfway(counts: tuple[int, ...]) -> int:
    """Return how many issues go into the first half, so that no half has many texts."""
    sizes = [max(prod(counts[:cut]), prod(counts[cut:])) for cut in range(len(counts))]
    return sizes.index(min(sizes))


def sums(domain: Domain, p: int, issues: range) -> Floats:
    """Return what the texts over some of the issues are worth to a party, first issue slowest."""
    total = np.zeros(1)
    for i in issues:
        total = np.add.outer(total, domain.worth[i][p]).ravel()
    return total
