"""Random: legal moves by the throw of a die."""

from collections import Counter

import pytest

from sim.play.moves import Move
from sim.rules.codes import ANSWER, CLEARANCE, CLOSING
from tests.agents.hands import amends, chosen, hand

TWO = {"mandate": [0b110, 0b10], "wish": (4.0, 4.0)}
"""Three options: L1 and L2 of I00, L1 of I01."""


@pytest.mark.parametrize(
    ("die", "move"),
    [
        (0.0, amends(I00=1)),
        (0.3, amends(I00=1)),
        (0.34, amends(I00=2)),
        (0.66, amends(I00=2)),
        (0.67, amends(I01=1)),
        (0.999, amends(I01=1)),
    ],
)
def test_the_die_picks_an_option(die: float, move: Move):
    assert chosen("random", hand(**TWO, first_die=die)) == move


def test_every_option_is_as_likely_as_another():
    dice = [(n + 0.5) / 300 for n in range(300)]
    seen = Counter(chosen("random", hand(**TWO, first_die=die)) for die in dice)
    assert set(seen.values()) == {100}


def test_without_an_option_or_with_one_it_cannot_bear_it_passes():
    assert chosen("random", hand(mandate=[0, 0])) == Move("me", "pass")
    assert chosen("random", hand(wish=(0.0, 0.0), mandate=[0b10, 0])) == Move("me", "pass")


@pytest.mark.parametrize("ask", [ANSWER, CLOSING, CLEARANCE])
@pytest.mark.parametrize(("die", "kind"), [(0.49, "consent"), (0.5, "object")])
def test_a_coin_decides_where_it_is_free_to(ask: int, die: float, kind: str):
    k = hand(ask, text=[2, 2], motion=[3, -1], first_die=die)
    made = chosen("random", k)
    assert made.kind == kind
    assert made.reason == ("own reason" if kind == "object" else "")


def test_where_it_is_not_free_the_coin_does_not_matter():
    k = hand(ANSWER, text=[2, 2], motion=[3, -1], first_die=0.1, red_line=[0b1000])
    assert chosen("random", k) == Move("me", "object", item="I00", reason="red line")
