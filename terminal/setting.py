"""From what is asked for at the command line to a world."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from agents import guests
from agents.bots import NOBODY
from agents.chooser import Chooser, GuestError
from scenarios.arrange import arrange
from scenarios.compare import with_arm
from scenarios.load import catalogue, load, read
from scenarios.paths import Change, parse
from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from scenarios.scenario import Scenario
from scenarios.world import World
from sim.play.phrases import joined
from sim.rules.codes import STRATEGIES
from terminal.refusal import RefusalError
from terminal.telling import Story

ENDING = ".toml"
STRATEGY = "strategy."
"""What paths of strategies begin with."""


@dataclass(frozen=True)
class Setting:
    """A world, and the changes that made it what it is."""

    world: World
    changes: tuple[Change, ...]
    guests: Mapping[str, Chooser] = NOBODY
    """Strategies from elsewhere, by the seats they hold."""


def setting(
    name: str,
    forum: str | None,
    strategies: Sequence[str] = (),
    values: Sequence[str] = (),
    arm: str | None = None,
) -> Setting:
    """Return the world that a command asks for.

    Parameters
    ----------
    name : str
        Id of a shipped scenario, or path of a file that ends in ``.toml``.
    forum : str, optional
        Id of a configuration.
    strategies : sequence of str
        Such as ``"us-state=hardliner"``, or with the name of a strategy from elsewhere.
    values : sequence of str
        Such as ``"gridlock.us=0.8"``.
    arm : str, optional
        Id of an arm of the scenario, which ``forum`` and ``values`` outdo.

    Raises
    ------
    ScenarioError
        Where any of these names what there is not; it names the nearest there is.
    """
    scenario = found(name)
    if forum is not None:
        require("--forum", forum, scenario.configurations)
    given = [chosen_strategy(text, scenario) for text in strategies]
    require_once(given)
    seats = [each for each in given if not guests.known(str(each.value))]
    changes = seats + [parse(text) for text in values]
    if arm is not None:
        require("--arm", arm, (each.id for each in scenario.sheet.arm))
    forum, made = with_arm(scenario, arm, forum, changes)
    try:
        world = arrange(scenario, forum, made)
        return Setting(world, made, seated(world, [each for each in given if each not in seats]))
    except ScenarioError as error:
        raise ScenarioError(as_given(problem, seats) for problem in error.problems) from None


def seated(world: World, given: Sequence[Change]) -> dict[str, Chooser]:
    """Return strategies from elsewhere by the seats they are given.

    Raises
    ------
    RefusalError
        Where there is no such strategy, or the agency has no part in the run.
    """
    found = {}
    for change in given:
        seat = change.path.removeprefix(STRATEGY)
        require("--strategy", seat, world.agencies)
        try:
            found[seat] = guests.guest(str(change.value))
        except (GuestError, ImportError) as error:
            raise RefusalError(f"--strategy: {error}") from None
    return found


def require_once(seats: Sequence[Change]) -> None:
    """Check that no seat is given two strategies."""
    counts = Counter(change.path for change in seats)
    twice = [path.removeprefix(STRATEGY) for path, count in counts.items() if count > 1]
    if twice:
        allowed = "one strategy for each seat"
        raise ScenarioError(
            Problem("--strategy", seat, "a second strategy", allowed) for seat in twice
        )


def as_given(problem: Problem, seats: Iterable[Change]) -> Problem:
    """Return a problem with a seat's strategy as one of the option that has given it."""
    for change in seats:
        if problem.found == shown(change.path):
            seat = change.path.removeprefix(STRATEGY)
            near = nearest(seat, [problem.nearest.removeprefix(STRATEGY)])
            return Problem("--strategy", "", shown(seat), "an agency with a part in this run", near)
    return problem


def found(name: str) -> Scenario:
    """Return a scenario by its id, or from the file of that name."""
    if name.endswith(ENDING):
        return read(name)
    if name not in catalogue():
        raise RefusalError(unknown(name))
    return load(name)


def unknown(name: str) -> str:
    """Return what is to be said of a name that no shipped scenario has."""
    if name and os.path.isfile(name):
        return f"{shown(name)}: a file, but the name of a scenario file ends in {ENDING}"
    hint = f"; did you mean {near!r}?" if (near := nearest(name, catalogue())) else ""
    return f"{shown(name)}: no scenario of that name; there are {joined(catalogue())}{hint}"


def chosen_strategy(text: str, scenario: Scenario) -> Change:
    """Return the change that gives a seat a strategy."""
    seat, equals, name = (part.strip() for part in text.partition("="))
    if not equals:
        form = "a seat, an equals sign and a strategy, such as us-state=hardliner"
        raise ScenarioError([Problem("--strategy", "", shown(text), form)])
    require("--strategy", seat, scenario.library.agencies)
    if not guests.known(name):
        require("--strategy", name, (*STRATEGIES, *guests.names()), seat)
    return Change(f"{STRATEGY}{seat}", name)


def require(option: str, word: str, choices: Iterable[str], key: str = "") -> None:
    """Check that a word is one of some choices."""
    known = tuple(choices)
    if word not in known:
        problem = Problem(option, key, shown(word), listed(known), nearest(word, known))
        raise ScenarioError([problem])


def story_from(word: str) -> Story:
    """Return how much of a run is to be told."""
    require("--story", word, tuple(Story))
    return Story(word)
