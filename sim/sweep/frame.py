"""The results of a sweep as a frame: what varied beside what came of it."""

from typing import Any

import numpy as np
import pyarrow as pa

from scenarios.problems import Problem, ScenarioError
from sim.rules.block import Floats, Ints
from sim.sweep.needs import EXTRA
from sim.sweep.store import Store
from sim.sweep.study import Study

FRAMES = f"polars, {EXTRA}, or pandas"


def frame_of(store: Store, pandas: bool = False) -> Any:
    """Return a whole sweep as a Polars frame, or as a pandas one.

    Raises
    ------
    ScenarioError
        Where the library is not installed, or the sweep is not whole.
    """
    table = table_of(store)
    try:
        if pandas:
            return table.to_pandas()
        import polars

        return polars.from_arrow(table)
    except ImportError:
        raise ScenarioError([Problem("sweep", "", "no such library", FRAMES)]) from None


def table_of(store: Store, columns: list[str] | None = None, vary: bool = True) -> pa.Table:
    """Return a whole sweep as an Arrow table.

    Parameters
    ----------
    columns : list of str, optional
        The results wanted; by default all.
    vary : bool
        Whether to add a column for each factor.
    """
    wanted = columns if columns is None or not vary else list(dict.fromkeys((*columns, "point")))
    table = pa.concat_tables(store.tables(wanted), promote_options="permissive")
    table = table.unify_dictionaries()
    if vary:
        points = table["point"].to_numpy()
        for name, values in factor_columns(store.study(), points).items():
            table = table.append_column(name, pa.array(values))
    return table


def factor_columns(study: Study, points: Ints) -> dict[str, Any]:
    """Return the values of the factors at points, by ``vary.`` and path; words as they are."""
    values = values_at(study, points)
    return {
        f"vary.{factor.path}": (
            [factor.words[int(each)] for each in values[:, j]] if factor.words else values[:, j]
        )
        for j, factor in enumerate(study.factors)
    }


def values_at(study: Study, points: Ints) -> Floats:
    """Return the values of the factors at points in any order, shape (n, D)."""
    if not len(points):
        return np.zeros((0, len(study.factors)))
    first, last = int(points.min()), int(points.max()) + 1
    return study.values(first, last)[points - first]
