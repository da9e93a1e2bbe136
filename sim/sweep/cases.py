"""Cases: the settings that every point of a design is played under, with the same chance."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from scenarios.compare import with_arm
from scenarios.ledger import Value
from scenarios.paths import Change
from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from scenarios.scenario import Scenario


@dataclass(frozen=True)
class Case:
    """A configuration and changes, under a name of its own."""

    name: str
    forum: str
    changes: tuple[Change, ...] = ()

    def account(self) -> dict[str, Any]:
        """Return the case as plain data."""
        values = {change.path: change.value for change in self.changes}
        return {"name": self.name, "forum": self.forum, "set": values}


def case_from(account: dict[str, Any]) -> Case:
    """Return the case behind its account."""
    values: dict[str, Value] = account["set"]
    changes = tuple(Change(path, value) for path, value in values.items())
    return Case(account["name"], account["forum"], changes)


def cases_of(
    scenario: Scenario,
    arms: Sequence[str] = (),
    forums: Sequence[str] = (),
    changes: Sequence[Change] = (),
) -> tuple[Case, ...]:
    """Return the cases of a sweep: each arm named, under each forum named.

    Without either there is one case, named as the scenario's own forum. ``changes`` hold in all.

    Raises
    ------
    ScenarioError
        Where the scenario has no such arm or configuration, or one is named twice.
    """
    known = {arm.id for arm in scenario.sheet.arm}
    problems = [*wrong("--arm", arms, known), *wrong("--forum", forums, scenario.configurations)]
    if problems:
        raise ScenarioError(problems)
    made = []
    for arm in arms or (None,):
        for forum in forums or (None,):
            configuration, values = with_arm(scenario, arm, forum, changes)
            chosen = configuration or scenario.sheet.forum
            name = f"{arm}.{chosen}" if arm and len(forums) > 1 else arm or chosen
            made.append(Case(name, chosen, values))
    return tuple(made)


def wrong(option: str, names: Sequence[str], known: Collection[str]) -> list[Problem]:
    """Return a problem for every name that is unknown or comes twice."""
    problems = []
    for n, name in enumerate(names):
        if name not in known:
            near = nearest(name, known)
            problems.append(Problem(option, "", shown(name), listed(known), near))
        elif name in names[:n]:
            problems.append(Problem(option, "", shown(name), "each only once"))
    return problems
