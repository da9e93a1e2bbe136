"""PRIM (friedman1999), of ema_workbench: a box peeled smaller and denser step by step."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import numpy as np

from scenarios.problems import Problem, ScenarioError
from sim.sweep.factors import Factor
from sim.sweep.sensitivity.boxes import LEAST, PACKAGE, Box, box_from
from sim.sweep.sensitivity.tradeoff import Spot

LUCK = 0.05
"""Quasi-p-value above which a limit may be there by chance (bryant2010), and is dropped."""


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
