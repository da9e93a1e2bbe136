"""Hardliner: holds out for its best text to the last (exponent 0 of faratin1998)."""

from agents.strategies.strategy import Strategy
from agents.tactics.conduct import act
from sim.rules.codes import HARDLINER
from sim.rules.rule import rule


@rule
def hardliner(k, move):
    """Answer as a seat whose aspiration never falls."""
    act(k, k.best[0], False, move)


STRATEGY = Strategy(
    name="hardliner",
    code=HARDLINER,
    rule=hardliner,
    title="Hardliner",
    manner="Asks for its best text and does not come down.",
    strength=4,
    source="faratin1998",
)
