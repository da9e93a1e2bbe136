"""Phase 6, ratify: bills for the levels that need a legislature.

Sources: putnam1988 (ratification), IINA-2022 26-32 (two groups in Congress, gridlock,
America First kept apart from either group), 51 (Buy Domestic, industry clout, less binding
designs), 52 (contact with politicians).
"""

from sim.rules import chance
from sim.rules.chance import uniform
from sim.rules.codes import CLEAN, LAPSED, PASSED, PENDING
from sim.rules.rule import rule
from sim.rules.value import clip

BILL_SLOTS = chance.BILLS


@rule
def backing(p, side, i):
    """Return how far a legislature backs money or law for an item, 0..1.

    The factions' views weighted by their strength, from -1..1 to 0..1, less what a
    protectionist design takes from cooperation with allies on items it touches.
    """
    strength = p.faction_natsec[side] + p.faction_domestic[side]
    view = 0.0
    if strength > 0.0:
        view = p.faction_natsec[side] * p.natsec_stance[i]
        view = (view + p.faction_domestic[side] * p.domestic_stance[i]) / strength
    return clip(0.5 * (1.0 + view) - p.america_first[side] * p.protection[i], 0.0, 1.0)


@rule
def passage(p, s, side, i, level):
    """Return the chance a month that a bill for a level of an item passes, 0..1.

    It falls with gridlock and with how binding the commitment is, and rises with
    continuous contact with legislators.
    """
    soft = 1.0 - p.bindingness[i] * level / 4.0
    open_house = 1.0 - s.gridlock[side]
    pace = p.bill_pace * (1.0 + p.liaison[side])
    return clip(pace * backing(p, side, i) * open_house * soft, 0.0, 1.0)


@rule
def bills_pending(p, s):
    """Say whether any bill is before a legislature."""
    for f in range(p.n_forums):
        for side in range(p.n_sides):
            for i in range(p.n_items):
                if s.bill[f, side, i] == PENDING:
                    return True
    return False


@rule
def ratify(p, s, words):
    """Vote on every pending bill; one that passes may carry an exemption for an industry."""
    for f in range(p.n_forums):
        if s.in_force[f] < CLEAN:
            continue
        for side in range(p.n_sides):
            for i in range(p.n_items):
                if s.bill[f, side, i] != PENDING:
                    continue
                slot = 2 * ((f * p.n_sides + side) * p.n_items + i)
                chance_now = passage(p, s, side, i, s.statement[f, i])
                if uniform(words, BILL_SLOTS, slot) < chance_now:
                    s.bill[f, side, i] = PASSED
                    clout = p.buy_domestic[side] * p.industry_clout[side]
                    if uniform(words, BILL_SLOTS, slot + 1) < clout:
                        s.carve_outs[f, side, i] += 1
                elif s.month[0] - s.closed[f] >= p.bill_window:
                    s.bill[f, side, i] = LAPSED


@rule
def lawful_level(p, s, f, side, i):
    """Return the level a side may carry out: the adopted one, or what needs no bill."""
    level = s.statement[f, i]
    if s.bill[f, side, i] == PENDING or s.bill[f, side, i] == LAPSED:
        return min(level, p.legislature_from[side, i] - 1)
    return level
