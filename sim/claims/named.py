"""What paths are called, for pages that say on which values a result depends."""

from functools import lru_cache
from typing import Any

from scenarios.load import load
from scenarios.meanings import about, meaning
from scenarios.world import World
from sim.sweep.cases import Case
from sim.sweep.live.stage import world_of

KEPT = 128
UNITLESS = ("index", "mode", "")
"""Units that say nothing to a reader."""


@lru_cache(KEPT)
def named(scenario: str, paths: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Return what paths of a scenario are called, by path; not to be changed.

    Parameters
    ----------
    scenario : str
        Id of a shipped scenario.
    paths : tuple of str
        Such as other tables of the scenario have that its own has not; those that none has are
        left out.

    Returns
    -------
    dict
        ``title``, what the value is, of whom; ``unit``, empty where it says nothing; ``forum``,
        the configuration that has the path, empty where the scenario's own has it.

    Examples
    --------
    >>> named("two-tracks", ("detail_need",))["detail_need"]["forum"]
    ''
    """
    loaded = load(scenario)
    own = loaded.sheet.forum
    found: dict[str, dict[str, Any]] = {}
    for forum in (own, *(each for each in loaded.configurations if each != own)):
        missing = [path for path in paths if path not in found]
        if not missing:
            break
        world = world_of(scenario, Case(forum, forum))
        for path in missing:
            if path in world.ledger:
                found[path] = called(world, path) | {"forum": "" if forum == own else forum}
    return found


def called(world: World, path: str) -> dict[str, Any]:
    """Return what one path of a world is called."""
    entry = world.ledger[path]
    told, unit = meaning(entry, world.ledger), entry.figure.unit
    whom = about(world, entry)
    return {
        "title": f"{told}: {whom}" if whom else told,
        "unit": "" if unit in UNITLESS else unit,
    }
