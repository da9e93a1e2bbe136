"""The outcomes of a sweep by point and repetition: an array for each case and forum."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from sim.rules.block import Floats
from sim.rules.measure import METRICS
from sim.sweep.store import Store
from sim.sweep.study import Study


@dataclass(frozen=True, eq=False)
class Record:
    """What came of every point in one case at one forum, or how two cases differ."""

    case: str
    against: str
    """The case that is subtracted; empty where this is no difference."""
    forum: str
    values: Floats
    """Shape (points, R, M); nan where a run failed."""

    @property
    def name(self) -> str:
        """Return what the record is about."""
        what = f"{self.case} less {self.against}" if self.against else self.case
        return what if self.forum in (self.case, "") else f"{what}, {self.forum}"


def chosen_metrics(names: Sequence[str]) -> tuple[str, ...]:
    """Return metrics by their names; all where none is named.

    Raises
    ------
    ScenarioError
        With a problem for every name that is none of a metric.
    """
    problems = [
        Problem("--metric", "", shown(name), listed(METRICS), nearest(name, METRICS))
        for name in names
        if name not in METRICS
    ]
    if problems:
        raise ScenarioError(problems)
    return tuple(dict.fromkeys(names)) or METRICS


def records_of(store: Store, study: Study, metrics: Sequence[str]) -> list[Record]:
    """Return the records of a whole sweep: every case and forum, then how the cases differ.

    Parameters
    ----------
    metrics : sequence of str
        M names of columns.

    Raises
    ------
    ScenarioError
        Where the sweep is not whole, or is damaged.
    """
    found: dict[tuple[int, str], Floats] = {}
    shape = (study.design.points, study.repeat, len(metrics))
    for table in store.tables(["row", "forum", *metrics]):
        fill(found, table, metrics, len(study.cases), shape)
    names = [case.name for case in study.cases]
    records = [Record(names[c], "", forum, found[c, forum]) for c, forum in sorted(found)]
    return records + differences(found, names)


def fill(
    found: dict[tuple[int, str], Floats],
    table: pa.Table,
    metrics: Sequence[str],
    cases: int,
    shape: tuple[int, int, int],
) -> None:
    """Put the rows of a part where they belong."""
    rows = table["row"].to_numpy()
    values = np.column_stack([table[name].to_numpy() for name in metrics])
    values[~np.isfinite(values).all(axis=1)] = np.nan
    points, rest = np.divmod(rows, cases * shape[1])
    case, repetition = np.divmod(rest, shape[1])
    forums = table["forum"].combine_chunks()
    words = forums.dictionary.to_pylist()
    codes = forums.indices.to_numpy()
    for c, code in {*zip(case.tolist(), codes.tolist(), strict=True)}:
        here = (case == c) & (codes == code)
        if (c, words[code]) not in found:
            found[c, words[code]] = np.full(shape, np.nan)
        found[c, words[code]][points[here], repetition[here]] = values[here]


def differences(found: dict[tuple[int, str], Floats], names: Sequence[str]) -> list[Record]:
    """Return what each case has more than the first, at the forum of the same name or the only one.

    Points and chance are the same in all cases, so a difference is the cases' own.
    """
    made = []
    forums = [[forum for c, forum in sorted(found) if c == case] for case in range(len(names))]
    for case in range(1, len(names)):
        pairs = [(forum, forum) for forum in forums[case] if forum in forums[0]]
        if not pairs and len(forums[case]) == len(forums[0]) == 1:
            pairs = [(forums[case][0], forums[0][0])]
        for own, other in pairs:
            forum = own if len(pairs) > 1 else ""
            values = found[case, own] - found[0, other]
            made.append(Record(names[case], names[0], forum, values))
    return made
