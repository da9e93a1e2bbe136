"""The order of a meeting: who is asked what next, and what an answer leads to.

``seek`` runs everything that needs nobody's decision and stops at the next question;
``enact`` takes the answer. The game, the Mesa model and the compiled runner all go
through these two, so the order of business is written once.
"""

from sim.rules.codes import (
    ANSWER,
    ANSWERING,
    CHANCE,
    CLEARANCE,
    CLEARING,
    CLOSING,
    CLOSING_UP,
    CONCLUDING,
    DONE,
    FLOOR,
    MINISTERIAL,
    ON_FLOOR,
)
from sim.rules.conclude import (
    adjourn,
    conclude,
    must_clear,
    settle_clearance,
    settle_motion_to_close,
    settle_text,
    take_clearance,
    take_closing_answer,
)
from sim.rules.floor import gavel, take_answer, take_floor
from sim.rules.rule import rule
from sim.rules.seats import seated
from sim.rules.value import text_value


@rule
def pose(s, question, f, a):
    """Put a question to an agency at a forum."""
    s.ask[0] = question
    s.ask_forum[0] = f
    s.ask_agency[0] = a
    s.turn[0] += 1


@rule
def next_speaker(p, s, f):
    """Return the principal that has the floor next in this round, or -1 when all have spoken.

    By rota, whose start moves on with each round and month, or the least satisfied first.
    """
    chosen = -1
    least = 0.0
    for n in range(p.n_agencies):
        a = (n + s.month[0] + s.round[f]) % p.n_agencies
        if seated(s, f, a) and s.spoke[f, a] == 0:
            if p.least_satisfied_first[f] == 0:
                return a
            gain = text_value(p, s, f, a, s.text[f]) - s.walk_away[f, a]
            if chosen < 0 or gain < least:
                chosen = a
                least = gain
    return chosen


@rule
def next_answer(p, s, f):
    """Return the next principal, other than the mover, still to answer, or -1."""
    for a in range(p.n_agencies):
        if a != s.mover[f] and seated(s, f, a) and s.answered[f, a] == 0:
            return a
    return -1


@rule
def next_clearance(p, s, f):
    """Return the next agency still to clear the text at home, or -1."""
    for a in range(p.n_agencies):
        if s.answered[f, a] == 0 and must_clear(p, s, f, a):
            return a
    return -1


@rule
def rounds(p, s, f):
    """Return how many rounds this month's meeting has."""
    if s.session[f] == MINISTERIAL:
        return p.ministerial_rounds[f]
    return p.session_rounds[f]


@rule
def seek_speaker(p, s, f):
    """Give the floor to the next principal, or end the round; say whether someone is asked."""
    a = next_speaker(p, s, f)
    if a >= 0:
        s.spoke[f, a] = 1
        pose(s, FLOOR, f, a)
        return True
    s.round[f] += 1
    for b in range(p.n_agencies):
        s.spoke[f, b] = 0
    if s.round[f] >= rounds(p, s, f):
        adjourn(s, f)
    return False


@rule
def seek_answer(p, s, f, stage):
    """Ask the next principal for its answer, or settle what was asked; say whether one is asked."""
    a = next_answer(p, s, f)
    if a >= 0:
        pose(s, ANSWER if stage == ANSWERING else CLOSING, f, a)
        return True
    if stage == ANSWERING:
        gavel(p, s, f)
    elif stage == CLOSING_UP:
        settle_motion_to_close(s, f)
    else:
        settle_text(p, s, f)
    return False


@rule
def seek_clearance(p, s, f):
    """Ask the next agency at home for clearance, or settle it; say whether one is asked."""
    a = next_clearance(p, s, f)
    if a >= 0:
        pose(s, CLEARANCE, f, a)
        return True
    settle_clearance(p, s, f)
    return False


@rule
def seek(p, s):
    """Run the forums' meetings on to the next question to an agency.

    Leaves ``CHANCE`` asked, and returns False, once no forum has anything left to ask.
    """
    for f in range(p.n_forums):
        while s.stage[f] != DONE:
            stage = s.stage[f]
            asked = False
            if stage == ON_FLOOR:
                asked = seek_speaker(p, s, f)
            elif stage == CONCLUDING:
                conclude(p, s, f)
            elif stage == CLEARING:
                asked = seek_clearance(p, s, f)
            else:
                asked = seek_answer(p, s, f, stage)
            if asked:
                return True
    s.ask[0] = CHANCE
    s.ask_forum[0] = -1
    s.ask_agency[0] = -1
    return False


@rule
def enact(p, s, move):
    """Take the answer of the agency that was asked.

    Parameters
    ----------
    move : array, shape (3 + I,), int
        Kind, item, reason, then a level per item; see ``sim.rules.codes``. It must be legal:
        ``sim.play`` checks moves that come from outside.
    """
    f = s.ask_forum[0]
    a = s.ask_agency[0]
    if s.ask[0] == FLOOR:
        take_floor(p, s, f, a, move)
    elif s.ask[0] == ANSWER:
        take_answer(p, s, f, a, move)
    elif s.ask[0] == CLOSING:
        take_closing_answer(s, f, a, move)
    else:
        take_clearance(s, f, a, move)
