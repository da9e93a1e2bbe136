"""Own measures: races where they harm the other side, free rides where they help."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.alone import (
    act_alone,
    appetite,
    best_reply,
    others_measure,
    pay_off,
    settled_for,
)
from tests.rules.small import small

SHARE = st.floats(0, 1)
SPILL = st.floats(-1, 1)


def test_appetite_is_the_wish_of_those_with_authority():
    hold = [[1.0, 0.0], [0.5, 0.0], [1.0, 0.0], [0.0, 0.0]]
    wish = [[4.0, 4.0], [1.0, 4.0], [3.0, 4.0], [0.0, 4.0]]
    p, _ = small(authority=hold, position=wish)
    # Side 0: (1 * 4 + 0.5 * 1) / 1.5 = 3 levels; side 1: 3 levels; of four.
    assert [appetite(p, side, 0) for side in (0, 1)] == [0.75, 0.75]
    assert appetite(p, 0, 1) == 0.0


def test_a_measure_pays_by_its_appetite_and_costs_with_its_square():
    p, _ = small(alone_cost=0.5)
    # 1 * 0.5 * (2 - 0.5) - 0.5 * 0.25
    assert pay_off(p, 0, 0, 1.0, 0.5, 0.0) == 0.625
    assert pay_off(p, 0, 0, 0.0, 0.5, 0.0) == -0.125


def test_a_free_ride_counts_the_others_measure_as_done():
    p, _ = small(alone_cost=0.5, externality=0.5)
    # Done: 0 + 0.5 * 1; worth 0.5 * 1.5
    assert pay_off(p, 0, 0, 1.0, 0.0, 1.0) == 0.75
    # Done is never more than all: 1 * 1 - 0.5 * 1
    assert pay_off(p, 0, 0, 1.0, 1.0, 1.0) == 0.5


def test_to_be_outbid_hurts_the_more_the_more_zero_sum_a_side_thinks():
    p, _ = small(externality=-0.5, zero_sum_fear=[0.0, 1.0], alone_cost=0.5)
    # Behind by 0.5: 0.5 * 0.5 * 1.5 = 0.375, twice that with fear.
    assert pay_off(p, 0, 0, 0.0, 0.0, 0.5) == -0.375
    assert pay_off(p, 1, 0, 0.0, 0.0, 0.5) == -0.75
    p, _ = small(externality=-0.5, america_first=0.5, protection=0.5, alone_cost=0.5)
    assert pay_off(p, 0, 0, 0.0, 0.0, 0.5) == -0.46875  # half of half more
    assert pay_off(p, 0, 0, 0.0, 0.5, 0.5) == -0.125  # level: nobody is outbid


def test_the_others_measure_is_their_mean():
    p, s = small(n_sides=3, n_agencies=6, side=[0, 0, 1, 1, 2, 2], role0=3, authority=1.0)
    s.measure[:3, 0] = [4, 2, 0]
    assert [others_measure(p, s, side, 0) for side in range(3)] == [0.25, 0.5, 0.75]


@given(SPILL, SHARE, SHARE, st.integers(0, 4), st.floats(0, 4), st.floats(0, 2))
def test_a_best_reply_is_best(spill, fear, america, other, wish, cost):
    p, s = small(
        externality=spill,
        zero_sum_fear=fear,
        america_first=america,
        protection=1.0,
        position=wish,
        alone_cost=cost,
    )
    s.measure[1, 0] = other
    values = [pay_off(p, 0, 0, appetite(p, 0, 0), level / 4.0, other / 4.0) for level in range(5)]
    assert best_reply(p, s, 0, 0) == values.index(max(values))


@given(st.floats(-1, 0), st.floats(0, 4), st.floats(0.25, 2))
def test_in_a_race_more_is_answered_with_no_less(spill, wish, cost):
    p, s = small(externality=spill, position=wish, alone_cost=cost)
    replies = []
    for other in range(5):
        s.measure[1, 0] = other
        replies.append(best_reply(p, s, 0, 0))
    assert replies == sorted(replies)


@pytest.mark.parametrize(
    ("america", "level"), [(0.0, 2), (0.5, 3), (1.0, 4)]
)  # the best x is (2 * 0.5 + america) / (2 * 0.5 + 2 * 0.5)
def test_a_protectionist_design_escalates_a_race(america: float, level: int):
    p, s = small(
        externality=-1.0, position=2.0, alone_cost=0.5, america_first=america, protection=1.0
    )
    for _ in range(6):
        act_alone(p, s)
    assert s.measure[:2, 0].tolist() == [level, level]


@given(st.floats(0, 1), st.floats(0, 4), st.floats(0.25, 2))
def test_on_a_free_ride_more_is_answered_with_no_more(spill, wish, cost):
    p, s = small(externality=spill, position=wish, alone_cost=cost)
    replies = []
    for other in range(5):
        s.measure[1, 0] = other
        replies.append(best_reply(p, s, 0, 0))
    assert replies == sorted(replies, reverse=True)


def test_measures_move_a_level_a_month_both_sides_at_once():
    p, s = small(alone_cost=0.25, externality=-1.0, zero_sum_fear=0.0)
    seen = []
    for _ in range(5):
        act_alone(p, s)
        seen.append(s.measure[:2, 0].tolist())
    # 2 x - x**2 - 0.25 x**2 is largest at 0.8; L3 is nearest, and neither side outbids.
    assert seen == [[1, 1], [2, 2], [3, 3], [3, 3], [3, 3]]
    assert s.alone[:2, 0].tolist() == [0.796875] * 2  # 0.75 * 1.25 - 0.25 * 0.5625


def test_what_a_statement_settles_nobody_does_alone():
    p, s = small(alone_cost=0.25, n_forums=2)
    s.measure[:2, :2] = 3
    s.statement[1, 0] = 2
    s.party[1, :2] = 1
    assert [bool(settled_for(p, s, 0, i)) for i in (0, 1)] == [True, False]
    act_alone(p, s)
    assert s.measure[:2, :2].tolist() == [[2, 3], [2, 3]]


@pytest.mark.parametrize("wish", [0.0, 4.0])
def test_who_wants_nothing_does_nothing(wish: float):
    p, s = small(position=wish, alone_cost=0.5)
    for _ in range(4):
        act_alone(p, s)
    assert (s.measure[:2, :2] > 0).all() == (wish > 0)


def test_an_item_without_spill_is_a_free_ride_on_nothing():
    p, _ = small(alone_cost=0.0, externality=0.0, zero_sum_fear=1.0)
    assert pay_off(p, 0, 0, 1.0, 0.5, 1.0) == 0.75
