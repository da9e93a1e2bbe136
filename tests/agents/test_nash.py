"""Exact Nash: straight to the point it is told of."""

import pytest

from sim.play.moves import Move
from sim.rules.codes import ANSWER, CLEARANCE, CLOSING, HARDLINER, NASH
from tests.agents.hands import amends, chosen, hand
from tests.agents.partner import asks, plays

PASS = Move("me", "pass")
CONSENT = Move("me", "consent")


@pytest.mark.parametrize(
    ("known", "move"),
    [
        ({}, amends(I00=3, I01=2)),
        ({"link_limit": 1}, amends(I00=3)),
        ({"text": [3, 0]}, amends(I01=2)),
        ({"text": [3, 2]}, PASS),
        ({"text": [4, 0], "link_limit": 1}, amends(I00=3)),  # also down to it
        ({"mandate": [0b110, 0b110]}, amends(I00=2, I01=2)),  # as far as it may go
        ({"mandate": [0, 0]}, PASS),
        ({"red_line": [0b1000, 0]}, amends(I00=2, I01=2)),
        ({"treated": [0, 1]}, amends(I01=2)),
        ({"wish": (0.0, 0.0)}, PASS),  # it cannot bear what it would have to ask for
    ],
)
def test_it_steers_to_its_target(known: dict, move: Move):
    assert chosen("nash", hand(**{"target": [3, 2]} | known)) == move


@pytest.mark.parametrize(
    ("motion", "move"),
    [
        ([3, -1], CONSENT),
        ([2, -1], CONSENT),  # nearer
        ([4, -1], CONSENT),  # two levels nearer, one beyond
        ([-1, 3], CONSENT),  # as near as before
        ([-1, 4], Move("me", "object", item="I01", reason="worse than the text")),
        ([3, 4], CONSENT),  # three levels nearer, one further
    ],
)
def test_it_lets_pass_what_does_not_lead_away(motion: list[int], move: Move):
    k = hand(ANSWER, target=[3, 2], text=[1, 1], motion=motion)
    assert chosen("nash", k) == move


@pytest.mark.parametrize("ask", [CLOSING, CLEARANCE])
def test_it_closes_and_clears_when_it_is_free_to(ask: int):
    assert chosen("nash", hand(ask, text=[1, 0], target=[3, 2])) == CONSENT
    bound = hand(ask, text=[1, 0], target=[3, 2], red_line=[0b10])
    assert chosen("nash", bound) == Move("me", "object", item="I00", reason="red line")


def test_at_a_table_it_reaches_the_point():
    # The partner wants both whole and it I00 alone: 0.75 a quarter of I00 for it, less a third
    # of that for I01. At levels x and y the product is (x + y)(3 x - y), largest at 4 and 4.
    seats = {"strategy": [HARDLINER, NASH]}
    assert plays("nash", answers="yy", turns=2, **seats) == ["I00=4 I01=4", "pass"]
    said = plays("nash", asks(I00=1), asks(I00=2), answers="nyy", turns=3, **seats)
    assert said == ["I00=4 I01=4", "consent", "consent"]
