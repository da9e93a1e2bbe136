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
from sim.sweep.sensitivity.given import given_indices, parts_of
from sim.sweep.sensitivity.methods import steps_of
from sim.sweep.sensitivity.runs import Runs
from sim.sweep.sensitivity.tradeoff import Spot

PACKAGE = "ema_workbench"
INSTALL = 'pip install "communique[discover]"'
LEAST = 0.05
"""Share of the runs that a box holds at least."""
LUCK = 0.05
"""Quasi-p-value above which a limit may be there by chance (bryant2010), and is dropped."""


@dataclass(frozen=True)
class Limit:
    """What a box asks of one factor."""

    factor: Factor
    low: float
    high: float
    words: tuple[str, ...] = ()
    """The words that remain; of a factor with numbers none."""


@dataclass(frozen=True)
class Box:
    """Part of the factors' room; shares are 0..1."""

    coverage: float
    density: float
    mass: float
    """Share of all runs that lie in it."""
    limits: tuple[Limit, ...]
    way: tuple[Spot, ...] = ()
    """For PRIM, the boxes it went through, of which this is number ``chosen``."""
    chosen: int = 0


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
        allowed = f"{PACKAGE}, as after: {INSTALL}"
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
    """Return the values of some factors as a pandas frame: whole numbers, numbers and words."""
    # Imported by name, for they come with the workbench and have no types.
    pd = import_module("pandas")
    values = runs.factors()
    columns = {}
    for j in chosen:
        factor, column = runs.study.factors[j], values[:, j]
        if factor.words:
            columns[factor.path] = pd.Categorical([factor.words[int(n)] for n in column])
        else:
            columns[factor.path] = column.astype(np.int64) if factor.whole else column
    return pd.DataFrame(columns)


def prim_boxes(
    frame: Any, wanted: np.ndarray, factors: tuple[Factor, ...], boxes: int, number: int | None
) -> Iterator[Box]:
    """Yield the boxes of PRIM, until there is none that is denser than all runs are."""
    search = import_module(f"{PACKAGE}.analysis.prim").Prim(
        frame, wanted.astype(int), mass_min=LEAST
    )
    for n in range(boxes):
        found = search.find_box()
        if found is None or len(found.peeling_trajectory) < 2:
            return
        way = tuple(
            Spot(int(row["id"]), row["coverage"], row["density"], int(row["res_dim"]))
            for _, row in found.peeling_trajectory.iterrows()
        )
        if number is not None and not n and not 0 <= number < len(way):
            allowed = f"0 to {len(way) - 1}, a box on PRIM's way"
            raise ScenarioError([Problem("--box", "", str(number), allowed)])
        if number is not None and not n:
            place = number
            found.select(place)
        else:
            worth = [merit(spot, float(wanted.mean())) for spot in way]
            place = worth.index(max(worth))
            found.select(place)
            drop_luck(found)
        made = box_from(found.box_lims[found._cur_box], frame, factors)
        if not made or found.density <= wanted.mean():
            return
        yield Box(found.coverage, found.density, found.mass, made, way, place)


def merit(spot: Spot, share: float) -> float:
    """Return what a box is worth: its coverage times what its density has over all runs'."""
    return spot.coverage * (spot.density - share)


def drop_luck(found: Any) -> None:
    """Drop limits that may be there by chance, the likeliest first."""
    while True:
        here = found._cur_box
        doubt = {
            name: max(value for value in values if value >= 0)
            for name, values in found.p_values[here].items()
            if any(value >= 0 for value in values)
        }
        worst = max(doubt, key=lambda name: doubt[name], default=None)
        if worst is None or doubt[worst] <= LUCK or len(doubt) == 1:
            return
        found.drop_restriction(worst, here)


def cart_boxes(frame: Any, wanted: np.ndarray, factors: tuple[Factor, ...]) -> Iterator[Box]:
    """Yield the leaves of a tree in which more runs are of interest than in all, densest first."""
    search = import_module(f"{PACKAGE}.analysis.cart").CART(
        frame, wanted.astype(int), mass_min=LEAST
    )
    search.build_tree()
    if search.clf.tree_.node_count < 2:
        return
    pairs = zip(search.boxes, search.stats, strict=True)
    for limits, stats in sorted(pairs, key=lambda pair: -pair[1]["density"]):
        if stats["density"] > wanted.mean():
            made = box_from(limits, frame, factors)
            yield Box(stats["coverage"], stats["density"], stats["mass"], made)


def box_from(limits: Any, frame: Any, factors: tuple[Factor, ...]) -> tuple[Limit, ...]:
    """Return the limits of a box that shut out any of all runs."""
    made = []
    for factor in factors:
        if factor.path not in limits.columns:
            continue
        low, high = limits[factor.path]
        column = frame[factor.path]
        if factor.words:
            if set(low) < set(column):
                words = tuple(word for word in factor.words if word in low)
                made.append(Limit(factor, 0.0, 0.0, words))
        elif low > column.min() or high < column.max():
            # Where no run is shut out at an end, the box reaches as far as the room does.
            lowest = float(low) if low > column.min() else factor.low
            highest = float(high) if high < column.max() else factor.high
            made.append(Limit(factor, lowest, highest))
    return tuple(made)
