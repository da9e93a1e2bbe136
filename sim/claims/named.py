"""What paths are called, for pages that say on which values a result depends."""

from typing import Any

from scenarios.load import catalogue, load
from scenarios.meanings import about, meaning, titled
from scenarios.spoken import by_language
from scenarios.told import told
from scenarios.world import World
from sim.sweep.cases import Case
from sim.sweep.live.stage import world_of

KEPT = 128
UNITLESS = ("index", "mode", "")
"""Units that say nothing to a reader."""


@by_language(KEPT)
def named(scenario: str, paths: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Return what paths of a scenario are called, by path; not to be changed.

    Parameters
    ----------
    scenario : str
        Id of a shipped scenario.
    paths : tuple of str
        Each as it is or with one of its words, such as ``strategy.us-state=conceder``. Those that
        no table of the scenario has are left out.

    Returns
    -------
    dict
        ``title``, what the value is, of whom; ``unit``, empty where it says nothing; ``path``
        itself; ``forum``, the configuration that has it, empty where the scenario's own has it.

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
        for name in missing:
            path, _, word = name.partition("=")
            if path in world.ledger:
                told = called(world, path, word)
                found[name] = told | {"path": path, "forum": "" if forum == own else forum}
    return found


def cited(claim: str) -> str:
    """Return the id of a scenario that tests a claim, and so lists its sources.

    Examples
    --------
    >>> cited("H13") in catalogue()
    True
    """
    return next(name for name in catalogue() if claim in load(name).sheet.claims)


def entitled(scenario: str) -> str:
    """Return the title of a scenario.

    Examples
    --------
    >>> entitled("two-tracks")
    'Two tracks'
    """
    return load(scenario).sheet.title


def called(world: World, path: str, word: str = "") -> dict[str, Any]:
    """Return what one path of a world is called, or one word that may stand there."""
    entry = world.ledger[path]
    unit = entry.figure.unit
    title = titled(meaning(entry, world.ledger), about(world, entry), told("choice", word, word))
    return {"title": title, "unit": "" if word or unit in UNITLESS else unit}
