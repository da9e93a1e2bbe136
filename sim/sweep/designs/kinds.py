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
from sim.sweep.designs.sobol import MOST_POINTS, SobolDesign
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
            return at_least_one(SobolDesign(plan.points, most(count, plan.points), seed), 1)
        case "lhs":
            return at_least_one(LatinDesign(plan.points, count, seed), 1)
        case "saltelli":
            size = (2 if plan.second_order else 1) * count + 2
            blocks = plan.points // size
            half = most(2 * count, blocks) // 2
            return at_least_one(SaltelliDesign(blocks, half, seed, plan.second_order), size)
        case "morris":
            return at_least_one(MorrisDesign(plan.points // (count + 1), count, seed), count + 1)
        case "factorial":
            return grid(factors, least("--steps", plan.steps, 2))
        case "table":
            return TableDesign(parsed(plan.table, factors))
    near = nearest(plan.kind, KINDS)
    allowed = f"{listed(KINDS)}, or a .csv file"
    raise ScenarioError([Problem("--design", "", shown(plan.kind), allowed, near)])


def least(option: str, value: int, low: int) -> int:
    """Return a number that an option gives; refuse one that is too small."""
    if value < low:
        raise ScenarioError([Problem(option, "", shown(value), f"at least {low}")])
    return value


def most(dimensions: int, points: int) -> int:
    """Return how many dimensions a Sobol sequence is asked for; refuse more than there are."""
    if dimensions > MOST_SOBOL or points > MOST_POINTS:
        found = f"{points} points in {dimensions} dimensions"
        allowed = f"at most {MOST_POINTS} in {MOST_SOBOL}, where a Sobol sequence ends"
        raise ScenarioError([Problem("--design", "", found, allowed)])
    return dimensions


def at_least_one(design: Design, size: int) -> Design:
    """Return a design; refuse one without points."""
    if design.points < 1:
        what = "" if size == 1 else ", the points of one block of this design"
        raise ScenarioError([Problem("--runs", "", "too few", f"at least {size}{what}")])
    return design
