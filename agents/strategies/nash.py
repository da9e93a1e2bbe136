"""Exact Nash: steers to the Nash point, which it is told; a baseline, not a negotiator."""

from agents.strategies.strategy import Strategy
from agents.tactics.moves import consent, protest, say
from sim.rules.codes import (
    AMEND,
    ANSWER,
    FLOOR,
    LEVELS_FROM,
    NASH,
    NO_REASON,
    PASS,
    WORSE_THAN_TEXT,
)
from sim.rules.knowledge import affordable, bound, dearest_item
from sim.rules.rule import rule


@rule
def steer(k, move):
    """Amend up to L items to, or as far as the mandate goes towards, their level at the target."""
    say(move, PASS)
    named = 0
    change = 0.0
    for i in range(k.n_items[0]):
        goal = k.target[i]
        while goal > 0 and (not (k.mandate[i] >> goal) & 1 or (k.red_line[i] >> goal) & 1):
            goal -= 1
        if k.treated[i] == 1 and goal > 0 and goal != k.text[i] and named < k.link_limit[0]:
            if named == 0:
                say(move, AMEND)
            move[LEVELS_FROM + i] = goal
            change += k.value[i, goal] - k.value[i, k.text[i]]
            named += 1
    if named > 0 and not affordable(k, change):
        say(move, PASS)


@rule
def strays(k):
    """Say whether the amendment on the table leads further from the target."""
    change = 0
    for i in range(k.n_items[0]):
        if k.motion[i] >= 0:
            change += abs(k.motion[i] - k.target[i]) - abs(k.text[i] - k.target[i])
    return change > 0


@rule
def nash(k, move):
    """Move towards the target, let pass what does not lead away from it, close when free to."""
    if k.ask[0] == FLOOR:
        steer(k, move)
        return
    reason, item = bound(k)
    if reason != NO_REASON:
        protest(move, item, reason)
    elif k.ask[0] == ANSWER and strays(k):
        protest(move, dearest_item(k), WORSE_THAN_TEXT)
    else:
        consent(move)


STRATEGY = Strategy(
    name="nash",
    code=NASH,
    rule=nash,
    title="Exact Nash",
    manner="Steers straight to the Nash point, which only a baseline may know.",
    strength=3,
    source="nash1950",
)
