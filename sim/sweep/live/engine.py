"""Runs of one world, looked at month by month: compiled or plain."""

import threading
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from sim.play.moves import empty_move
from sim.rules.block import Block, Floats, Ints, empty_block, views
from sim.rules.chance import PHASES, SLOTS
from sim.rules.knowledge import Knowledge
from sim.rules.measure import METRICS
from sim.rules.params import Params
from sim.rules.quick import quick_views
from sim.rules.state import State
from sim.sweep.live.monthly import compiled_monthly, play_monthly

ROOM = threading.local()
"""Each thread's own room to work in."""


class Runs(NamedTuple):
    """What came of some runs of one world."""

    run: Ints
    """Their numbers, shape (n,)."""
    series: Floats
    """A metric at the end of each month, shape (n, horizon, F)."""
    metrics: Floats
    """What they came to, shape (n, F, len(METRICS))."""
    outcome: Ints
    """Codes of ``sim.rules.codes.OUTCOMES``, shape (n, F)."""

    def part(self, span: slice) -> "Runs":
        """Return some of them."""
        return Runs(self.run[span], self.series[span], self.metrics[span], self.outcome[span])


class Room:
    """Memory for one run at a time."""

    def __init__(self) -> None:
        self.state, self.known = empty_block(State), empty_block(Knowledge)
        self.rest = (
            empty_move(),
            np.zeros((PHASES, SLOTS), dtype=np.int64),
            np.zeros(4, dtype=np.int64),
            self.state.view(np.int64).ravel(),
        )


def play(block: Block, target: Ints, seed: int, runs: Ints, metric: int, plain: bool) -> Runs:
    """Play runs of the world behind a block of parameters.

    Parameters
    ----------
    target : array, shape (F, I), level
        The Nash points, for seats that may know them.
    metric : int
        Which of ``METRICS`` is kept month by month.
    plain : bool
        Whether to use the plain rules; the results are the same.
    """
    if not hasattr(ROOM, "room"):
        ROOM.room = Room()
    room: Room = ROOM.room
    params = views(Params, block)
    forums = params.n_forums
    made = Runs(
        runs,
        np.zeros((len(runs), params.horizon, forums)),
        np.zeros((len(runs), forums, len(METRICS))),
        np.zeros((len(runs), forums), dtype=np.int64),
    )
    if plain:
        seen = (
            quick_views(Params, block),
            quick_views(State, room.state),
            quick_views(Knowledge, room.known),
        )
        rule: Callable[..., Any] = play_monthly
    else:
        seen, rule = (block[0], room.state[0], room.known[0]), compiled_monthly()
    rule(*seen, *room.rest, seed, runs, target, metric, *made[1:])
    return made


def joined(parts: list[Runs]) -> Runs:
    """Return runs one after the other."""
    return Runs(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
