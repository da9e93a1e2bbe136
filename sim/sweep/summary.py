"""A sweep in a few numbers: what came of each case at each forum, part by part of the folder."""

from dataclasses import dataclass, field
from math import sqrt
from typing import Any

import numpy as np
import pyarrow as pa

from sim.rules.block import Floats
from sim.rules.codes import OUTCOMES
from sim.sweep.chunk import OK
from sim.sweep.store import Store

MEANS = ("mean_level", "implementation_rate", "alignment", "trust", "net_value")
"""The metrics of which the mean is told."""
DRAWN = ("sobol", "lhs")
"""Designs whose points are a sample of all worlds, so that a mean has an interval."""
WIDTH = 1.96
"""Standard errors either way, for 95 in 100."""


@dataclass
class Tally:
    """What is counted of one case at one forum."""

    runs: int = 0
    failed: int = 0
    outcomes: dict[int, int] = field(default_factory=dict)
    months: dict[float, int] = field(default_factory=dict)
    points: int = 0
    sums: Floats = field(default_factory=lambda: np.zeros(len(MEANS)))
    squares: Floats = field(default_factory=lambda: np.zeros(len(MEANS)))

    def add(self, columns: dict[str, Floats]) -> None:
        """Count some rows."""
        sound = columns["status"] == OK
        self.runs += len(sound)
        self.failed += int((~sound).sum())
        for name, counts in (("outcome", self.outcomes), ("time_to_agreement", self.months)):
            values, times = np.unique(columns[name][sound], return_counts=True)
            for value, count in zip(values.tolist(), times.tolist(), strict=True):
                counts[value] = counts.get(value, 0) + count
        # Runs of one point are alike, so an interval counts points.
        _, place, times = np.unique(
            columns["point"][sound], return_inverse=True, return_counts=True
        )
        self.points += len(times)
        for m, name in enumerate(MEANS):
            means = np.bincount(place, columns[name][sound], len(times)) / np.maximum(times, 1)
            self.sums[m] += means.sum()
            self.squares[m] += (means**2).sum()

    def median_months(self) -> float | None:
        """Return the median month of the outcome; None where every run has failed."""
        left = (self.runs - self.failed) / 2
        for month in sorted(self.months):
            left -= self.months[month]
            if left <= 0:
                return month
        return None

    def mean(self, m: int, drawn: bool) -> dict[str, float | None]:
        """Return the mean of a metric over points, and half the width of its interval."""
        if not self.points:
            return {"mean": None, "half": None}
        mean = self.sums[m] / self.points
        if not drawn or self.points < 2:
            return {"mean": float(mean), "half": None}
        spread = max(0.0, self.squares[m] / self.points - mean**2)
        return {"mean": float(mean), "half": WIDTH * sqrt(spread / (self.points - 1))}


def summary_of(store: Store) -> list[dict[str, Any]]:
    """Return what came of each case at each forum, in the order of the cases, as plain data.

    Raises
    ------
    ScenarioError
        Where the sweep is not whole.
    """
    study = store.study()
    tallies: dict[tuple[str, str], Tally] = {}
    numbers = ["point", "status", "outcome", "time_to_agreement", *MEANS]
    for table in store.tables(["case", "forum", *numbers]):
        columns = {name: table[name].to_numpy() for name in numbers}
        pairs = np.char.add(np.char.add(words(table, "case"), "\n"), words(table, "forum"))
        for pair in np.unique(pairs):
            here = pairs == pair
            case, forum = str(pair).split("\n")
            tally = tallies.setdefault((case, forum), Tally())
            tally.add({name: column[here] for name, column in columns.items()})
    drawn = study.plan.kind in DRAWN
    order = {case.name: n for n, case in enumerate(study.cases)}
    return [
        account(case, forum, tallies[case, forum], drawn)
        for case, forum in sorted(tallies, key=lambda pair: order[pair[0]])
    ]


def words(table: pa.Table, name: str) -> Any:
    """Return a column of words as a NumPy array of text."""
    return np.array(table[name].to_pylist(), dtype=str)


def account(case: str, forum: str, tally: Tally, drawn: bool) -> dict[str, Any]:
    """Return one tally as plain data."""
    sound = max(1, tally.runs - tally.failed)
    return {
        "case": case,
        "forum": forum,
        "runs": tally.runs,
        "failed": tally.failed,
        "outcomes": {
            word: tally.outcomes.get(code, 0) / sound for code, word in enumerate(OUTCOMES) if code
        },
        "median_months": tally.median_months(),
        "means": {name: tally.mean(m, drawn) for m, name in enumerate(MEANS)},
    }
