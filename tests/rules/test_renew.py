"""New talks at a forum that meets for good."""

import numpy as np
import pytest

from sim.rules.chance import PHASES, SLOTS
from sim.rules.codes import (
    CHAIR,
    CLEAN,
    FULL,
    NO_BILL,
    NO_MEETING,
    NONE,
    PASSED,
    PENDING,
    PRINCIPAL,
    UNDER_WAY,
)
from sim.rules.conclude import adopt, end, must_clear, reopen
from sim.rules.convene import convene
from sim.rules.learn import success
from sim.rules.mandate import clear, next_level, paper_pace, review
from sim.rules.measure import METRICS, measure
from sim.rules.renew import renew
from sim.rules.seats import bound_by
from sim.rules.value import revalue, text_value
from tests.rules.small import small


def signed(month=4, levels=(2, 3), **changes):
    """Return a forum that has just adopted a text."""
    p, s = small(**{"renewal": 3, "deadline": 6, "horizon": 24} | changes)
    s.month[0], s.rung[0] = month, FULL
    s.text[0, :2], s.clean[0, :2] = levels, 1
    adopt(p, s, 0)
    return p, s


@pytest.mark.parametrize(("month", "outcome"), [(6, FULL), (7, UNDER_WAY), (9, UNDER_WAY)])
def test_talks_open_again_when_the_rest_is_over(month: int, outcome: int):
    p, s = signed()
    s.month[0] = month
    renew(p, s)
    assert s.outcome[0] == outcome


def test_without_a_rest_there_is_one_round_of_talks():
    p, s = signed(renewal=0)
    s.month[0] = 20
    renew(p, s)
    assert s.outcome[0] == FULL


def test_new_talks_start_from_the_statement_in_force_all_in_brackets():
    p, s = signed()
    s.month[0], s.reopened[0], s.recesses[0, 0], s.chair_texts[0, 1] = 7, 1, 2, 1
    renew(p, s)
    assert (s.opened[0], s.deadline[0]) == (6, 12)
    assert s.text[0, :2].tolist() == s.statement[0, :2].tolist() == [2, 3]
    assert not s.clean[0].any()
    assert s.reopened[0] == s.recesses[0, 0] == s.chair_texts[0, 1] == 0


def test_the_deadline_of_new_talks_is_the_horizon_at_most():
    p, s = signed(horizon=9)
    s.month[0] = 7
    renew(p, s)
    assert s.deadline[0] == 9
    end(s, 0, NONE)
    s.month[0] = 9
    s.closed[0] = 5
    renew(p, s)
    assert s.outcome[0] == FULL  # no month is left


def test_no_deal_in_new_talks_is_the_statement_in_force():
    p, s = signed()
    revalue(p, s)
    alone = s.walk_away[0, 0]
    s.month[0] = 7
    renew(p, s)
    revalue(p, s)
    assert s.walk_away[0, 0] == text_value(p, s, 0, 0, s.statement[0]) > alone


def test_talks_that_end_without_a_text_leave_the_statement_in_force():
    p, s = signed()
    s.month[0] = 7
    renew(p, s)
    end(s, 0, NONE)
    assert (s.outcome[0], s.closed[0], s.first_agreed[0]) == (FULL, 7, 4)
    assert s.statement[0, :2].tolist() == [2, 3]


def test_a_new_text_changes_only_what_it_says():
    p, s = signed(legislature_from=2)
    s.bill[0, :2, 0] = PASSED
    s.delivered[0, :2, :2] = 0.5
    s.month[0] = 7
    renew(p, s)
    s.text[0, 1], s.clean[0, 1], s.rung[0] = 4, 1, CLEAN
    adopt(p, s, 0)
    assert s.statement[0, :2].tolist() == [2, 4]
    assert s.bill[0, :2, :2].tolist() == [[PASSED, PENDING], [PASSED, PENDING]]
    assert s.delivered[0, 0, :2].tolist() == [0.5, 0.375]  # L3 half done is three eighths of L4
    assert s.in_force[0] == s.outcome[0] == FULL


