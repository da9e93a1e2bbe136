"""The one place that turns a strategy's number into its rule, for compiled runs."""

from agents.strategies.boulware import boulware
from agents.strategies.conceder import conceder
from agents.strategies.hardliner import hardliner
from agents.strategies.hybrid import hybrid
from agents.strategies.linear import linear
from agents.strategies.micro import micro
from agents.strategies.nash import nash
from agents.strategies.random_moves import random_moves
from agents.strategies.tit_for_tat import tit_for_tat
from sim.rules.codes import (
    BOULWARE,
    CONCEDER,
    HARDLINER,
    HYBRID,
    LINEAR,
    MICRO,
    NASH,
    RANDOM,
    TIT_FOR_TAT,
)
from sim.rules.rule import rule


@rule
def decide(k, move):
    """Write the move of the strategy that holds the seat."""
    code = k.strategy[0]
    if code == HARDLINER:
        hardliner(k, move)
    elif code == BOULWARE:
        boulware(k, move)
    elif code == LINEAR:
        linear(k, move)
    elif code == CONCEDER:
        conceder(k, move)
    elif code == TIT_FOR_TAT:
        tit_for_tat(k, move)
    elif code == MICRO:
        micro(k, move)
    elif code == HYBRID:
        hybrid(k, move)
    elif code == RANDOM:
        random_moves(k, move)
    elif code == NASH:
        nash(k, move)
