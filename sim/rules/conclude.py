"""Phase 5, conclude: the closing ladder, clearance at home ad referendum, one re-opening.

The ladder: the full text, the clean text (early harvest), a statement without commitments,
none. Sources: putnam1988 and iida1996 (what home refuses), IINA-2022 33 (watered down).
"""

from sim.rules.codes import (
    CLEAN,
    CLEARING,
    CONCLUDING,
    DONE,
    FULL,
    ITEM,
    KIND,
    MINISTERIAL,
    NO_BILL,
    NONE,
    OBJECT,
    ON_FLOOR,
    PENDING,
    PUTTING,
    REASON,
    STATEMENT,
    UNDER_WAY,
)
from sim.rules.learn import agreed_share
from sim.rules.rule import rule
from sim.rules.seats import seated, takes_part


@rule
def last_meeting(s, f):
    """Say whether no later month is left for a statement."""
    return s.month[0] >= s.deadline[f]


@rule
def best_rung(p, s, f):
    """Return the highest rung the text as it stands could reach: full, clean or statement."""
    commitments = 0
    brackets = 0
    for i in range(p.n_items):
        if s.clean[f, i] == 1:
            if s.text[f, i] > 0:
                commitments += 1
        elif s.admitted[f, i] == 1 and s.statement[f, i] == 0:
            brackets += 1
    if commitments == 0:
        return STATEMENT
    if brackets > 0:
        return CLEAN
    return FULL


@rule
def conclude(p, s, f):
    """Put the text to the ministers if it is whole, agreed to be closed, or out of time."""
    s.stage[f] = DONE
    if s.session[f] != MINISTERIAL:
        return
    rung = best_rung(p, s, f)
    if rung == FULL or (rung == CLEAN and (s.closing[f] == 1 or last_meeting(s, f))):
        s.rung[f] = rung
        s.mover[f] = -1
        s.objections[f] = 0
        for a in range(p.n_agencies):
            s.answered[f, a] = 0
        s.stage[f] = PUTTING
    elif last_meeting(s, f):
        part(p, s, f)


@rule
def part(p, s, f):
    """End without commitments: a bare statement if trust outweighs disappointment, else none.

    Ministers who have met at all put their names to a statement without commitments if the trust
    between the seats, less what has been agreed short of what the capitals expect, reaches
    a threshold (IINA-2022 46: expectations are high).
    """
    disappointment = max(0.0, s.expectation[f] - agreed_share(p, s, f))
    total = 0.0
    count = 0
    for a in range(p.n_agencies):
        for b in range(p.n_agencies):
            if p.side[a] != p.side[b] and seated(s, f, a) and seated(s, f, b):
                total += s.trust[a, b]
                count += 1
    enough = (p.statement_trust + disappointment) * count
    met = s.ministerials[f] > 0
    end(s, f, STATEMENT if met and total >= enough else NONE)


@rule
def end(s, f, outcome):
    """Close the forum's talks with an outcome; a statement that is in force remains so."""
    s.outcome[f] = max(outcome, s.in_force[f])
    s.closed[f] = s.month[0]
    if s.first_agreed[f] == 0 and outcome >= STATEMENT:
        s.first_agreed[f] = s.month[0]
    s.stage[f] = DONE


@rule
def take_closing_answer(s, f, a, move):
    """Enact a principal's answer to closing on the text as it stands."""
    s.answered[f, a] = 1
    if move[KIND] == OBJECT:
        s.objections[f] += 1
        s.vetoes[f, a] += 1


@rule
def settle_motion_to_close(s, f):
    """Settle a seat's motion to close: agreed unless someone objected."""
    s.closing[f] = int(s.objections[f] == 0)
    s.mover[f] = -1
    s.stage[f] = ON_FLOOR


@rule
def settle_text(p, s, f):
    """Settle the text put to the ministers: on to clearance at home, or not yet, or never."""
    if s.objections[f] == 0:
        for a in range(p.n_agencies):
            s.answered[f, a] = 0
        s.stage[f] = CLEARING
    elif last_meeting(s, f):
        part(p, s, f)
    else:
        s.closing[f] = 0
        s.stage[f] = DONE


