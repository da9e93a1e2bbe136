"""Conduct: what a seat with an aspiration does about whatever it is asked."""

import numpy as np
import pytest

from agents.tactics.conduct import act, concession
from sim.play.moves import Move, decoded, empty_move
from sim.rules.codes import ANSWER, CLEARANCE, CLOSING, FLOOR
from tests.agents.hands import ITEMS, amends, hand


def done(aspiration: float, ask: int = FLOOR, modelled: bool = False, **known) -> Move:
    """Return the move of a seat that holds out for ``aspiration``."""
    array = empty_move()
    act(hand(ask, **known), aspiration, modelled, array)
    return decoded("me", ITEMS, array)


def refusal(item: str, reason: str) -> Move:
    return Move("me", "object", item=item, reason=reason)


ONE = {"wish": (4.0,), "care": (1.0,)}
PASS = Move("me", "pass")
CLOSE = Move("me", "close")
CONSENT = Move("me", "consent")


@pytest.mark.parametrize(
    ("aspiration", "share"), [(1.0, 0.0), (0.75, 0.25), (0.0, 1.0), (2.0, 0.0), (-1.0, 1.0)]
)
def test_concession_is_the_share_of_the_room_given_up(aspiration: float, share: float):
    assert concession(hand(wish=(4.0, 4.0)), aspiration) == share
    assert concession(hand(walk_away=0.5), 0.5 + 0.5 * aspiration) == share
    assert concession(hand(wish=(0.0, 0.0)), aspiration) == 1.0  # there is no room


def test_on_the_floor_it_asks_for_its_best():
    assert done(1.0) == amends(I00=4, I01=4)
    assert done(1.0, link_limit=1) == amends(I00=4)


def test_it_asks_for_what_is_open_to_it():
    assert done(1.0, mandate=[0b110, 0]) == amends(I00=2)
    assert done(1.0, treated=[0, 1], red_line=[0, 0b11000]) == amends(I01=2)


def test_it_goes_towards_another_as_far_as_its_aspiration_lets_it():
    # The other asks for I01 whole. Of 1 it holds out for 0.93; each level costs it a fortieth.
    # It has come down by 0.07 of 0.5, so that a level's quarter of that weight is worth more.
    k = {"wish": (4.0, 0.0), "care": (0.9, 0.1), "text": [4, 0], "walk_away": 0.5}
    heard = {"others": [0, 1, 0], "proposed": [[[0.0] * 5] * 2, [[0.0] * 5, [0, 0, 0, 0, 1]]]}
    assert done(0.93, modelled=True, **k, **heard) == amends(I01=2)
    assert done(0.9, modelled=True, **k, **heard) == amends(I01=4)


def test_content_it_proposes_to_close_and_otherwise_passes():
    at_wish = {"text": [4, 4]}
    assert done(1.0, **at_wish) == CLOSE
    assert done(1.0, **at_wish, closing=1) == PASS  # agreed already
    assert done(0.9, text=[4, 3], mandate=[0b11110, 0b1110]) == PASS  # 0.875 is less than 0.9
    assert done(0.875, text=[4, 3], mandate=[0b11110, 0b1110]) == CLOSE
    assert done(0.0, mandate=[0, 0]) == PASS  # there is nothing to close on


def test_nobody_closes_on_less_than_no_deal():
    k = {"text": [4, 0], "mandate": [0, 0], "walk_away": 0.75}
    assert done(0.25, **k) == PASS
    assert done(0.25, **k | {"walk_away": 0.5}) == CLOSE


def test_a_chair_tables_its_own_text_when_half_the_time_has_gone():
    three = {"wish": (4.0,) * 3, "care": (0.5, 0.25, 0.25), "chair_text": 1}
    assert done(1.0, **three, clock=0.49) == amends(I00=4, I01=4)
    whole = Move("me", "chair text", (("I00", 4), ("I01", 4), ("I02", 4)))
    assert done(1.0, **three, clock=0.5) == whole
    assert done(1.0, **three | {"chair_text": 0}, clock=0.5) == amends(I00=4, I01=4)
    assert done(1.0, **three, clock=0.5, text=[4, 4, 4]) == CLOSE


