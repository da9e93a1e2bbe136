"""A chunk of a study: some rows played, as columns."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from scenarios.world import World
from sim.rules.block import Floats, Ints
from sim.rules.measure import METRICS
from sim.sweep.scene import Scene
from sim.sweep.study import Study
from sim.sweep.trial import play_rows

OK, FAILED = range(2)
"""Whether a run went well: the status column."""


@dataclass(frozen=True, eq=False)
class Chunk:
    """What came of rows ``first`` to ``last`` - 1, a record for each row and forum."""

    first: int
    last: int
    columns: dict[str, Any]
    """Arrays, and lists of words, by name; all of one length."""
    errors: tuple[tuple[int, str], ...]
    """The rows that failed, and why: the traceback of a plain run, or what is not finite."""


@dataclass(frozen=True, eq=False)
class Played:
    """The rows of one case in a chunk."""

    world: World
    rows: Ints
    """Which rows of the chunk, counted from 0."""
    metrics: Floats
    statement: Ints
    closed: Ints
    reasons: dict[int, str]
    """Why rows have failed, by their places in ``rows``."""

    @property
    def status(self) -> Ints:
        """Return 0 for each row that went well, else ``FAILED``."""
        made = np.zeros(len(self.rows), dtype=np.int64)
        made[list(self.reasons)] = FAILED
        return made


def play_chunk(study: Study, first: int, last: int, plain: bool = False) -> Chunk:
    """Play rows of a study.

    A row that fails, or whose results are not finite, costs that row only.

    Parameters
    ----------
    plain : bool
        Whether to use the plain rules even where numba is at hand.
    """
    points, cases, runs = study.parts(first, last)
    values = study.values(int(points[0]), int(points[-1]) + 1)[points - points[0]]
    played = []
    for case in np.unique(cases):
        rows = np.flatnonzero(cases == case)
        played.append(
            play_case(study.scenes[case], rows, values[rows], runs[rows], study.seed, plain)
        )
    errors = sorted(
        (first + int(each.rows[n]), why) for each in played for n, why in each.reasons.items()
    )
    columns = gathered(study, first, (points, cases, runs), played)
    return Chunk(first, last, columns, tuple(errors))


def play_case(
    scene: Scene, rows: Ints, values: Floats, runs: Ints, seed: int, plain: bool
) -> Played:
    """Play the rows of one case; a row whose seats are forbidden is not played."""
    patch = scene.patch
    numbers, forbidden = patch.numbers(values)
    columns, reasons = play_rows(patch, numbers, forbidden, runs, seed, plain)
    return Played(patch.world, rows, columns[0], columns[3], columns[2], reasons)


def gathered(
    study: Study, first: int, parts: tuple[Ints, Ints, Ints], played: list[Played]
) -> dict[str, Any]:
    """Return the columns of a chunk in the order of its rows, and of the forums in each."""
    points, cases, runs = parts
    forums = np.zeros(len(points), dtype=np.int64)
    for each in played:
        forums[each.rows] = len(each.world.forums)
    start = np.concatenate([[0], np.cumsum(forums)])
    size = int(start[-1])
    row = np.repeat(np.arange(len(points)), forums)
    names = np.array([case.name for case in study.cases], dtype=object)
    forum_names = np.empty(size, dtype=object)
    columns: dict[str, Any] = {
        "row": first + row,
        "point": points[row],
        "run": runs[row],
        "case": names[cases[row]].tolist(),
        "forum": forum_names,
        "status": np.zeros(size, dtype=np.int8),
        "closed": np.zeros(size, dtype=np.int16),
    }
    items = study.scenario.sheet.agenda
    columns |= {name: np.full(size, np.nan) for name in METRICS}
    columns |= {f"level.{item}": np.zeros(size, dtype=np.int8) for item in items}
    for each in played:
        for f, forum in enumerate(each.world.forums):
            at = start[each.rows] + f
            forum_names[at] = forum
            columns["status"][at] = each.status
            columns["closed"][at] = each.closed[:, f]
            for m, name in enumerate(METRICS):
                columns[name][at] = each.metrics[:, f, m]
            for i, item in enumerate(each.world.items):
                columns[f"level.{item}"][at] = each.statement[:, f, i]
    return columns | {"forum": forum_names.tolist()}
