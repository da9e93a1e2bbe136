"""A study: everything that says what the rows of a sweep are, before any is played."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from scenarios.load import load, read
from scenarios.scenario import Scenario
from sim.rules.block import Floats, Ints
from sim.sweep.cases import Case, case_from
from sim.sweep.designs.design import Design
from sim.sweep.designs.kinds import Plan, design_of
from sim.sweep.designs.table import TableDesign
from sim.sweep.factors import Factor
from sim.sweep.scene import Scene

FORMAT = 1
"""The format of studies that this version writes and reads."""
MOST_RUNS = 2**31
"""Rows a study may have; the number of a run has 32 bits."""


@dataclass(frozen=True, eq=False)
class Study:
    """A scenario, the cases it is played under, what varies and by which design.

    The rows are points of the design, each played under every case, ``repeat`` times. A row's
    number says all about it; nothing depends on what is played before or beside it.
    """

    scenario: Scenario
    text: str
    """What the user's own scenario file holds; empty for a shipped scenario."""
    cases: tuple[Case, ...]
    factors: tuple[Factor, ...]
    plan: Plan
    seed: int
    repeat: int = 1

    @cached_property
    def design(self) -> Design:
        """Return the design that the plan stands for."""
        return design_of(self.plan, self.factors, self.seed)

    @property
    def rows(self) -> int:
        """Return how many runs there are."""
        return self.design.points * len(self.cases) * self.repeat

    @cached_property
    def digest(self) -> str:
        """Return 16 hex digits of all that bears on the rows, the worlds among it."""
        worlds = [scene.world.digest for scene in self.scenes]
        text = json.dumps([self.account(), worlds], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def account(self) -> dict[str, Any]:
        """Return the study as plain data, from which ``study_from`` makes it again."""
        return {
            "format": FORMAT,
            "scenario": self.scenario.id,
            "file": self.text,
            "cases": [case.account() for case in self.cases],
            "factors": [factor.account() for factor in self.factors],
            "plan": self.plan.account(),
            "seed": self.seed,
            "repeat": self.repeat,
        }

    def parts(self, first: int, last: int) -> tuple[Ints, Ints, Ints]:
        """Return the point, the case and the run number of rows, each of shape (last - first,)."""
        rows = np.arange(first, last, dtype=np.int64)
        each = len(self.cases) * self.repeat
        points = rows // each
        cases = rows // self.repeat % len(self.cases)
        start, end = first // each, -(-last // each)
        keys = self.design.keys(start, end)[points - start]
        return points, cases, keys * self.repeat + rows % self.repeat

    def values(self, first: int, last: int) -> Floats:
        """Return the values of the factors at points, as ``Factor.at`` has them, shape (n, D)."""
        shares = self.design.shares(first, last)
        if isinstance(self.design, TableDesign):
            return shares
        columns = [factor.at(shares[:, j]) for j, factor in enumerate(self.factors)]
        return np.column_stack(columns) if columns else np.zeros((last - first, 0))

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """Return the cases, each with what varies in it."""
        return tuple(Scene(self.scenario, case, self.factors) for case in self.cases)

    def __reduce__(self) -> tuple[Any, ...]:
        """Let a study travel to a worker as the text it stands for."""
        return (study_from, (self.letter,))

    @cached_property
    def letter(self) -> str:
        """Return the account as a JSON text."""
        return json.dumps(self.account(), sort_keys=True)


@lru_cache(maxsize=4)
def study_from(text: str) -> Study:
    """Return the study behind its account, as a JSON text.

    Raises
    ------
    ScenarioError
        Where this version of the project knows no such scenario.
    """
    account = json.loads(text)
    return Study(
        scenario=scenario_of(account["scenario"], account["file"]),
        text=account["file"],
        cases=tuple(case_from(each) for each in account["cases"]),
        factors=tuple(factor_from(each) for each in account["factors"]),
        plan=Plan(**account["plan"]),
        seed=account["seed"],
        repeat=account["repeat"],
    )


def factor_from(account: dict[str, Any]) -> Factor:
    """Return the factor behind its account."""
    return Factor(**{**account, "words": tuple(account.get("words", ()))})


def scenario_of(name: str, text: str) -> Scenario:
    """Return a shipped scenario, or the one in the text of a user's own file."""
    if not text:
        return load(name)
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.toml")
        path.write_text(text, encoding="utf-8")
        return read(path)
