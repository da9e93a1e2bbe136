"""A month, phase by phase: the one place where the order of the phases is written.

``open_month`` runs events, convene and mandate; the meetings then ask their questions
(``sim.rules.proceedings``); ``close_month`` runs ratify, carry out, act alone and learn. In
between, each agency in turn reviews, commits and reflects. It then writes only its own rows
and reads nothing that another then writes, so their order is free; the Mesa model activates
them itself.
"""

from sim.rules import chance
from sim.rules.alone import act_alone
from sim.rules.chance import deal, uniform
from sim.rules.codes import CHANCE, OVER
from sim.rules.conclude import lapse, start
from sim.rules.convene import convene
from sim.rules.deliver import commit, deliver
from sim.rules.events import events
from sim.rules.learn import calm_trust, recollect, reflect
from sim.rules.mandate import clear, review
from sim.rules.ratify import bills_pending, ratify
from sim.rules.renew import renew
from sim.rules.rule import rule
from sim.rules.seats import admit
from sim.rules.value import revalue

MISREAD_SLOTS = chance.MISREAD


@rule
def begin(p, s):
    """Set a zeroed state to the start of a run, before month 1; chance is asked first."""
    s.tension[0] = p.tension0
    s.purpose[0] = p.purpose0
    s.summit_in[0] = -1
    s.ask[0] = CHANCE
    s.ask_forum[0] = -1
    s.ask_agency[0] = -1
    for f in range(p.n_forums):
        begin_forum(p, s, f)
    for side in range(p.n_sides):
        s.attention[side] = p.attention0[side]
        s.coordinator[side] = p.coordinator0[side]
        s.payments[side] = p.side_payments[side]
        s.gridlock[side] = p.gridlock0[side]
        s.support[side] = 0.5
        for i in range(p.n_items):
            s.emphasis[side, i] = 1.0
    for k in range(p.n_pressures):
        s.pressure[k] = p.pressure0[k]
    for a in range(p.n_agencies):
        s.turf[a] = p.turf0[a]
        for f in range(p.n_forums):
            s.role[f, a] = p.role0[f, a]
            if s.role[f, a] > 0:
                s.buy_in[a] = 0.5
        for b in range(p.n_agencies):
            s.trust[a, b] = p.home_trust0 if p.side[a] == p.side[b] else calm_trust(p, s)
    revalue(p, s)
    admit(p, s)


@rule
def begin_forum(p, s, f):
    """Set one forum to its start: an empty text, all of it in brackets."""
    s.mover[f] = -1
    s.standing[f] = p.standing[f]
    s.stature[f] = p.stature0[f]
    s.expectation[f] = p.expectation0[f]
    s.rank[f] = p.rank0[f]
    s.deadline[f] = min(p.deadline[f], p.horizon)
    for i in range(p.n_items):
        s.motion[f, i] = -1
        s.tabled[f, i] = -1
        s.first_tabled[f, i] = -1
        s.objector[f, i] = -1
        for side in range(p.n_sides):
            s.stalled_by[f, side, i] = -1
        for a in range(p.n_agencies):
            s.concur[f, a, i] = -1


@rule
def open_slots(p, s, phase):
    """Return how many numbers a phase of the coming month needs from chance."""
    if phase == chance.EVENTS:
        return p.n_events
    if phase == chance.CONVENE:
        return 2 * p.n_forums + p.n_items
    if phase == chance.MANDATE:
        return p.n_forums * p.n_sides * p.n_items
    if phase == chance.MISREAD and s.month[0] == 0:
        return p.n_agencies * p.n_items
    return 0


@rule
def bill_slots(p):
    """Return how many numbers a month's votes need from chance."""
    return 2 * p.n_forums * p.n_sides * p.n_items


@rule
def deal_month(p, s, seed, run, words, block):
    """Deal the words for the coming month, up to its votes; arrays as ``chance.deal`` has them."""
    for phase in range(chance.PHASES):
        deal(seed, run, int(s.month[0]) + 1, phase, open_slots(p, s, phase), words, block)


@rule
def deal_bills(p, s, seed, run, words, block):
    """Deal the words for the votes of the month being played."""
    deal(seed, run, int(s.month[0]), chance.BILLS, bill_slots(p), words, block)


@rule
def misread(p, s, words):
    """Fix, once, how far the drafters misread each agency's wishes, in levels."""
    for a in range(p.n_agencies):
        for i in range(p.n_items):
            luck = uniform(words, MISREAD_SLOTS, a * p.n_items + i)
            s.misread[a, i] = p.uncertainty * (2.0 * luck - 1.0)


@rule
def turn_page(p, s, words):
    """Begin the next month on the calendar."""
    s.month[0] += 1
    s.turn[0] = 0
    if s.month[0] == 1:
        misread(p, s, words)


@rule
def call_meetings(p, s):
    """Open the floor of every forum that meets; end those that found no date in time."""
    for f in range(p.n_forums):
        lapse(p, s, f)
        start(p, s, f)


@rule
def prepare(p, s, words):
    """Let the month begin: the calendar, events, and which forums meet on what."""
    turn_page(p, s, words)
    renew(p, s)
    events(p, s, words)
    revalue(p, s)
    admit(p, s)
    convene(p, s, words)


@rule
def instruct(p, s, words):
    """Clear the mandates, once every agency has reviewed its papers, and call the meetings."""
    clear(p, s, words)
    call_meetings(p, s)


@rule
def carry_out(p, s):
    """Deliver, once every agency has committed itself or not, and act alone on the rest."""
    deliver(p, s)
    act_alone(p, s)


@rule
def end_month(p, s):
    """Draw the lessons that concern the whole, once every agency has drawn its own."""
    recollect(p, s)
    s.phase[0] = 0
    if s.month[0] >= p.horizon:
        s.ask[0] = OVER


@rule
def open_month(p, s, words):
    """Run the month up to the meetings: events, convene, mandate.

    Parameters
    ----------
    words : array, shape (PHASES, SLOTS), int
        What chance has dealt for the month.
    """
    prepare(p, s, words)
    for a in range(p.n_agencies):
        review(p, s, a)
    instruct(p, s, words)


@rule
def close_month(p, s, words):
    """Run the month from the meetings to its end: ratify, carry out, act alone, learn."""
    ratify(p, s, words)
    for a in range(p.n_agencies):
        commit(p, s, a)
    carry_out(p, s)
    for a in range(p.n_agencies):
        reflect(p, s, a)
    end_month(p, s)


@rule
def owes_bills(p, s):
    """Say whether chance must still decide this month's votes; if so, that is its next phase."""
    if bills_pending(p, s):
        s.phase[0] = 1
        return True
    return False
