"""Toy models with known answers, and folders of sweeps that a toy has filled."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from sim.rules.measure import METRICS
from sim.sweep.chunk import Chunk
from sim.sweep.entry import study_of
from sim.sweep.part import encoded
from sim.sweep.store import Store
from sim.sweep.study import Study

VARY = ("alone_weight=0:1", "trust=0:1", "last_chance=0:1")
"""Three factors, each of which may have any share."""
ISHIGAMI_FIRST = (0.3139, 0.4424, 0.0)
ISHIGAMI_TOTAL = (0.5576, 0.4424, 0.2437)
"""Analytic indices of the function for a = 7, b = 0.1."""


def ishigami(shares: np.ndarray) -> np.ndarray:
    x = (2 * shares - 1) * np.pi
    return np.sin(x[..., 0]) + 7 * np.sin(x[..., 1]) ** 2 + 0.1 * x[..., 2] ** 4 * np.sin(x[..., 0])


def luck(numbers: np.ndarray) -> np.ndarray:
    """Return a standard normal number for each number, by it alone."""
    return np.array([np.random.default_rng(int(n)).normal() for n in numbers])


def filled(
    folder: Path,
    model: Callable[..., np.ndarray],
    failed: tuple[int, ...] = (),
    **asked: object,
) -> Study:
    """Fill a folder as a sweep would; the model gets shares, runs and cases, and all metrics it."""
    wanted = {"runs": 320, "design": "saltelli", "vary": VARY} | asked
    study = study_of("economic-2-plus-2", **wanted)
    store = Store(folder)
    store.open(study)
    header = store.header(study)
    for first in range(0, study.rows, 1000):
        last = min(first + 1000, study.rows)
        data = encoded(study, chunk(study, model, failed, first, last))
        store.save(first, last, data, header)
    store.finish()
    return study


def chunk(
    study: Study, model: Callable[..., np.ndarray], failed: tuple[int, ...], first: int, last: int
) -> Chunk:
    points, cases, runs = study.parts(first, last)
    shares = study.design.shares(int(points[0]), int(points[-1]) + 1)[points - points[0]]
    values = model(shares, runs, cases)
    rows = np.arange(first, last)
    lost = np.isin(rows, failed)
    columns = {
        "row": rows,
        "point": points,
        "run": runs,
        "case": [study.cases[c].name for c in cases],
        "forum": [study.cases[c].forum for c in cases],
        "status": lost.astype(np.int8),
        "closed": np.zeros(len(rows), dtype=np.int16),
    }
    for n, name in enumerate(METRICS):
        columns[name] = np.where(lost, np.nan, 7.0 if name == "carve_outs" else values * (n + 1))
    return Chunk(first, last, columns, tuple((int(row), "lost") for row in rows[lost]))
