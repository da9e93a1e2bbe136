"""Conceder: concedes early (time-dependent tactic with exponent 4, faratin1998)."""

from math import sqrt

from agents.strategies.strategy import Strategy
from agents.tactics.conduct import act
from sim.rules.codes import CONCEDER
from sim.rules.rule import rule


@rule
def conceder(k, move):
    """Answer as a seat whose aspiration falls as ``1 - clock ** (1 / 4)``."""
    t = k.clock[0]
    held = 1.0 - sqrt(sqrt(t))
    act(k, k.walk_away[0] + (k.best[0] - k.walk_away[0]) * held, False, move)


STRATEGY = Strategy(
    name="conceder",
    code=CONCEDER,
    rule=conceder,
    title="Conceder",
    manner="Comes down early and listens most.",
    strength=1,
    source="faratin1998",
)
