"""Many runs of one world, as columns."""

from typing import NamedTuple

import numpy as np

from scenarios.world import World
from sim.play.game import new_game
from sim.rules.block import Block, Floats, Ints, block_type, empty_block
from sim.rules.measure import METRICS
from sim.rules.state import State
from sim.sweep.engine import Engine


class Batch(NamedTuple):
    """What came of the runs, one row each, in order of their numbers."""

    run: Ints
    """Numbers of the runs, shape (n,)."""
    metrics: Floats
    """By forum and in the order of ``sim.rules.measure.METRICS``, shape (n, F, M)."""
    outcome: Ints
    """Codes of ``sim.rules.codes.OUTCOMES``, shape (n, F)."""
    closed: Ints
    """Months in which the forums came to their outcomes, shape (n, F)."""
    statement: Ints
    """Levels of the joint statements, shape (n, F, I)."""
    memory: Ints
    """The states in which the runs ended, word by word, shape (n, W); (0, W) if not kept."""

    @property
    def states(self) -> Block:
        """The states in which the runs ended, shape (n,), if they were kept."""
        return self.memory.view(block_type(State))[:, 0]


def run_many(
    world: World,
    seed: int,
    runs: int,
    first: int = 0,
    *,
    keep: bool = False,
    plain: bool = False,
) -> Batch:
    """Play runs of a world with strategies in all seats, compiled where numba is at hand.

    Parameters
    ----------
    seed : int
        63 bits.
    runs : int
        How many; their numbers count up from ``first``, and any run is the same in any batch.
    keep : bool
        Whether to keep the states in which the runs end: 210 kB each.
    plain : bool
        Whether to use the plain rules even so.

    Raises
    ------
    ValueError
        If the seed or a run's number is out of range.
    """
    if not 0 <= runs <= 2**32 - first:
        raise ValueError(f"{runs} runs from {first} are not all within 0..{2**32 - 1}")
    target = new_game(world, seed, first).state.target
    made = empty_batch(world, first, runs, keep)
    none = np.zeros(0, dtype=np.int64)
    Engine(plain).play(
        world.block,
        none,
        none,
        seed,
        made.run,
        np.zeros((runs, 0)),
        np.repeat(target[np.newaxis], runs, axis=0),
        made[1:],
    )
    return made


def empty_batch(world: World, first: int, runs: int, keep: bool) -> Batch:
    """Return columns with room for some runs."""
    forums, items = len(world.forums), len(world.items)
    width = empty_block(State).view(np.int64).size
    return Batch(
        run=np.arange(first, first + runs, dtype=np.int64),
        metrics=np.zeros((runs, forums, len(METRICS))),
        outcome=np.zeros((runs, forums), dtype=np.int64),
        closed=np.zeros((runs, forums), dtype=np.int64),
        statement=np.zeros((runs, forums, items), dtype=np.int64),
        memory=np.zeros((runs if keep else 0, width), dtype=np.int64),
    )
