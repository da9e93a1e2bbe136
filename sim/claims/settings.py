"""The settings of an experiment, as the page that compares settings takes them."""

from functools import lru_cache
from typing import NamedTuple

from scenarios.ledger import Value
from scenarios.load import load
from scenarios.scenario import Scenario
from sim.claims.read import experiments
from sim.claims.records import Experiment, ExperimentArm
from sim.claims.studies import case_of


class Setting(NamedTuple):
    """One arm of an experiment: what it starts from, and what it sets besides."""

    name: str
    """Id of an arm of the scenario, or of the forum it is played at."""
    sets: tuple[tuple[str, Value], ...]
    """Single paths, each with its value."""


@lru_cache(64)
def settings(claim: str) -> tuple[tuple[Setting, ...], ...]:
    """Return for each experiment on a claim its settings, arm by arm.

    >>> [each.name for each in settings("H14")[0]]
    ['economic-2-plus-2', 'economic-2-plus-2']
    >>> [each.name for each in settings("H13")[0]]
    ['jucip-closed', 'economic-2-plus-2']
    """
    tried = [each for each in experiments().experiment if each.claim == claim]
    return tuple(
        tuple(setting(load(each.scenario), each, arm) for arm in each.arm) for each in tried
    )


def setting(scenario: Scenario, experiment: Experiment, arm: ExperimentArm) -> Setting:
    """Return the setting of one arm; of an arm at another forum, all it sets is set by hand."""
    case = case_of(scenario, arm, experiment.set, {}, arm.name)
    name = arm.forum or arm.arm or scenario.sheet.forum
    own: set[tuple[str, Value]] = set()
    if arm.arm and not arm.forum:
        bare = arm.model_copy(update={"set": {}})
        plain = case_of(scenario, bare, {}, {}, arm.name)
        own = {(each.path, each.value) for each in plain.changes}
    every = ((each.path, each.value) for each in case.changes)
    return Setting(name, tuple(each for each in every if each not in own))
