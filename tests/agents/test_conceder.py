"""Conceder: of the room between no deal and its best text it holds ``1 - clock ** (1/4)``."""

import pytest

from tests.agents.hands import aspiration
from tests.agents.partner import asks, plays


@pytest.mark.parametrize(
    ("clock", "held"),
    [(0.0, 1.0), (0.00390625, 0.75), (0.0625, 0.5), (0.31640625, 0.25), (1.0, 0.0)],
)
def test_its_curve(clock: float, held: float):
    assert aspiration("conceder", clock=clock) == pytest.approx(held, abs=1e-7)


def test_it_gives_early():
    # In month 1 of 16 it has come down by half of 0.75: I01 whole, which takes 0.25, is fine.
    script = {"answers": "y", "turns": 2, "deadline": 16, "horizon": 20}
    assert plays("conceder", asks(I01=4), **script) == ["I00=4", "consent"]
    assert plays("linear", asks(I01=4), **script) == ["I00=4", "object I01"]


def test_it_heeds_what_the_other_has_asked_for():
    # Having heard that I01 matters to its partner, it links a little of it.
    assert plays("conceder", asks(I01=2), turns=3) == ["I00=4", "object I01", "I00=4 I01=1"]
