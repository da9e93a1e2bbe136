"""The runs of a sweep at one forum as rows: where they lie, and what came of one outcome."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from sim.rules.block import Floats, Ints
from sim.sweep.designs.morris import MorrisDesign
from sim.sweep.designs.saltelli import SaltelliDesign
from sim.sweep.sensitivity.given import Rows
from sim.sweep.sensitivity.records import Record, chosen_metrics, records_of
from sim.sweep.store import Store
from sim.sweep.study import Study


@dataclass(frozen=True, eq=False)
class Runs:
    """N runs that came to an end, one row each."""

    study: Study
    record: Record
    metric: str
    points: Ints
    """The point of each run, shape (N,), rising."""
    values: Floats
    """The outcome of each run, shape (N,)."""
    left_out: int
    """Runs that failed."""

    def shares(self, first: int, last: int) -> Floats:
        """Return where a slice of the runs lies in the factors' room, shape (n, D)."""
        return self.at(self.study.design.shares, first, last)

    def factors(self) -> Floats:
        """Return the values of the factors in all runs, shape (N, D), as ``Factor.at`` has them."""
        return self.at(self.study.values, 0, len(self.points))

    def at(self, rows_of: Rows, first: int, last: int) -> Floats:
        """Return what a function of a range of points has for a slice of the runs."""
        points = self.points[first:last]
        start = int(points[0])
        return np.asarray(rows_of(start, int(points[-1]) + 1)[points - start])


def runs_of(folder: str | Path, metric: str, case: str = "", forum: str = "") -> Runs:
    """Return the runs of one case at one forum.

    Parameters
    ----------
    case, forum : str
        May be left out where the sweep has only one.

    Raises
    ------
    ScenarioError
        Where there is no such outcome, case or forum, none is named among several, or the design
        is Morris's, whose points crowd on a few levels.
    """
    store = Store(Path(folder))
    study = store.study()
    if isinstance(study.design, MorrisDesign) or not study.factors:
        found = "Morris's design" if study.factors else "a sweep in which nothing varies"
        allowed = "points spread over the factors' room: a sweep of design sobol or lhs"
        raise ScenarioError([Problem(str(folder), "", found, allowed)])
    records = [r for r in records_of(store, study, chosen_metrics([metric])) if not r.against]
    record = one("--case", case, {r.case: r for r in records}, records, "case")
    own = [r for r in records if r.case == record.case]
    record = one("--forum", forum, {r.forum: r for r in own}, own, "forum")
    values = record.values[..., 0]
    counted = np.isfinite(values)
    if isinstance(study.design, SaltelliDesign):
        # The base points alone: the others repeat all but one of their values.
        place = np.arange(len(values)) % study.design.size
        counted &= ((place == 0) | (place == study.design.size - 1))[:, np.newaxis]
    points = np.nonzero(counted)[0]
    left_out = int((~np.isfinite(values)).sum())
    return Runs(study, record, metric, points, values[counted], left_out)


def one(
    option: str, name: str, known: dict[str, Record], records: list[Record], what: str
) -> Record:
    """Return the record that is named, or the only one."""
    if not name and len(known) == 1:
        return records[0]
    if name not in known:
        told = shown(name) if name else f"{len(known)} of them and none named"
        near = nearest(name, known)
        raise ScenarioError([Problem(option, what, told, listed(known), near)])
    return known[name]
