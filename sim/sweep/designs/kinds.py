"""The kinds of design, by their names on the command line."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from sim.sweep.designs.design import Design
from sim.sweep.designs.grid import STEPS, grid
from sim.sweep.designs.lhs import LatinDesign
from sim.sweep.designs.morris import MorrisDesign
from sim.sweep.designs.saltelli import SaltelliDesign
from sim.sweep.designs.sobol import SobolDesign
from sim.sweep.designs.table import TableDesign, parsed
from sim.sweep.factors import Factor

KINDS = ("sobol", "lhs", "saltelli", "morris", "factorial")
MOST_SOBOL = 21_201
"""Dimensions of scipy's Sobol sequence."""


@dataclass(frozen=True)
class Plan:
    """What is asked for of a design; the rest follows from the factors and the seed."""

    kind: str
    points: int = 0
    """Points asked for; blocks and trajectories are begun as long as they fit."""
    second_order: bool = False
    steps: int = STEPS
    table: str = ""
    """The text of a CSV file."""

    def account(self) -> dict[str, Any]:
        """Return the plan as plain data."""
        return asdict(self)


def design_of(plan: Plan, factors: Sequence[Factor], seed: int) -> Design:
    """Return the design of a plan.

    Raises
    ------
    ScenarioError
        Where there is no such kind, or not room for one block, trajectory or point.
    """
    count = len(factors)
    match plan.kind:
        case "sobol":
            return at_least_one(SobolDesign(plan.points, most(count), seed), 1)
        case "lhs":
            return at_least_one(LatinDesign(plan.points, count, seed), 1)
        case "saltelli":
            size = (2 if plan.second_order else 1) * count + 2
            blocks = plan.points // size
            made = SaltelliDesign(blocks, most(2 * count) // 2, seed, plan.second_order)
            return at_least_one(made, size)
        case "morris":
            return at_least_one(MorrisDesign(plan.points // (count + 1), count, seed), count + 1)
        case "factorial":
            return grid(factors, plan.steps)
        case "table":
            return TableDesign(parsed(plan.table, factors))
    near = nearest(plan.kind, KINDS)
    allowed = f"{listed(KINDS)}, or a .csv file"
    raise ScenarioError([Problem("--design", "", shown(plan.kind), allowed, near)])


def most(dimensions: int) -> int:
    """Return how many dimensions a Sobol sequence is asked for; refuse more than there are."""
    if dimensions > MOST_SOBOL:
        found, allowed = f"{dimensions} dimensions", f"at most {MOST_SOBOL} in a Sobol sequence"
        raise ScenarioError([Problem("--design", "", found, allowed)])
    return dimensions


def at_least_one(design: Design, size: int) -> Design:
    """Return a design; refuse one without points."""
    if design.points < 1:
        allowed = f"at least {size}, the runs of one block of this design in one case"
        raise ScenarioError([Problem("--runs", "", "too few", allowed)])
    return design
