"""Other forums for the same agenda: where a question leads that begins with "what if"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import parse
from scenarios.problems import ScenarioError
from scenarios.scenario import Scenario

MOST = 4
"""Tables named at a time."""


@dataclass(frozen=True)
class Other:
    """Another forum or set of forums, and who sits there besides or is missing.

    Parameters
    ----------
    seats : tuple of str
        Ids of all agencies with a seat.
    more, fewer : tuple of str
        Short names of those that it adds to those one comes from, and that it lacks.
    sets : tuple of str
        Of the values set where one comes from, those that can be set there as well.
    """

    id: str
    title: str
    seats: tuple[str, ...]
    more: tuple[str, ...]
    fewer: tuple[str, ...]
    sets: tuple[str, ...] = ()


def elsewhere(name: str, configuration: str = "", sets: Sequence[str] = ()) -> tuple[Other, ...]:
    """Return the forums nearest to some: the scenario's own, and those with more seats.

    Parameters
    ----------
    name : str
        Id of a shipped scenario.
    configuration : str
        The forums one comes from; by default the scenario's own.
    sets : sequence of str
        Values set there, such as ``"gridlock.us=0.8"``.

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
    near = [each for each in named if each in every][:MOST]
    return tuple(
        replace(other(scenario, each, every[each], here), sets=fitting(scenario, each, sets))
        for each in near
    )


def fitting(scenario: Scenario, configuration: str, sets: Sequence[str]) -> tuple[str, ...]:
    """Return those of some values that can be set in other forums."""
    kept = list(sets)
    while kept:
        try:
            arrange(scenario, configuration, [parse(each) for each in kept])
        except ScenarioError as error:
            wrong = " ".join(map(str, error.problems))
            fit = [each for each in kept if each.partition("=")[0] not in wrong]
            kept = fit if len(fit) < len(kept) else []
        else:
            break
    return tuple(kept)


def seats(scenario: Scenario, configuration: str) -> tuple[str, ...]:
    """Return the agencies with a seat in a configuration."""
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
    """Return one other set of forums, as seen from where ``here`` are seated."""
    library = scenario.library
    return Other(
        id=configuration,
        title=library.configurations[configuration].title,
        seats=seated,
        more=tuple(library.agencies[each].short for each in seated if each not in here),
        fewer=tuple(library.agencies[each].short for each in sorted(here - set(seated))),
    )
