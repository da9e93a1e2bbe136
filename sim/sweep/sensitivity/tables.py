"""Sensitivities as tables: a row for each outcome and factor, for files and notebooks."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from sim.sweep.sensitivity.analysis import Sensitivity

CHANCE = "chance"
"""The name of chance among the factors."""


def measures_table(found: Iterable[Sensitivity]) -> pa.Table:
    """Return the measures of every factor, and of chance where they can be told."""
    return pa.Table.from_pylist([row for each in found for row in measure_rows(each)])


def pairs_table(found: Iterable[Sensitivity]) -> pa.Table:
    """Return the measures of every two factors; no rows without second order."""
    return pa.Table.from_pylist([row for each in found for row in pair_rows(each)])


def measure_rows(found: Sensitivity, top: int | None = None) -> Iterator[dict[str, Any]]:
    """Yield a row for each outcome and factor, from the one that matters most; chance is last.

    Parameters
    ----------
    top : int, optional
        Factors of each outcome; all if not told.
    """
    for m, metric in enumerate(found.metrics):
        for rank, j in enumerate(found.order(m)[:top], 1):
            values = {name: float(each[j, m]) for name, each in found.measures.items()}
            about = {"factor": found.factors[j].path, "rank": rank}
            yield outcome(found, m, metric) | about | values
        values = {name: float(each[m]) for name, each in found.chance.items()}
        told = {name: None if np.isnan(value) else value for name, value in values.items()}
        if any(value is not None for value in told.values()):
            yield outcome(found, m, metric) | {"factor": CHANCE, "rank": None} | told


def pair_rows(found: Sensitivity) -> Iterator[dict[str, Any]]:
    """Yield a row for each outcome and two factors."""
    if not found.pairs:
        return
    above, below = np.triu_indices(len(found.factors), 1)
    for m, metric in enumerate(found.metrics):
        for j, k in zip(above.tolist(), below.tolist(), strict=True):
            about = {"factor": found.factors[j].path, "other": found.factors[k].path}
            values = {name: float(each[j, k, m]) for name, each in found.pairs.items()}
            yield outcome(found, m, metric) | about | values


def outcome(found: Sensitivity, m: int, metric: str) -> dict[str, Any]:
    """Return the cells that say which outcome a row is about, and whether it varies at all."""
    record = found.record
    return {
        "method": found.method,
        "case": record.case,
        "against": record.against,
        "forum": record.forum,
        "metric": metric,
        "constant": bool(found.constant[m]),
    }
