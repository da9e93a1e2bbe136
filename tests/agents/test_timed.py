"""What the timed strategies have in common."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.agents.hands import aspiration

NEAR = 1e-7
FEW = settings(max_examples=15)


@pytest.mark.parametrize("name", ["boulware", "linear", "conceder", "hardliner"])
@FEW
@given(clock=st.floats(0, 1), low=st.floats(0, 0.5))
def test_the_curve_spans_from_the_best_text_to_no_deal(name: str, clock: float, low: float):
    whole = aspiration(name, clock=clock)
    part = aspiration(name, low=low, high=0.75, clock=clock)
    assert part == pytest.approx(low + (0.75 - low) * whole, abs=1e-6)


@pytest.mark.parametrize("name", ["boulware", "linear", "conceder", "tit-for-tat", "hybrid"])
@FEW
@given(early=st.floats(0, 1), late=st.floats(0, 1))
def test_time_never_makes_anybody_ask_for_more(name: str, early: float, late: float):
    early, late = sorted((early, late))
    assert aspiration(name, clock=late) <= aspiration(name, clock=early) + NEAR


@FEW
@given(st.floats(0.01, 0.99))
def test_the_firm_hold_out_for_more(clock: float):
    order = ("hardliner", "boulware", "linear", "conceder")
    held = [aspiration(name, clock=clock) for name in order]
    assert held == sorted(held, reverse=True)
