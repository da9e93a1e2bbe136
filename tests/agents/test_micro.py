"""MiCRO: one new, slightly lower offer for each that everybody else has made."""

import numpy as np
import pytest

from agents.registry import STRATEGIES
from agents.strategies.micro import fewest_offers
from sim.play.apply import apply
from sim.play.moves import CHANCE_SEAT, Move
from sim.play.view import view
from tests.agents.hands import amends, aspiration, chosen, hand
from tests.agents.partner import asks, plays, table
from tests.play.playing import random_move
from tests.play.worlds import lucky

TRADE = {"wish": (4.0, 0.0), "care": (0.75, 0.25)}
"""No deal is worth 0.25. I00 adds 0.1875 a level, I01 takes 0.0625 a level."""


@pytest.mark.parametrize(
    ("made", "lowest", "held"), [(0, 0.0, 1.0), (1, 0.75, 0.75), (3, 0.5, 0.5), (3, 0.1, 0.2)]
)
def test_it_holds_out_for_its_lowest_offer_once_it_has_made_one(made, lowest, held):
    found = aspiration("micro", low=0.2, steps_down=made, lowest_offer=lowest, clock=0.5)
    assert found == pytest.approx(held, abs=1e-7)


def test_the_slowest_of_the_others_counts():
    assert fewest_offers(hand(offers=[9, 3, 2])) == 2
    assert fewest_offers(hand(offers=[9, 3, 2], others=[0, 1, 0])) == 3
    assert fewest_offers(hand(offers=[9, 3, 2], others=[0, 0, 0])) == 0


def test_it_starts_with_its_best():
    assert chosen("micro", hand(**TRADE)) == amends(I00=4)


@pytest.mark.parametrize(
    ("made", "others", "move"),
    [
        (1, [0, 1, 1], amends(I00=4, I01=1)),  # a step down of a sixteenth
        (1, [0, 1, 0], amends(I00=4)),  # one of them has not moved yet
        (2, [0, 1, 1], amends(I00=4)),
        (2, [0, 3, 2], amends(I00=4, I01=1)),
    ],
)
def test_it_steps_down_when_all_others_have_made_as_many_offers(made, others, move):
    k = hand(**TRADE, offers=others, steps_down=made, lowest_offer=1.0)
    assert chosen("micro", k) == move


def test_the_step_is_the_smallest_there_is():
    k = hand(**TRADE, offers=[0, 2, 2], steps_down=2, lowest_offer=0.9375)
    assert chosen("micro", k) == amends(I00=4, I01=2)
    k = hand(**TRADE, offers=[0, 2, 2], steps_down=2, lowest_offer=0.875, link_limit=1)
    assert chosen("micro", k) == amends(I00=3)


def test_refusals_alone_do_not_bring_it_down():
    refused = [[0, 0, 0, 0, 50.0]]
    k = hand(**TRADE, offers=[0, 0, 0], steps_down=1, lowest_offer=1.0, refused=refused)
    assert chosen("micro", k) == Move("me", "pass")
    k = hand(**TRADE, offers=[0, 1, 1], steps_down=1, lowest_offer=1.0, refused=refused)
    assert chosen("micro", k) == amends(I00=3)


def test_it_never_goes_below_no_deal():
    k = hand(wish=(1.0,), care=(1.0,), offers=[0, 9, 9], steps_down=3, lowest_offer=0.75)
    assert chosen("micro", k) == amends(I00=1)  # L2 is worth 0.75 as well, L3 less than none


def test_it_closes_on_what_it_has_asked_for():
    k = hand(**TRADE, offers=[0, 0, 0], steps_down=1, lowest_offer=1.0, text=[4, 0])
    assert chosen("micro", k) == Move("me", "close")


def test_against_a_partner_that_says_nothing_it_repeats_itself():
    assert plays("micro", turns=5) == ["I00=4"] * 5


def test_against_a_partner_it_gives_one_for_one():
    # I01=2 and I01=1, which it refuses, bring a step each; then nothing more.
    said = plays("micro", asks(I01=2), asks(I01=1), turns=8)
    assert said == [
        *("I00=4", "object I01", "object I01", "I00=4 I01=1", "I00=4 I01=2"),
        *("I00=4", "I00=4", "I00=4"),
    ]


@pytest.mark.parametrize("seed", range(12))
def test_it_never_takes_more_steps_than_its_partner_and_one(seed: int):
    rng = np.random.default_rng(seed)
    wishes, cares = 4 * rng.random((2, 2)), rng.random((2, 2))
    game = table(position=wishes, salience=cares)
    theirs = set()
    for _ in range(100):
        if game.seat == CHANCE_SEAT:
            move = None
        elif game.seat == "a1":
            move = STRATEGIES["micro"].choose(view(game, "a1"))
        else:
            move = random_move(game, rng)
            theirs.add(move.levels or ())
        game = lucky(game) if move is None else apply(game, move)
        if game.over:
            break
        assert game.state.steps_down[0, 1] <= 1 + len(theirs - {()})
