"""Rows of one case played, with those that fail played again, plainly, to say why."""

import threading
import traceback

import numpy as np

from sim.rules.block import Floats, Ints, empty_block
from sim.rules.measure import METRICS
from sim.rules.state import State
from sim.sweep.engine import Columns, Engine
from sim.sweep.patch import Patch
from sim.sweep.targets import targets_of

ROOM = threading.local()
"""Each thread's own engines: room to work in is never shared."""


def play_rows(
    patch: Patch, numbers: Floats, forbidden: list[str], runs: Ints, seed: int, plain: bool
) -> tuple[Columns, dict[int, str]]:
    """Return the columns of some rows, and why rows have failed.

    Parameters
    ----------
    numbers : array, shape (n, C)
        What stands in the cells of the patch in each row.
    forbidden : list of str
        For each row what forbids its seats, which is then not played; else an empty text.
    """
    reasons = {n: why for n, why in enumerate(forbidden) if why}
    sound = np.array([n for n in range(len(runs)) if n not in reasons], dtype=np.int64)
    world = patch.world
    made = empty_columns(len(runs), len(world.forums), len(world.items))
    part = empty_columns(len(sound), len(world.forums), len(world.items))
    chosen = (np.ascontiguousarray(numbers[sound]), runs[sound])
    reasons |= {int(sound[n]): why for n, why in play_sound(patch, *chosen, seed, part, plain)}
    for whole, column in zip(made[:4], part[:4], strict=True):
        whole[sound] = column
    for n in reasons:
        made[0][n], made[1][n], made[2][n], made[3][n] = np.nan, 0, 0, 0
    return made, reasons


def play_sound(
    patch: Patch, numbers: Floats, runs: Ints, seed: int, columns: Columns, plain: bool
) -> list[tuple[int, str]]:
    """Play rows into the columns, and return which have failed and why."""

    def play(engine: Engine, rows: slice) -> None:
        engine.play(
            patch.world.block,
            patch.places,
            patch.whole,
            seed,
            runs[rows],
            numbers[rows],
            targets_of(patch, numbers[rows]),
            tuple(column[rows] for column in columns),  # type: ignore[arg-type]
        )

    try:
        play(own_engine(plain), slice(0, len(runs)))
        suspects = np.flatnonzero(~np.isfinite(columns[0]).all(axis=(1, 2)))
    except Exception:
        suspects = np.arange(len(runs))
    failed = []
    for n in suspects.tolist():
        try:
            play(own_engine(True), slice(n, n + 1))
        except Exception:
            failed.append((n, traceback.format_exc()))
        else:
            if why := not_finite(columns[0][n]):
                failed.append((n, why))
    return failed


def not_finite(metrics: Floats) -> str:
    """Return which metrics of a row, shape (F, M), are not finite; empty where all are."""
    names = [name for m, name in enumerate(METRICS) if not np.isfinite(metrics[:, m]).all()]
    return f"not finite: {', '.join(names)}" if names else ""


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
