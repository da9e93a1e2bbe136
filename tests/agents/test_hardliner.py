"""Hardliner: it holds out for its best text to the last."""

import pytest

from sim.rules.codes import CLOSING
from tests.agents.hands import aspiration, chosen, hand
from tests.agents.partner import asks, plays


@pytest.mark.parametrize("clock", [0.0, 0.5, 0.99, 1.0])
def test_it_never_comes_down(clock: float):
    assert aspiration("hardliner", clock=clock) == pytest.approx(1.0, abs=1e-7)


def test_it_says_the_same_month_after_month():
    script = [asks(I01=level) for level in (1, 2, 3)]
    said = plays("hardliner", *script, turns=12, ministerial_rounds=1)
    assert set(said) == {"I00=4", "object I01"}


def test_it_closes_on_nothing_less_than_its_best_text():
    assert plays("hardliner", answers="y", turns=2) == ["I00=4", "close"]
    whole = {"wish": (4.0, 4.0), "mandate": [0, 0]}
    assert chosen("hardliner", hand(**whole, text=[4, 3], clock=1.0)).kind == "pass"
    assert chosen("hardliner", hand(CLOSING, text=[4, 3], mandate=[0b11110] * 2)).kind == "object"


def test_even_so_it_takes_the_last_chance():
    k = hand(CLOSING, text=[4, 3], mandate=[0b11110] * 2, last=1)
    assert chosen("hardliner", k).kind == "consent"
