"""Values of issues on the five levels of items.

Up to four values stand at L1, L2, ... in the order of the file, above L0, where an issue is
left open; levels above the last value stand for nothing and nobody accepts them. Of five
values the first stands at L0: it is what holds on an issue that is left open.
"""

from dataclasses import dataclass

from scenarios.problems import Problem, ScenarioError
from sim.rules.sizes import AGENCIES, ITEMS, LEVELS
from sim.solve.domain import Domain

INSTEAD = "communique solve --domain takes it as it is"


@dataclass(frozen=True)
class Place:
    """Where the values of an issue stand."""

    issue: str
    values: tuple[str, ...]

    @property
    def full(self) -> bool:
        """Say whether the values take all five levels, so that none is left for an open issue."""
        return len(self.values) == LEVELS

    @property
    def levels(self) -> tuple[int, ...]:
        """Return the level of each value."""
        first = 0 if self.full else 1
        return tuple(range(first, first + len(self.values)))

    @property
    def top(self) -> int:
        """Return the highest level that stands for a value."""
        return self.levels[-1]


def placed(domain: Domain, file: str) -> tuple[Place, ...]:
    """Return where the values of every issue stand.

    Raises
    ------
    ScenarioError
        Where a table has no room for the domain.
    """
    problems = []
    if not 2 <= len(domain.parties) <= AGENCIES:
        found = f"{len(domain.parties)} parties"
        problems.append(Problem(file, "parties", found, f"from 2 to {AGENCIES}; {INSTEAD}"))
    if len(domain.issues) > ITEMS:
        found = f"{len(domain.issues)} issues"
        problems.append(Problem(file, "issues", found, f"at most {ITEMS}; {INSTEAD}"))
    for issue, values in zip(domain.issues, domain.values, strict=True):
        if len(values) > LEVELS:
            allowed = f"at most {LEVELS}, one for each level; {INSTEAD}"
            problems.append(Problem(file, issue, f"{len(values)} values", allowed))
    if any(line.any() for line in domain.forbidden):
        allowed = f"no red lines: they cannot be carried over; {INSTEAD}"
        problems.append(Problem(file, "red lines", "values that a party bars", allowed))
    if problems:
        raise ScenarioError(problems)
    pairs = zip(domain.issues, domain.values, strict=True)
    return tuple(Place(issue, values) for issue, values in pairs)
