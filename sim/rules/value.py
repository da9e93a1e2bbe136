"""What levels and texts are worth to an agency: spatial preferences, additive over items.

Sources: black1958 (single-peaked preferences), keeney1976 (additive value), thomson2006
(position, salience and capability as measured for EU decisions).
"""

from sim.rules.codes import CLEAN, UNDER_WAY
from sim.rules.rule import rule
from sim.rules.seats import heard


@rule
def burden(p, s, side, i):
    """Return what a full commitment on an item costs a side in politics at home, value.

    The sum of its pressures' strengths times their weights on the item, and of a
    protectionist design on items it touches, the more so the more binding the commitment is
    (IINA-2022 31 and 51; kept apart from the domestic-economy group, claim H26).
    """
    total = p.america_first[side] * p.protection[i] * (0.5 + p.bindingness[i])
    for k in range(p.n_pressures):
        if p.pressure_side[k] == side:
            total += s.pressure[k] * p.pressure_weight[k, i]
    return total


@rule
def pull(p, s, a):
    """Return how strongly an agency is drawn to the forums that hear it, 0..1: the best stature.

    Officials bring their priorities to the forum they take for the foremost (IINA-2022 53), so
    settling them elsewhere is worth the less.
    """
    best = 0.0
    for f in range(p.n_forums):
        if heard(s, f, a):
            best = max(best, s.stature[f])
    return best


@rule
def worth_at(p, s, a, i, level, position, load):
    """Return the worth to agency ``a`` of a level of item ``i``, were ``position`` its wish.

    ``1 - |level - position| / 4``, less the ``load`` (the item's burden at home) in
    proportion to the level. Level 0, each side alone, adds instead what own measures
    and settling the item elsewhere bring. Tables of scores that know no distance state
    an extra worth for each level.
    """
    if level == 0:
        own = p.alone_weight * s.alone[p.side[a], i] + p.outside[a, i] * (1.0 - pull(p, s, a))
        return 1.0 - abs(position) / 4.0 + own + p.extra[a, i, 0]
    return 1.0 - abs(level - position) / 4.0 - load * level / 4.0 + p.extra[a, i, level]


@rule
def revalue(p, s):
    """Renew what the levels, no deal and the best text are worth to every agency."""
    for a in range(p.n_agencies):
        for i in range(p.n_items):
            load = burden(p, s, p.side[a], i)
            for level in range(5):
                s.worth[a, i, level] = worth_at(p, s, a, i, level, p.position[a, i], load)
        for f in range(p.n_forums):
            total = 0.0
            for i in range(p.n_items):
                if p.agenda[f, i] == 1:
                    total += p.salience[a, i] * s.emphasis[p.side[a], i]
            for i in range(p.n_items):
                s.weight[f, a, i] = 0.0
                if p.agenda[f, i] == 1 and total > 0.0:
                    s.weight[f, a, i] = p.salience[a, i] * s.emphasis[p.side[a], i] / total
            s.walk_away[f, a] = walk_away(p, s, f, a)
            s.best[f, a] = ceiling(p, s, f, a)


@rule
def text_value(p, s, f, a, levels):
    """Return the value to agency ``a`` of a text of forum ``f``: weights times worths, summed.

    Parameters
    ----------
    levels : array, shape (I,), level
        A level for every item; items off the forum's agenda weigh nothing.
    """
    total = 0.0
    for i in range(p.n_items):
        total += s.weight[f, a, i] * s.worth[a, i, levels[i]]
    return total


@rule
def walk_away(p, s, f, a):
    """Return the value of no deal: every item at level 0, each side acting alone.

    In talks on a new statement it is the value of the one in force.
    """
    if s.outcome[f] == UNDER_WAY and s.in_force[f] >= CLEAN:
        return text_value(p, s, f, a, s.statement[f])
    total = p.no_deal[a]
    for i in range(p.n_items):
        total += s.weight[f, a, i] * s.worth[a, i, 0]
    return total


@rule
def ceiling(p, s, f, a):
    """Return the value of the agency's best text among levels its own red lines allow."""
    total = 0.0
    for i in range(p.n_items):
        best = s.worth[a, i, 0]
        for level in range(1, 5):
            if not (p.red_line[a, i] >> level) & 1 and s.worth[a, i, level] > best:
                best = s.worth[a, i, level]
        total += s.weight[f, a, i] * best
    return total


@rule
def clip(x, low, high):
    """Return ``x`` held between two bounds."""
    return min(max(x, low), high)
