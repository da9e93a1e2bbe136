"""Random: legal moves by the throw of a die; a baseline, not a negotiator."""

import numpy as np

from agents.strategies.strategy import Strategy
from agents.tactics.moves import consent, protest, say
from agents.tactics.offers import OPTIONS, options
from sim.rules.codes import AMEND, FLOOR, LEVELS_FROM, NO_REASON, OWN_REASON, PASS, RANDOM
from sim.rules.knowledge import affordable, bound, dearest_item
from sim.rules.rule import rule


@rule
def random_moves(k, move):
    """Amend one item at random; agree or not by the toss of a coin where it is free to."""
    if k.ask[0] == FLOOR:
        item = np.zeros(OPTIONS, dtype=np.int64)
        level = np.zeros(OPTIONS, dtype=np.int64)
        gain = np.zeros(OPTIONS)
        score = np.zeros(OPTIONS)
        count = options(k, 0.0, False, item, level, gain, score)
        say(move, PASS)
        if count > 0:
            pick = int(k.first_die[0] * count)
            if affordable(k, gain[pick]):
                say(move, AMEND)
                move[LEVELS_FROM + item[pick]] = level[pick]
        return
    reason, item_refused = bound(k)
    concerned = dearest_item(k)
    if reason != NO_REASON:
        protest(move, item_refused, reason)
    elif k.first_die[0] < 0.5 or concerned < 0:
        consent(move)
    else:
        protest(move, concerned, OWN_REASON)


STRATEGY = Strategy(
    name="random",
    code=RANDOM,
    rule=random_moves,
    title="Random",
    manner="Rolls dice among the legal moves. A baseline.",
    strength=1,
    source="gode1993",
)
