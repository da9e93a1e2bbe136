"""What levels and texts are worth."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.value import burden, ceiling, clip, revalue, text_value, walk_away, worth_at
from tests.rules.small import small

SHARE = st.floats(0, 1)
WISH = st.floats(0, 4)
LEVEL = st.integers(1, 4)


def test_worth_falls_a_quarter_with_each_level_from_the_wish():
    p, s = small()
    worths = [worth_at(p, s, 0, 0, level, 3.0, 0.0) for level in range(5)]
    assert worths == [0.25, 0.5, 0.75, 1.0, 0.75]  # 1 - |level - 3| / 4


def test_burden_weighs_in_proportion_to_the_level_and_not_at_level_0():
    p, s = small()
    worths = [worth_at(p, s, 0, 0, level, 4.0, 0.5) for level in range(5)]
    # 0, 1/4, 2/4, 3/4, 4/4 less 0.5 * level / 4
    assert worths == [0.0, 0.125, 0.25, 0.375, 0.5]


def test_level_0_adds_own_measures_and_what_is_settled_elsewhere():
    p, s = small(alone_weight=0.5, outside=0.25, stature0=0.5)
    s.alone[0, 1] = 0.5
    # 1 - 3/4 + 0.5 * 0.5 + half of 0.25: the forum that hears it has half of all stature
    assert worth_at(p, s, 1, 1, 0, 3.0, 0.0) == 0.625
    s.role[0, 1] = 0
    assert worth_at(p, s, 1, 1, 0, 3.0, 0.0) == 0.75


def test_burden_adds_up_pressures_of_the_side_and_a_protectionist_design():
    p, s = small(
        n_pressures=2,
        pressure_side=[0, 1],
        pressure0=0.5,
        pressure_weight=[[0.5, 0.25], [1.0, 1.0]],
        america_first=[0.5, 0.0],
        protection=[0.5, 0.0],
        bindingness=[0.5, 0.0],
    )
    # Side 0, item 0: pressure 0.5 * 0.5 + design 0.5 * 0.5; item 1: 0.5 * 0.25 alone.
    assert burden(p, s, 0, 0) == 0.5
    p.bindingness[0] = 1.0
    assert burden(p, s, 0, 0) == 0.625
    assert burden(p, s, 0, 1) == 0.125
    assert burden(p, s, 1, 0) == 0.5  # its own pressure, 0.5 * 1


def test_weights_are_shares_of_salience_on_the_agenda():
    _, s = small(n_items=3, authority=1.0, agenda=[[1, 1, 0]], salience=[[0.75, 0.25, 1.0]])
    assert s.weight[0, 0, :3].tolist() == [0.75, 0.25, 0.0]


def test_events_shift_weights_by_emphasis():
    p, s = small(salience=0.5)
    s.emphasis[0, 0] = 3.0
    revalue(p, s)
    # Side 0: 0.5 * 3 against 0.5 * 1; side 1 as before.
    assert s.weight[0, 0, :2].tolist() == [0.75, 0.25]
    assert s.weight[0, 2, :2].tolist() == [0.5, 0.5]


def test_an_item_that_loses_all_emphasis_loses_its_weight():
    p, s = small(salience=[[0.75, 0.25]])
    s.emphasis[0, 0] = 0.0
    revalue(p, s)
    assert s.weight[0, 0, :2].tolist() == [0.0, 1.0]
    s.emphasis[0, 1] = 0.0
    revalue(p, s)
    assert s.weight[0, 0, :2].tolist() == [0.0, 0.0]


def test_an_agency_that_cares_about_nothing_gives_no_weight_to_anything():
    p, s = small(salience=[[0.0, 0.0], [1.0, 1.0], [1.0, 1.0], [1.0, 1.0]])
    assert s.weight[0, 0, :2].tolist() == [0.0, 0.0]
    assert walk_away(p, s, 0, 0) == ceiling(p, s, 0, 0) == 0.0


def test_value_of_a_text_is_additive():
    p, s = small(position=[[4.0, 2.0]], salience=[[0.75, 0.25]])
    # Item 0 at L2: 1 - 2/4 = 0.5, item 1 at L1: 1 - 1/4 = 0.75; 0.75 * 0.5 + 0.25 * 0.75 = 0.5625
    assert text_value(p, s, 0, 0, np.array([2, 1])) == 0.5625
    # No deal: 0.75 * 0 + 0.25 * 0.5
    assert walk_away(p, s, 0, 0) == s.walk_away[0, 0] == 0.125
    # Best: each at its wish
    assert ceiling(p, s, 0, 0) == s.best[0, 0] == 1.0


def test_the_best_text_keeps_to_the_agencys_own_red_lines():
    p, s = small(red_line=[[0b10000, 0], [0, 0], [0, 0], [0, 0]])
    # L4 of item 0 is out, so 0.5 * 3/4 + 0.5 * 1
    assert ceiling(p, s, 0, 0) == 0.875
    assert ceiling(p, s, 0, 1) == 1.0
    p, s = small(position=1.0, red_line=[[0b11100, 0]] * 4)
    assert ceiling(p, s, 0, 0) == 1.0


@given(WISH, WISH, SHARE, LEVEL)
def test_worth_is_highest_at_the_wish(wish: float, other: float, load: float, level: int):
    p, s = small()
    near, far = sorted((wish, other), key=lambda each: abs(each - level))
    assert worth_at(p, s, 0, 0, level, near, 0.0) >= worth_at(p, s, 0, 0, level, far, 0.0)
    assert worth_at(p, s, 0, 0, level, wish, load) <= worth_at(p, s, 0, 0, level, wish, 0.0)
    assert 0.0 <= worth_at(p, s, 0, 0, level, wish, 0.0) <= 1.0


@given(st.data())
def test_no_deal_and_the_best_text_bound_what_an_agency_can_have(data: st.DataObject):
    wishes = data.draw(st.lists(WISH, min_size=2, max_size=2))
    salience = data.draw(st.lists(SHARE, min_size=2, max_size=2))
    outside = data.draw(SHARE)
    p, s = small(position=wishes, salience=salience, outside=outside)
    levels = np.array(data.draw(st.lists(st.integers(0, 4), min_size=2, max_size=2)))
    assert walk_away(p, s, 0, 0) == text_value(p, s, 0, 0, np.array([0, 0]))
    assert walk_away(p, s, 0, 0) <= ceiling(p, s, 0, 0)
    assert text_value(p, s, 0, 0, levels) <= ceiling(p, s, 0, 0)


@given(SHARE, SHARE)
def test_more_weight_elsewhere_raises_the_value_of_no_deal(less: float, more: float):
    less, more = sorted((less, more))
    low, high = (walk_away(*small(outside=x), 0, 0) for x in (less, more))
    assert low <= high


def test_clip():
    assert [clip(x, 0.0, 1.0) for x in (-0.5, 0.25, 1.5)] == [0.0, 0.25, 1.0]
