"""Boulware: of the room between no deal and its best text it holds ``1 - clock ** 4``."""

import pytest

from tests.agents.hands import aspiration
from tests.agents.partner import asks, plays


@pytest.mark.parametrize(
    ("clock", "held"),
    [(0.0, 1.0), (0.25, 0.99609375), (0.5, 0.9375), (0.75, 0.68359375), (1.0, 0.0)],
)
def test_its_curve(clock: float, held: float):
    assert aspiration("boulware", clock=clock) == pytest.approx(held, abs=1e-7)


def test_it_is_firm_for_long():
    # With I00 whole it has 1, and 0.25 without a deal. At half time it holds out for all but a
    # sixteenth of the 0.75 between, and I01 at L1 costs a sixteenth of 1.
    early = {"deadline": 2, "answers": "y", "turns": 2}
    assert plays("boulware", asks(I01=1), **early) == ["I00=4", "object I01"]
    assert aspiration("boulware", low=0.25, clock=0.5) == pytest.approx(0.953125)


def test_at_the_end_it_takes_what_beats_no_deal():
    last = {"deadline": 1, "answers": "y", "turns": 2}
    assert plays("boulware", asks(I01=4), **last) == ["I00=4", "consent"]
