"""Calendars: who adds a seat adds a diary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.chance import CONVENE
from sim.rules.codes import (
    ABSENT,
    MINISTERIAL,
    NO_MEETING,
    NONE,
    PARTNER,
    PRINCIPAL,
    SUBORDINATE,
    WORKING,
)
from sim.rules.convene import common_date, convene, list_items, session_chance
from tests.rules.small import small, words

SHARE = st.floats(0, 1)


def test_a_date_needs_every_principal_free():
    p, s = small(windows=0.5, availability=[0.5, 0.5, 1.0, 0.5])
    assert common_date(p, s, 0) == 0.0625  # 0.5 * 0.5 * 0.5 * 1 * 0.5


def test_a_consulted_partner_costs_its_part_and_others_nothing():
    p, s = small(role0=[4, PARTNER, 4, SUBORDINATE], availability=0.5, partner_burden=0.25)
    assert common_date(p, s, 0) == 0.1875  # 0.5 * 0.5 * (1 - 0.25)
    s.role[0, 1] = ABSENT
    assert common_date(p, s, 0) == 0.25


@pytest.mark.parametrize(("months", "chance"), [(-1, 0.25), (0, 0.375), (3, 0.375), (4, 0.25)])
def test_a_summit_in_sight_clears_calendars(months: int, chance: float):
    p, s = small(windows=0.25, summit_boost=0.5)
    s.summit_in[0] = months
    assert common_date(p, s, 0) == chance


@given(st.lists(SHARE, min_size=4, max_size=4), st.integers(0, 3), st.floats(0, 4), SHARE)
def test_one_more_seat_never_makes_a_date_likelier(free, a, windows, burden):
    p, s = small(availability=free, windows=windows, partner_burden=burden)
    chances = []
    for role in (ABSENT, PARTNER):
        s.role[0, a] = role
        chances.append(common_date(p, s, 0))
    s.role[0, a] = ABSENT
    without = common_date(p, s, 0)
    s.role[0, a] = PRINCIPAL
    chances.append(common_date(p, s, 0))
    assert all(0.0 <= chance <= without <= 1.0 for chance in chances)


@given(st.floats(0.1, 0.9), st.integers(2, 5))
def test_the_wait_for_a_date_grows_faster_with_every_seat(free: float, seats: int):
    p, s = small(n_agencies=7, side=0, authority=1.0, role0=ABSENT, availability=free)
    waits = []
    for n in (seats - 1, seats, seats + 1):
        s.role[0, :n] = PRINCIPAL
        waits.append(1.0 / common_date(p, s, 0))
    assert waits[2] - waits[1] > waits[1] - waits[0] > 0.0


@pytest.mark.parametrize(("tiers", "chance"), [(0, 0.0), (1, 0.5), (2, 0.75), (3, 0.875)])
def test_more_tiers_meet_more_often(tiers: int, chance: float):
    p, _ = small(tiers=tiers, session_rate=0.5)
    assert session_chance(p, 0) == chance


@pytest.mark.parametrize(
    ("luck", "meeting"), [(0.125, MINISTERIAL), (0.25, WORKING), (0.5, NO_MEETING)]
)
def test_ministers_meet_before_officials_do(luck: float, meeting: int):
    p, s = small(windows=0.25, session_rate=0.5)
    convene(p, s, words(luck))
    assert s.session[0] == meeting
    assert (s.ministerials[0], s.sessions[0]) == (meeting == MINISTERIAL, meeting == WORKING)


def test_a_last_date_is_found_in_the_month_of_the_deadline():
    p, s = small(windows=0.0, tiers=0, last_chance=0.75, deadline=4)
    meetings = []
    for month in (3, 4):
        s.month[0] = month
        convene(p, s, words(0.5))
        meetings.append(int(s.session[0]))
    assert meetings == [NO_MEETING, MINISTERIAL]


def test_a_forum_that_has_ended_does_not_meet():
    p, s = small(n_forums=2)
    s.outcome[0] = NONE
    convene(p, s, words())
    assert s.session[:2].tolist() == [NO_MEETING, MINISTERIAL]


def listed(luck=0.0, **changes):
    p, s = small(n_items=4, authority=1.0, **changes)
    dealt = words(luck)
    list_items(p, s, 0, dealt)
    return s.treated[0, :4].tolist()


def test_the_weightiest_items_are_treated_first():
    assert listed(capacity=2.0, salience=[[0.1, 0.4, 0.2, 0.3]]) == [0, 1, 0, 1]


@pytest.mark.parametrize(
    ("standing", "room"),
    [(0.0, 3), (4.0, 1), (8.0, 1), (100.0, 1)],  # int(3 * 4 / (4 + standing)), at least 1
)
def test_other_business_takes_its_share_of_the_room(standing: float, room: int):
    assert sum(listed(capacity=3.0, standing=standing)) == room


def test_a_session_never_lists_more_than_there_is():
    assert listed(capacity=99.0) == [1, 1, 1, 1]


def test_nobody_lists_what_is_not_admissible():
    assert listed(capacity=4.0, agenda=[[1, 0, 1, 0]]) == [1, 0, 1, 0]
    assert listed(capacity=4.0, agenda=[[0, 0, 0, 0]]) == [0, 0, 0, 0]


def test_luck_orders_items_of_nearly_equal_weight():
    p, s = small(n_items=2, capacity=1.0, salience=[[0.5, 0.45]])
    dealt = words()
    dealt[CONVENE, 2 * p.n_forums + 1] = 2**31
    list_items(p, s, 0, dealt)
    assert s.treated[0, :2].tolist() == [0, 1]


@given(st.floats(0, 8), st.floats(0, 8), st.floats(0, 8))
def test_a_crowded_agenda_never_leaves_more_room(capacity: float, less: float, more: float):
    less, more = sorted((less, more))
    assert sum(listed(capacity=capacity, standing=more)) <= sum(
        listed(capacity=capacity, standing=less)
    )


@pytest.mark.parametrize(("heavier", "first"), [(0.54, [0, 1]), (0.56, [1, 0])])
def test_luck_is_worth_a_tenth_at_a_throw_of_a_half(heavier: float, first: list[int]):
    p, s = small(n_items=2, capacity=1.0, salience=[[heavier, 1 - heavier]])
    dealt = words()
    dealt[CONVENE, 2 * p.n_forums + 1] = 2**31
    list_items(p, s, 0, dealt)
    assert s.treated[0, :2].tolist() == first


def test_forums_have_calendars_of_their_own():
    p, s = small(n_forums=3, windows=0.5, session_rate=0.5)
    dealt = words(0.75)
    dealt[CONVENE, 2] = 0  # ministers of the second forum
    dealt[CONVENE, 5] = 0  # officials of the third
    s.session[:3] = MINISTERIAL
    convene(p, s, dealt)
    assert s.session[:3].tolist() == [NO_MEETING, MINISTERIAL, WORKING]
