"""Boulware: hardly concedes until the end (time-dependent, exponent 0.25, faratin1998)."""

from agents.strategies.strategy import Strategy
from agents.tactics.conduct import act
from sim.rules.codes import BOULWARE
from sim.rules.rule import rule


@rule
def boulware(k, move):
    """Answer as a seat whose aspiration falls as ``1 - clock ** (1 / 0.25)``."""
    t = k.clock[0]
    held = 1.0 - t * t * t * t
    act(k, k.walk_away[0] + (k.best[0] - k.walk_away[0]) * held, False, move)


STRATEGY = Strategy(
    name="boulware",
    code=BOULWARE,
    rule=boulware,
    title="Boulware",
    manner="Holds firm for long and comes down late.",
    strength=4,
    source="faratin1998",
)
