"""What one may watch: the shipped scenarios, in the words of their files."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from agents.elsewhere import seats
from scenarios.card import faulty, readable
from scenarios.problems import ScenarioError
from scenarios.scenario import Scenario


@dataclass(frozen=True)
class Choice:
    """A scenario one may watch.

    Parameters
    ----------
    configurations : tuple of mappings
        ``id`` and ``title`` of each forum or set of forums, the nearest first, and its ``kin``:
        ``"own"`` for the scenario's own and its arms', ``"wider"`` where more seats are beside
        those of its own, ``"other"``.
    arms : tuple of mappings
        ``id``, ``title``, ``why`` and ``forum`` (the id of a configuration) of each arm.
    """

    id: str
    title: str
    question: str
    story: tuple[str, ...]
    configuration: str
    configurations: tuple[Mapping[str, str], ...]
    arms: tuple[Mapping[str, str], ...]
    start: str


def choices() -> list[dict[str, Any]]:
    """Return the shipped scenarios, those to begin with first, each with its configurations.

    Raises
    ------
    ScenarioError
        Where none can be read; where only some cannot, they are left out.
    """
    found = [asdict(choice(each)) for each in readable().values()]
    if not found:
        raise ScenarioError([each for error in faulty().values() for each in error.problems])
    return found


def choice(scenario: Scenario) -> Choice:
    """Return one scenario as a choice."""
    sheet = scenario.sheet
    every = scenario.library.configurations
    return Choice(
        id=sheet.id,
        title=sheet.title,
        question=sheet.question,
        story=tuple(sheet.story),
        configuration=sheet.forum,
        configurations=tuple(
            {"id": each, "title": every[each].title, "kin": kin}
            for each, kin in kinship(scenario).items()
        ),
        arms=tuple(
            {"id": arm.id, "title": arm.title, "why": arm.why, "forum": arm.forum or sheet.forum}
            for arm in sheet.arm
        ),
        start=sheet.start.isoformat(),
    )


def kinship(scenario: Scenario) -> dict[str, str]:
    """Return how near each configuration is to a scenario, the nearest first.

    Examples
    --------
    >>> from scenarios.load import load
    >>> list(kinship(load("economic-2-plus-2")).items())[0]
    ('economic-2-plus-2', 'own')
    """
    sheet, every = scenario.sheet, scenario.library.configurations
    own = dict.fromkeys([sheet.forum, *(arm.forum for arm in sheet.arm if arm.forum)], "own")
    here = set(seats(scenario, sheet.forum))
    more = [each for each in every if each not in own and here < set(seats(scenario, each))]
    more.sort(key=lambda each: len(seats(scenario, each)))
    wider = dict.fromkeys(more, "wider")
    return {**own, **wider, **{each: "other" for each in every if each not in own | wider}}
