"""The centre: what it settles over an agency's head, what that costs, and when it may not."""

from sim.rules.codes import SUBORDINATE
from sim.rules.mandate import may_settle, settle
from tests.rules.home import levels, one_month, reluctant
from tests.rules.small import renewed, small


def test_the_centre_settles_what_has_stalled_too_long():
    p, s = reluctant(stall_limit=2, settle_cost=0.25, overruled_loss=0.25)
    s.buy_in[1] = 0.75
    for _ in range(2):
        one_month(p, s)
    assert levels(s, i=1) == []
    one_month(p, s)
    assert levels(s, i=1) == [1]
    assert (s.attention[0], s.settled[0], s.buy_in[1]) == (0.75, 1, 0.5)
    assert (s.stalled[0, 0, 1], s.stalled_by[0, 0, 1]) == (0, -1)


def test_attention_bounds_what_the_centre_settles():
    p, s = reluctant(stall_limit=0, settle_cost=0.25, coordinator0=0.5)
    for _ in range(9):
        one_month(p, s)
    # Each costs 0.25; strength 0.5 * attention must reach 0.25, so at 1.0, 0.75 and 0.5.
    assert s.settled[0] == 3
    assert s.attention[0] == 0.25


def test_when_the_centre_may_not_settle():
    p, s = reluctant()
    assert may_settle(p, s, 0, 0, 1, 1)
    s.attention[0] = 0.25
    assert not may_settle(p, s, 0, 0, 1, 1)  # 0.5 * 0.25 is too weak
    s.attention[0] = 1.0
    s.contested[0, 1, 1] = 1
    assert not may_settle(p, s, 0, 0, 1, 1)  # refused at home before
    s.contested[0, 1, 1] = 0
    p.red_line[1, 1] = 0b10
    assert not may_settle(p, s, 0, 0, 1, 1)  # a red line of one that is heard
    s.role[0, 1] = SUBORDINATE
    assert may_settle(p, s, 0, 0, 1, 1)  # and not of one that is not
    p.position[0, 1] = 0.0
    renewed(p, s)
    assert not may_settle(p, s, 0, 0, 1, 1)  # no principal of the side wants it


def test_to_settle_where_nobody_withheld_costs_nobody_its_commitment():
    p, s = small()
    before = s.buy_in.copy()
    settle(p, s, 0, 0, 0, 1)
    assert (s.buy_in == before).all()
    assert levels(s) == [1]


def test_an_overruled_agency_cannot_lose_more_than_all():
    p, s = reluctant(overruled_loss=0.75)
    s.stalled_by[0, 0, 1] = 1
    settle(p, s, 0, 0, 1, 1)
    assert s.buy_in[1] == 0.0


def test_only_who_holds_authority_can_stop_the_centre_by_a_red_line():
    p, s = reluctant()
    p.red_line[0, 1] = 0b10  # agency 0 has no authority over item 1
    assert may_settle(p, s, 0, 0, 1, 1)
    p.authority[0, 1] = 0.5
    assert not may_settle(p, s, 0, 0, 1, 1)
