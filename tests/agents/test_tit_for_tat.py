"""Nice tit-for-tat: a first step of a tenth of its room, then as much as it gets."""

import pytest

from tests.agents.hands import aspiration
from tests.agents.partner import asks, plays

# Clock, what others' adopted amendments have brought, and what it then holds out for. From
# nine tenths of the time on it comes down to no deal in a straight line.
CASES = [
    (0.0, 0.0, 0.9),
    (0.5, 0.25, 0.65),
    (0.5, -0.25, 1.0),
    (0.5, 2.0, 0.0),
    (0.9, 0.0, 0.9),
    (0.95, 0.0, 0.5),
    (0.95, 0.75, 0.15),
    (1.0, 0.0, 0.0),
]


@pytest.mark.parametrize(("clock", "received", "held"), CASES)
def test_it_gives_as_it_gets(clock: float, received: float, held: float):
    found = aspiration("tit-for-tat", clock=clock, received=received)
    assert found == pytest.approx(held, abs=1e-7)


def test_what_it_gets_counts_as_a_share_of_its_room():
    # A quarter of the room of 0.4 between 0.2 and 0.6: 0.6 - 0.4 * (0.1 + 0.25)
    found = aspiration("tit-for-tat", low=0.2, high=0.6, clock=0.5, received=0.1)
    assert found == pytest.approx(0.46, abs=1e-7)


def test_it_mirrors_its_partner():
    # I01=1 would take from a text that has brought it nothing yet; I00=2 brings half of its
    # room of 0.75, after which it can spare more than the sixteenth that I01=1 costs.
    said = plays("tit-for-tat", asks(I01=1), asks(I00=2), asks(I01=1), turns=6, deadline=12)
    assert said == ["I00=4", "object I01", "consent", "I00=4", "I00=4", "consent"]


def test_with_no_room_it_asks_for_nothing():
    assert aspiration("tit-for-tat", low=0.5, high=0.5, clock=0.0) == pytest.approx(0.5)
