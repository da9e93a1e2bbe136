"""The strategies there are, by name."""

from agents.strategies import (
    boulware,
    conceder,
    hardliner,
    hybrid,
    linear,
    micro,
    nash,
    random_moves,
    tit_for_tat,
)
from agents.strategies.strategy import Strategy

MODULES = (
    hardliner,
    boulware,
    linear,
    conceder,
    tit_for_tat,
    micro,
    hybrid,
    random_moves,
    nash,
)

STRATEGIES: dict[str, Strategy] = {module.STRATEGY.name: module.STRATEGY for module in MODULES}
"""Name to strategy, in order of their codes."""
