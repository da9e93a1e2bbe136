"""The figures of sweeps, in tiny numbers, and the guard that holds what they have reached."""

import json
from functools import partial

import pytest

from bench import sweep
from bench.goal import Goal
from bench.kernel import pieces, wall_seconds
from bench.sweep import Sizes, kernel_seconds, main
from sim.sweep.chunk import play_chunk
from sim.sweep.entry import study_of

TINY = Sizes(runs=4, turns=1, seconds=0, mesa_runs=(1, 2), apart=False)


@pytest.fixture
def tiny(monkeypatch):
    """Play plain runs, and few."""
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")
    monkeypatch.setattr(sweep, "laps", lambda slow, fast, few, many, seconds: LAPS)
    monkeypatch.setattr(sweep, "mesa_in_processes", lambda *given: None)
    monkeypatch.setattr(sweep, "study_of", partial(study_of, changes=("horizon=1",)))


class Lap:
    difference = ""
    ratio = 120.0


LAPS = (Lap,)


@pytest.mark.usefixtures("tiny")
def test_json_says_what_was_measured_where(capsys):
    main(as_json=True, sizes=TINY)
    found = json.loads(capsys.readouterr().out)
    assert set(found["machine"]) == {"processor", "cores", "load_average", "system", "versions"}
    goals = {each["what"]: each for each in found["goals"]}
    assert len(goals) == 4
    assert goals["against batch_run, one core"]["reached"] is True
    assert 0 < goals["end to end, of the bare rules"]["found"] < 1


@pytest.mark.usefixtures("tiny")
def test_a_page_for_people(capsys):
    main(sizes=TINY)
    out = capsys.readouterr().out
    assert "| against batch_run, one core | 120x | >= 100x | yes | 1 turns |" in out


def test_outcomes_that_differ_are_no_race(monkeypatch):
    monkeypatch.setattr(Lap, "difference", "run 3")
    monkeypatch.setattr(sweep, "laps", lambda *given: LAPS)
    monkeypatch.setattr(sweep, "mesa_metrics", lambda *given: None)
    with pytest.raises(ArithmeticError, match="the outcomes differ: run 3"):
        sweep.one_core(None, 0)


def test_a_goal_knows_which_way_it_lies():
    assert Goal("a", 2.0, 1.0).reached
    assert not Goal("a", 2.0, 1.0, least=False).reached


def test_the_bare_rules_play_the_rows_of_the_sweep():
    study = study_of("economic-2-plus-2", 6, "sobol", ("all-assumed",), changes=("horizon=2",))
    work = pieces(study)
    wall_seconds(work, 1)
    (columns,) = (piece.args[0][-1] for piece in work)
    assert columns[0][:, 0, 0].tolist() == play_chunk(study, 0, 6).columns["outcome"].tolist()


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_sweep_is_not_much_slower_than_the_bare_rules():
    """Hold a ratio, measured side by side, well below what a quiet machine reaches."""
    study = study_of("design-the-forum", 6000, "sobol", ("all-assumed",))
    sweep.warm(study)
    one, two, around = kernel_seconds(study, 3)
    assert min(one) / min(two) > 1.3
    assert min(two) / min(around) > 0.6


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_compiled_rules_stay_far_ahead_of_batch_run():
    world = sweep.arrange(sweep.load("economic-2-plus-2"))
    assert sweep.one_core(world, 10).found > 80
