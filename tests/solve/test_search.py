"""The search for the texts at which a number is at its largest."""

import numpy as np
import pytest

import sim.solve.search
from sim.solve.halves import Halves, acceptable
from sim.solve.search import largest


def lists(first: list[list[float]], last: list[list[float]]) -> Halves:
    """Return partial gains, by party."""
    return Halves(np.array(first), np.array(last), (), 1e-12)


def least(gains: np.ndarray) -> np.ndarray:
    made: np.ndarray = gains.min(axis=0)
    return made


@pytest.mark.parametrize("rows", [1, 2, 16])
def test_every_tie_is_found_however_few_rows_are_looked_at(monkeypatch, rows: int):
    monkeypatch.setattr(sim.solve.search, "ROWS", rows)
    monkeypatch.setattr(sim.solve.search, "MOST_ROWS", rows)
    whole = lists([[1.0, 3.0, 2.0, 3.0], [3.0, 2.0, 5.0, 2.0]], [[0.0], [0.0]])
    top, places = largest(whole, least, 0.0)
    assert (top, places.tolist()) == (2.0, [1, 2, 3])


def test_a_row_that_cannot_reach_the_best_is_not_looked_at(monkeypatch):
    monkeypatch.setattr(sim.solve.search, "ROWS", 1)
    looked = []

    def score(gains: np.ndarray) -> np.ndarray:
        looked.append(gains.shape)
        return least(gains)

    largest(lists([[5.0, 1.0, 1.0]], [[0.0, 1.0]]), score, 0.0)
    assert looked == [(1, 3), (1, 1, 2)]


def test_what_leaves_somebody_below_no_deal_does_not_count():
    whole = lists([[9.0, 1.0], [-2.0, 1.0]], [[0.0, 0.0], [0.0, 1.0]])
    top, places = largest(whole, lambda gains: gains.sum(axis=0), 0.0)
    assert (top, places.tolist()) == (3.0, [3])
    assert acceptable(whole) == 2


def test_nothing_is_found_where_nothing_is_acceptable():
    top, places = largest(lists([[-1.0]], [[0.0]]), least, 0.0)
    assert (top, len(places)) == (-np.inf, 0)
