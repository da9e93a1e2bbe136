"""One chair for each side of a forum, also when a change has moved the seats."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scenarios.cast import Cast
from scenarios.ledger import Code, Entry, number
from scenarios.paths import GIVEN, Change
from scenarios.problems import Problem, ScenarioError
from scenarios.scenario import Scenario
from sim.rules.codes import CHAIR, PRINCIPAL, ROLES


def chaired(
    ledger: Mapping[str, Entry], scenario: Scenario, cast: Cast, changes: Sequence[Change]
) -> dict[str, Entry]:
    """Return the ledger with one chair for each side that has principals at a forum.

    A side whose chair has left is chaired by the first of its principals that remain; where a
    change adds a chair, the old one becomes a principal.

    Raises
    ------
    ScenarioError
        Where a change leaves a forum with principals of fewer than two sides.
    """
    made = dict(ledger)
    problems = []
    moved = {change.path.rsplit(".", 1)[-1] for change in changes if change.value == "chair"}
    for forum in cast.forum:
        present = 0
        for side in cast.side:
            paths = seats_of(ledger, scenario, cast, forum, side)
            present += bool(paths)
            for path, role in roles(ledger, paths, moved):
                figure = made[path].figure.model_copy(update={"value": ROLES[role]})
                made[path] = replace(made[path], figure=figure)
        if present < 2:
            found = f"principals of {present} side(s)"
            problems.append(Problem(GIVEN, f"role.{forum}", found, "principals of two sides"))
    if problems:
        raise ScenarioError(problems)
    return made


def seats_of(
    ledger: Mapping[str, Entry], scenario: Scenario, cast: Cast, forum: str, side: str
) -> tuple[str, ...]:
    """Return the paths of a side's principals at a forum, in the order of its seats."""
    library = scenario.library
    listed = library.forums[forum].seats.get(side, ())
    others = (name for name in cast.agency if library.agencies[name].side == side)
    paths = (f"role.{forum}.{name}" for name in dict.fromkeys((*listed, *others)))
    return tuple(path for path in paths if role_of(ledger, path) >= PRINCIPAL)


def roles(
    ledger: Mapping[str, Entry], paths: Sequence[str], moved: set[str]
) -> Iterator[tuple[str, int]]:
    """Yield the roles of principals that must change so that exactly one of them chairs."""
    chairs = [path for path in paths if role_of(ledger, path) == CHAIR]
    preferred = [path for path in chairs if path.rsplit(".", 1)[-1] in moved]
    for chair in (preferred or chairs or list(paths))[:1]:
        for path in paths:
            role = CHAIR if path == chair else PRINCIPAL
            if role != role_of(ledger, path):
                yield path, role


def role_of(ledger: Mapping[str, Entry], path: str) -> int:
    """Return the code of the role at a path."""
    return int(number(Code.ROLE, ledger[path].figure.value))
