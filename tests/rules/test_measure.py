"""Metrics, by name, of small worlds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.codes import CHAIR, CLEAN, DEFENSIVE, FULL, NONE, OFFENSIVE, PARTNER, STATEMENT
from sim.rules.measure import METRICS, measure
from tests.rules.small import small


def row(p, s, f: int = 0) -> dict[str, float]:
    """Return the metrics of a forum by name."""
    out = np.full(len(METRICS), np.nan)
    measure(p, s, f, out)
    assert np.isfinite(out).all()
    return dict(zip(METRICS, out.tolist(), strict=True))


def closed(levels=(4, 2), outcome=FULL, month=6, **changes):
    p, s = small(**changes)
    s.month[0] = 12
    s.outcome[0], s.closed[0] = outcome, month
    s.first_agreed[0] = month if outcome >= STATEMENT else 0
    s.in_force[0] = outcome if outcome >= CLEAN else 0
    s.party[0, :2] = 1
    s.statement[0, :2] = s.text[0, :2] = levels
    s.clean[0, :2] = [level > 0 for level in levels]
    return p, s


def test_there_is_a_name_for_every_column():
    assert len(set(METRICS)) == len(METRICS)
    p, s = small()
    assert set(row(p, s)) == set(METRICS)


@pytest.mark.parametrize(("outcome", "months"), [(FULL, 6), (CLEAN, 6), (STATEMENT, 6), (NONE, 12)])
def test_months_to_agreement_are_the_horizon_without_one(outcome: int, months: int):
    p, s = closed((0, 0), outcome, horizon=12)
    found = row(p, s)
    assert (found["outcome"], found["time_to_agreement"]) == (outcome, months)


@pytest.mark.parametrize(("month", "closed_in", "years"), [(12, 6, 0.5), (12, 0, 1.0), (6, 0, 0.5)])
def test_meetings_a_year_are_of_the_time_the_forum_was_open(month, closed_in, years):
    p, s = small()
    s.month[0], s.closed[0] = month, closed_in
    s.ministerials[0], s.sessions[0] = 2, 3
    found = row(p, s)
    assert (found["meetings_per_year"], found["sessions_per_year"]) == (2 / years, 3 / years)


def test_levels():
    p, s = closed((4, 0), CLEAN)
    s.first_tabled[0, :2] = [4, 3]
    found = row(p, s)
    assert found["items_agreed"] == 1
    assert found["max_feasible_level"] == 4
    assert found["mean_level"] == 2.0
    assert found["watering_down"] == 0.5  # nothing of the first item, all of the second
    s.statement[0, 0] = 2
    assert row(p, s)["watering_down"] == 0.75


def test_items_off_the_agenda_do_not_count():
    p, s = closed((4, 0), CLEAN, agenda=[[1, 0]])
    found = row(p, s)
    assert (found["items_agreed"], found["mean_level"]) == (1, 4.0)


def test_coverage_is_the_mean_over_items_and_sides():
    p, s = small(role0=[CHAIR, 0, CHAIR, PARTNER])
    assert row(p, s)["authority_coverage"] == 0.75  # 1 and 0 for side 0, 1 and 1 for side 1


def test_minds_are_those_of_all_who_hold_authority_and_trust_is_that_of_the_table():
    p, s = small(role0=[CHAIR, 0, CHAIR, PARTNER], stature0=0.25, expectation0=0.75)
    p.authority[3, :2] = 0.0
    s.buy_in[:4] = [0.25, 0.75, 0.5, 9.0]
    s.turf[:4] = [0.75, 0.25, 0.5, 9.0]
    s.trust[:4, :4] = 9.0
    s.trust[0, 2], s.trust[0, 3], s.trust[2, 0], s.trust[3, 0] = 0.0, 0.25, 0.75, 1.0
    found = row(p, s)
    assert (found["buy_in"], found["turf_reluctance"], found["trust"]) == (0.5, 0.5, 0.5)
    assert (found["stature"], found["expectation"]) == (0.25, 0.75)


def test_alignment_is_of_what_is_done():
    p, s = small()
    assert row(p, s)["alignment"] == 1.0  # nothing contradicts nothing
    s.measure[:2, :2] = [[4, 0], [2, 0]]
    assert row(p, s)["alignment"] == 0.5  # two levels apart of four, and nothing beside it


def test_policy_is_what_is_delivered_and_otherwise_ones_own_measure():
    p, s = closed((4, 0), CLEAN, posture=[DEFENSIVE, OFFENSIVE])
    s.delivered[0, :2, 0] = [1.0, 0.5]
    s.measure[:2, :2] = [[4, 2], [4, 4]]
    found = row(p, s)
    # Item 0: 1 against 0.5; item 1: 0.5 against 1. The second alone is settled nowhere.
    assert found["alignment"] == 0.5
    assert found["collateral_damage"] == 0.5 * 0.75 / 2
    # Effort 0.75 on each: half of it defends, so balance is all of 0.75.
    assert found["competitiveness"] == 0.75


def test_a_balance_of_nothing_is_nothing():
    p, s = small()
    assert row(p, s)["competitiveness"] == 0.0


def test_a_race_is_run_by_both():
    p, s = small(externality=[-0.5, 0.5])
    s.measure[:2, :2] = [[4, 4], [2, 4]]
    assert row(p, s)["subsidy_race"] == 0.5
    s.measure[1, 0] = 0
    assert row(p, s)["subsidy_race"] == 0.0


def test_home():
    p, s = closed(conditionality=[0.5, 0.0])
    s.support[:2], s.settled[:2] = [0.25, 0.75], [1, 2]
    s.carve_outs[0, :2, :2] = [[1, 0], [2, 0]]
    s.reopened[0], s.linkages[0] = 1, 5
    found = row(p, s)
    assert (found["domestic_support"], found["efficiency"]) == (0.5, 0.875)
    assert (found["carve_outs"], found["settled"]) == (3, 3)
    assert (found["reopened"], found["linkages"]) == (1, 5)


def test_conflict_is_the_share_of_moves_that_are_vetoes():
    p, s = small()
    assert row(p, s)["conflict"] == 0.0
    s.vetoes[0, :4], s.amendments[0] = [1, 0, 2, 0], 9
    assert row(p, s)["conflict"] == 0.25


def test_implementation_is_the_mean_of_the_sides():
    p, s = closed((4, 4))
    s.delivered[0, :2, :2] = [[1.0, 0.5], [0.25, 0.25]]
    assert row(p, s)["implementation_rate"] == 0.5
    s.outcome[0], s.in_force[0] = STATEMENT, 0
    assert row(p, s)["implementation_rate"] == 0.0


def test_value_is_what_is_carried_out_and_the_least_gain_what_is_signed():
    wish = [[4.0, 4.0], [4.0, 0.0], [4.0, 4.0], [4.0, 4.0]]
    p, s = closed((4, 0), CLEAN, position=wish, meeting_cost=0.25)
    s.delivered[0, :2, 0] = [1.0, 0.0]
    s.ministerials[0], s.sessions[0] = 1, 5
    found = row(p, s)
    # No deal is worth 0, 0.5, 0 and 0; item 0, half carried out, 0.25 to each.
    assert found["joint_value"] == (0.25 + 0.75) / 2 + 0.25
    assert found["minimum_gain"] == 0.5
    # Four seats at one ministerial and five sessions of a fifth each.
    assert found["net_value"] == found["joint_value"] - 0.25 * 4 * 2


NO_SHARES = {
    *("outcome", "time_to_agreement", "meetings_per_year", "sessions_per_year"),
    *("items_agreed", "max_feasible_level", "mean_level", "carve_outs", "reopened", "settled"),
    *("linkages", "minimum_gain", "joint_value", "net_value"),
}


@given(st.integers(0, 2**32 - 1))
def test_shares_stay_shares(seed: int):
    rng = np.random.default_rng(seed)
    p, s = closed(rng.integers(0, 5, 2), int(rng.integers(0, 5)), externality=[-0.5, -1.0])
    s.first_tabled[0, :2] = rng.integers(-1, 5, 2)
    for name in ("delivered", "support", "buy_in", "turf", "trust", "stature", "expectation"):
        array = getattr(s, name)
        array[...] = rng.random(array.shape)
    s.measure[:2, :2] = rng.integers(0, 5, (2, 2))
    s.vetoes[0, :4] = rng.integers(0, 9, 4)
    found = row(p, s)
    shares = {name: value for name, value in found.items() if name not in NO_SHARES}
    assert {name: value for name, value in shares.items() if not 0.0 <= value <= 1.0} == {}
