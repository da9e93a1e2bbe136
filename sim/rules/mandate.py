"""Phase 3, mandate: each side clears its position at home, one level of one item at a time.

Every holder of authority that is heard must concur; for those who are not heard the drafters
guess. What stalls, the centre may settle, at the cost of attention and of the overruled
agency's commitment. Sources: putnam1988 (two levels), iida1996 (unknown wishes at home),
allison1971 (bureaucratic politics), CSIS-2021 10, IINA-2022 33, 39, 43-44, 47.
"""

from sim.rules import chance
from sim.rules.chance import uniform
from sim.rules.codes import UNDER_WAY
from sim.rules.rule import rule
from sim.rules.seats import coverage, grip, heard, seated, takes_part
from sim.rules.value import burden, clip, worth_at

MANDATE_SLOTS = chance.MANDATE


@rule
def next_level(p, s, f, side, i):
    """Return the lowest level of an item a capital has not yet cleared, or -1 if all are.

    Levels that are too low for somebody who must sign, and all below them, are passed over as
    long as there is a higher one that is not.
    """
    lowest = 1
    while lowest < 4 and barred(p, s, f, side, i, lowest):
        lowest += 1
    if barred(p, s, f, side, i, lowest):
        lowest = 1
    for level in range(lowest, 5):
        if not (s.mandate[f, side, i] >> level) & 1:
            return level
    return -1


@rule
def barred(p, s, f, side, i, level):
    """Say whether a level crosses the red line of an agency that is heard and must sign."""
    for a in range(p.n_agencies):
        signs = p.side[a] == side and p.authority[a, i] > 0.0 and heard(s, f, a)
        if signs and (p.red_line[a, i] >> level) & 1:
            return True
    return False


@rule
def reluctance(p, s, f, a):
    """Return how far turf weighs on an agency at a forum, 0..1.

    A principal that knows the partner country less well than a colleague at the same
    table is the more reluctant (IINA-2022 47).
    """
    gap = 0.0
    if seated(s, f, a):
        for b in range(p.n_agencies):
            if p.side[b] == p.side[a] and seated(s, f, b):
                gap = max(gap, p.expertise[b] - p.expertise[a])
    return clip(s.turf[a] + p.anxiety * gap, 0.0, 1.0)


@rule
def concurs(p, s, f, a, i, level):
    """Say whether an agency with authority lets its capital clear a level of an item.

    One that is heard refuses what crosses a red line or costs it, on this item alone, more
    than a tolerance that turf narrows. For one that is not heard the drafters ask the same
    of its wishes as they misread them, and know nothing of its red lines. What an agency
    has refused in a clearance at home it refuses for good.
    """
    if s.contested[f, a, i] == 1:
        return False
    if heard(s, f, a):
        if (p.red_line[a, i] >> level) & 1:
            return False
        tolerance = p.tolerance * (1.0 - p.turf_weight * reluctance(p, s, f, a))
        return s.worth[a, i, level] >= s.worth[a, i, 0] - tolerance
    load = burden(p, s, p.side[a], i)
    wish = p.position[a, i] + s.misread[a, i]
    guess = worth_at(p, s, a, i, level, wish, load)
    return guess >= worth_at(p, s, a, i, 0, wish, load) - p.tolerance


@rule
def review(p, s, a):
    """Let one agency take its stand on the next level of every item it has authority over."""
    for f in range(p.n_forums):
        asked = s.outcome[f] == UNDER_WAY and takes_part(p, s, f, p.side[a])
        for i in range(p.n_items):
            s.concur[f, a, i] = -1
            if asked and p.agenda[f, i] == 1 and p.authority[a, i] > 0.0:
                level = next_level(p, s, f, p.side[a], i)
                if level > 0:
                    s.concur[f, a, i] = int(concurs(p, s, f, a, i, level))


@rule
def withholder(p, s, f, side, i):
    """Return the first agency of a side that withholds its concurrence, or -1."""
    for a in range(p.n_agencies):
        if p.side[a] == side and s.concur[f, a, i] == 0:
            return a
    return -1


@rule
def paper_pace(p, s, f, side, i):
    """Return the chance that every agency that must sign a paper does so within the month.

    The product over those heard of a pace that turf slows: the more sign, the slower
    (IINA-2022 33). The hold of the centre keeps turf in check (CSIS-2021 10, IINA-2022 39),
    what events have made urgent is cleared sooner (IINA-2022 50), and dual use asks for legal
    review (IINA-2022 49).
    """
    all_sign = 1.0
    for a in range(p.n_agencies):
        if p.side[a] == side and s.concur[f, a, i] == 1 and heard(s, f, a):
            drag = p.turf_weight * reluctance(p, s, f, a) * (1.0 - grip(s, side))
            all_sign *= p.pace * (1.0 - drag)
    return all_sign * s.emphasis[side, i] * (1.0 - p.legal_friction * p.dual_use[i])


@rule
def feasible(p, s, f, side, i, level):
    """Say whether enough authority is heard for a level's detail (IINA-2022 44)."""
    return coverage(p, s, f, side, i) >= p.detail_need * (level - 1) / 3.0


@rule
def may_settle(p, s, f, side, i, level):
    """Say whether the centre can settle a withheld level.

    It needs attention enough, a principal of the side that wants the level, no red line of
    an agency that is heard, and no earlier refusal in a clearance at home.
    """
    if grip(s, side) < p.settle_cost:
        return False
    wanted = False
    for a in range(p.n_agencies):
        if p.side[a] == side and s.contested[f, a, i] == 1:
            return False
        if p.side[a] == side and heard(s, f, a):
            if p.authority[a, i] > 0.0 and (p.red_line[a, i] >> level) & 1:
                return False
            if seated(s, f, a) and s.worth[a, i, level] > s.worth[a, i, 0]:
                wanted = True
    return wanted


@rule
def settle(p, s, f, side, i, level):
    """Let the centre clear a level over an agency's head; attention and its buy-in pay for it."""
    s.mandate[f, side, i] |= 1 << level
    s.attention[side] -= p.settle_cost
    s.settled[side] += 1
    by = s.stalled_by[f, side, i]
    if by >= 0:
        s.buy_in[by] = clip(s.buy_in[by] - p.overruled_loss, 0.0, 1.0)
    s.stalled[f, side, i] = 0
    s.stalled_by[f, side, i] = -1


@rule
def clear(p, s, words):
    """Clear, for every side and item, the next level if all sign, or count it as stalled."""
    for f in range(p.n_forums):
        if s.outcome[f] != UNDER_WAY:
            continue
        for side in range(p.n_sides):
            if not takes_part(p, s, f, side):
                continue
            for i in range(p.n_items):
                level = next_level(p, s, f, side, i)
                if level > 0 and s.admitted[f, i] == 1 and feasible(p, s, f, side, i, level):
                    slot = (f * p.n_sides + side) * p.n_items + i
                    clear_item(p, s, f, side, i, level, uniform(words, MANDATE_SLOTS, slot))


@rule
def clear_item(p, s, f, side, i, level, luck):
    """Clear one level of one item, or let it stall and, in time, reach the centre."""
    by = withholder(p, s, f, side, i)
    if by < 0:
        s.stalled[f, side, i] = 0
        s.stalled_by[f, side, i] = -1
        if luck < paper_pace(p, s, f, side, i):
            s.mandate[f, side, i] |= 1 << level
        return
    s.stalled[f, side, i] += 1
    s.stalled_by[f, side, i] = by
    if s.stalled[f, side, i] > p.stall_limit and may_settle(p, s, f, side, i, level):
        settle(p, s, f, side, i, level)
