"""The compromise model's forecast."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.arrange import arrange
from scenarios.load import load
from sim.rules.block import empty_block, views
from sim.rules.codes import CHAIR, PARTNER, PRINCIPAL
from sim.rules.params import Params
from sim.solve.compromise import compromise

# nothing, or enough that a product of two is no number too small to be multiplied exactly
shares = st.just(0.0) | st.floats(1e-6, 1.0)


def table(*seats: tuple[int, float, float, float]) -> Params:
    """Return a world of one item; a seat is its role, capability, salience and position."""
    block = empty_block(Params)
    row = block[0]
    row["n_forums"], row["n_items"], row["n_agencies"] = 1, 1, len(seats)
    for a, (role, capability, salience, position) in enumerate(seats):
        row["role0"][0, a], row["capability"][a] = role, capability
        row["salience"][a, 0], row["position"][a, 0] = salience, position
    return views(Params, block)


def test_it_is_the_mean_weighted_by_capability_and_salience():
    # (0.5*0.8*1 + 1.0*0.2*4) / (0.5*0.8 + 1.0*0.2) = (0.4 + 0.8) / 0.6
    seats = (CHAIR, 0.5, 0.8, 1.0), (PRINCIPAL, 1.0, 0.2, 4.0)
    assert compromise(table(*seats), 0) == pytest.approx([2.0])


def test_who_is_only_consulted_does_not_count():
    seats = (CHAIR, 0.5, 0.8, 1.0), (PARTNER, 1.0, 1.0, 4.0)
    assert compromise(table(*seats), 0) == pytest.approx([1.0])


def test_where_nobody_cares_nothing_is_expected():
    assert compromise(table((CHAIR, 0.5, 0.0, 3.0)), 0).tolist() == [0.0]


@given(st.lists(st.tuples(st.just(PRINCIPAL), shares, shares, st.floats(0.0, 4.0)), min_size=1))
def test_it_lies_between_the_positions(seats: list):
    (level,) = compromise(table(*seats[:32]), 0)
    weighty = [
        position for _, capability, salience, position in seats[:32] if capability * salience
    ]
    if weighty:
        assert min(weighty) - 1e-9 <= level <= max(weighty) + 1e-9


def test_every_item_of_a_scenario_has_a_forecast():
    world = arrange(load("two-tracks"))
    for f in range(len(world.forums)):
        forecast = compromise(world.params, f)
        assert forecast.shape == (len(world.items),)
        assert np.all((forecast >= 0.0) & (forecast <= 4.0))
