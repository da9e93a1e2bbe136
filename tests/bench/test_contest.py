"""Laps of two ways to play the same runs, and whether they came to the same."""

import numpy as np
import pytest

from bench import contest
from bench.contest import Lap, difference, laps
from sim.rules.block import Floats
from sim.rules.measure import METRICS


def made(runs: range) -> Floats:
    """Return metrics that tell the runs apart."""
    return np.arange(runs.start, runs.stop)[:, None, None] + np.zeros((1, 2, len(METRICS)))


class Player:
    """Plays nothing, and notes who played what."""

    def __init__(self, name: str, said: list[tuple[str, range]]) -> None:
        self.name, self.said = name, said

    def __call__(self, runs: range) -> Floats:
        self.said.append((self.name, runs))
        return made(runs)


@pytest.fixture
def clock(monkeypatch):
    """Let every look at a clock be a second later than the one before."""
    now = iter(range(10**6))
    monkeypatch.setattr(contest.time, "process_time", lambda: float(next(now)))
    monkeypatch.setattr(contest.time, "perf_counter", lambda: float(next(now)))


@pytest.mark.usefixtures("clock")
def test_they_take_turns_and_who_begins_alternates():
    said: list[tuple[str, range]] = []
    found = list(laps(Player("slow", said), Player("fast", said), 2, 5, seconds=12))
    assert len(found) == 3  # four looks for the two turns of a lap, and one for the end
    assert said == [
        ("slow", range(0, 2)),
        ("fast", range(0, 5)),
        ("fast", range(5, 10)),
        ("slow", range(5, 7)),
        ("slow", range(10, 12)),
        ("fast", range(10, 15)),
    ]
    assert [lap.difference for lap in found] == ["", "", ""]
    assert {(lap.slow_seconds, lap.fast_seconds) for lap in found} == {(1.0, 1.0)}


def test_there_is_one_lap_however_short_the_time():
    assert len(list(laps(made, made, 1, 1, seconds=0))) == 1


def test_the_ratio_is_of_runs_a_second():
    # 2 runs in 1 s against 500 in 0.5 s: 2 a second against 1,000 a second
    assert Lap(2, 1.0, 500, 0.5, "").ratio == 500


def test_a_run_that_comes_out_differently_is_named():
    def lies(runs: range) -> Floats:
        metrics = made(runs)
        metrics[1, 1, METRICS.index("trust")] = 0.5
        return metrics

    (lap,) = laps(made, lies, 3, 9, seconds=0)
    assert lap.difference == "run 1, forum 1, trust: 1 against 0.5"


def test_runs_that_only_one_has_played_are_not_compared():
    slow, fast = made(range(2)), made(range(5))
    fast[2:] = -1
    assert difference(slow, fast, 0) == ""


@pytest.mark.parametrize(
    ("theirs", "ours", "same"),
    [(1.0, 1.0, True), (1.0, np.nextafter(1, 2), False), (0.0, -0.0, False), (0.0, np.nan, False)],
)
def test_the_last_bit_counts(theirs: float, ours: float, same: bool):
    slow, fast = made(range(1)), made(range(1))
    slow[0, 0, 0], fast[0, 0, 0] = theirs, ours
    assert (difference(slow, fast, 7) == "") == same


def test_too_few_runs_are_a_difference():
    assert "from run 0: 2 runs against 1" in difference(made(range(2)), made(range(1)), 0)
