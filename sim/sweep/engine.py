"""The rules at work on rows of runs: compiled where numba is at hand, else plain."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import numpy as np

from sim.play.moves import empty_move
from sim.rules.block import Block, Floats, Ints, empty_block
from sim.rules.chance import PHASES, SLOTS
from sim.rules.compiled import can_compile, compiled_rules
from sim.rules.knowledge import Knowledge
from sim.rules.params import Params
from sim.rules.quick import quick_views
from sim.rules.state import State
from sim.sweep.run import play_many, set_parameters

AT_ONCE = 256
"""Runs in one call of the compiled rules, which nothing can interrupt: about half a second."""

Columns = tuple[Floats, Ints, Ints, Ints, Ints]
"""Metrics, outcomes, months of the outcomes, statements and final states, a row for each run."""


class Engine:
    """Room to work in, and the rules; one for each thread.

    Parameters
    ----------
    plain : bool
        Whether to use the plain rules even where numba is at hand.
    """

    def __init__(self, plain: bool = False) -> None:
        self.compiled = can_compile() and not plain
        self.params, self.state, self.known = (
            empty_block(kind) for kind in (Params, State, Knowledge)
        )
        self.room = (
            empty_move(),
            np.zeros((PHASES, SLOTS), dtype=np.int64),
            np.zeros(4, dtype=np.int64),
        )
        self.rule: Any = compiled_rules()[play_many] if self.compiled else play_many

    def play(
        self,
        base: Block,
        places: Ints,
        whole: Ints,
        seed: int,
        runs: Ints,
        numbers: Floats,
        targets: Ints,
        columns: Columns,
    ) -> None:
        """Play runs and fill their rows of the columns; the arrays are as ``play_many`` has them.

        Raises
        ------
        ArithmeticError
            Where a rule fails; the compiled rules give numbers that are not finite instead.
        """
        for start in range(0, len(runs), AT_ONCE if self.compiled else 1):
            part = slice(start, start + (AT_ONCE if self.compiled else 1))
            self.call(
                *self.views(base, places, whole, numbers[part]),
                *self.room,
                self.params.view(np.int64),
                self.params.view(np.float64),
                base.view(np.int64),
                places,
                whole,
                self.state.view(np.int64),
                seed,
                runs[part],
                numbers[part],
                targets[part],
                *(column[part] for column in columns),
            )

    def call(self, *arguments: Any) -> None:
        """Call the rule; the first time numba compiles it, or reads it from its cache."""
        with nullcontext() if not self.compiled or self.rule.signatures else garbage_kept():
            self.rule(*arguments)

    def views(self, base: Block, places: Ints, whole: Ints, numbers: Floats) -> tuple[Any, ...]:
        """Return the parameters, state and knowledge as the rules at hand read them.

        Plain rules read single numbers from a copy, so their parameters are written first.
        """
        if self.compiled:
            return self.params[0], self.state[0], self.known[0]
        ints, floats = self.params.view(np.int64), self.params.view(np.float64)
        ints[:] = base.view(np.int64)
        set_parameters(ints, floats, places, whole, numbers, 0)
        return (
            quick_views(Params, self.params),
            quick_views(State, self.state),
            quick_views(Knowledge, self.known),
        )


@contextmanager
def garbage_kept() -> Iterator[None]:
    """Put off collecting garbage, for which a compiler that keeps what it makes waits in vain."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
