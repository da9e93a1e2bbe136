"""An arm of a scenario put to use: the configuration and the changes it stands for."""

from collections.abc import Sequence
from dataclasses import replace

from scenarios.arms import Arm
from scenarios.arrange import arrange
from scenarios.paths import Change
from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from scenarios.scenario import Scenario

Asked = tuple[str | None, tuple[Change, ...]]
"""A configuration, or None for the scenario's own, and changes."""


def with_arm(
    scenario: Scenario, name: str | None, configuration: str | None, changes: Sequence[Change]
) -> Asked:
    """Return what ``arrange`` is to be given for an arm of a scenario.

    What is asked for besides outdoes the arm: another configuration, or another value on a path.

    Parameters
    ----------
    name : str, optional
        Id of the arm; without it nothing is added.

    Raises
    ------
    ScenarioError
        Where the scenario has no such arm; it names the nearest.

    Examples
    --------
    >>> from scenarios.load import load
    >>> scenario = load("economic-2-plus-2")
    >>> with_arm(scenario, None, None, ())
    (None, ())
    """
    if name is None:
        return configuration, tuple(changes)
    arm = arm_of(scenario, name)
    own = {change.path for change in changes}
    set_by_arm = (Change(path, value) for path, value in arm.set.items() if path not in own)
    return configuration or arm.forum, (*set_by_arm, *changes)


def arm_of(scenario: Scenario, name: str) -> Arm:
    """Return an arm by its id."""
    arms = {arm.id: arm for arm in scenario.sheet.arm}
    if name not in arms:
        near = nearest(name, arms)
        raise ScenarioError([Problem(scenario.file, "arm", shown(name), listed(arms), near)])
    return arms[name]


def arm_problems(scenario: Scenario, file: str) -> list[Problem]:
    """Return what is wrong with the arms and the settings a scenario offers, by arranging each."""
    problems = []
    for n, arm in enumerate(scenario.sheet.arm):
        configuration, changes = with_arm(scenario, arm.id, None, ())
        try:
            arrange(scenario, configuration, changes)
        except ScenarioError as error:
            for each in error.problems:
                path = each.key or each.found.strip("'")
                problems.append(replace(each, file=file, key=f"arm[{n}].set.{path}"))
    ledger = arrange(scenario).ledger
    for n, setting in enumerate(scenario.sheet.setting):
        if setting.path not in ledger:
            near = nearest(setting.path, ledger)
            found = shown(setting.path)
            where = f"setting[{n}].path"
            problems.append(Problem(file, where, found, "a path of this scenario", near))
    return problems
