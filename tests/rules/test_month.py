"""The start of a run, the calendar, and agencies that may act in any order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.block import fields
from sim.rules.chance import BILLS, CONVENE, EVENTS, MANDATE, MISREAD, PHASES, SLOTS, deal
from sim.rules.codes import (
    ABSENT,
    CHAIR,
    CHANCE,
    DONE,
    EMPHASIS,
    FULL,
    MINISTERIAL,
    NONE,
    ON_FLOOR,
    OVER,
    PASSED,
    PENDING,
    PRINCIPAL,
    ROLE,
)
from sim.rules.deliver import commit
from sim.rules.learn import reflect
from sim.rules.mandate import review
from sim.rules.month import (
    bill_slots,
    close_month,
    deal_bills,
    deal_month,
    open_month,
    open_slots,
    owes_bills,
)
from sim.rules.state import State
from tests.rules.small import small, words

AXES = {field.name: field.axes for field in fields(State)}
NAMES = list(AXES)


def snapshot(s) -> dict[str, np.ndarray]:
    return {name: getattr(s, name).copy() for name in NAMES}


def differences(one, other) -> list[str]:
    """Return the names of the fields in which two states differ."""
    return [name for name in NAMES if not np.array_equal(one[name], other[name])]


def test_a_run_starts_with_an_empty_text_in_brackets():
    _, s = small(turf0=0.25, trust0=0.25, home_trust0=0.75, role0=[CHAIR, PRINCIPAL, CHAIR, ABSENT])
    assert s.month[0] == s.outcome[0] == 0
    assert not s.text.any()
    assert not s.clean.any()
    assert not s.mandate.any()
    assert s.turf[:4].tolist() == [0.25] * 4
    assert s.buy_in[:4].tolist() == [0.5, 0.5, 0.5, 0.0]
    assert s.trust[0, :4].tolist() == [0.75, 0.75, 0.1875, 0.1875]  # tension of 0.5 takes a quarter
    assert (s.emphasis[:2, :2] == 1.0).all()


def test_how_many_numbers_chance_owes():
    p, s = small(n_forums=2, n_items=3, n_events=5, authority=1.0)
    owed = [open_slots(p, s, phase) for phase in (EVENTS, CONVENE, MANDATE, MISREAD)]
    assert owed == [5, 7, 12, 12]
    s.month[0] = 1
    assert open_slots(p, s, MISREAD) == 0
    assert bill_slots(p) == 24


def test_drafters_misread_by_up_to_the_uncertainty_once_and_for_all():
    p, s = small(uncertainty=0.5)
    s.turn[0] = 9
    open_month(p, s, words(0.75))
    assert (s.misread[:4, :2] == 0.25).all()  # 0.5 * (2 * 0.75 - 1)
    assert s.turn[0] == 0
    open_month(p, s, words(0.25))
    assert (s.misread[:4, :2] == 0.25).all()


def test_a_run_is_over_after_its_horizon():
    p, s = small(horizon=2, windows=0.0, tiers=0)
    for _ in range(2):
        assert s.ask[0] != OVER
        open_month(p, s, words(0.5))
        close_month(p, s, words(0.5))
    assert (s.month[0], s.ask[0]) == (2, OVER)


def test_bills_are_a_second_question_to_chance():
    p, s = small()
    assert not owes_bills(p, s)
    assert s.phase[0] == 0
    s.bill[0, 1, 1] = PENDING
    assert owes_bills(p, s)
    assert s.phase[0] == 1
    close_month(p, s, words())
    assert s.phase[0] == 0


@pytest.mark.parametrize("act", [review, commit, reflect])
@given(order=st.permutations(range(4)), seed=st.integers(0, 2**32 - 1))
def test_agencies_may_act_in_any_order(act, order: list[int], seed: int):
    """What one of them writes, none of the others reads."""
    results = []
    for each in (range(4), order):
        rng = np.random.default_rng(seed)
        p, s = small(turf0=rng.random(4), position=4 * rng.random((4, 2)), patience=rng.random(4))
        s.outcome[0] = s.in_force[0] = rng.choice([0, 4])
        s.party[0, :2] = 1
        s.text[0, :2] = s.statement[0, :2] = rng.integers(1, 5, 2)
        s.clean[0, :2] = 1
        s.trust[:4, :4] = rng.random((4, 4))
        s.delivered[0, :2, :2] = rng.random((2, 2))
        for a in each:
            act(p, s, a)
        results.append(snapshot(s))
    assert differences(*results) == []


def test_each_misreading_has_luck_of_its_own():
    p, s = small(uncertainty=0.5)
    dealt = words(0.5)
    dealt[MISREAD, 2 * 2 + 1] = 0  # agency 2, item 1
    open_month(p, s, dealt)
    assert s.misread[:4, :2].tolist() == [[0, 0], [0, 0], [0, -0.5], [0, 0]]


def test_what_a_run_starts_from():
    start = {
        "coordinator0": 0.25,
        "attention0": 0.75,
        "gridlock0": 0.125,
        "stature0": 0.375,
        "expectation0": 0.625,
        "standing": 3.0,
        "tension0": 0.25,
        "purpose0": 0.75,
    }
    more = {"side_payments": 0.5, "n_pressures": 1, "pressure0": 0.5}
    _, s = small(deadline=20, horizon=12, **start, **more)
    found = {name: getattr(s, name.removesuffix("0"))[0] for name in start}
    assert found == start
    assert (s.payments[:2].tolist(), s.pressure[0], s.support[0]) == ([0.5, 0.5], 0.5, 0.5)
    assert (s.deadline[0], s.summit_in[0]) == (12, -1)
    assert (s.ask[0], s.ask_forum[0], s.ask_agency[0]) == (CHANCE, -1, -1)
    for name in ("mover", "motion", "tabled", "first_tabled", "objector", "stalled_by", "concur"):
        used = tuple(slice({"F": 1, "S": 2, "A": 4, "I": 2}[axis]) for axis in AXES[name])
        assert (getattr(s, name)[used] == -1).all(), name


def test_a_month_opens_in_its_order():
    """An event gives agency 3 a seat; that admits item 1, which is cleared and put on the list."""
    p, s = small(
        role0=[CHAIR, PRINCIPAL, CHAIR, ABSENT],
        n_events=1,
        n_effects=2,
        event_month=1,
        effect_kind=[ROLE, EMPHASIS],
        effect_on=[3, 1],
        effect_of=-1,
        effect_size=[PRINCIPAL, 1.0],
    )
    open_month(p, s, words())
    assert s.happened[0] == 1
    assert s.admitted[0, 1] == s.treated[0, 1] == 1
    assert s.weight[0, 0, :2].tolist() == [1 / 3, 2 / 3]
    assert s.mandate[0, :2, :2].tolist() == [[2, 2], [2, 2]]
    assert (s.session[0], s.stage[0]) == (MINISTERIAL, ON_FLOOR)


def test_agencies_take_their_stand_before_their_capital_clears():
    wish = [[4.0, 4.0], [4.0, 0.0], [4.0, 4.0], [4.0, 4.0]]
    p, s = small(position=wish)
    open_month(p, s, words())
    assert s.mandate[0, :2, :2].tolist() == [[2, 0], [2, 2]]
    assert s.stalled_by[0, 0, 1] == 1


def test_a_forum_without_a_last_date_ends_before_the_month_is_out():
    p, s = small(windows=0.0, last_chance=0.0, deadline=1)
    open_month(p, s, words(0.5))
    assert (s.outcome[0], s.stage[0]) == (NONE, DONE)


def test_a_month_closes_in_its_order():
    """A bill passes; who may now act commits itself, delivers, and earns trust."""
    p, s = small(legislature_from=3, gridlock0=0.0, bill_pace=1.0, natsec_stance=1.0, tension0=0.0)
    s.month[0] = s.closed[0] = 1
    s.outcome[0] = s.in_force[0] = FULL
    s.party[0, :2] = 1
    s.text[0, :2], s.statement[0, :2], s.clean[0, :2] = 4, 4, 1
    s.bill[0, :2, :2] = PENDING
    p.domestic_stance[:2] = 1.0
    close_month(p, s, words())
    assert (s.bill[0, :2, :2] == PASSED).all()
    assert (s.effort[0, :4, :2] == np.array([[1, 0], [0, 1], [1, 0], [0, 1]])).all()
    assert (s.delivered[0, :2, :2] == 0.5).all()
    assert s.trust[0, 2] == 0.6875  # half the way from 0.5 to 0.5 + 0.5 * (0.5 + 0.5 * 0.5)
    assert s.stature[0] > 0.5
    assert (s.measure[:2, :2] == 0).all()
    s.statement[0, :2] = 0
    close_month(p, s, words())
    assert (s.measure[:2, :2] == 1).all()


def test_words_are_dealt_for_the_coming_month_and_the_votes_of_this_one():
    p, s = small(n_events=3)
    s.month[0] = 4
    room = np.zeros(4, dtype=np.int64)
    dealt, expected = (np.zeros((PHASES, SLOTS), dtype=np.int64) for _ in range(2))
    deal_month(p, s, 7, 2, dealt, room)
    for phase, count in ((EVENTS, 3), (CONVENE, 4), (MANDATE, 4)):
        deal(7, 2, 5, phase, count, expected, room)
    assert (dealt == expected).all()
    deal_bills(p, s, 7, 2, dealt, room)
    deal(7, 2, 4, BILLS, 8, expected, room)
    assert (dealt == expected).all()
