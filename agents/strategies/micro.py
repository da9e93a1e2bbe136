"""Multilateral MiCRO: one new, slightly lower offer for each that all the others have made."""

from agents.strategies.strategy import Strategy
from agents.tactics.conduct import act, close_or_pass
from agents.tactics.offers import EVERYTHING, best_amendment
from sim.rules.codes import FLOOR, MICRO
from sim.rules.knowledge import SLACK, text_worth
from sim.rules.rule import rule


@rule
def fewest_offers(k):
    """Return the smallest number of distinct amendments any other principal has moved."""
    fewest = -1
    for b in range(k.n_agencies[0]):
        if k.others[b] == 1 and (fewest < 0 or k.offers[b] < fewest):
            fewest = k.offers[b]
    return max(fewest, 0)


@rule
def micro(k, move):
    """Concede by one offer if no other principal has made fewer offers; else repeat itself.

    An offer is an amendment, ordered by the value to the seat of the text it would lead to.
    It accepts what is worth as much to it as its lowest offer (dejonge2022, aguilera2025).
    """
    made = k.steps_down[0]
    held = k.best[0] if made == 0 else max(k.lowest_offer[0], k.walk_away[0])
    if k.ask[0] != FLOOR:
        act(k, held, False, move)
        return
    now = text_worth(k)
    limit = k.link_limit[0]
    lowest = k.walk_away[0] - now
    best = 0.0
    if made > 0 and made <= fewest_offers(k):
        best = best_amendment(k, limit, lowest, k.lowest_offer[0] - now - SLACK, 0.0, False, move)
    if best <= SLACK:
        if made > 0:
            lowest = max(lowest, k.lowest_offer[0] - now)
        best = best_amendment(k, limit, lowest, EVERYTHING, 0.0, False, move)
    if best <= SLACK:
        close_or_pass(k, held, move)


STRATEGY = Strategy(
    name="micro",
    code=MICRO,
    rule=micro,
    title="MiCRO",
    manner="Makes one small concession for each one that everybody else has made.",
    strength=4,
    source="aguilera2025",
)
