"""What a run came to: the metrics, one row for each forum.

Shares and indices lie in 0..1; months and counts are what they say. Months to agreement are
censored at the horizon where no statement came about.
"""

from sim.rules.alone import settled_for
from sim.rules.codes import CLEAN, DEFENSIVE, STATEMENT
from sim.rules.learn import delivered_share
from sim.rules.mandate import reluctance
from sim.rules.rule import rule
from sim.rules.seats import bound_by, coverage, heard, involved, principals, seated, takes_part
from sim.rules.value import text_value

METRICS = (
    "outcome",
    "time_to_agreement",
    "meetings_per_year",
    "sessions_per_year",
    "authority_coverage",
    "items_agreed",
    "max_feasible_level",
    "mean_level",
    "watering_down",
    "implementation_rate",
    "buy_in",
    "turf_reluctance",
    "trust",
    "stature",
    "expectation",
    "alignment",
    "domestic_support",
    "conflict",
    "subsidy_race",
    "collateral_damage",
    "efficiency",
    "competitiveness",
    "carve_outs",
    "reopened",
    "settled",
    "linkages",
    "minimum_gain",
    "joint_value",
    "net_value",
)
"""Names of the columns that ``measure`` fills, in order."""


@rule
def policy(p, s, side, i):
    """Return what a side in fact does on an item, 0..1: what it delivers, else its own measure."""
    kept = -1.0
    for f in range(p.n_forums):
        if s.statement[f, i] > 0 and bound_by(p, s, f, side):
            kept = max(kept, s.statement[f, i] / 4.0 * s.delivered[f, side, i])
    if kept >= 0.0:
        return kept
    return s.measure[side, i] / 4.0


@rule
def spread(p, s, i):
    """Return how far the policies on an item lie apart among the sides at any forum, 0..1."""
    low = 1.0
    high = 0.0
    for side in range(p.n_sides):
        if involved(p, s, side):
            low = min(low, policy(p, s, side, i))
            high = max(high, policy(p, s, side, i))
    return max(0.0, high - low)


@rule
def farthest(p, s, i):
    """Return the strongest policy on an item among the sides at any forum, 0..1."""
    high = 0.0
    for side in range(p.n_sides):
        if involved(p, s, side):
            high = max(high, policy(p, s, side, i))
    return high


@rule
def measure_text(p, s, f, out):
    """Fill the columns about the text: coverage, agreed items, levels, watering down."""
    covered = 0.0
    sides = 0
    agenda = 0
    agreed = 0
    levels = 0
    highest = 0
    opened = 0
    lost = 0.0
    for i in range(p.n_items):
        if p.agenda[f, i] == 0:
            continue
        agenda += 1
        for side in range(p.n_sides):
            if takes_part(p, s, f, side):
                covered += coverage(p, s, f, side, i)
                sides += 1
        final = s.statement[f, i]
        levels += final
        highest = max(highest, final)
        if final > 0:
            agreed += 1
        if s.first_tabled[f, i] > 0:
            opened += 1
            lost += max(0, s.first_tabled[f, i] - final) / s.first_tabled[f, i]
    out[4] = covered / max(sides, 1)
    out[5] = agreed
    out[6] = highest
    out[7] = levels / max(agenda, 1)
    out[8] = lost / max(opened, 1)


@rule
def holds(p, s, f, a):
    """Say whether an agency of a side at the forum has authority over anything on its agenda."""
    if not takes_part(p, s, f, p.side[a]):
        return False
    for i in range(p.n_items):
        if p.agenda[f, i] == 1 and p.authority[a, i] > 0.0:
            return True
    return False


@rule
def measure_agencies(p, s, f, out):
    """Fill the columns about agencies: buy-in and turf of who hold authority, trust at the table.

    Those who hold authority over the agenda are the same however they are treated.
    """
    count = 0
    buy_in = 0.0
    turf = 0.0
    pairs = 0
    trust = 0.0
    for a in range(p.n_agencies):
        if holds(p, s, f, a):
            count += 1
            buy_in += s.buy_in[a]
            turf += reluctance(p, s, f, a)
        if not heard(s, f, a):
            continue
        for b in range(p.n_agencies):
            if heard(s, f, b) and p.side[a] != p.side[b]:
                pairs += 1
                trust += s.trust[a, b]
    out[10] = buy_in / max(count, 1)
    out[11] = turf / max(count, 1)
    out[12] = trust / max(pairs, 1)
    out[13] = s.stature[f]
    out[14] = s.expectation[f]


