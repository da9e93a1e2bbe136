"""The frontier of two sides as a picture of characters."""

import numpy as np
from rich.console import Console

from scenarios.world import World
from sim.rules.block import Floats
from sim.solve.points import Point
from sim.solve.solution import Solution

WIDTH, HEIGHT = 56, 14
"""Characters."""


def chart(
    screen: Console, solution: Solution, points: dict[str, Point], world: World | None
) -> list[str]:
    """Return the lines of a picture of the frontier; none where there are not two sides.

    A side's value is the mean of its parties'. With several parties a side, a text of the
    frontier may lie below others of it in the picture.
    """
    sides = sides_of(solution, world)
    if solution.edge is None or len(solution.edge) < 2 or sides is None:
        return []
    names, members = sides
    edge = means(solution.edge.values, members)
    heads = {head: means(each.values[np.newaxis], members)[0] for head, each in points.items()}
    everything = np.vstack([edge, *heads.values()])
    low, high = everything.min(axis=0), everything.max(axis=0)
    span = np.where(high > low, high - low, 1.0)

    def cell(where: Floats) -> tuple[int, int]:
        x, y = np.rint((where - low) / span * (WIDTH, HEIGHT)).astype(int)
        return HEIGHT - int(y), int(x)

    dot = "." if screen.options.ascii_only else "·"
    marks = dict.fromkeys(map(cell, edge), dot)
    legend: dict[tuple[int, int], list[str]] = {}
    for head, where in heads.items():
        legend.setdefault(cell(where), []).append(head)
    marks |= {where: there[0][0] for where, there in legend.items()}
    lines = [
        "".join(marks.get((y, x), " ") for x in range(WIDTH + 1)).rstrip()
        for y in range(HEIGHT + 1)
    ]
    told = ", ".join(f"{there[0][0]} {' and '.join(there)}" for there in legend.values())
    return [
        "",
        f"  {names[1]}, mean value: {low[1]:.2f} (bottom) to {high[1]:.2f} (top)",
        *(f"  |{line}" for line in lines),
        f"  +{'-' * (WIDTH + 1)}",
        f"  {names[0]}, mean value: {low[0]:.2f} (left) to {high[0]:.2f} (right)",
        f"  {dot} frontier, {told}",
        "",
    ]


def sides_of(solution: Solution, world: World | None) -> tuple[list[str], list[list[int]]] | None:
    """Return the names and the parties of two sides; nothing where there are not two."""
    parties = solution.domain.parties
    if world is None:
        return (list(parties), [[0], [1]]) if len(parties) == 2 else None
    owner = [int(world.params.side[world.index("agency", each)]) for each in parties]
    seen = sorted(set(owner))
    if len(seen) != 2:
        return None
    names = [world.short("side", world.sides[s]) for s in seen]
    return names, [[a for a, s in enumerate(owner) if s == side] for side in seen]


def means(values: Floats, members: list[list[int]]) -> Floats:
    """Return the mean value of each side: shape (n, 2)."""
    return np.stack([values[:, some].mean(axis=1) for some in members], axis=1)
