"""The stances of a domain: its own, or where it states none, those that its worths imply."""

import numpy as np

from sim.solve.domain import Domain
from sim.solve.stances import Stances


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
