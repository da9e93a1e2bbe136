"""Linear: concedes in step with time (time-dependent tactic with exponent 1, faratin1998)."""

from agents.strategies.strategy import Strategy
from agents.tactics.conduct import act
from sim.rules.codes import LINEAR
from sim.rules.rule import rule


@rule
def linear(k, move):
    """Answer as a seat whose aspiration falls as ``1 - clock ** (1 / 1)``."""
    t = k.clock[0]
    held = 1.0 - t
    act(k, k.walk_away[0] + (k.best[0] - k.walk_away[0]) * held, False, move)


STRATEGY = Strategy(
    name="linear",
    code=LINEAR,
    rule=linear,
    title="Linear",
    manner="Comes down evenly as time passes.",
    strength=3,
    source="faratin1998",
)
