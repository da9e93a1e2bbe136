"""What a seat knows, and when it has no choice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.codes import (
    ABSENT,
    ANSWER,
    BELOW_WALK_AWAY,
    CHAIR,
    CLEARANCE,
    CLOSING,
    FLOOR,
    HYBRID,
    NASH,
    NO_REASON,
    OUTSIDE_MANDATE,
    PRINCIPAL,
    RED_LINE,
    SUBORDINATE,
)
from sim.rules.knowledge import (
    affordable,
    bound,
    dearest_item,
    motion_gain,
    text_worth,
    worthwhile,
)
from tests.rules.meeting import meeting
from tests.rules.small import knowledge, renewed


def question(ask, a=0, motion=(-1, -1), text=(0, 0), **changes):
    """Return what an agency knows when it is asked something."""
    p, s = meeting(**changes)
    s.ask[0] = ask
    s.motion[0, :2] = motion
    s.text[0, :2] = text
    s.clean[0, :2] = [level > 0 for level in text]
    return knowledge(p, s, a)


def test_a_seat_knows_its_own_mind_and_instructions():
    p, s = meeting(month=2, deadline=8, position=[[4.0, 2.0]], salience=[[0.75, 0.25]])
    p.red_line[0, 1] = 0b10000
    s.mandate[0, :2, 0] = [0b110, 0b10]
    k = knowledge(p, s, 0)
    assert k.value[0].tolist() == [0.0, 0.1875, 0.375, 0.5625, 0.75]  # 0.75 * level / 4
    assert k.value[1].tolist() == [0.125, 0.1875, 0.25, 0.1875, 0.125]
    assert (k.walk_away[0], k.clock[0], k.last[0], k.me[0]) == (0.125, 0.25, 0, 0)
    assert (k.mandate[0], k.red_line[1], k.link_limit[0]) == (0b110, 0b10000, 2)
    assert k.weight[:2].tolist() == [0.75, 0.25]


@pytest.mark.parametrize(("month", "clock", "last"), [(4, 0.5, 0), (8, 1.0, 1), (9, 1.0, 1)])
def test_the_clock_runs_to_the_deadline(month: int, clock: float, last: int):
    p, s = meeting(month=month, deadline=8)
    k = knowledge(p, s, 0)
    assert (k.clock[0], k.last[0]) == (clock, last)


def test_a_seat_sees_the_other_principals_and_what_they_asked_for():
    p, s = meeting(role0=[CHAIR, SUBORDINATE, CHAIR, PRINCIPAL])
    s.proposed[0, :4, 0, 3] = [1.0, 2.0, 3.0, 4.0]
    s.refused[0, 1, 2] = 1.0
    s.ask[0] = FLOOR
    k = knowledge(p, s, 0)
    assert k.others[:4].tolist() == [0, 0, 1, 1]
    assert k.proposed[:4, 0, 3].tolist() == [0.0, 0.0, 3.0, 4.0]
    assert k.refused[1, 2] == 1.0


def test_an_agency_knows_on_what_it_was_not_heard():
    p, s = meeting(role0=[CHAIR, ABSENT, CHAIR, PRINCIPAL])
    assert knowledge(p, s, 0).unheard[:2].tolist() == [0, 0]
    assert knowledge(p, s, 1).unheard[:2].tolist() == [0, 1]


def test_only_the_nash_baseline_is_told_the_nash_point():
    p, s = meeting(strategy=[NASH, HYBRID, NASH, HYBRID])
    s.target[0, :2] = [3, 2]
    assert [knowledge(p, s, a).target[:2].tolist() for a in range(2)] == [[3, 2], [0, 0]]


def test_a_chair_has_one_text_of_its_own():
    p, s = meeting()
    assert [int(knowledge(p, s, a).chair_text[0]) for a in range(4)] == [1, 0, 1, 0]
    s.chair_texts[0, 0] = 1
    assert [int(knowledge(p, s, a).chair_text[0]) for a in range(4)] == [0, 0, 1, 0]


def test_text_and_motion_by_hand():
    # Wishes 4 and 0, equal weights: item 0 at L2 is worth 0.25, item 1 at L1 0.375.
    k = question(ANSWER, motion=(4, -1), text=(2, 1), position=[[4.0, 0.0]])
    assert text_worth(k) == 0.625
    assert motion_gain(k) == 0.25
    assert k.walk_away[0] == 0.5


@pytest.mark.parametrize(
    ("ask", "motion", "text", "item"),
    [
        (ANSWER, (-1, 3), (4, 0), 1),
        (ANSWER, (1, 4), (4, 0), 1),  # item 0 loses 0.375, item 1 loses 0.5
        (ANSWER, (0, 1), (4, 0), 0),  # item 0 loses 0.5, item 1 loses 0.125
        (CLOSING, (-1, -1), (2, 4), 1),
        (CLOSING, (-1, -1), (2, 0), 0),
        (CLOSING, (-1, -1), (0, 0), -1),
        (CLEARANCE, (-1, -1), (2, 1), 1),
    ],
)
def test_the_item_that_costs_most(ask, motion, text, item):
    k = question(ask, motion=motion, text=text, position=[[4.0, 0.0]])
    assert dearest_item(k) == item


def test_a_red_line_comes_first():
    lines = [[0, 0b01000]] + [[0, 0]] * 3
    assert bound(question(ANSWER, motion=(-1, 3), red_line=lines)) == (RED_LINE, 1)
    assert bound(question(ANSWER, motion=(-1, 2), red_line=lines)) == (NO_REASON, -1)
    assert bound(question(CLOSING, text=(1, 3), red_line=lines)) == (RED_LINE, 1)
    assert bound(question(CLEARANCE, text=(1, 3), red_line=lines)) == (RED_LINE, 1)
    assert bound(question(CLOSING, a=1, text=(1, 3), red_line=lines)) == (NO_REASON, -1)


@pytest.mark.parametrize(
    ("ask", "reason"),
    [(ANSWER, OUTSIDE_MANDATE), (CLOSING, OUTSIDE_MANDATE), (CLEARANCE, NO_REASON)],
)
def test_delegates_keep_to_their_mandate_which_home_itself_does_not_need(ask: int, reason: int):
    p, s = meeting()
    s.ask[0] = ask
    s.mandate[0, 0, 0] = 0b110
    s.motion[0, :2] = [3, -1]
    if ask != ANSWER:
        s.text[0, 0], s.clean[0, 0] = 3, 1
    assert bound(knowledge(p, s, 1)) == (reason, 0 if reason else -1)
    assert bound(knowledge(p, s, 2)) == (NO_REASON, -1)


def test_nobody_agrees_to_less_than_no_deal():
    # Wishes 0 and 1: no deal is worth 0.5 * 1 + 0.5 * 0.75 = 0.875.
    wish = {"position": [[0.0, 1.0]]}
    assert bound(question(ANSWER, motion=(1, -1), **wish)) == (BELOW_WALK_AWAY, 0)
    assert bound(question(ANSWER, motion=(-1, 2), **wish)) == (NO_REASON, -1)  # 0.75 again
    assert bound(question(CLOSING, text=(1, 2), **wish)) == (BELOW_WALK_AWAY, 0)
    assert bound(question(CLEARANCE, text=(1, 2), **wish)) == (BELOW_WALK_AWAY, 0)
    assert bound(question(CLOSING, text=(1, 1), **wish)) == (NO_REASON, -1)


def below(motion, ask=ANSWER, **changes):
    """Return a question to a seat whose text events have put an eighth below no deal."""
    p, s = meeting(**changes)
    s.text[0, 0], s.clean[0, 0] = 2, 1
    p.outside[0, 0] = 0.75  # no deal: 0.5 * 0.75; the text: 0.5 * 0.5
    s.stature[0] = 0.0
    renewed(p, s)
    s.ask[0] = ask
    s.motion[0, :2] = motion
    return knowledge(p, s, 0)


def test_a_text_that_events_have_spoilt_may_not_get_worse():
    assert bound(below((1, -1))) == (BELOW_WALK_AWAY, 0)
    assert bound(below((3, -1))) == (NO_REASON, -1)
    assert bound(below((-1, 2))) == (NO_REASON, -1)
    assert bound(below((-1, -1), CLOSING)) == (BELOW_WALK_AWAY, 0)


def test_a_change_that_means_nothing_to_a_seat_does_not_bind_it():
    """Nor where events have put the text below no deal: it gets no worse."""
    k = below((-1, 3), salience=[[0.5, 0.0], [1.0, 1.0], [1.0, 1.0], [1.0, 1.0]])
    assert not worthwhile(k)
    assert motion_gain(k) == 0.0
    assert bound(k) == (NO_REASON, -1)


LEVEL = st.integers(0, 4)


@given(st.lists(st.floats(0, 4), min_size=2, max_size=2), st.tuples(LEVEL, LEVEL), LEVEL, LEVEL)
def test_what_is_bearable_keeps_a_worthwhile_text_worthwhile(wish, text, one, other):
    k = question(ANSWER, motion=(one, other), text=text, position=wish)
    change = motion_gain(k)
    if affordable(k, change) and worthwhile(k):
        after = sum(k.value[i, level] for i, level in enumerate((one, other)))
        assert after >= k.walk_away[0] - 1e-8
    if change >= 0.0:
        assert affordable(k, change)
    assert worthwhile(question(CLOSING, text=(0, 0), position=wish))
    assert np.isfinite(change)


def test_a_seat_knows_where_it_stands_itself():
    p, s = meeting()
    s.lowest_offer[0, 1], s.steps_down[0, 1], s.received[0, 1] = 0.75, 3, 0.25
    s.offers[0, :4], s.mover[0], s.closing[0] = [1, 2, 3, 4], 2, 1
    k = knowledge(p, s, 1)
    assert (k.lowest_offer[0], k.steps_down[0], k.received[0]) == (0.75, 3, 0.25)
    assert (k.me[0], k.mover[0], k.closing[0]) == (1, 2, 1)
    assert k.offers[:4].tolist() == [1, 2, 3, 4]
    assert (k.strategy[0], k.tolerance[0], k.n_items[0], k.n_agencies[0]) == (2, 0.0, 2, 4)


def test_differences_smaller_than_the_slack_count_as_none():
    k = question(CLOSING, text=(4, 0))
    for gap, fine in ((5e-10, True), (2e-9, False)):
        k.walk_away[0] = text_worth(k) + gap
        assert bool(worthwhile(k)) == fine
        assert not affordable(k, -3e-9)
        assert affordable(k, 0.0)
