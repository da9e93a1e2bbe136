"""Phase 4, bargain: turns on the floor and the silence procedure on one negotiating text.

A seat that has the floor may amend the text on up to L items at once. An amendment enters the
text unless a principal objects, naming an item and a reason. Once, the chair of a side may table a
text of its own, which links as many items as it likes. Sources: fisher1981 and
raiffa1982 (one-text procedure), buzan1981 (consensus at UNCLOS III), mayer1992
(side payments at home).
"""

from sim.rules.codes import (
    AMEND,
    ANSWERING,
    APPEAL,
    CHAIR_TEXT,
    CLOSE,
    CLOSING_UP,
    CONCLUDING,
    DONE,
    HOME_MARGIN,
    ITEM,
    KIND,
    LEVELS_FROM,
    MINISTERIAL,
    OBJECT,
    ON_FLOOR,
    REASON,
    RECESS,
)
from sim.rules.knowledge import SLACK
from sim.rules.mandate import clear_item, feasible, next_level, review, settle, withholder
from sim.rules.rule import rule
from sim.rules.seats import seated
from sim.rules.value import text_value


@rule
def take_floor(p, s, f, a, move):
    """Enact what the seat that has the floor does: pass, amend, close, recess, appeal."""
    kind = move[KIND]
    side = p.side[a]
    if kind in (AMEND, CHAIR_TEXT):
        table(p, s, f, a, move)
        s.stage[f] = ANSWERING
        if kind == CHAIR_TEXT:
            s.chair_texts[f, side] = 1
    elif kind == CLOSE:
        s.mover[f] = a
        s.objections[f] = 0
        for b in range(p.n_agencies):
            s.answered[f, b] = 0
        s.stage[f] = CLOSING_UP
    elif kind == RECESS:
        s.recesses[f, side] += 1
        consult_home(p, s, f, side)
        s.stage[f] = CONCLUDING if s.session[f] == MINISTERIAL else DONE
    elif kind == APPEAL:
        i = move[ITEM]
        settle(p, s, f, side, i, next_level(p, s, f, side, i))


@rule
def consult_home(p, s, f, side):
    """Clear at once, in a recess, every paper of a side that all who must sign concur in.

    They are asked anew: what they last answered may have concerned a level cleared since.
    """
    for a in range(p.n_agencies):
        if p.side[a] == side:
            review(p, s, a)
    for i in range(p.n_items):
        level = next_level(p, s, f, side, i)
        able = level > 0 and s.admitted[f, i] == 1 and feasible(p, s, f, side, i, level)
        if able and withholder(p, s, f, side, i) < 0:
            clear_item(p, s, f, side, i, level, -1.0)


@rule
def table(p, s, f, a, move):
    """Put an amendment on the table and into the public record."""
    s.mover[f] = a
    s.objections[f] = 0
    s.amendments[f] += 1
    for b in range(p.n_agencies):
        s.answered[f, b] = 0
    after = text_value(p, s, f, a, s.text[f])
    distinct = 0
    for i in range(p.n_items):
        level = move[LEVELS_FROM + i]
        s.motion[f, i] = level
        if level >= 0:
            after += s.weight[f, a, i] * (s.worth[a, i, level] - s.worth[a, i, s.text[f, i]])
            s.tabled[f, i] = level
            if s.proposed[f, a, i, level] == 0.0:
                distinct = 1
            s.proposed[f, a, i, level] += 1.0
            if s.first_tabled[f, i] < 0:
                s.first_tabled[f, i] = level
    if s.steps_down[f, a] == 0 or after < s.lowest_offer[f, a] - SLACK:
        s.lowest_offer[f, a] = after
        s.steps_down[f, a] += 1
    s.offers[f, a] += distinct


@rule
def take_answer(p, s, f, a, move):
    """Enact a principal's answer to an amendment: silence, or an objection with its reason."""
    s.answered[f, a] = 1
    if move[KIND] == OBJECT:
        i = move[ITEM]
        s.objections[f] += 1
        s.vetoes[f, a] += 1
        s.objector[f, i] = a
        s.reason[f, i] = move[REASON]
        if s.motion[f, i] >= 0:
            s.refused[f, i, s.motion[f, i]] += 1.0


@rule
def margin(p, s, f):
    """Return the home agency whose lost ground a linkage cannot make good, or -1; pay otherwise.

    A linkage that lowers another home agency's worth on an item it leads needs that agency's
    concurrence, bought from the mover's bounded budget of side payments (mayer1992). Agencies
    with a seat speak for themselves.
    """
    a = s.mover[f]
    side = p.side[a]
    due = 0.0
    claimant = -1
    for b in range(p.n_agencies):
        if b != a and p.side[b] == side and not seated(s, f, b):
            for i in range(p.n_items):
                level = s.motion[f, i]
                if level >= 0 and p.authority[b, i] == 1.0:
                    change = s.worth[b, i, level] - s.worth[b, i, s.text[f, i]]
                    if change < 0.0:
                        due -= s.weight[f, b, i] * change
                        claimant = b
    if due > s.payments[side]:
        return claimant
    s.payments[side] -= due
    return -1


@rule
def gavel(p, s, f):
    """Settle the amendment on the table: into the text, or the named items stay in brackets."""
    linked = 0
    for i in range(p.n_items):
        if s.motion[f, i] >= 0:
            linked += 1
    if s.objections[f] == 0 and linked > 1:
        blocker = margin(p, s, f)
        if blocker >= 0:
            s.objections[f] = 1
            for i in range(p.n_items):
                if s.motion[f, i] >= 0 and p.authority[blocker, i] == 1.0:
                    s.objector[f, i] = blocker
                    s.reason[f, i] = HOME_MARGIN
    if s.objections[f] == 0:
        amend(p, s, f, linked)
    for i in range(p.n_items):
        s.motion[f, i] = -1
    s.mover[f] = -1
    s.stage[f] = ON_FLOOR


@rule
def amend(p, s, f, linked):
    """Enter the amendment into the text; its items are out of brackets.

    A level that was agreed and is given up is remembered like a refusal, so that seats do
    not go back and forth for long.
    """
    a = s.mover[f]
    s.adopted[f, a] += 1
    s.closing[f] = 0
    s.moved[f] = s.month[0]
    if linked > 1:
        s.linkages[f] += 1
    for i in range(p.n_items):
        level = s.motion[f, i]
        if level >= 0:
            for b in range(p.n_agencies):
                if b != a and seated(s, f, b):
                    change = s.worth[b, i, level] - s.worth[b, i, s.text[f, i]]
                    s.received[f, b] += s.weight[f, b, i] * change
            if s.clean[f, i] == 1:
                s.refused[f, i, s.text[f, i]] += 1.0
            s.text[f, i] = level
            s.clean[f, i] = 1
            s.objector[f, i] = -1
            s.reason[f, i] = 0
