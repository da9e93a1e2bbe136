"""Live runs: those of any batch, looked at month by month, with one value moved by hand."""

import threading

import numpy as np
import pytest

from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import Change
from scenarios.problems import ScenarioError
from sim.rules.measure import METRICS
from sim.sweep.batch import run_many
from sim.sweep.cases import Case
from sim.sweep.live.engine import play
from sim.sweep.live.stage import block_of, target_of

SCENARIO, FORUM = "design-the-forum", "economic-2-plus-2"
MOVED = (
    Change("detail_need", 0.35),
    Change("horizon", 20),
    Change("event.E33", "off"),
    Change("availability", 0.7),
)


@pytest.mark.parametrize("moved", MOVED, ids=str)
def test_a_moved_value_makes_the_world_that_arrange_makes(moved):
    world = arrange(load(SCENARIO), FORUM, (moved,))
    assert np.array_equal(
        block_of(SCENARIO, Case("a", FORUM), moved).view(np.int64), world.block.view(np.int64)
    )


def test_live_runs_are_those_of_a_batch():
    metric = METRICS.index("mean_level")
    block = block_of(SCENARIO, Case("a", FORUM), Change("horizon", 12))
    made = play(block, target_of(block), 7, np.arange(2), metric, plain=True)
    world = arrange(load(SCENARIO), FORUM, (Change("horizon", 12),))
    batch = run_many(world, 7, 2, plain=True)
    assert np.array_equal(made.metrics, batch.metrics)
    assert np.array_equal(made.outcome, batch.outcome)
    assert np.array_equal(made.series[:, -1], batch.metrics[:, :, metric])


def test_a_value_out_of_range_is_refused():
    with pytest.raises(ScenarioError, match="detail_need"):
        block_of(SCENARIO, Case("a", FORUM), Change("detail_need", 7))


def test_a_path_that_a_case_lacks_is_left_alone():
    plain = block_of(SCENARIO, Case("a", FORUM))
    moved = block_of(SCENARIO, Case("a", FORUM), Change("turf.us-nobody", 0.5))
    assert plain is moved or np.array_equal(plain.view(np.int64), moved.view(np.int64))


def test_nothing_is_played_once_it_is_stopped():
    from sim.sweep.live.rounds import few

    stop = threading.Event()
    stop.set()
    assert list(few([block_of(SCENARIO, Case("a", FORUM))], 7, 1, stop)) == []
