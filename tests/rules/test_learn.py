"""Learning: slow, both ways, and always within bounds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.codes import ABSENT, CHAIR, CLEAN, FULL, NONE, PRINCIPAL, SUBORDINATE, UNDER_WAY
from sim.rules.learn import (
    agreed_share,
    delivered_share,
    mature,
    recollect,
    reflect,
    satisfaction,
    sentiment,
    success,
)
from tests.rules.small import small

SHARE = st.floats(0, 1)


def test_the_agreed_share_is_of_what_can_be_taken_up():
    p, s = small(n_items=3, authority=1.0, agenda=[[1, 1, 0]])
    assert agreed_share(p, s, 0) == 0.0
    s.text[0, :3], s.clean[0, :3] = [2, 0, 4], [1, 0, 1]
    assert agreed_share(p, s, 0) == 0.5
    s.admitted[0, :3] = 0
    assert agreed_share(p, s, 0) == 0.0


def test_success_is_half_the_text_and_half_its_delivery():
    p, s = small()
    s.text[0, :2], s.clean[0, :2] = [2, 3], 1
    assert success(p, s, 0) == 0.5
    s.outcome[0] = s.in_force[0] = FULL
    s.party[0, :2] = 1
    s.statement[0, :2] = [2, 3]
    s.delivered[0, :2, :2] = [[1.0, 0.5], [0.5, 0.0]]
    assert [delivered_share(p, s, 0, side) for side in (0, 1)] == [0.75, 0.25]
    assert success(p, s, 0) == 0.75  # 0.5 * 1 + 0.5 * (0.75 + 0.25) / 2
    s.outcome[0], s.in_force[0] = NONE, 0
    assert success(p, s, 0) == 0.0


def test_delivery_of_nothing_is_nothing():
    p, s = small()
    assert delivered_share(p, s, 0, 0) == 0.0


def test_satisfaction_is_the_share_of_the_possible_gain():
    p, s = small(position=[[4.0, 2.0]])
    # No deal 0.25, best 1: L2 of item 0 adds 0.25, a third of what there is.
    s.text[0, :2] = [2, 0]
    assert satisfaction(p, s, 0, 0) == 0.25 / 0.75
    s.text[0, :2] = [4, 2]
    assert satisfaction(p, s, 0, 0) == 1.0


def test_an_agency_that_wants_nothing_is_not_satisfied_by_anything():
    p, s = small(position=0.0)
    assert satisfaction(p, s, 0, 0) == 0.0


def test_a_month_moves_turf_and_buy_in_a_share_of_the_way():
    p, s = small(learning_rate=0.25, turf0=0.5, patience=[0.0, 1.0, 0.0, 0.0])
    s.text[0, :2], s.clean[0, :2] = 4, 1  # half a success, and all anyone wants
    s.turf[:2] = 1.0
    for a in range(2):
        reflect(p, s, a)
    # Turf due: 0.5 * (1 - 0.5). A quarter of the way there, half of it for the patient.
    assert s.turf[:2].tolist() == [0.8125, 0.625]
    # Buy-in due: 1 * (0.5 + 0.5 * 1), from 0.5.
    assert s.buy_in[:2].tolist() == [0.625, 0.625]


def test_who_is_not_heard_gains_and_commits_little():
    p, s = small(learning_rate=1.0, turf0=0.5, role0=[CHAIR, SUBORDINATE, CHAIR, ABSENT])
    s.text[0, :2], s.clean[0, :2] = 4, 1
    for a in (0, 1, 3):
        reflect(p, s, a)
    assert s.turf[[0, 1, 3]].tolist() == [0.25, 0.5, 0.5]  # 0.5 * (1 - 0.5) where it is heard
    assert s.buy_in[[0, 1, 3]].tolist() == [1.0, 0.125, 0.0]


def test_trust_follows_what_the_other_side_has_done():
    p, s = small(learning_rate=1.0, trust0=0.5, home_trust0=0.75, tension0=0.0)
    s.outcome[0] = s.in_force[0] = CLEAN
    s.party[0, :2] = 1
    s.text[0, 0], s.clean[0, 0], s.statement[0, 0] = 3, 1, 3
    s.delivered[0, :2, 0] = [0.5, 1.0]
    reflect(p, s, 0)
    # Agreed: half of two items; side 1 delivered all: kept 0.25 + 0.5; 0.5 + 0.5 * 0.75
    assert s.trust[0, :4].tolist() == [0.75, 0.75, 0.875, 0.875]


def test_tension_eats_at_trust_and_seats_build_it():
    p, s = small(learning_rate=1.0, trust0=0.5, tension0=0.25, role0=[4, 3, 4, ABSENT])
    s.tension[0] = 0.75
    s.text[0, 0], s.clean[0, 0] = 3, 1
    reflect(p, s, 0)
    # Base 0.5 * (1 - 0.5 * 0.75) = 0.3125; kept 0.5 (one item of one) at the table, 0 elsewhere.
    assert s.trust[0, 2:4].tolist() == [0.65625, 0.3125]


def test_an_agency_writes_nobody_elses_mind():
    p, s = small(learning_rate=0.5, turf0=0.5)
    s.turf[:4] = 1.0
    before = [np.copy(array) for array in (s.turf, s.buy_in, s.trust)]
    reflect(p, s, 2)
    for old, new in zip(before, (s.turf, s.buy_in, s.trust), strict=True):
        assert (np.delete(old, 2, axis=0) == np.delete(new, 2, axis=0)).all()


def test_a_forum_matures_by_rank_and_results():
    p, s = small(rank0=0.5, stature0=0.0, expectation0=1.0, stature_rate=0.5, learning_rate=0.5)
    s.text[0, :2], s.clean[0, :2] = 4, 1
    mature(p, s, 0)
    assert s.stature[0] == 0.25  # half the way to 0.4 * 0.5 + 0.6 * 0.5
    assert s.expectation[0] == 0.625  # half the way from 1 to 0.25


def test_support_follows_strings_on_money_and_a_hearing_for_business():
    p, s = small(conditionality=[0.5, 0.0], business_consult=[0.0, 1.0], learning_rate=1.0)
    for side in (0, 1):
        sentiment(p, s, side)
    assert s.support[:2].tolist() == [0.2 + 0.5 * 0.75, 0.2 + 0.3]


def test_refusals_fade_and_purpose_follows_the_best_forum():
    p, s = small(n_forums=2, refusal_memory=0.25, purpose0=0.5, learning_rate=0.5)
    s.refused[0, 1, 2] = 4.0
    s.text[1, :2], s.clean[1, :2] = 4, 1
    recollect(p, s)
    assert s.refused[0, 1, 2] == 3.0
    assert s.purpose[0] == 0.625  # half the way to 0.5 + 0.5 * 0.5


@given(SHARE, SHARE, SHARE, SHARE, SHARE, st.integers(0, 4), SHARE)
def test_minds_stay_within_bounds(rate, patience, turf0, turf, buy_in, role, tension):
    p, s = small(
        learning_rate=rate,
        patience=patience,
        turf0=turf0,
        role0=[role, CHAIR, CHAIR, PRINCIPAL],
        stature_rate=rate,
    )
    s.turf[:4], s.buy_in[:4], s.tension[0] = turf, buy_in, tension
    s.text[0, :2], s.clean[0, :2] = 4, 1
    s.outcome[0] = s.in_force[0] = FULL
    s.party[0, :2] = 1
    s.statement[0, :2] = 4
    s.delivered[0, :2, :2] = buy_in
    for _ in range(4):
        for a in range(4):
            reflect(p, s, a)
        recollect(p, s)
        for array in (s.turf, s.buy_in, s.trust, s.stature, s.expectation, s.support, s.purpose):
            assert ((array >= 0.0) & (array <= 1.0)).all()


EDGE = st.sampled_from([0.0, 1.0]) | SHARE
PARAMS = (
    *("learning_rate", "stature_rate", "patience", "turf0", "trust0", "home_trust0", "tension0"),
    *("purpose0", "rank0", "stature0", "expectation0", "conditionality", "business_consult"),
    *("partner_standing", "subordinate_standing", "refusal_memory"),
)
MINDS = ("turf", "buy_in", "trust", "stature", "expectation", "support", "purpose")


@given(
    params=st.fixed_dictionaries(dict.fromkeys(PARAMS, EDGE)),
    minds=st.fixed_dictionaries(dict.fromkeys((*MINDS, "tension", "delivered"), EDGE)),
    roles=st.lists(st.integers(0, 4), min_size=4, max_size=4),
    outcome=st.sampled_from([UNDER_WAY, NONE, CLEAN, FULL]),
    level=st.integers(0, 4),
)
def test_no_share_leaves_its_bounds_whatever_the_figures(
    params: dict, minds: dict, roles: list[int], outcome: int, level: int
):
    p, s = small(role0=roles, **params)
    for name, value in minds.items():
        getattr(s, name)[...] = value
    s.text[0, :2], s.clean[0, :2], s.outcome[0] = level, int(level > 0), outcome
    s.statement[0, :2] = level if outcome in (CLEAN, FULL) else 0
    for _ in range(3):
        for a in range(4):
            reflect(p, s, a)
        recollect(p, s)
        for name in MINDS:
            array = getattr(s, name)
            assert ((array >= 0.0) & (array <= 1.0)).all(), name


@given(SHARE, SHARE, SHARE)
def test_delivery_builds_trust(rate, less, more):
    less, more = sorted((less, more))
    results = []
    for share in (less, more):
        p, s = small(learning_rate=rate)
        s.outcome[0] = s.in_force[0] = FULL
        s.party[0, :2] = 1
        s.text[0, :2], s.clean[0, :2], s.statement[0, :2] = 4, 1, 4
        s.delivered[0, 1, :2] = share
        reflect(p, s, 0)
        results.append(s.trust[0, 2])
    assert results[0] <= results[1]


def test_all_forums_mature():
    p, s = small(n_forums=2, rank0=[0.0, 1.0], stature0=0.5, stature_rate=1.0)
    recollect(p, s)
    assert s.stature[:2].tolist() == [0.0, 0.4]


def test_who_has_more_than_it_could_hope_for_is_satisfied_and_no_more():
    p, s = small(position=2.0)
    s.best[0, 0] = s.walk_away[0, 0] + 0.25
    s.text[0, :2] = 2
    assert satisfaction(p, s, 0, 0) == 1.0
