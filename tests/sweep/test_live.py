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
from sim.sweep.live.compiler import Compiler
from sim.sweep.live.engine import play
from sim.sweep.live.rounds import Turns, few, many
from sim.sweep.live.stage import block_of, fitting, target_of
from sim.sweep.live.track import Track, Tracks

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


def test_a_second_value_moved_makes_the_world_that_arrange_makes():
    still = (Change("detail_need", 0.35),)
    world = arrange(load(SCENARIO), FORUM, (*still, MOVED[-1]))
    made = block_of(SCENARIO, fitting(SCENARIO, Case("a", FORUM), still)[0], MOVED[-1])
    assert np.array_equal(made.view(np.int64), world.block.view(np.int64))


@pytest.mark.parametrize("agency", ["us-state", "us-commerce", "us-energy"])
def test_a_seat_moved_makes_the_world_that_arrange_makes(agency):
    role = "principal" if agency == "us-energy" else "absent"
    moved = Change(f"role.{FORUM}.{agency}", role)
    world = arrange(load(SCENARIO), FORUM, (moved,))
    made = block_of(SCENARIO, Case("a", FORUM), moved)
    assert np.array_equal(made.view(np.int64), world.block.view(np.int64))


def short_track():
    return Track(block_of(SCENARIO, Case("a", FORUM), Change("horizon", 3)), 7, 1)


def test_nothing_is_played_once_it_is_stopped():
    stop = threading.Event()
    stop.set()
    assert list(few([short_track()], stop)) == []
    assert list(many([short_track()], stop)) == []


def test_runs_played_twice_or_out_of_turn_are_kept_once_and_in_order():
    track, straight = short_track(), short_track()
    for first, last in ((2, 4), (3, 4), (0, 1), (0, 3), (3, 6)):
        track.play(first, last, plain=True)
    straight.play(0, 6, plain=True)
    assert track.count == 6
    for mine, theirs in zip(track.runs(6), straight.runs(6), strict=True):
        assert np.array_equal(mine, theirs)
    assert track.runs(2).run.tolist() == [0, 1]


def test_worlds_that_are_the_same_share_their_runs_and_old_ones_are_forgotten():
    tracks = Tracks(kept=2)
    blocks = [block_of(SCENARIO, Case("a", FORUM), Change("horizon", n)) for n in (3, 4, 5)]
    first = tracks.of(blocks[0], 7, 1)
    assert tracks.of(blocks[0].copy(), 7, 1) is first
    assert tracks.of(blocks[0], 8, 1) is not first
    tracks.of(blocks[1], 7, 1)
    tracks.of(blocks[2], 7, 1)
    assert tracks.of(blocks[0], 7, 1) is not first


class Pretended:
    """A track that plays nothing."""

    def __init__(self, count=0):
        self.count, self.turns = count, []

    def play(self, first, last):
        assert first == self.count
        self.count = last
        self.turns.append((first, last))


def test_cases_take_turns_until_there_are_enough():
    ahead, behind = Pretended(8), Pretended()
    Turns([ahead, behind], 4, 14, threading.Event()).take()
    assert behind.turns == [(0, 4), (4, 8), (8, 12), (12, 14)]
    assert ahead.turns == [(8, 12), (12, 14)]


def test_when_time_is_up_there_are_some_of_each_and_no_more():
    tracks = [Pretended(), Pretended()]
    Turns(tracks, 4, 1000, threading.Event(), end=0.0).take()
    assert [track.turns for track in tracks] == [[(0, 4)], [(0, 4)]]


def test_rules_that_cannot_be_made_ready_are_not_waited_for(monkeypatch):
    compiler = Compiler()
    compiler.failed = False
    monkeypatch.setattr("sim.sweep.live.compiler.at_hand", lambda: True)

    def breaks():
        raise RuntimeError("no compiler")

    monkeypatch.setattr("sim.sweep.live.compiler.compile_here", breaks)
    compiler.start()
    assert not compiler.await_ready(threading.Event(), 60.0)
    assert compiler.failed


def test_rules_are_not_waited_for_longer_than_asked():
    assert not Compiler().await_ready(threading.Event(), 0.0)