@rule
def must_clear(p, s, f, a):
    """Say whether an agency off the table has authority over something in the text."""
    if seated(s, f, a) or not takes_part(p, s, f, p.side[a]):
        return False
    for i in range(p.n_items):
        if s.clean[f, i] == 1 and s.text[f, i] > 0 and p.authority[a, i] > 0.0:
            return True
    return False


@rule
def take_clearance(s, f, a, move):
    """Enact an agency's answer in the clearance at home: let pass, or refuse one item."""
    s.answered[f, a] = 1
    if move[KIND] == OBJECT:
        i = move[ITEM]
        s.objections[f] += 1
        s.vetoes[f, a] += 1
        s.contested[f, a, i] = 1
        s.objector[f, i] = a
        s.reason[f, i] = move[REASON]


@rule
def settle_clearance(p, s, f):
    """Adopt the text, re-open it once on the items refused at home, or end with nothing."""
    if s.objections[f] == 0:
        adopt(p, s, f)
    elif s.reopened[f] == 0 and s.month[0] < p.horizon:
        reopen(p, s, f)
    else:
        end(s, f, NONE)


@rule
def reopen(p, s, f):
    """Put the refused items back in brackets, out of the mandate, and give at least a month."""
    s.reopened[f] += 1
    s.closing[f] = 0
    s.stage[f] = DONE
    until = s.month[0] + max(p.reopen_months, 1)
    s.deadline[f] = min(max(s.deadline[f], until), p.horizon)
    for i in range(p.n_items):
        level = s.text[f, i]
        for a in range(p.n_agencies):
            if s.contested[f, a, i] == 1 and level > 0:
                s.mandate[f, p.side[a], i] &= (1 << level) - 1
                s.refused[f, i, level] += 1.0
                s.misread[a, i] = 0.0
                s.text[f, i] = s.statement[f, i]
                s.clean[f, i] = 0


@rule
def adopt(p, s, f):
    """Adopt the joint statement: the clean text, with bills where a legislature must act."""
    s.in_force[f] = max(s.in_force[f], s.rung[f])
    end(s, f, s.rung[f])
    for i in range(p.n_items):
        if s.clean[f, i] == 1 and s.text[f, i] != s.statement[f, i]:
            enter_into_force(p, s, f, i)
    for side in range(p.n_sides):
        if takes_part(p, s, f, side) and s.party[f, side] == 0:
            accede(p, s, f, side)


@rule
def accede(p, s, f, side):
    """Make a side a party to the statement; what its legislature must pass is put to it."""
    s.party[f, side] = 1
    for i in range(p.n_items):
        if s.statement[f, i] > 0 and s.statement[f, i] >= p.legislature_from[side, i]:
            s.bill[f, side, i] = PENDING


@rule
def enter_into_force(p, s, f, i):
    """Let a new level of an item bind the sides, each once its legislature, if asked, agrees.

    What has been carried out of a lower level stays done.
    """
    old = s.statement[f, i]
    level = s.text[f, i]
    s.statement[f, i] = level
    for side in range(p.n_sides):
        if level > 0:
            s.delivered[f, side, i] = min(1.0, s.delivered[f, side, i] * old / level)
        s.bill[f, side, i] = NO_BILL
        needed = level > 0 and level >= p.legislature_from[side, i]
        if needed and takes_part(p, s, f, side):
            s.bill[f, side, i] = PENDING


@rule
def lapse(p, s, f):
    """End a forum whose ministers found no date for a last meeting: nothing can be adopted."""
    if s.outcome[f] == UNDER_WAY and last_meeting(s, f) and s.session[f] != MINISTERIAL:
        part(p, s, f)


@rule
def start(p, s, f):
    """Open the floor to everybody if the forum meets this month."""
    s.stage[f] = DONE
    s.round[f] = 0
    s.mover[f] = -1
    for a in range(p.n_agencies):
        s.spoke[f, a] = 0
    if s.outcome[f] == UNDER_WAY and s.session[f] > 0:
        s.stage[f] = ON_FLOOR


@rule
def adjourn(s, f):
    """Leave the floor for the conclusion of the meeting."""
    s.stage[f] = CONCLUDING
