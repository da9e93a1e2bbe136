"""Tables of actors as stances: the rules take positions and saliences as they are.

The range of an issue's positions becomes the range L0 to L4, so L0 is the lowest position that
somebody takes, and it holds where the issue is left open: such tables say nothing of no deal.
"""

from scenarios.problems import Problem, ScenarioError
from sim.rules.sizes import AGENCIES, ITEMS, LEVELS
from sim.solve.formats.actors import Spatial, label
from sim.solve.formats.placed import INSTEAD, Place
from sim.solve.formats.stances import Stances, Wish


def spatial_places(domain: Spatial, file: str) -> tuple[Place, ...]:
    """Return five evenly spaced positions of every issue as its levels.

    Raises
    ------
    ScenarioError
        Where a table has no room for the domain.
    """
    problems = []
    if len(domain.parties) > AGENCIES:
        found = f"{len(domain.parties)} actors"
        problems.append(Problem(file, "actor", found, f"at most {AGENCIES}; {INSTEAD}"))
    if len(domain.issues) > ITEMS:
        found = f"{len(domain.issues)} issues"
        problems.append(Problem(file, "issue", found, f"at most {ITEMS}; {INSTEAD}"))
    if problems:
        raise ScenarioError(problems)
    made = []
    for issue, row in zip(domain.issues, domain.places, strict=True):
        low, width = float(row[0]), float(row[-1] - row[0])
        steps = (low + width * level / (LEVELS - 1) for level in range(LEVELS))
        made.append(Place(issue, tuple(label(round(step, 10)) for step in steps)))
    return tuple(made)


def spatial_stances(domain: Spatial) -> list[Stances]:
    """Return the stances of actors: their own positions and saliences, on the range of levels."""
    made = []
    for p in range(len(domain.parties)):
        wishes = []
        for i, row in enumerate(domain.places):
            width = float(row[-1] - row[0]) or 1.0
            level = 4.0 * float(domain.position[p, i] - row[0]) / width
            wishes.append(Wish(round(level, 6), round(float(domain.salience[p, i]), 6), 0.0))
        made.append(Stances(tuple(wishes), 0.0, 0.0))
    return made
