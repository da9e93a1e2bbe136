"""Clearance at home: concurrence, turf, and what stalls."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.chance import MANDATE
from sim.rules.codes import ABSENT, NONE, PARTNER, SUBORDINATE
from sim.rules.mandate import (
    clear,
    concurs,
    feasible,
    next_level,
    paper_pace,
    reluctance,
    review,
    withholder,
)
from tests.rules.home import levels, one_month, reluctant
from tests.rules.small import renewed, small, words

SHARE = st.floats(0, 1)


def test_a_capital_clears_one_level_a_month():
    p, s = small(detail_need=0.0)
    seen = []
    for _ in range(5):
        one_month(p, s)
        seen.append(levels(s))
    assert seen == [[1], [1, 2], [1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 4]]
    assert next_level(p, s, 0, 0, 0) == -1


def test_an_agency_lets_pass_what_costs_it_no_more_than_its_tolerance():
    # A wish for L1: L2 is worth 0.75, as is L0; L3 is worth 0.5, a quarter less.
    p, s = small(position=1.0, tolerance=0.125, turf_weight=0.5)
    assert [concurs(p, s, 0, 0, 0, level) for level in (1, 2, 3)] == [True, True, False]
    p, s = small(position=1.0, tolerance=0.25, turf_weight=0.5)
    assert concurs(p, s, 0, 0, 0, 3)
    # Turf of 1 halves the tolerance: 0.25 * (1 - 0.5 * 1)
    s.turf[0] = 1.0
    assert not concurs(p, s, 0, 0, 0, 3)


def test_an_agency_that_is_heard_refuses_what_crosses_its_red_line():
    p, s = small(red_line=[[0b100, 0]] * 4, role0=[4, 3, PARTNER, 4])
    assert [concurs(p, s, 0, 0, 0, level) for level in (1, 2, 3)] == [True, False, True]
    assert not concurs(p, s, 0, 2, 0, 2)


def test_for_an_agency_that_is_not_heard_the_drafters_guess():
    p, s = small(role0=[SUBORDINATE, 4, 4, 3], position=1.0, red_line=[[0b100, 0]] * 4)
    assert concurs(p, s, 0, 0, 0, 2)  # they know nothing of its red line
    assert not concurs(p, s, 0, 0, 0, 3)
    s.misread[0, 0] = 0.5  # and take its wish for 1.5: L3 as good as L0
    assert concurs(p, s, 0, 0, 0, 3)


def test_turf_of_a_principal_grows_with_what_a_colleague_knows_better():
    p, s = small(turf0=0.25, anxiety=0.5, expertise=[0.25, 0.75, 1.0, 1.0])
    # Agency 0: 0.25 + 0.5 * (0.75 - 0.25); agency 1 knows most of its side.
    assert [reluctance(p, s, 0, a) for a in (0, 1)] == [0.5, 0.25]
    s.role[0, 1] = PARTNER  # no longer at the table
    assert reluctance(p, s, 0, 0) == 0.25


def test_reluctance_is_never_more_than_all():
    p, s = small(turf0=0.75, anxiety=1.0, expertise=[0.0, 1.0, 1.0, 1.0])
    assert reluctance(p, s, 0, 0) == 1.0


def test_all_who_hold_authority_and_are_heard_sign():
    hold = [[1.0, 0.0], [0.5, 0.0], [1.0, 0.0], [0.5, 0.0]]
    p, s = small(authority=hold, pace=0.5, turf0=[1.0, 0.0, 0.0, 0.0], turf_weight=0.5)
    for a in range(4):
        review(p, s, a)
    # Side 0: 0.5 * (1 - 0.5 * 1 * (1 - 0.5)) by the reluctant one, whom the centre half holds;
    # 0.5 by the other.
    assert paper_pace(p, s, 0, 0, 0) == 0.1875
    s.attention[0] = 0.0
    assert paper_pace(p, s, 0, 0, 0) == 0.125
    s.emphasis[0, 0] = 2.0
    assert paper_pace(p, s, 0, 0, 0) == 0.25
    s.emphasis[0, 0] = 1.0
    assert paper_pace(p, s, 0, 1, 0) == 0.25
    s.role[0, 1] = ABSENT
    assert paper_pace(p, s, 0, 0, 0) == 0.25  # one signature fewer


def test_luck_decides_whether_all_sign_within_the_month():
    p, s = small(pace=0.5)
    one_month(p, s, luck=0.5)
    assert levels(s) == []
    assert s.stalled[0, 0, 0] == 0
    one_month(p, s, luck=0.25)
    assert levels(s) == [1]


@given(st.floats(0, 1), st.floats(0, 1), SHARE, SHARE)
def test_turf_slows_and_narrows(low: float, high: float, weight: float, pace: float):
    low, high = sorted((low, high))
    results = []
    for turf in (low, high):
        p, s = small(turf0=turf, turf_weight=weight, pace=pace, tolerance=0.5, position=1.5)
        for a in range(4):
            review(p, s, a)
        agreed = sum(bool(concurs(p, s, 0, 0, 0, level)) for level in range(1, 5))
        results.append((paper_pace(p, s, 0, 0, 0), agreed))
    assert results[0][0] >= results[1][0]
    assert results[0][1] >= results[1][1]


@pytest.mark.parametrize(
    ("need", "most"),
    [(0.0, 4), (0.5, 4), (0.75, 3), (1.0, 2)],  # half heard: need * (level - 1) / 3 <= 0.5
)
def test_detail_needs_authority_at_the_table(need: float, most: int):
    hold = [[0.5, 0.0], [0.5, 1.0], [1.0, 0.0], [0.0, 1.0]]
    p, s = small(authority=hold, role0=[4, ABSENT, 4, 3], detail_need=need)
    can = [level for level in range(1, 5) if feasible(p, s, 0, 0, 0, level)]
    assert can == list(range(1, most + 1))


@given(st.lists(st.integers(0, 4), min_size=4, max_size=4), st.integers(0, 3), SHARE)
def test_authority_that_is_not_heard_lowers_the_level_that_can_be_reached(roles, a, need):
    hold = [[0.5, 1.0], [0.5, 0.5], [1.0, 0.5], [0.25, 0.25]]
    p, s = small(authority=hold, role0=roles, detail_need=need)
    reach = []
    for role in (roles[a], ABSENT):
        s.role[0, a] = role
        reach.append(
            [sum(bool(feasible(p, s, 0, p.side[a], i, x)) for x in range(1, 5)) for i in (0, 1)]
        )
    assert reach[0][0] >= reach[1][0]
    assert reach[0][1] >= reach[1][1]


def test_what_an_agency_withholds_stalls_in_its_name():
    p, s = reluctant(coordinator0=0.0)
    for _ in range(5):
        one_month(p, s)
    assert levels(s, i=1) == []
    assert s.stalled[0, 0, 1] == 5
    assert s.stalled_by[0, 0, 1] == withholder(p, s, 0, 0, 1) == 1


def test_a_forum_that_has_ended_clears_nothing():
    p, s = small()
    s.outcome[0] = NONE
    one_month(p, s)
    assert levels(s) == []
    assert (s.concur[0, :4, :2] == -1).all()


def test_an_agency_is_asked_about_what_it_has_authority_over():
    p, s = small(agenda=[[1, 0]])
    for a in range(4):
        review(p, s, a)
    assert s.concur[0, :4, :2].tolist() == [[1, -1], [-1, -1], [1, -1], [-1, -1]]


def test_items_that_cannot_be_taken_up_are_not_cleared():
    p, s = small(role0=[4, 3, 4, ABSENT])
    one_month(p, s)
    assert [levels(s, side, i) for side in (0, 1) for i in (0, 1)] == [[1], [], [1], []]


@given(st.integers(0, 2**30))
def test_levels_are_cleared_from_below_without_gaps(seed: int):
    wish = [[(seed >> (3 * n)) % 5, (seed >> (2 * n)) % 5] for n in range(4)]
    p, s = small(position=wish, stall_limit=1, detail_need=0.0)
    seen = [int(s.mandate[0, 0, 0])]
    for _ in range(6):
        one_month(p, s)
        seen.append(int(s.mandate[0, 0, 0]))
    assert all(now in (0, 0b10, 0b110, 0b1110, 0b11110) for now in seen)
    assert all(now & before == before for before, now in pairwise(seen))


def test_each_paper_has_luck_of_its_own():
    p, s = small(n_forums=2, pace=0.5, authority=1.0)
    for a in range(4):
        review(p, s, a)
    dealt = words(0.75)
    dealt[MANDATE, (1 * 2 + 1) * 2 + 0] = 0  # forum 1, side 1, item 0
    clear(p, s, dealt)
    assert s.mandate[:2, :2, :2].tolist() == [[[0, 0], [0, 0]], [[0, 0], [2, 0]]]


def test_what_is_cleared_no_longer_stalls():
    p, s = reluctant(coordinator0=0.0)
    one_month(p, s)
    assert s.stalled[0, 0, 1] == 1
    p.position[1, 1] = 4.0
    renewed(p, s)
    one_month(p, s, luck=0.999)
    assert (s.stalled[0, 0, 1], s.stalled_by[0, 0, 1]) == (0, -1)


def test_what_an_agency_refused_at_home_it_refuses_for_good():
    p, s = small(role0=[SUBORDINATE, 4, 4, 3])
    assert concurs(p, s, 0, 0, 0, 1)
    s.contested[0, 0, 0] = 1
    assert not concurs(p, s, 0, 0, 0, 1)
    assert concurs(p, s, 0, 2, 0, 1)


def test_drafters_allow_an_agency_that_is_not_heard_the_whole_tolerance():
    p, s = small(role0=[SUBORDINATE, 4, 4, 3], position=1.0, tolerance=0.25, turf0=1.0)
    # L3 is a quarter worse than L0; turf narrows only what an agency says itself.
    assert concurs(p, s, 0, 0, 0, 3)
    assert not concurs(p, s, 0, 0, 0, 4)


def test_a_stand_is_forgotten_when_there_is_nothing_left_to_ask():
    p, s = small()
    one_month(p, s)
    assert s.concur[0, 0, 0] == 1
    s.mandate[0, 0, 0] = 0b11110
    review(p, s, 0)
    assert s.concur[0, 0, 0] == -1
