"""Nice tit-for-tat: gives as it has been given, after a first step of its own (baarslag2013)."""

from agents.strategies.strategy import Strategy
from agents.tactics.conduct import act
from sim.rules.codes import TIT_FOR_TAT
from sim.rules.rule import rule
from sim.rules.value import clip

FIRST_STEP = 0.1
"""The concession it makes unasked, as a share of its room."""

ENDGAME = 0.9
"""Share of the time after which it comes down regardless, so that it can agree at all."""


@rule
def reciprocal_aspiration(k):
    """Return the aspiration that matches the share of its room others' amendments have brought."""
    room = k.best[0] - k.walk_away[0]
    if room <= 0.0:
        return k.walk_away[0]
    held = 1.0 - clip(FIRST_STEP + k.received[0] / room, 0.0, 1.0)
    if k.clock[0] > ENDGAME:
        held = min(held, (1.0 - k.clock[0]) / (1.0 - ENDGAME))
    return k.walk_away[0] + room * held


@rule
def tit_for_tat(k, move):
    """Answer as a seat that matches the others' concessions."""
    act(k, reciprocal_aspiration(k), False, move)


STRATEGY = Strategy(
    name="tit-for-tat",
    code=TIT_FOR_TAT,
    rule=tit_for_tat,
    title="Nice tit-for-tat",
    manner="Makes a first step, then gives as much as it gets.",
    strength=3,
    source="baarslag2013",
)
