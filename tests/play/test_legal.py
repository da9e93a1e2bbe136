"""Choices: what is on offer, by hand, and that it is what ``require`` admits."""

import numpy as np
import pytest
from hypothesis import given, settings

from sim.play.apply import apply
from sim.play.errors import RuleError
from sim.play.game import Game, new_game
from sim.play.knowing import knowledge
from sim.play.legal import FREE_REASONS, legal_moves
from sim.play.moves import CHANCE_SEAT, Move, amend, objection
from sim.rules.codes import CHAIR, PRINCIPAL, REASONS, SUBORDINATE
from sim.rules.knowledge import SLACK, text_worth
from tests.play.playing import afresh, steps
from tests.play.worlds import SEEDS, at_the_table, lucky, random_world, small_world


def passed(game: Game, times: int = 1) -> Game:
    """Return the game after so many seats have passed."""
    for _ in range(times):
        game = apply(game, Move(game.seat, "pass"))
    return game


def consented(game: Game, times: int) -> Game:
    for _ in range(times):
        game = apply(game, Move(game.seat, "consent"))
    return game


def test_chance_has_one_move_that_is_not_listed():
    game = new_game(small_world())
    choices = legal_moves(game)
    assert (choices.seat, choices.kinds) == (CHANCE_SEAT, ("draw",))
    assert list(choices) == []


def test_what_a_seat_may_ask_for_is_what_its_capital_has_cleared():
    choices = legal_moves(at_the_table())
    assert choices.kinds == ("pass", "amend", "recess")
    assert choices.levels == (("I00", (1,)), ("I01", (1,)))
    assert set(choices) == {
        Move("a1", "pass"),
        Move("a1", "recess"),
        amend("a1", I00=1),
        amend("a1", I01=1),
        amend("a1", I00=1, I01=1),
    }


def test_a_seat_asks_for_nothing_across_its_own_red_line():
    lines = [[0, 0], [0b10, 0], [0, 0], [0, 0]]
    choices = legal_moves(at_the_table(red_line=lines))
    assert choices.levels == (("I01", (1,)),)


def test_what_a_level_would_bring_is_told_from_the_text_as_it_stands():
    game = afresh(at_the_table(salience=[[0.5, 0.5]]))
    game.state.mandate[0, :2, :2] = 0b1110
    assert dict(legal_moves(game).gains)[("I00", 3)] == 0.375
    game = consented(apply(game, amend("a1", I00=2)), 3)
    gains = dict(legal_moves(game).gains)
    assert (gains[("I00", 1)], gains[("I00", 3)], gains[("I01", 1)]) == (-0.125, 0.125, 0.125)
    assert legal_moves(game).worst == -0.25 - SLACK  # all that the text has brought it


def test_a_seat_asks_for_no_text_below_its_own_walk_away():
    game = afresh(at_the_table(salience=[[0.5, 0.5]]))
    game.state.mandate[0, :2, :2] = 0b1110
    game = afresh(consented(apply(game, amend("a1", I00=2)), 3))
    seat = game.world.index("agency", game.seat)
    game.state.walk_away[0, seat] = text_worth(knowledge(game, 0, seat))
    game = afresh(game)
    lower, higher = amend(game.seat, I00=1), amend(game.seat, I00=3)
    assert lower not in set(legal_moves(game))
    assert higher in set(legal_moves(game))
    with pytest.raises(RuleError, match="below its own walk-away"):
        apply(game, lower)


def test_only_items_on_the_meetings_list_are_open():
    choices = legal_moves(at_the_table(capacity=1.0, salience=[[0.25, 0.75]]))
    assert choices.levels == (("I01", (1,)),)


def test_a_seat_with_nothing_to_ask_for_may_not_amend():
    choices = legal_moves(at_the_table(pace=0.0))
    assert choices.kinds == ("pass", "recess")


def test_the_text_as_it_stands_is_no_amendment():
    game = consented(apply(at_the_table(), amend("a1", I00=1)), 3)
    assert game.seat == "a2"
    assert legal_moves(game).levels == (("I01", (1,)),)


def test_chairs_have_one_text_of_their_own_for_each_side():
    game = passed(at_the_table())  # to agency 2, a chair
    assert "chair text" in legal_moves(game).kinds
    text = Move("a2", "chair text", (("I00", 1), ("I01", 1)))
    assert text in list(legal_moves(game))
    game = consented(apply(game, text), 3)
    game = passed(game, 1)  # agency 3
    assert game.seat == "a0"
    assert "chair text" not in legal_moves(game).kinds  # the whole text is at L1 already
    game = passed(game, 1)
    while game.seat != "a2":
        game = passed(game)
    assert "chair text" not in legal_moves(game).kinds