def test_a_level_given_up_needs_no_bill():
    p, s = signed(levels=(4, 4), legislature_from=3)
    s.text[0, :2], s.clean[0, :2], s.rung[0] = [2, 0], 1, CLEAN
    s.delivered[0, 0, 0] = 0.75
    adopt(p, s, 0)
    assert s.bill[0, 0, :2].tolist() == [NO_BILL, NO_BILL]
    assert s.delivered[0, 0, :2].tolist() == [1.0, 0.0]


def test_what_home_refuses_falls_back_to_the_level_in_force():
    p, s = signed()
    s.month[0] = 7
    renew(p, s)
    s.text[0, 0], s.clean[0, 0] = 4, 1
    s.contested[0, 1, 0] = 1
    reopen(p, s, 0)
    assert (s.text[0, 0], s.clean[0, 0]) == (2, 0)


def test_what_is_in_force_counts_as_success_during_new_talks():
    p, s = signed()
    s.delivered[0, :2, :2] = 0.5
    before = success(p, s, 0)
    s.month[0] = 7
    renew(p, s)
    assert success(p, s, 0) == before == 0.75


def test_a_longer_tick_is_told_in_calendar_months():
    p, s = signed(tick=6, renewal=0)
    out = dict.fromkeys(METRICS)
    row = [0.0] * len(METRICS)
    s.month[0], s.ministerials[0] = 24, 4
    measure(p, s, 0, row)
    out = dict(zip(METRICS, row, strict=True))
    assert (out["time_to_agreement"], out["meetings_per_year"]) == (24, 2.0)


def three_sides(**changes):
    """Return a forum of two sides, and a third whose agency 4 holds authority but no seat yet."""
    return small(
        **{
            "n_sides": 3,
            "n_agencies": 5,
            "side": [0, 0, 1, 1, 2],
            "role0": [CHAIR, PRINCIPAL, CHAIR, PRINCIPAL, 0],
            "authority": [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]],
        }
        | changes
    )


def test_a_side_that_is_not_at_the_table_clears_nothing_and_is_not_asked():
    p, s = three_sides()
    s.clean[0, :2], s.text[0, :2] = 1, 3
    assert not must_clear(p, s, 0, 4)
    for a in range(5):
        review(p, s, a)
    clear(p, s, np.zeros((PHASES, SLOTS), dtype=np.int64))
    assert s.concur[0, 4, :2].tolist() == [-1, -1]
    assert s.mandate[0, :3, 0].astype(bool).tolist() == [True, True, False]


def test_a_side_that_comes_later_is_bound_from_the_next_adoption_on():
    p, s = three_sides(legislature_from=2)
    s.month[0], s.rung[0] = 4, FULL
    s.text[0, :2], s.clean[0, :2] = [3, 1], 1
    adopt(p, s, 0)
    assert s.party[0, :3].tolist() == [1, 1, 0]
    assert s.bill[0, :3, 0].tolist() == [PENDING, PENDING, NO_BILL]
    s.role[0, 4] = CHAIR
    assert not bound_by(p, s, 0, 2)
    adopt(p, s, 0)
    assert bound_by(p, s, 0, 2)
    assert s.bill[0, 2, :2].tolist() == [PENDING, NO_BILL]
    s.role[0, 4] = 0
    assert not bound_by(p, s, 0, 2)


def test_a_forum_of_one_side_does_not_meet():
    p, s = small(windows=1.0, availability=1.0)
    s.role[0, 2:4] = 0
    convene(p, s, np.zeros((PHASES, SLOTS), dtype=np.int64))
    assert s.session[0] == NO_MEETING


def test_levels_too_low_for_a_signatory_are_passed_over():
    p, s = small()
    p.red_line[0, 0] = 0b110  # never L1 or L2
    assert next_level(p, s, 0, 0, 0) == 3
    s.mandate[0, 0, 0] = 0b11000
    assert next_level(p, s, 0, 0, 0) == -1
    p.red_line[0, 0] = 0b11110  # nothing at all: the lowest stays open, and is withheld
    s.mandate[0, 0, 0] = 0
    assert next_level(p, s, 0, 0, 0) == 1


def test_dual_use_slows_clearance():
    p, s = small(pace=0.5, turf0=0.0, dual_use=0.5, legal_friction=0.5)
    for a in range(4):
        review(p, s, a)
    assert paper_pace(p, s, 0, 0, 0) == 0.375  # 0.5 * (1 - 0.5 * 0.5)
