"""Delivery: by those who hold the authority, if it is worth their effort."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.codes import (
    ABSENT,
    CHAIR,
    FULL,
    LAPSED,
    PARTNER,
    PRINCIPAL,
    STATEMENT,
    SUBORDINATE,
)
from sim.rules.deliver import commit, deliver, expected_return, hands, inclination, reach
from tests.rules.small import small

SHARE = st.floats(0, 1)


def adopted(levels=(4, 2), **changes):
    """Return a small world whose statement has these levels."""
    p, s = small(**changes)
    s.month[0] = s.closed[0] = 1
    s.outcome[0] = s.in_force[0] = FULL
    s.party[0, :2] = 1
    s.statement[0, :2] = levels
    return p, s


def test_an_agency_expects_of_the_other_sides_principals_what_it_trusts_them_with():
    p, s = small(role0=[CHAIR, PRINCIPAL, CHAIR, PARTNER])
    s.trust[0, :4] = [1.0, 1.0, 0.25, 0.75]
    assert expected_return(p, s, 0, 0) == 0.25
    s.role[0, 3] = PRINCIPAL
    assert expected_return(p, s, 0, 0) == 0.5
    s.role[0, 2:4] = ABSENT
    assert expected_return(p, s, 0, 0) == 0.0


def test_what_delivering_is_worth():
    p, s = adopted(
        role0=[PARTNER, CHAIR, CHAIR, PRINCIPAL],
        turf0=0.5,
        delivery_capacity=0.5,
        trust0=0.5,
        tension0=0.0,
    )
    s.buy_in[0] = 0.5
    # Gain 1 - 0, half of it expected: 0.5. Commitment 0.5 * 0.5 * 0.75 * (0.5 + 0.25) = 0.140625.
    # Turf 0.5 * 0.5 * (1 - 0.75) = 0.0625, half of it held by the centre.
    # Effort 0.5 * (1 - 0.5) = 0.25.
    assert inclination(p, s, 0, 0, 0) == 0.5 + 0.140625 - 0.03125 - 0.25


@given(SHARE, SHARE, SHARE, SHARE, st.floats(0, 4))
def test_standing_inclines_to_deliver(turf, buy_in, loyalty, purpose, wish):
    p, s = adopted(turf0=turf, loyalty=loyalty, purpose0=purpose, position=wish)
    s.buy_in[0] = buy_in
    roles = (ABSENT, SUBORDINATE, PARTNER, PRINCIPAL, CHAIR)
    drives = []
    for role in roles:
        s.role[0, 0] = role
        drives.append(inclination(p, s, 0, 0, 0))
    assert drives == sorted(drives)


@given(SHARE, SHARE, SHARE)
def test_turf_and_want_of_means_drag(turf, capacity, more):
    p, s = adopted(turf0=turf, delivery_capacity=capacity, role0=[SUBORDINATE, 4, 4, 3])
    now = inclination(p, s, 0, 0, 0)
    s.turf[0] = turf + (1 - turf) * more
    assert inclination(p, s, 0, 0, 0) <= now
    s.turf[0] = turf
    p.delivery_capacity[0] = capacity * more
    assert inclination(p, s, 0, 0, 0) <= now


def test_an_agency_commits_itself_on_what_it_has_authority_over():
    p, s = adopted()
    for a in range(4):
        commit(p, s, a)
    assert s.effort[0, :4, :2].tolist() == [[1, 0], [0, 1], [1, 0], [0, 1]]


@pytest.mark.parametrize("outcome", [STATEMENT, 0])
def test_without_commitments_nobody_makes_an_effort(outcome: int):
    p, s = adopted()
    s.outcome[0], s.in_force[0] = outcome, 0
    commit(p, s, 0)
    deliver(p, s)
    assert not s.effort.any()
    assert not s.delivered.any()


def test_an_agency_that_would_lose_changes_its_mind():
    p, s = adopted(loyalty=0.0)
    commit(p, s, 0)
    assert s.effort[0, 0, 0] == 1
    s.worth[0, 0, 0] = 2.0
    commit(p, s, 0)
    assert s.effort[0, 0, 0] == 0


def test_a_side_delivers_with_the_hands_that_work():
    hold = [[1.0, 0.0], [0.5, 0.0], [1.0, 0.0], [1.0, 0.0]]
    p, s = adopted(authority=hold)
    s.effort[0, :4, 0] = [1, 0, 1, 1]
    assert hands(p, s, 0, 0, 0) == 1.0 / 1.5
    assert hands(p, s, 0, 1, 0) == 1.0
    assert hands(p, s, 0, 1, 1) == 0.0  # nobody there holds authority over it


def test_a_side_carries_out_a_share_of_the_rest_each_month():
    p, s = adopted(delivery_rate=0.5, business_consult=[1.0, 0.0])
    s.effort[0, :4, 0] = 1
    seen = []
    for _ in range(3):
        deliver(p, s)
        seen.append(s.delivered[0, :2, 0].tolist())
    # Half of what is left, and a quarter where business is not heard.
    assert seen == [[0.5, 0.25], [0.75, 0.4375], [0.875, 0.578125]]


def test_bills_and_exemptions_bound_what_can_be_carried_out():
    p, s = adopted(legislature_from=3, carve_out_loss=0.25)
    s.bill[0, 0, 0] = LAPSED
    assert reach(p, s, 0, 0, 0) == 0.5  # L2 of L4
    s.carve_outs[0, 0, 0] = 1
    assert reach(p, s, 0, 0, 0) == 0.25
    s.carve_outs[0, 0, 0] = 9
    assert reach(p, s, 0, 0, 0) == 0.0


def test_what_has_been_carried_out_stays():
    p, s = adopted(legislature_from=3)
    s.effort[0, :4, 0] = 1
    s.delivered[0, 0, 0] = 0.75
    s.bill[0, 0, 0] = LAPSED  # no more than half
    deliver(p, s)
    assert s.delivered[0, 0, 0] == 0.75


@given(SHARE, SHARE, st.lists(st.booleans(), min_size=4, max_size=4), st.integers(1, 4))
def test_delivery_stays_a_share_and_more_hands_deliver_more(rate, business, at_work, level):
    p, s = adopted((level, 1), delivery_rate=rate, business_consult=business, authority=1.0)
    s.effort[0, :4, 0] = at_work
    s.effort[0, :4, 1] = 1
    for _ in range(5):
        deliver(p, s)
    shares = s.delivered[0, :2, :2]
    assert ((shares >= 0.0) & (shares <= 1.0)).all()
    assert (shares[:, 0] <= shares[:, 1]).all()


def test_who_no_longer_has_a_part_stops():
    p, s = adopted()
    s.effort[0, 0, :2] = 1
    s.statement[0, :2] = 0
    commit(p, s, 0)
    assert s.effort[0, 0, :2].tolist() == [0, 0]


def test_to_gain_nothing_is_no_reason_to_deliver():
    p, s = adopted(loyalty=0.0, position=0.0, delivery_capacity=1.0)
    s.worth[0, 0, :] = 1.0
    assert inclination(p, s, 0, 0, 0) == 0.0
    commit(p, s, 0)
    assert s.effort[0, 0, 0] == 0
