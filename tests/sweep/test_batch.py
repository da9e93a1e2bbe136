"""Many runs as columns: each run the same in any batch, and what a batch refuses."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from sim.model import world_of
from sim.play.game import new_game
from sim.rules.block import views
from sim.rules.codes import NASH, OUTCOMES
from sim.rules.measure import METRICS, measure
from sim.rules.state import State
from sim.sweep import engine
from sim.sweep.batch import Batch, run_many

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def world():
    return world_of("two-tracks", None, ())


@pytest.fixture(scope="module")
def whole(world) -> Batch:
    return run_many(world, 11, 40, keep=True)


def same(ours: Batch, theirs: Batch) -> bool:
    return all(a.tobytes() == b.tobytes() for a, b in zip(ours, theirs, strict=True))


def rows(whole: Batch, first: int, last: int) -> Batch:
    return Batch(*(column[first:last] for column in whole))


def test_the_columns_have_a_row_a_run(world, whole: Batch):
    forums, items = len(world.forums), len(world.items)
    assert whole.run.tolist() == list(range(40))
    assert whole.metrics.shape == (40, forums, len(METRICS))
    assert whole.outcome.shape == whole.closed.shape == (40, forums)
    assert whole.statement.shape == (40, forums, items)
    assert whole.states.shape == (40,)


def test_the_columns_say_what_the_last_states_say(world, whole: Batch):
    for n in range(40):
        state = views(State, whole.states[n : n + 1])
        for f in range(len(world.forums)):
            row = np.zeros(len(METRICS))
            measure(world.params, state, f, row)
            assert whole.metrics[n, f].tobytes() == row.tobytes()
            assert whole.outcome[n, f] == state.outcome[f] == row[METRICS.index("outcome")]
            assert whole.closed[n, f] == state.closed[f] <= world.params.horizon
            assert (whole.statement[n, f] == state.statement[f, : len(world.items)]).all()


def test_every_run_ends_with_an_outcome(whole: Batch):
    ended = {OUTCOMES[code] for code in whole.outcome.ravel()}
    assert ended <= set(OUTCOMES[1:])
    assert len(ended) > 1


@pytest.mark.parametrize(("first", "runs"), [(0, 1), (7, 1), (13, 9), (39, 1), (20, 20)])
def test_a_run_is_the_same_in_any_batch(world, whole: Batch, first: int, runs: int):
    part = run_many(world, 11, runs, first, keep=True)
    assert same(part, rows(whole, first, first + runs))


def test_a_run_is_the_same_in_pieces_of_any_size(world, whole: Batch, monkeypatch):
    monkeypatch.setattr(engine, "AT_ONCE", 7)
    assert same(run_many(world, 11, 40, keep=True), whole)


def test_a_run_is_the_same_whatever_runs_beside_it(world, whole: Batch):
    with ThreadPoolExecutor(4) as pool:
        parts = pool.map(lambda first: run_many(world, 11, 10, first, keep=True), (0, 10, 20, 30))
        for first, part in zip((0, 10, 20, 30), parts, strict=True):
            assert same(part, rows(whole, first, first + 10))


def test_another_world_in_between_leaves_no_trace(world, whole: Batch):
    run_many(world_of("economic-2-plus-2", None, ("strategy=nash",)), 11, 3)
    assert same(run_many(world, 11, 40, keep=True), whole)


def test_the_world_is_left_as_it_was(world):
    before = world.block.tobytes()
    run_many(world, 1, 2)
    run_many(world, 1, 2, plain=True)
    assert world.block.tobytes() == before


def test_states_are_kept_only_when_asked_for(world):
    made = run_many(world, 1, 3)
    assert made.states.shape == (0,)
    assert made.memory.nbytes == 0


def test_nash_seats_know_their_target():
    world = world_of("economic-2-plus-2", None, ("strategy=nash", "horizon=1"))
    target = new_game(world, 1).state.target
    assert (world.params.strategy[: len(world.agencies)] == NASH).all()
    assert target.any()
    for plain in (False, True):
        state = run_many(world, 1, 1, keep=True, plain=plain).states[0]
        assert (state["target"] == target).all()


def test_no_runs_are_no_rows(world):
    assert [len(column) for column in run_many(world, 1, 0)] == [0] * 6


@pytest.mark.parametrize(
    ("seed", "runs", "first", "told"),
    [
        (-1, 1, 0, "seed -1"),
        (2**63, 1, 0, "seed 9223372036854775808"),
        (1, 1, -1, "run -1"),
        (1, -1, 0, "-1 runs"),
        (1, 2, 2**32 - 1, "2 runs from 4294967295"),
        (1, 0, 2**32, "run 4294967296"),
    ],
)
def test_a_seed_or_run_out_of_range_is_refused(world, seed: int, runs: int, first: int, told: str):
    with pytest.raises(ValueError, match=told):
        run_many(world, seed, runs, first)
