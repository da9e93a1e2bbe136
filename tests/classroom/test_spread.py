"""The bars of a histogram on the wall show what the runs came to, and no gap that is not there."""

import numpy as np
import pytest

from classroom.debrief.runs import percentile, spread


def test_each_of_few_values_has_a_bar_of_its_own_and_gaps_are_real():
    sevenths = np.round(np.array([0, 7, 9, 10, 10, 12, 13, 14, 14, 14, 15, 17, 21]) / 7, 6)
    bars = spread(sevenths, [round(20 / 7, 6)])
    edges = np.array(bars.edges)
    for value in {*sevenths, round(20 / 7, 6)}:
        bar = int(np.searchsorted(edges, value)) - 1
        here = bars.counts[bar]
        assert here == (sevenths == value).sum(), value
        assert edges[bar + 1] - edges[bar] == pytest.approx(1 / 7, abs=1e-4)
        assert edges[bar : bar + 2].mean() == pytest.approx(value, abs=1e-4)
        told = 100 * (sum(bars.counts[:bar]) + here / 2) / len(sevenths)
        assert percentile(sevenths, value) == pytest.approx(told)


def test_no_value_of_many_lies_where_two_bars_meet():
    values = np.arange(0, 201) / 10.0
    bars = spread(values, [])
    edges = np.array(bars.edges)
    assert sum(bars.counts) == len(values)
    assert (np.diff(edges) > 0).all()
    assert np.abs(values[:, None] - edges).min() > 1e-3


def test_runs_that_all_came_out_alike_have_one_bar():
    assert spread(np.full(5, 2.0), []).counts == (5,)
