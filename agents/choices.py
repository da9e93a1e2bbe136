"""What one may watch: the shipped scenarios, in the words of their files."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from scenarios.card import faulty, readable
from scenarios.problems import ScenarioError
from scenarios.scenario import Scenario


@dataclass(frozen=True)
class Choice:
    """A scenario one may watch.

    Parameters
    ----------
    configurations : tuple of mappings
        ``id`` and ``title`` of each forum or set of forums, the scenario's own first.
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
    first = [sheet.forum, *(each for each in every if each != sheet.forum)]
    return Choice(
        id=sheet.id,
        title=sheet.title,
        question=sheet.question,
        story=tuple(sheet.story),
        configuration=sheet.forum,
        configurations=tuple({"id": each, "title": every[each].title} for each in first),
        arms=tuple(
            {"id": arm.id, "title": arm.title, "why": arm.why, "forum": arm.forum or sheet.forum}
            for arm in sheet.arm
        ),
        start=sheet.start.isoformat(),
    )
