"""What is compared between tables, forums and runs: a few numbers, the same for people and AI.

A table may have negotiated at several forums at once, and another forum may leave items out. The
depth of the texts and the number of items therefore count every item of the scenario's agenda
once, at the highest level that any forum has adopted, and 0 where none takes it; the other
measures are means over the forums.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from scenarios.world import World
from sim.play.game import Game
from sim.rules.block import Floats, Ints
from sim.rules.codes import CLEAN
from sim.rules.measure import METRICS, measure


@dataclass(frozen=True, eq=False)
class Rows:
    """What came of some runs of one world, a row each.

    Parameters
    ----------
    metrics : array, shape (n, F, M)
        As ``sim.sweep.batch.Batch`` has them.
    outcome : array, shape (n, F)
    statement : array, shape (n, F, I)
    """

    metrics: Floats
    outcome: Ints
    statement: Ints

    def __len__(self) -> int:
        """Return the number of runs."""
        return len(self.outcome)


def row_of(game: Game) -> Rows:
    """Return what came of one run, from its end."""
    params, state = game.world.params, game.state
    forums, items = len(game.world.forums), len(game.world.items)
    metrics = np.zeros((1, forums, len(METRICS)))
    for f in range(forums):
        measure(params, state, f, metrics[0, f])
    return Rows(
        metrics,
        state.outcome[np.newaxis, :forums].astype(np.int64),
        state.statement[np.newaxis, :forums, :items].astype(np.int64),
    )


def together(rows: Iterable[Rows]) -> Rows:
    """Return rows of several runs as one; at least one must be given."""
    listed = list(rows)
    return Rows(
        np.concatenate([each.metrics for each in listed]),
        np.concatenate([each.outcome for each in listed]),
        np.concatenate([each.statement for each in listed]),
    )


def levels(rows: Rows) -> Floats:
    """Return the highest level of each item of the agenda: shape (n, I)."""
    return np.asarray(rows.statement.max(axis=1), dtype=np.float64)


def depth(rows: Rows, world: World) -> Floats:
    """Return the mean level of the items, 0..4; an item without commitment counts 0."""
    return np.asarray(levels(rows).mean(axis=1))


def items(rows: Rows, world: World) -> Floats:
    """Return how many items are committed to."""
    return np.asarray((levels(rows) > 0).sum(axis=1), dtype=np.float64)


def mean_of(name: str) -> Callable[[Rows, World], Floats]:
    """Return a measure that is a metric's mean over the forums."""
    place = METRICS.index(name)

    def found(rows: Rows, world: World) -> Floats:
        return np.asarray(rows.metrics[:, :, place].mean(axis=1))

    return found


def agreed(rows: Rows, world: World) -> Floats:
    """Return 1 where every forum came to a text with commitments, else 0."""
    return np.asarray((rows.outcome >= CLEAN).all(axis=1), dtype=np.float64)


AGREED = "agreed"
"""The measure that is a share of tables."""
FIRST = "depth"
"""The measure to look at first: with several, one in twenty intervals misses by chance alone."""
MEASURES: Mapping[str, Callable[[Rows, World], Floats]] = {
    FIRST: depth,
    "items": items,
    "carried_out": mean_of("implementation_rate"),
    "joint_value": mean_of("joint_value"),
    AGREED: agreed,
}
"""By name, the one to look at first in front."""


def measured(rows: Rows, world: World) -> dict[str, Floats]:
    """Return every measure, a value for each run."""
    return {name: of(rows, world) for name, of in MEASURES.items()}
