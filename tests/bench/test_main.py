"""The benchmark from its own door, in tiny numbers."""

import json

import pytest

from bench import main as bench
from bench import runners
from bench.main import main, measured, months
from bench.runners import mesa_metrics, rules_metrics
from scenarios.problems import ScenarioError
from sim.model import world_of
from sim.rules.block import Floats


@pytest.fixture
def tiny(monkeypatch):
    """Play plain runs, and few."""
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")
    monkeypatch.setattr(bench, "MESA_RUNS", 1)
    monkeypatch.setattr(bench, "RULES_RUNS", 2)
    monkeypatch.setattr(bench, "months", lambda world, seed: {"a month": 1.0})


@pytest.mark.parametrize("scenario_id", ["economic-2-plus-2", "two-tracks"])
def test_both_ways_play_the_same_runs(scenario_id: str):
    world = world_of(scenario_id, None, ())
    theirs = mesa_metrics(world, 5, range(3, 5))
    ours = rules_metrics(world, 5, range(3, 5), plain=True)
    assert theirs.tobytes() == ours.tobytes()


def test_without_batch_run_the_model_is_run_in_a_loop(monkeypatch):
    world = world_of("economic-2-plus-2", "3-plus-3-energy", ())
    with_it = mesa_metrics(world, 5, range(1))
    assert "batch_run" in runners.mesa_way()
    monkeypatch.setattr(runners, "batch_run", None)
    assert "for want of batch_run" in runners.mesa_way()
    assert mesa_metrics(world, 5, range(1)).tobytes() == with_it.tobytes()


@pytest.mark.usefixtures("tiny")
def test_one_json_object_and_nothing_else(capsys):
    assert main("two-tracks", seed=2, seconds=0, as_json=True) == 0
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert err == ""
    assert (found["scenario"], found["seed"], found["compared"]) == ("two-tracks", 2, 1)
    assert found["compiled"] is False
    assert found["ratio"] > 0
    assert found["months_ms"] == {"a month": 1.0}


@pytest.mark.usefixtures("tiny")
def test_a_table_for_people(capsys):
    assert main(seconds=0) == 0
    out, err = capsys.readouterr()
    assert "Outcomes equal in all 1 runs" in out
    assert "Measuring" in err


@pytest.mark.usefixtures("tiny")
def test_other_outcomes_are_a_failure(capsys, monkeypatch):
    def lies(*given, plain: bool = False) -> Floats:
        return rules_metrics(*given, plain=True) + 1

    monkeypatch.setattr(bench, "rules_metrics", lies)
    assert main(seconds=0) == 1
    assert "Outcomes differ" in capsys.readouterr().out


def test_a_scenario_that_is_not_there_is_named():
    with pytest.raises(ScenarioError, match="two-tracks"):
        main("two-track")


def test_a_month_is_timed_in_milliseconds():
    world = world_of("economic-2-plus-2", None, ("horizon=3",))
    assert all(0.1 < ms < 1000 for ms in months(world, 1).values())


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_compiled_rules_are_a_hundred_times_as_fast():
    found = measured(world_of("economic-2-plus-2", None, ()), 1, seconds=15)
    assert found.compiled
    assert found.differences == ()
    assert found.ratio >= 100
