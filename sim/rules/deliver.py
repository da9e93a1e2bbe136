"""Phase 7, carry out: agencies with the authority deliver, or drag.

Each holder of authority decides every month whether the adopted level is worth its effort.
Sources: pressman1973 (implementation needs many agreeing hands), IINA-2022 43-44, 46-47, 52.
"""

from sim.rules.codes import CLEAN
from sim.rules.ratify import lawful_level
from sim.rules.rule import rule
from sim.rules.seats import bound_by, grip, seated, standing
from sim.rules.value import clip


@rule
def expected_return(p, s, f, a):
    """Return how far an agency trusts the other sides' principals to do their part, 0..1."""
    total = 0.0
    count = 0
    for b in range(p.n_agencies):
        if p.side[b] != p.side[a] and seated(s, f, b):
            total += s.trust[a, b]
            count += 1
    if count == 0:
        return 0.0
    return total / count


@rule
def inclination(p, s, f, a, i):
    """Return what carrying out an item is worth to an agency: it delivers if this is positive.

    Its gain over each side acting alone, discounted by the return it expects; plus its
    commitment to a forum where it has standing; less turf it would give up to a forum
    where it has little, as far as the centre lets it; less the effort, for an agency without means.
    """
    level = lawful_level(p, s, f, p.side[a], i)
    gain = s.worth[a, i, level] - s.worth[a, i, 0]
    place = standing(p, s, f, a)
    commitment = p.loyalty * s.buy_in[a] * place * (0.5 + 0.5 * s.purpose[0])
    turf = p.turf_weight * s.turf[a] * (1.0 - place) * (1.0 - grip(s, p.side[a]))
    effort = p.effort_cost * (1.0 - p.delivery_capacity[a])
    return gain * expected_return(p, s, f, a) + commitment - turf - effort


@rule
def commit(p, s, a):
    """Let one agency decide on every adopted item it has authority over."""
    for f in range(p.n_forums):
        bound = s.in_force[f] >= CLEAN and bound_by(p, s, f, p.side[a])
        for i in range(p.n_items):
            s.effort[f, a, i] = 0
            if bound and s.statement[f, i] > 0 and p.authority[a, i] > 0.0:
                s.effort[f, a, i] = int(inclination(p, s, f, a, i) > 0.0)


@rule
def hands(p, s, f, side, i):
    """Return the share of a side's authority over an item that is at work on it, 0..1."""
    total = 0.0
    working = 0.0
    for a in range(p.n_agencies):
        if p.side[a] == side:
            total += p.authority[a, i]
            if s.effort[f, a, i] == 1:
                working += p.authority[a, i]
    if total == 0.0:
        return 0.0
    return working / total


@rule
def reach(p, s, f, side, i):
    """Return the share of the adopted level a side can carry out at most, 0..1.

    Less than all while a bill is missing, and less for every exemption it carries.
    """
    share = lawful_level(p, s, f, side, i) / s.statement[f, i]
    return clip(share - p.carve_out_loss * s.carve_outs[f, side, i], 0.0, 1.0)


@rule
def deliver(p, s):
    """Carry out a share of what is left of every adopted item; business at the table doubles it."""
    for f in range(p.n_forums):
        if s.in_force[f] < CLEAN:
            continue
        for side in range(p.n_sides):
            if not bound_by(p, s, f, side):
                continue
            business = 0.5 + 0.5 * p.business_consult[side]
            for i in range(p.n_items):
                if s.statement[f, i] > 0:
                    left = reach(p, s, f, side, i) - s.delivered[f, side, i]
                    step = p.delivery_rate * business * hands(p, s, f, side, i)
                    s.delivered[f, side, i] += max(0.0, left) * step
