"""Phase 8, act alone: own measures, as best replies, on what no statement has settled.

Where a measure harms the other side (subsidies), replies chase one another up; where it helps
(controls), each waits for the other. What comes of it enters the worth of no deal.
Sources: brander1985 (subsidy competition), olson1966 (free riding in alliances), IINA-2022 31.
"""

import numpy as np

from sim.rules.rule import rule
from sim.rules.seats import bound_by, involved


@rule
def settled_for(p, s, side, i):
    """Say whether a statement commits the side on the item."""
    for f in range(p.n_forums):
        if s.statement[f, i] > 0 and bound_by(p, s, f, side):
            return True
    return False


@rule
def appetite(p, side, i):
    """Return how much of a measure a side's authorities want, 0..1: their mean position."""
    total = 0.0
    weight = 0.0
    for a in range(p.n_agencies):
        if p.side[a] == side and p.authority[a, i] > 0.0:
            total += p.authority[a, i] * p.position[a, i]
            weight += p.authority[a, i]
    if weight == 0.0:
        return 0.0
    return total / weight / 4.0


@rule
def pay_off(p, side, i, want, own, others):
    """Return the worth to a side of its own measure, given the others' mean measure, value.

    ``want`` is its appetite; ``own`` and ``others`` are levels over 4; all 0..1. A free ride
    (externality > 0) lets the others' measure stand in for one's own. In a race
    (externality < 0) being outbid hurts, at a growing rate. To a side that thinks zero-sum, or
    whose design is protectionist, being outbid hurts more and being ahead is a gain in itself
    (brander1985: a subsidy shifts profits, and when both subsidize both lose; CARN 5).
    """
    spill = p.externality[i]
    cost = p.alone_cost * own * own
    if spill >= 0.0:
        done = min(1.0, own + spill * others)
        return want * done * (2.0 - done) - cost
    behind = max(0.0, others - own)
    ahead = max(0.0, own - others)
    zeal = p.zero_sum_fear[side] + p.america_first[side] * p.protection[i]
    lost = -spill * (1.0 + zeal) * behind * (1.0 + behind)
    return want * own * (2.0 - own) - cost - lost - spill * zeal * ahead


@rule
def others_measure(p, s, side, i):
    """Return the mean measure of the other sides at any table on an item, 0..1."""
    total = 0.0
    count = 0
    for other in range(p.n_sides):
        if other != side and involved(p, s, other):
            total += s.measure[other, i] / 4.0
            count += 1
    return total / max(count, 1)


@rule
def best_reply(p, s, side, i):
    """Return the level, 0..4, of a side's best own measure against the others'; lowest on ties."""
    want = appetite(p, side, i)
    others = others_measure(p, s, side, i)
    best = 0
    most = pay_off(p, side, i, want, 0.0, others)
    for level in range(1, 5):
        value = pay_off(p, side, i, want, level / 4.0, others)
        if value > most:
            best = level
            most = value
    return best


@rule
def act_alone(p, s):
    """Move every side's own measure one level towards its best reply, all at once."""
    reply = np.zeros(p.n_sides)
    for i in range(p.n_items):
        for side in range(p.n_sides):
            reply[side] = 0.0
            if involved(p, s, side) and not settled_for(p, s, side, i):
                reply[side] = best_reply(p, s, side, i)
        for side in range(p.n_sides):
            if s.measure[side, i] < reply[side]:
                s.measure[side, i] += 1
            elif s.measure[side, i] > reply[side]:
                s.measure[side, i] -= 1
        for side in range(p.n_sides):
            own = s.measure[side, i] / 4.0
            want = appetite(p, side, i)
            s.alone[side, i] = pay_off(p, side, i, want, own, others_measure(p, s, side, i))
