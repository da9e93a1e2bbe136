"""Linear: of the room between no deal and its best text it holds ``1 - clock``."""

import pytest

from tests.agents.hands import aspiration
from tests.agents.partner import asks, plays


@pytest.mark.parametrize(("clock", "held"), [(0.0, 1.0), (0.25, 0.75), (0.5, 0.5), (1.0, 0.0)])
def test_its_curve(clock: float, held: float):
    assert aspiration("linear", clock=clock) == pytest.approx(held, abs=1e-7)


def test_it_gives_in_step_with_time():
    # With I00 whole it has 1, and 0.25 without a deal: of 0.75 it can spare, in month 1 of 4,
    # a quarter, and I01 at L3 takes 0.1875 of it; in month 1 of 8, half as much.
    script = {"answers": "y", "turns": 2}
    assert plays("linear", asks(I01=3), deadline=4, **script) == ["I00=4", "consent"]
    assert plays("linear", asks(I01=3), deadline=8, **script) == ["I00=4", "object I01"]
