"""Hybrid: a Boulware clock, softened by what it gets, with a frequency model of the others."""

from agents.strategies.strategy import Strategy
from agents.strategies.tit_for_tat import reciprocal_aspiration
from agents.tactics.conduct import act
from sim.rules.codes import HYBRID
from sim.rules.rule import rule

CLOCK_WEIGHT = 0.6
"""Weight of the clock in its aspiration; the rest follows the others' conduct."""


@rule
def hybrid(k, move):
    """Answer by clock and reciprocity, weighing amendments by what others are seen to want."""
    t = k.clock[0]
    timed = k.walk_away[0] + (k.best[0] - k.walk_away[0]) * (1.0 - t * t * t * t)
    held = CLOCK_WEIGHT * timed + (1.0 - CLOCK_WEIGHT) * reciprocal_aspiration(k)
    act(k, held, True, move)


STRATEGY = Strategy(
    name="hybrid",
    code=HYBRID,
    rule=hybrid,
    title="Hybrid",
    manner="Watches what each seat asks for and links it with what it wants itself.",
    strength=5,
    source="baarslag2016",
)
