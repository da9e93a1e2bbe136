"""A chunk of a study: some rows played, as columns."""

import threading
import traceback
from dataclasses import dataclass
from typing import Any

import numpy as np

from scenarios.world import World
from sim.rules.block import Block, Floats, Ints, empty_block, views
from sim.rules.codes import NASH
from sim.rules.measure import METRICS
from sim.rules.month import begin
from sim.rules.nash import nash_text
from sim.rules.params import Params
from sim.rules.sizes import FORUMS, ITEMS
from sim.rules.state import State
from sim.sweep.engine import Columns, Engine
from sim.sweep.patch import Patch, patched
from sim.sweep.study import Study

OK, FAILED = range(2)
ROOM = threading.local()
"""Each thread's own engine: room to work in is never shared."""


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
    """Some rows of one case with its seats in one order."""

    world: World
    rows: Ints
    """Which rows of the chunk, counted from 0."""
    metrics: Floats
    statement: Ints
    closed: Ints
    failed: Ints


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
    errors: list[tuple[int, str]] = []
    played = []
    for rows in groups(study, cases, values):
        patch = study.patch(int(cases[rows[0]]), values[rows[0]])
        played.append(play_rows(study, patch, rows, values[rows], runs[rows], plain, first, errors))
    parts = (points, cases, runs)
    return Chunk(first, last, gathered(study, first, parts, played), tuple(sorted(errors)))


def groups(study: Study, cases: Ints, values: Floats) -> list[Ints]:
    """Return rows of a chunk in groups that share a case and the order of the seats."""
    keys = np.column_stack([cases.astype(np.float64), values[:, list(study.seating)]])
    _, inverse = np.unique(keys, axis=0, return_inverse=True)
    inverse = inverse.ravel()
    return [np.flatnonzero(inverse == n) for n in range(int(inverse.max()) + 1)]


def play_rows(
    study: Study,
    patch: Patch,
    rows: Ints,
    values: Floats,
    runs: Ints,
    plain: bool,
    first: int,
    errors: list[tuple[int, str]],
) -> Played:
    """Play the rows of one group; what fails is noted in ``errors``."""
    world = patch.world
    numbers = np.ascontiguousarray(patch.numbers(values))
    columns = empty_columns(len(rows), len(world.forums), len(world.items))
    targets = targets_of(patch, numbers)
    engine = own_engine(plain)
    try:
        engine.play(
            world.block, patch.places, patch.whole, study.seed, runs, numbers, targets, columns
        )
        suspects = np.flatnonzero(~np.isfinite(columns[0]).all(axis=(1, 2)))
    except Exception:
        suspects = np.arange(len(rows))
    failed = np.zeros(len(rows), dtype=np.int64)
    for n in suspects:
        one = slice(n, n + 1)
        part: Columns = tuple(column[one] for column in columns)  # type: ignore[assignment]
        reason = ""
        try:
            own_engine(True).play(
                world.block,
                patch.places,
                patch.whole,
                study.seed,
                runs[one],
                numbers[one],
                targets[one],
                part,
            )
        except Exception:
            reason = traceback.format_exc()
        if not reason and not np.isfinite(part[0]).all():
            names = [
                METRICS[m] for m in range(len(METRICS)) if not np.isfinite(part[0][..., m]).all()
            ]
            reason = f"not finite: {', '.join(names)}"
        if reason:
            failed[n] = FAILED
            part[0][:], part[2][:], part[3][:] = np.nan, 0, 0
            errors.append((first + int(rows[n]), reason))
    return Played(world, rows, columns[0], columns[3], columns[2], failed)


def empty_columns(runs: int, forums: int, items: int) -> Columns:
    """Return columns with room for some runs; no states are kept."""
    width = empty_block(State).view(np.int64).size
    return (
        np.zeros((runs, forums, len(METRICS))),
        np.zeros((runs, forums), dtype=np.int64),
        np.zeros((runs, forums), dtype=np.int64),
        np.zeros((runs, forums, items), dtype=np.int64),
        np.zeros((0, width), dtype=np.int64),
    )


def own_engine(plain: bool) -> Engine:
    """Return this thread's engine."""
    engines: dict[bool, Engine] = ROOM.__dict__.setdefault("engines", {})
    if plain not in engines:
        engines[plain] = Engine(plain)
    return engines[plain]


def targets_of(patch: Patch, numbers: Floats) -> Ints:
    """Return the exact Nash points of the rows' worlds, shape (n, F, I), where a seat may know.

    Worked out row by row, and only for rows with a seat of that strategy; else all 0.
    """
    made = np.zeros((len(numbers), FORUMS, ITEMS), dtype=np.int64)
    agencies = len(patch.world.agencies)
    for n, row in enumerate(numbers):
        block = patched(patch.world.block, patch.places, patch.whole, row) if needs(patch) else None
        if block is None:
            break
        params = views(Params, block)
        if (params.strategy[:agencies] == NASH).any():
            made[n] = target(params)
    return made


def needs(patch: Patch) -> bool:
    """Say whether any row may have a seat that knows the Nash point."""
    world = patch.world
    if (world.params.strategy[: len(world.agencies)] == NASH).any():
        return True
    return any(path.startswith("strategy") for path in patch.setters)


def target(params: Params) -> Ints:
    """Return the Nash point of every forum at the start of a run, shape (F, I)."""
    block: Block = empty_block(State)
    state = views(State, block)
    begin(params, state)
    made = np.zeros((FORUMS, ITEMS), dtype=np.int64)
    for f in range(params.n_forums):
        made[f] = nash_text(params, state, f)
    return made


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
    columns: dict[str, Any] = {
        "row": first + row,
        "point": points[row],
        "run": runs[row],
        "case": [study.cases[c].name for c in cases[row]],
        "forum": [""] * size,
        "status": np.zeros(size, dtype=np.int8),
        "closed": np.zeros(size, dtype=np.int16),
    }
    items = study.scenario.sheet.agenda
    columns |= {name: np.full(size, np.nan) for name in METRICS}
    columns |= {f"level.{item}": np.zeros(size, dtype=np.int8) for item in items}
    for each in played:
        for f, forum in enumerate(each.world.forums):
            at = start[each.rows] + f
            for place in at:
                columns["forum"][place] = forum
            columns["status"][at] = each.failed
            columns["closed"][at] = each.closed[:, f]
            for m, name in enumerate(METRICS):
                columns[name][at] = each.metrics[:, f, m]
            for i, item in enumerate(each.world.items):
                columns[f"level.{item}"][at] = each.statement[:, f, i]
    return columns
