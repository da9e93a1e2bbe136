"""The exact Nash points of rows, for seats of the one strategy that may know them."""

import numpy as np

from sim.rules.block import Block, Floats, Ints, empty_block, views
from sim.rules.codes import NASH
from sim.rules.month import begin
from sim.rules.nash import nash_text
from sim.rules.params import Params
from sim.rules.sizes import FORUMS, ITEMS
from sim.rules.state import State
from sim.sweep.patch import Patch, patched


def targets_of(patch: Patch, numbers: Floats) -> Ints:
    """Return the Nash points of the rows' worlds, shape (n, F, I).

    Worked out row by row, and only for rows with a seat that may know it; else all 0.
    """
    made = np.zeros((len(numbers), FORUMS, ITEMS), dtype=np.int64)
    agencies = len(patch.world.agencies)
    if not any_may_know(patch):
        return made
    for n, row in enumerate(numbers):
        params = views(Params, patched(patch.world.block, patch.places, patch.whole, row))
        if (params.strategy[:agencies] == NASH).any():
            made[n] = target(params)
    return made


def any_may_know(patch: Patch) -> bool:
    """Say whether any row may have a seat that knows the Nash point."""
    world = patch.world
    if (world.params.strategy[: len(world.agencies)] == NASH).any():
        return True
    return any(path.startswith("strategy") for path in patch.setters)


def target(params: Params) -> Ints:
    """Return the Nash point of every forum at the start of a run, shape (F, I)."""
    block: Block = empty_block(State)
    state = views(State, block)
    begin(params, state)
    made = np.zeros((FORUMS, ITEMS), dtype=np.int64)
    for f in range(params.n_forums):
        made[f] = nash_text(params, state, f)
    return made
