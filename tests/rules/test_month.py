"""The start of a run, the calendar, and agencies that may act in any order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.block import fields
from sim.rules.chance import CONVENE, EVENTS, MANDATE, MISREAD
from sim.rules.codes import ABSENT, CHAIR, OVER, PENDING, PRINCIPAL
from sim.rules.deliver import commit
from sim.rules.learn import reflect
from sim.rules.mandate import review
from sim.rules.month import bill_slots, close_month, open_month, open_slots, owes_bills
from sim.rules.state import State
from tests.rules.small import small, words

NAMES = [field.name for field in fields(State)]


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
    assert s.trust[0, :4].tolist() == [0.75, 0.75, 0.25, 0.25]
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
    open_month(p, s, words(0.75))
    assert (s.misread[:4, :2] == 0.25).all()  # 0.5 * (2 * 0.75 - 1)
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
        s.outcome[0] = rng.choice([0, 4])
        s.text[0, :2] = s.statement[0, :2] = rng.integers(1, 5, 2)
        s.clean[0, :2] = 1
        s.trust[:4, :4] = rng.random((4, 4))
        s.delivered[0, :2, :2] = rng.random((2, 2))
        for a in each:
            act(p, s, a)
        results.append(snapshot(s))
    assert differences(*results) == []
