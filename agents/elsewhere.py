"""Other tables for the same agenda: where a question leads that begins with "what if"."""

from dataclasses import dataclass

from scenarios.load import load
from scenarios.scenario import Scenario

MOST = 4
"""Tables named at a time."""


@dataclass(frozen=True)
class Other:
    """Another forum or set of forums, and who sits there besides or is missing.

    Parameters
    ----------
    seats : tuple of str
        Ids of all agencies at the table.
    more, fewer : tuple of str
        Short names of those that it adds to the table one comes from, and that it lacks.
    """

    id: str
    title: str
    seats: tuple[str, ...]
    more: tuple[str, ...]
    fewer: tuple[str, ...]


def elsewhere(name: str, configuration: str = "") -> tuple[Other, ...]:
    """Return the tables that are nearest to one: the scenario's own, and those with more seats.

    Parameters
    ----------
    name : str
        Id of a shipped scenario.
    configuration : str
        The table one comes from; by default the scenario's own.

    Examples
    --------
    >>> [other.id for other in elsewhere("economic-2-plus-2")][:2]
    ['3-plus-3-homeland', '3-plus-3-energy']
    >>> elsewhere("economic-2-plus-2", "3-plus-3-energy")[0].fewer
    ('MIC', 'Energy')
    """
    scenario = load(name)
    own = scenario.sheet.forum
    here = set(seats(scenario, configuration or own))
    arms = [arm.forum for arm in scenario.sheet.arm if arm.forum]
    every = {each: seats(scenario, each) for each in scenario.library.configurations}
    every.pop(configuration or own)
    wider = sorted(
        (each for each, seated in every.items() if here < set(seated)),
        key=lambda each: len(every[each]),
    )
    named = dict.fromkeys([own, *arms, *wider])
    return tuple(other(scenario, each, every[each], here) for each in named if each in every)[:MOST]


def seats(scenario: Scenario, configuration: str) -> tuple[str, ...]:
    """Return the agencies at the tables of a configuration."""
    library = scenario.library
    return tuple(
        dict.fromkeys(
            agency
            for forum in library.configurations[configuration].forums
            for several in library.forums[forum].seats.values()
            for agency in several
        )
    )


def other(scenario: Scenario, configuration: str, seated: tuple[str, ...], here: set[str]) -> Other:
    """Return one other table, as seen from where ``here`` are seated."""
    library = scenario.library
    return Other(
        id=configuration,
        title=library.configurations[configuration].title,
        seats=seated,
        more=tuple(library.agencies[each].short for each in seated if each not in here),
        fewer=tuple(library.agencies[each].short for each in sorted(here - set(seated))),
    )
