"""From an experiment to the page that compares its settings: the same worlds, arm by arm."""

import pytest

from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import Change
from sim.claims.comparison import case_named
from sim.claims.read import experiments
from sim.claims.settings import settings
from sim.claims.studies import case_of


@pytest.mark.parametrize("claim", ["H4", "H6", "H13", "H14", "H15", "H59"])
def test_a_setting_is_the_world_that_the_experiment_plays(claim):
    tried = [each for each in experiments().experiment if each.claim == claim]
    assert len(settings(claim)) == len(tried)
    for experiment, found in zip(tried, settings(claim), strict=True):
        scenario = load(experiment.scenario)
        for arm, (name, sets) in zip(experiment.arm, found, strict=True):
            case = case_named(experiment.scenario, name)
            made = {each.path: each.value for each in case.changes} | dict(sets)
            changes = tuple(Change(path, value) for path, value in made.items())
            world = arrange(scenario, case.forum, changes)
            own = case_of(scenario, arm, experiment.set, {}, arm.name)
            assert world.digest == arrange(scenario, own.forum, own.changes).digest
        worlds = [(name, frozenset(sets)) for name, sets in found]
        assert len(set(worlds)) == len(worlds)
