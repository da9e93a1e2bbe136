"""From an experiment or a map to a study: its cases, what varies, and how many worlds."""

import fnmatch
from collections.abc import Mapping, Sequence

from scenarios.arrange import arrange
from scenarios.compare import with_arm
from scenarios.ledger import Value
from scenarios.load import load
from scenarios.paths import Change
from scenarios.problems import Problem, ScenarioError, shown
from scenarios.scenario import Scenario
from scenarios.world import World
from sim.claims.records import Experiment, ExperimentArm, Map
from sim.sweep.cases import Case
from sim.sweep.designs.kinds import Plan
from sim.sweep.factors import Factor, factors_of, number
from sim.sweep.study import Study

ASSUMED, ALL = VARY = ("all-assumed", "all")
"""What varies: every figure that is assumed; or the sizes we chose for what is inferred, too."""
OFF = " (off)"
"""What the names of the cases without the mechanism end in."""

Values = Mapping[str, Value]


def study_of_claim(experiment: Experiment, worlds: int, seed: int, vary: str) -> Study:
    """Return the study of an experiment: every arm, with the mechanism and then without it.

    A value of the control counts in the arms that have its path: an agency may be consulted in
    one arm and seated in another.

    Raises
    ------
    ScenarioError
        Where the scenario has no such arm, path or value.
    """
    scenario, off = load(experiment.scenario), experiment.off.set
    cases = [case_of(scenario, each, experiment.set, {}, each.name) for each in experiment.arm]
    for each, case in zip(experiment.arm, tuple(cases), strict=True):
        paths = arrange(scenario, case.forum, case.changes).ledger
        there = {path: value for path, value in off.items() if fnmatch.filter(paths, path)}
        cases.append(case_of(scenario, each, experiment.set, there, each.name + OFF))
    used = {change.path for case in cases[len(experiment.arm) :] for change in case.changes}
    for path in off:
        if not fnmatch.filter(used, path):
            allowed = "a path of an arm of this scenario"
            raise ScenarioError([Problem(scenario.id, "off", shown(path), allowed)])
    return study(scenario, tuple(cases), worlds, seed, vary, seats=True)


def study_of_map(chart: Map, worlds: int, seed: int, vary: str) -> Study:
    """Return the study of a map: every arm at every place of the grid.

    Seats stay where the scenario has them, for moving them in every cell takes too long.
    """
    scenario = load(chart.scenario)
    cases = [
        case_of(
            scenario,
            each,
            chart.set,
            dict.fromkeys(chart.across.paths, number(x)) | dict.fromkeys(chart.up.paths, number(y)),
            f"{each.name} / {x:g} / {y:g}",
        )
        for y in chart.up.at
        for x in chart.across.at
        for each in chart.arm
    ]
    return study(scenario, tuple(cases), worlds, seed, vary, seats=False)


def case_of(
    scenario: Scenario, arm: ExperimentArm, common: Values, last: Values, name: str
) -> Case:
    """Return the case of an arm; what comes later in the list of values outdoes what came before.

    The scenario's own arm comes first, then the values of all arms, of this arm, and of the
    control or the place on a map.
    """
    own = {**common, **arm.set, **last}
    plain = tuple(Change(path, value) for path, value in own.items() if "*" not in path)
    forum, made = with_arm(scenario, arm.arm, arm.forum, plain)
    forum = forum or scenario.sheet.forum
    values = {change.path: change.value for change in made if change.path not in own}
    paths = single_paths(scenario, forum, made)
    for path, value in own.items():
        matching = fnmatch.filter(paths, path) if "*" in path else [path]
        if not matching:
            allowed = "a pattern of paths of this scenario"
            raise ScenarioError([Problem(scenario.id, name, shown(path), allowed)])
        values |= dict.fromkeys(matching, value)
    return Case(name, forum, tuple(Change(path, value) for path, value in values.items()))


def single_paths(scenario: Scenario, forum: str, changes: tuple[Change, ...]) -> list[str]:
    """Return the paths that stand for one thing each."""
    return [path for path, entry in arrange(scenario, forum, changes).ledger.items() if entry.cells]


def study(
    scenario: Scenario, cases: tuple[Case, ...], worlds: int, seed: int, vary: str, seats: bool
) -> Study:
    """Return the study of some cases over sampled worlds."""
    factors = varying(scenario, cases, vary)
    kept = tuple(each for each in factors if seats or not each.seating)
    return Study(scenario, "", cases, kept, Plan("sobol", worlds), seed)


def varying(scenario: Scenario, cases: Sequence[Case], vary: str) -> tuple[Factor, ...]:
    """Return what varies in any of the cases.

    A case holds what it sets; so the room of a figure is asked of the scenario without the cases'
    values first. Seats that a document suggests stay where it has them.
    """
    forums = dict.fromkeys(case.forum for case in cases)
    bare: list[World] = [arrange(scenario, forum) for forum in forums]
    found = factors_of([*bare, *(arrange(scenario, c.forum, c.changes) for c in cases)], [vary])
    if vary == ASSUMED:
        return found
    assumed = {each.path for each in varying(scenario, cases, ASSUMED)}
    return tuple(each for each in found if not each.seating or each.path in assumed)
