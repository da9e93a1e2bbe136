"""Who sits where, who is heard, and who holds authority over what."""

from sim.rules.codes import PARTNER, PRINCIPAL, SUBORDINATE
from sim.rules.rule import rule


@rule
def seated(s, f, a):
    """Say whether the agency has a principal's seat at the forum."""
    return s.role[f, a] >= PRINCIPAL


@rule
def heard(s, f, a):
    """Say whether the agency's concurrence is asked: principals and consulted partners."""
    return s.role[f, a] >= PARTNER


@rule
def standing(p, s, f, a):
    """Return the agency's standing at the forum, 0 (absent) to 1 (principal)."""
    role = s.role[f, a]
    if role >= PRINCIPAL:
        return 1.0
    if role == PARTNER:
        return p.partner_standing
    if role == SUBORDINATE:
        return p.subordinate_standing
    return 0.0


@rule
def grip(s, side):
    """Return the hold of the centre over its agencies, 0..1: its strength times its attention.

    Neither does without the other (IINA-2022 39); attention wears off.
    """
    return s.coordinator[side] * s.attention[side]


@rule
def principals(p, s, f):
    """Count the principals of a forum."""
    count = 0
    for a in range(p.n_agencies):
        if seated(s, f, a):
            count += 1
    return count


@rule
def takes_part(p, s, f, side):
    """Say whether a side has a principal at the forum."""
    for a in range(p.n_agencies):
        if p.side[a] == side and seated(s, f, a):
            return True
    return False


@rule
def involved(p, s, side):
    """Say whether a side has a principal at any forum."""
    for f in range(p.n_forums):
        if takes_part(p, s, f, side):
            return True
    return False


@rule
def bound_by(p, s, f, side):
    """Say whether a forum's statement binds a side: it took part in adopting it and still does."""
    return s.party[f, side] == 1 and takes_part(p, s, f, side)


@rule
def sides_present(p, s, f):
    """Count the sides that have a principal at a forum."""
    count = 0
    for side in range(p.n_sides):
        if takes_part(p, s, f, side):
            count += 1
    return count


@rule
def coverage(p, s, f, side, i):
    """Return the share of a side's authority over an item that is heard at the forum, 0..1.

    0 where the side has no holder of authority among the modelled agencies
    (IINA-2022 44-45: protocols need the authority of many agencies).
    """
    total = 0.0
    present = 0.0
    for a in range(p.n_agencies):
        if p.side[a] == side:
            total += p.authority[a, i]
            if heard(s, f, a):
                present += p.authority[a, i]
    if total == 0.0:
        return 0.0
    return present / total


@rule
def admissible(p, s, f, i):
    """Say whether an item on the agenda can be taken up: every side's authority is heard."""
    if p.agenda[f, i] == 0:
        return False
    for side in range(p.n_sides):
        if takes_part(p, s, f, side) and coverage(p, s, f, side, i) == 0.0:
            return False
    return True


@rule
def admit(p, s):
    """Settle, for the month, which items each forum can take up."""
    for f in range(p.n_forums):
        for i in range(p.n_items):
            s.admitted[f, i] = int(admissible(p, s, f, i))
