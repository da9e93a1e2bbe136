"""Scenario discovery: where in the factors' room an outcome of interest is to be found.

PRIM (friedman1999) and CART (breiman1984) look for boxes: a few limits on a few factors within
which many of the runs are of interest (density) and which hold many of all such runs (coverage)
(bryant2010, lempert2008). Both are those of the package ema_workbench.
"""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from scenarios.problems import Problem, ScenarioError
from sim.sweep.factors import Factor
from sim.sweep.sensitivity.boxes import PACKAGE, Box
from sim.sweep.sensitivity.cart import cart_boxes
from sim.sweep.sensitivity.given import given_indices, parts_of
from sim.sweep.sensitivity.methods import steps_of
from sim.sweep.sensitivity.prim import prim_boxes
from sim.sweep.sensitivity.runs import Runs

EXTRA = "of the extra discover, communique[discover]"


@dataclass(frozen=True)
class Discovery:
    """What was found about an outcome of interest."""

    share: float
    """Share of the runs that are of interest."""
    runs: int
    looked_at: tuple[Factor, ...]
    """The factors that limits were looked for in."""
    prim: tuple[Box, ...]
    cart: tuple[Box, ...]


def discover(
    runs: Runs,
    above: float | None = None,
    below: float | None = None,
    boxes: int = 1,
    most: int = 20,
    number: int | None = None,
) -> Discovery:
    """Return boxes in which an outcome lies above or below a value.

    Parameters
    ----------
    boxes : int
        Boxes that PRIM looks for, each among the runs outside of those before.
    most : int
        Factors that limits are looked for in: those that explain most of whether a run is of
        interest. Limits on others would be luck.
    number : int, optional
        Which of the boxes on PRIM's way to take first, as it is; without it the one of most
        ``merit``, less the limits that may be luck.

    Raises
    ------
    ScenarioError
        Where ema_workbench is not installed, or no runs are of interest, or all are.
    """
    require_workbench()
    wanted = runs.values > above if above is not None else runs.values < (below or 0.0)
    if wanted.all() or not wanted.any():
        found = f"{'all' if wanted.any() else 'none'} of {len(wanted):,} runs"
        low, high = runs.values.min(), runs.values.max()
        allowed = f"a value that parts them, between {low:.6g} and {high:.6g}"
        raise ScenarioError([Problem("--above or --below", runs.metric, found, allowed)])
    chosen = foremost(runs, wanted.astype(float), most)
    factors = tuple(runs.study.factors[j] for j in chosen)
    frame = frame_of(runs, chosen)
    with quiet():
        prim = tuple(prim_boxes(frame, wanted, factors, boxes, number))
        cart = tuple(cart_boxes(frame, wanted, factors))
    return Discovery(float(wanted.mean()), len(wanted), factors, prim, cart)


def require_workbench() -> None:
    """Check that ema_workbench is installed."""
    if find_spec(PACKAGE) is None:
        allowed = f"{PACKAGE}, {EXTRA}"
        raise ScenarioError([Problem("discover", "", f"no {PACKAGE} installed", allowed)])


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the workbench from talking of its own workings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.getLogger("EMA").setLevel(logging.ERROR)
        yield


def foremost(runs: Runs, wanted: np.ndarray, most: int) -> list[int]:
    """Return the factors that explain most of a yes or no, in their own order."""
    parts = np.array([parts_of(steps_of(each), len(wanted)) for each in runs.study.factors])
    found = given_indices(runs.shares, wanted[:, np.newaxis], parts)
    ranked = np.argsort(-(found.first - found.first_width)[:, 0], kind="stable")[:most]
    return sorted(int(j) for j in ranked)


def frame_of(runs: Runs, chosen: list[int]) -> Any:
    """Return the values of some factors as a pandas frame: numbers and words.

    Whole numbers are numbers there too: PRIM tries limits between them, which a column of whole
    numbers does not take.
    """
    # Imported by name, for they come with the workbench and have no types.
    pd = import_module("pandas")
    values = runs.factors()
    columns = {}
    for j in chosen:
        factor, column = runs.study.factors[j], values[:, j]
        if factor.words:
            columns[factor.path] = pd.Categorical([factor.words[int(n)] for n in column])
        else:
            columns[factor.path] = column
    return pd.DataFrame(columns)