def test_an_answer_lets_pass_what_keeps_the_aspiration():
    # Now 0.5 at L2; L1 would leave 0.25.
    assert done(0.25, ANSWER, **ONE, text=[2], motion=[1]) == CONSENT
    assert done(0.3, ANSWER, **ONE, text=[2], motion=[1]) == refusal("I00", "worse than the text")


def test_an_answer_lets_pass_any_gain():
    assert done(1.0, ANSWER, **ONE, text=[1], motion=[2]) == CONSENT


def test_a_linkage_is_judged_whole_and_refused_where_it_hurts():
    both = {"wish": (4.0, 0.0), "walk_away": 0.0}
    assert done(1.0, ANSWER, **both, motion=[4, 2]) == CONSENT  # 0.5 more, 0.25 less
    assert done(1.0, ANSWER, **both, motion=[1, 2]) == refusal("I01", "worse than the text")


def test_closing_is_agreed_to_by_who_is_content_or_has_no_other_chance():
    k = {**ONE, "text": [2]}
    assert done(0.5, CLOSING, **k) == CONSENT
    assert done(0.6, CLOSING, **k) == refusal("I00", "hopes for more")
    assert done(0.6, CLOSING, **k, last=1) == CONSENT


@pytest.mark.parametrize("ask", [ANSWER, CLOSING])
def test_who_is_bound_gives_the_reason(ask: int):
    k = {**ONE, "text": [0 if ask == ANSWER else 3], "motion": [3]}
    assert done(0.0, ask, **k, red_line=[0b1000]) == refusal("I00", "red line")
    assert done(0.0, ask, **k, mandate=[0b110]) == refusal("I00", "outside mandate")
    assert done(0.0, ask, **k, walk_away=0.9) == (
        refusal("I00", "below walk-away") if ask == CLOSING else CONSENT
    )


def test_at_home_a_red_line_or_the_walk_away_refuses():
    k = {**ONE, "text": [3], "mandate": [0]}
    assert done(1.0, CLEARANCE, **k) == CONSENT  # home needs no mandate, and does not haggle
    assert done(1.0, CLEARANCE, **k, red_line=[0b1000]) == refusal("I00", "red line")
    assert done(1.0, CLEARANCE, **k, walk_away=0.8) == refusal("I00", "below walk-away")


def test_who_was_not_heard_refuses_what_it_would_have_refused_before():
    # Item 1 at L1 takes a quarter from what it is worth to the agency, which can bear a fifth.
    k = {"wish": (4.0, 0.0), "text": [4, 1], "tolerance": 0.2}
    assert done(0.0, CLEARANCE, **k) == CONSENT
    assert done(0.0, CLEARANCE, **k, unheard=[1, 1]) == refusal("I01", "below walk-away")
    assert done(0.0, CLEARANCE, **k, unheard=[1, 0]) == CONSENT
    assert done(0.0, CLEARANCE, **k | {"tolerance": 0.25}, unheard=[1, 1]) == CONSENT


def test_the_first_item_may_be_the_one():
    k = {"wish": (0.0, 4.0), "text": [1, 4], "tolerance": 0.2}
    assert done(0.0, CLEARANCE, **k, unheard=[1, 1]) == refusal("I00", "below walk-away")


@pytest.mark.parametrize(("text", "item"), [([4, 3, 2], "I02"), ([4, 4, 1], "I01")])
def test_of_several_losses_the_largest_is_named(text: list[int], item: str):
    k = {"wish": (4.0, 1.0, 0.0), "care": (0.5, 0.25, 0.25), "text": text}
    # Items 1 and 2 lose a quarter and a half of their worth, or a half and a quarter.
    assert done(0.0, CLEARANCE, **k, unheard=[1, 1, 1]).item == item


def test_a_seat_that_is_asked_nothing_does_nothing():
    array = empty_move()
    act(hand(0), 1.0, False, array)
    assert (array == -1).all()
    assert np.array_equal(array, empty_move())