@rule
def measure_policy(p, s, out):
    """Fill the columns about policy in both countries: alignment, races, damage, balance."""
    apart = 0.0
    most = 0.0
    race = 0.0
    races = 0
    damage = 0.0
    defensive = 0.0
    effort = 0.0
    sides = 0
    for side in range(p.n_sides):
        sides += involved(p, s, side)
    for i in range(p.n_items):
        gap = spread(p, s, i)
        apart += gap
        most += farthest(p, s, i)
        total = 0.0
        product = 1.0
        open_sides = 0
        for side in range(p.n_sides):
            if involved(p, s, side):
                total += policy(p, s, side, i) / sides
                product *= s.measure[side, i] / 4.0
                open_sides += not settled_for(p, s, side, i)
        effort += total
        if p.posture[i] == DEFENSIVE:
            defensive += total
        if p.externality[i] < 0.0:
            races += 1
            race += product
        if open_sides == sides:
            damage += gap * total
    out[15] = 1.0 - apart / most if most > 0.0 else 1.0
    out[18] = race / max(races, 1)
    out[19] = damage / max(p.n_items, 1)
    share = defensive / effort if effort > 0.0 else 0.0
    out[21] = 4.0 * share * (1.0 - share) * effort / max(p.n_items, 1)


@rule
def measure_home(p, s, f, out):
    """Fill the columns about home: support, efficiency of tied money, exemptions, the centre."""
    support = 0.0
    efficiency = 0.0
    carve_outs = 0
    settled = 0
    for side in range(p.n_sides):
        support += s.support[side] / p.n_sides
        efficiency += (1.0 - p.conditionality[side] * p.conditionality[side]) / p.n_sides
        settled += s.settled[side]
        for i in range(p.n_items):
            carve_outs += s.carve_outs[f, side, i]
    out[16] = support
    out[20] = efficiency
    out[22] = carve_outs
    out[24] = settled


@rule
def delivered_value(p, s, f, a):
    """Return the value of the statement to an agency as far as it is carried out."""
    total = 0.0
    for i in range(p.n_items):
        done = 0.0
        sides = 0
        for side in range(p.n_sides):
            if bound_by(p, s, f, side):
                sides += 1
        for side in range(p.n_sides):
            if bound_by(p, s, f, side):
                done += s.delivered[f, side, i] / sides
        full = s.worth[a, i, s.statement[f, i]]
        total += s.weight[f, a, i] * (done * full + (1.0 - done) * s.worth[a, i, 0])
    return total


@rule
def measure_value(p, s, f, out):
    """Fill the columns of value: the least gain of a seat, the sides' joint and net value.

    A side's value is the mean of its holders of authority over the agenda, who are the same
    whatever the seats.
    """
    least = 0.0
    first = True
    joint = 0.0
    for side in range(p.n_sides):
        count = 0
        value = 0.0
        for a in range(p.n_agencies):
            if p.side[a] == side and holds(p, s, f, a):
                count += 1
                value += delivered_value(p, s, f, a)
            if p.side[a] == side and seated(s, f, a):
                gain = text_value(p, s, f, a, s.statement[f]) - s.walk_away[f, a]
                if first or gain < least:
                    least = gain
                    first = False
        joint += value / max(count, 1)
    meetings = s.ministerials[f] + 0.2 * s.sessions[f]
    out[26] = least
    out[27] = joint
    out[28] = joint - p.meeting_cost * principals(p, s, f) * meetings


@rule
def measure(p, s, f, out):
    """Fill one row of metrics for a forum.

    Parameters
    ----------
    out : array, shape (len(METRICS),), float
        Receives the row, in the order of ``METRICS``.
    """
    last = s.month[0] if s.closed[f] == 0 or p.renewal[f] > 0 else s.closed[f]
    years = max(last, 1) * p.tick / 12.0
    agreed = s.outcome[f] >= STATEMENT
    out[0] = s.outcome[f]
    out[1] = (s.first_agreed[f] if agreed else p.horizon) * p.tick
    out[2] = s.ministerials[f] / years
    out[3] = s.sessions[f] / years
    measure_text(p, s, f, out)
    done = 0.0
    sides = 0
    for side in range(p.n_sides):
        if s.in_force[f] >= CLEAN and bound_by(p, s, f, side):
            sides += 1
            done += delivered_share(p, s, f, side)
    out[9] = done / max(sides, 1)
    measure_agencies(p, s, f, out)
    measure_policy(p, s, out)
    measure_home(p, s, f, out)
    vetoes = 0
    for a in range(p.n_agencies):
        vetoes += s.vetoes[f, a]
    out[17] = vetoes / max(vetoes + s.amendments[f], 1)
    out[23] = s.reopened[f]
    out[25] = s.linkages[f]
    measure_value(p, s, f, out)
