"""The exact Nash points of rows, for seats of the one strategy that may know them."""

import numpy as np
from numpy.typing import NDArray

from sim.rules.block import Block, Floats, Ints, empty_block, views
from sim.rules.codes import NASH
from sim.rules.month import begin
from sim.rules.nash import nash_text
from sim.rules.params import Params
from sim.rules.sizes import FORUMS, ITEMS
from sim.rules.state import State
from sim.sweep.patch import Patch, patched

Truths = NDArray[np.bool_]


def targets_of(patch: Patch, numbers: Floats) -> Ints:
    """Return the Nash points of the rows' worlds, shape (n, F, I).

    Worked out row by row, and only for rows with a seat that may know it; else all 0.
    """
    made = np.zeros((len(numbers), FORUMS, ITEMS), dtype=np.int64)
    for n in np.flatnonzero(may_know(patch, numbers)):
        block = patched(patch.world.block, patch.places, patch.whole, numbers[n])
        made[n] = target(views(Params, block))
    return made


def may_know(patch: Patch, numbers: Floats) -> Truths:
    """Say for each row whether a seat may know the Nash point, shape (n,)."""
    world = patch.world
    own = world.params.strategy[: len(world.agencies)] == NASH
    varied = {index[0]: c for c, (name, index) in enumerate(patch.cells) if name == "strategy"}
    fixed = np.delete(own, [a for a in varied if a < len(own)])
    return np.asarray((numbers[:, list(varied.values())] == NASH).any(axis=1) | fixed.any())


def target(params: Params) -> Ints:
    """Return the Nash point of every forum at the start of a run, shape (F, I)."""
    block: Block = empty_block(State)
    state = views(State, block)
    begin(params, state)
    made = np.zeros((FORUMS, ITEMS), dtype=np.int64)
    for f in range(params.n_forums):
        made[f] = nash_text(params, state, f)
    return made
