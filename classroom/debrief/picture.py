"""The exact frontier flattened to two dimensions, so that a whole class fits on a wall."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from classroom.debrief.findings import Chart, Spot
from classroom.debrief.yardstick import POINTS, Yardstick
from sim.rules.block import Floats

MOST_DOTS = 500
SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "welfare")


def first_side(yard: Yardstick) -> NDArray[np.bool_]:
    """Return for each seat whether it is of the first side."""
    world = yard.world
    sides = [int(world.params.side[world.index("agency", seat)]) for seat in yard.seats]
    return np.array([side == sides[0] for side in sides])


def axes(yard: Yardstick) -> tuple[str, str]:
    """Return the sides on the two axes; the other one is empty where there are several."""
    world = yard.world
    sides = dict.fromkeys(
        world.sides[int(world.params.side[world.index("agency", seat)])] for seat in yard.seats
    )
    listed = list(sides)
    return listed[0], listed[1] if len(listed) == 2 else ""


def spot(yard: Yardstick, values: Floats) -> Spot:
    """Return where values lie: mean points of the first side's seats, and of all others."""
    one = first_side(yard)
    x, y = POINTS * values[one].mean(), POINTS * values[~one].mean() if (~one).any() else 0.0
    return round(float(x), 2), round(float(y), 2)


def chart(yard: Yardstick, round: int, configuration: str) -> Chart:
    """Return the picture of a yardstick, without the tables."""
    domain, solution = yard.domain, yard.solution
    marks = {"none": spot(yard, domain.walk_away)}
    for name in SOLUTIONS:
        point = solution.points[name]
        if point is not None:
            marks[name] = spot(yard, point.values)
    marks["compromise"] = spot(yard, solution.forecasts["compromise"].point.values)
    every = fine_spots(yard)
    edge = skyline(every)
    return Chart(
        round=round,
        configuration=configuration,
        forum=yard.forum,
        axes=axes(yard),
        seats=yard.seats,
        month=yard.month,
        table=yard.table,
        dots=thinned(every, edge),
        edge=edge,
        texts=0 if solution.edge is None else len(solution.edge),
        marks=marks,
    )


def fine_spots(yard: Yardstick) -> tuple[Spot, ...]:
    """Return where the texts of the frontier lie that leave nobody below its walk-away."""
    edge, domain = yard.solution.edge, yard.domain
    if edge is None:
        return ()
    able = np.all(edge.values >= domain.walk_away - edge.grain / 2.0, axis=1)
    return tuple(sorted({spot(yard, values) for values in edge.values[able]}))


def skyline(every: Sequence[Spot]) -> tuple[Spot, ...]:
    """Return the spots that no other lies right of and above, from left to right.

    Examples
    --------
    >>> skyline([(1, 3), (2, 1), (2, 2), (3, 0), (1, 1)])
    ((1, 3), (2, 2), (3, 0))
    """
    kept: list[Spot] = []
    for x, y in sorted(every, reverse=True):
        if not kept or y > kept[-1][1]:
            kept.append((x, y))
    return tuple(kept[::-1])


def thinned(every: Sequence[Spot], edge: Sequence[Spot]) -> tuple[Spot, ...]:
    """Return so many spots as a wall can show, those of the edge among them."""
    step, line = max(1, len(every) // MOST_DOTS), set(edge)
    return tuple(each for n, each in enumerate(every) if n % step == 0 or each in line)
