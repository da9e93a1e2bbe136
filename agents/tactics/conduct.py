"""Conduct at the table, given an aspiration: what every strategy does with its own level of it.

An aspiration is the value a seat holds out for at present. Sources: faratin1998 (aspirations
that fall with time), baarslag2011 (when to accept).
"""

from agents.tactics.moves import consent, protest, say
from agents.tactics.offers import EVERYTHING, best_amendment
from sim.rules.codes import (
    ANSWER,
    BELOW_ASPIRATION,
    BELOW_WALK_AWAY,
    CHAIR_TEXT,
    CLEARANCE,
    CLOSE,
    CLOSING,
    FLOOR,
    KIND,
    NO_REASON,
    PASS,
    WORSE_THAN_TEXT,
)
from sim.rules.knowledge import SLACK, bound, dearest_item, motion_gain, text_worth
from sim.rules.rule import rule
from sim.rules.value import clip

CHAIR_TEXT_FROM = 0.5
"""Share of the time after which a chair tables a text of its own."""


@rule
def concession(k, aspiration):
    """Return how far an aspiration has come down from the best text to the walk-away, 0..1."""
    room = k.best[0] - k.walk_away[0]
    if room <= 0.0:
        return 1.0
    return clip((k.best[0] - aspiration) / room, 0.0, 1.0)


@rule
def act(k, aspiration, modelled, move):
    """Write what a seat with this aspiration does about whatever it is asked."""
    if k.ask[0] == FLOOR:
        speak(k, aspiration, modelled, move)
    elif k.ask[0] == ANSWER:
        answer(k, aspiration, move)
    elif k.ask[0] == CLOSING:
        answer_closing(k, aspiration, move)
    elif k.ask[0] == CLEARANCE:
        clear_at_home(k, move)


@rule
def speak(k, aspiration, modelled, move):
    """Move the best amendment that keeps what the seat holds out for, else close, else pass.

    The further a seat has come down, the more it heeds what the others have asked for. A chair
    tables its one text of its own when half the time has gone.
    """
    now = text_worth(k)
    least = min(aspiration, now) - now
    care = concession(k, aspiration)
    own_text = k.chair_text[0] == 1 and k.clock[0] >= CHAIR_TEXT_FROM
    limit = k.n_items[0] if own_text else k.link_limit[0]
    if best_amendment(k, limit, least, EVERYTHING, care, modelled, move) <= SLACK:
        close_or_pass(k, aspiration, move)
    elif own_text:
        move[KIND] = CHAIR_TEXT


@rule
def close_or_pass(k, aspiration, move):
    """Propose closing on the clean text where the seat is content with it, else pass."""
    commitments = 0
    for i in range(k.n_items[0]):
        if k.clean[i] == 1 and k.text[i] > 0:
            commitments += 1
    if commitments > 0 and k.closing[0] == 0 and content(k, aspiration):
        say(move, CLOSE)
    else:
        say(move, PASS)


@rule
def content(k, aspiration):
    """Say whether the text as it stands meets both the aspiration and the walk-away.

    Where it has not changed for long, what is clean is worth saving: the walk-away is enough.
    """
    hope = k.walk_away[0] if k.idle[0] == 1 else max(aspiration, k.walk_away[0])
    return text_worth(k) >= hope - SLACK


@rule
def answer(k, aspiration, move):
    """Object where bound to, or where the amendment costs the seat more than it can spare."""
    reason, item = bound(k)
    if reason != NO_REASON:
        protest(move, item, reason)
        return
    now = text_worth(k)
    if now + motion_gain(k) < min(aspiration, now) - SLACK:
        protest(move, dearest_item(k), WORSE_THAN_TEXT)
    else:
        consent(move)


@rule
def answer_closing(k, aspiration, move):
    """Close if the text is good enough, or if it is the last chance and beats no deal."""
    reason, item = bound(k)
    if reason != NO_REASON:
        protest(move, item, reason)
    elif k.last[0] == 1 or content(k, aspiration):
        consent(move)
    else:
        protest(move, dearest_item(k), BELOW_ASPIRATION)


@rule
def clear_at_home(k, move):
    """Let the text pass at home, unless bound to refuse it or ignored to one's loss.

    An agency whose authority a commitment needs, and that nobody asked, refuses an item that costs
    it more than its tolerance: what it would have refused in the mandate (iida1996).
    """
    reason, item = bound(k)
    if reason == NO_REASON:
        item = worst_unheard(k)
        if item >= 0:
            reason = BELOW_WALK_AWAY
    if reason != NO_REASON:
        protest(move, item, reason)
    else:
        consent(move)


@rule
def worst_unheard(k):
    """Return the item on which the agency, not having been heard, loses most; -1 if none."""
    worst = -1
    most = k.tolerance[0]
    for i in range(k.n_items[0]):
        if k.unheard[i] == 1 and k.clean[i] == 1 and k.text[i] > 0:
            weight = k.weight[i]
            loss = k.value[i, 0] - k.value[i, k.text[i]]
            if loss > most * weight + SLACK:
                worst = i
                most = loss / weight
    return worst