def test_closing_needs_something_agreed_and_worth_having():
    game = consented(apply(at_the_table(), amend("a1", I00=1)), 3)
    assert "close" in legal_moves(game).kinds
    game = consented(apply(game, Move("a2", "close")), 3)
    assert game.state.closing[0] == 1
    assert "close" not in legal_moves(game).kinds  # everybody has agreed to it already


def test_recesses_are_limited_by_side():
    game = at_the_table(recess_limit=1, ministerial_rounds=1)
    game = apply(game, Move("a1", "recess"))  # which ends the meeting, and the month
    assert (game.seat, game.month) == (CHANCE_SEAT, 1)
    game = lucky(game)
    offers = {}
    while game.seat != CHANCE_SEAT:
        offers[game.seat] = "recess" in legal_moves(game).kinds
        game = passed(game)
    assert offers == {"a2": True, "a3": True, "a0": False, "a1": False}


def test_what_home_withholds_may_be_taken_to_the_centre():
    wish = [[4.0, 4.0], [4.0, 0.0], [4.0, 4.0], [4.0, 4.0]]
    game = at_the_table(position=wish)
    offers = {}
    for _ in range(4):
        offers[game.seat] = legal_moves(game).appeals
        game = passed(game)
    assert offers == {"a1": ("I01",), "a2": (), "a3": (), "a0": ("I01",)}


def test_an_appeal_opens_the_level_at_once():
    wish = [[4.0, 4.0], [4.0, 0.0], [4.0, 4.0], [4.0, 4.0]]
    game = passed(at_the_table(position=wish), 3)
    game = apply(game, Move("a0", "appeal", item="I01"))
    assert game.state.mandate[0, 0, 1] == 0b10
    assert game.state.attention[0] == 0.25  # half worn away, and a quarter paid


def test_who_answers_may_agree_or_object_to_an_item_with_a_reason():
    choices = legal_moves(apply(at_the_table(), amend("a1", I01=1)))
    assert choices.kinds == ("consent", "object")
    objections = {objection("a0", "I01", reason) for reason in FREE_REASONS}
    assert set(choices) == {Move("a0", "consent"), *objections}
    assert set(FREE_REASONS) == set(REASONS) - {"none", "home agency not compensated"}


def test_at_the_closing_any_agreed_item_may_be_the_reason():
    game = consented(apply(at_the_table(), amend("a1", I00=1, I01=1)), 3)
    choices = legal_moves(apply(game, Move("a2", "close")))
    assert choices.seat == "a0"
    assert choices.items == ("I00", "I01")


@pytest.mark.parametrize("seat", ["a0", "a2", "nobody"])
def test_who_is_not_asked_has_no_choices(seat: str):
    choices = legal_moves(at_the_table(), seat)
    assert (choices.seat, choices.kinds, list(choices)) == (seat, (), [])


def test_an_agency_at_home_clears_what_it_has_authority_over():
    roles = [CHAIR, SUBORDINATE, CHAIR, PRINCIPAL]
    game = at_the_table(role0=roles, authority=1.0, ministerial_rounds=1)
    assert game.seat == "a2"
    game = consented(apply(game, amend("a2", I00=1, I01=1)), 2)
    while game.ask != "clearance":
        kind = "pass" if game.ask == "floor" else "consent"
        game = apply(game, Move(game.seat, kind))
    choices = legal_moves(game)
    assert (choices.seat, choices.kinds, choices.items) == (
        "a1",
        ("consent", "object"),
        ("I00", "I01"),
    )
    assert apply(game, Move("a1", "consent")).state.outcome[0] == 4


def floods(game: Game) -> set[Move]:
    """Return every move one could think of for the seat that is asked."""
    seat, items = game.seat, game.world.items
    plain = {Move(seat, k) for k in ("pass", "close", "recess", "consent", "amend", "chair text")}
    appeals = {Move(seat, "appeal", item=item) for item in items}
    refusals = {objection(seat, item, reason) for item in items for reason in REASONS}
    levels = [
        tuple((item, int(x)) for item, x in zip(items, text, strict=True) if x >= 0)
        for text in np.ndindex(*[6] * len(items))
        for text in [np.array(text) - 1]
    ]
    return (
        plain
        | appeals
        | refusals
        | {Move(seat, kind, each) for kind in ("amend", "chair text") for each in levels}
    )


def admitted(game: Game, move: Move) -> bool:
    try:
        legal_moves(game).require(move)
    except RuleError:
        return False
    return True


@settings(max_examples=10)
@given(seed=SEEDS)
def test_what_is_listed_is_what_is_admitted(seed: int):
    rng = np.random.default_rng(seed)
    for game, _, _ in steps(new_game(random_world(seed), seed), rng, bots=0.5):
        if game.seat == CHANCE_SEAT or len(game.world.items) > 2 or rng.random() > 0.2:
            continue
        listed = list(legal_moves(game))
        assert len(listed) == len(set(listed))
        assert {move for move in floods(game) if admitted(game, move)} == set(listed)
