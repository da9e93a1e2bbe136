"""What came of a study, measure by measure and case by case."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sim.claims.expression import value_of
from sim.claims.records import BEST, FIRST, LAST, SUM
from sim.rules.block import Floats, Ints
from sim.rules.measure import METRICS
from sim.sweep.chunk import OK
from sim.sweep.frame import table_of
from sim.sweep.store import Store
from sim.sweep.study import Study

LEVEL = "level."


@dataclass(frozen=True, eq=False)
class Played:
    """The results of a study that is whole."""

    store: Store
    study: Study

    @cached_property
    def cases(self) -> tuple[dict[str, Floats], ...]:
        """Return the results of each case: for each column an array of shape (worlds, forums)."""
        items = [LEVEL + item for item in self.study.scenario.sheet.agenda]
        names = [*METRICS, *items]
        table = table_of(self.store, ["row", "point", "case", "status", *names])
        case = np.asarray(table["row"].to_numpy()) % len(self.study.cases)
        columns = {name: table[name].to_numpy().astype(np.float64) for name in names}
        failed = table["status"].to_numpy() != OK
        worlds = self.study.design.points
        made = []
        for c in range(len(self.study.cases)):
            here = case == c
            shape = (worlds, int(here.sum()) // worlds)
            each = {name: column[here].reshape(shape) for name, column in columns.items()}
            each["failed"] = failed[here].reshape(shape).astype(np.float64)
            made.append(each)
        return tuple(made)

    def sound(self, cases: list[int]) -> Ints:
        """Return the worlds in which no run of these cases failed."""
        bad = np.stack([self.cases[c]["failed"].any(axis=1) for c in cases])
        return np.flatnonzero(~bad.any(axis=0))

    def value(self, case: int, metric: str, over: str) -> Floats:
        """Return a measure in one case, world by world.

        Several forums count by their mean, their sum, the best, the first or the last of them.
        The level of an item is the highest that any of them has adopted, but for one forum its own.
        """

        def column(name: str) -> Floats:
            table = self.cases[case][name]
            if over in (FIRST, LAST):
                return np.asarray(table[:, 0 if over == FIRST else -1])
            if over == BEST or name.startswith(LEVEL):
                return np.asarray(table.max(axis=1))
            return np.asarray(table.sum(axis=1) if over == SUM else table.mean(axis=1))

        found = value_of(metric, column)
        return np.broadcast_to(found, (self.study.design.points,))

    def alike(self, cases: list[int]) -> bool:
        """Say whether cases are equal in every result of every world."""
        first = self.cases[cases[0]]
        return all(
            first[name].shape == self.cases[c][name].shape
            and np.array_equal(first[name], self.cases[c][name], equal_nan=True)
            for c in cases[1:]
            for name in first
        )
