"""Tables of actors as stances: the rules take positions and saliences as they are.

The range of an issue's positions becomes the range L0 to L4, so L0 is the lowest position that
somebody takes, and it holds where the issue is left open. No deal is worth what it is in the
domain (``sim.solve.formats.actors``): such tables say nothing of it, and any text is better.
"""

from collections.abc import Sequence

from scenarios.problems import Problem, ScenarioError
from sim.rules.sizes import AGENCIES, ITEMS, LEVELS
from sim.solve.formats.actors import Spatial, label
from sim.solve.formats.placed import INSTEAD, Place
from sim.solve.formats.stances import FARTHEST, Stances, Wish


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
            wishes.append(Wish(level, float(domain.salience[p, i])))
        made.append(Stances(tuple(wishes), no_deal(domain, wishes)))
    return made


def no_deal(domain: Spatial, wishes: Sequence[Wish]) -> float:
    """Return what is to be added to the text of all L0 so that no deal is worth 0 as there.

    There a text is worth 1 less the lost shares of saliences over the number of issues, here 1
    less these over the sum of saliences.
    """
    total = sum(each.salience for each in wishes)
    if total == 0.0:
        return -1.0
    at_0 = 1.0 - sum(each.salience * each.position / 4.0 for each in wishes) / total
    return max(1.0 - len(wishes) / total, -FARTHEST) - at_0
