"""Chance as a seat, and the dice of the others: all numbers lie at their addresses."""

import numpy as np

from sim.play.apply import apply
from sim.play.chance import draw, drawn_slots
from sim.play.game import Game, new_game
from sim.play.moves import Move
from sim.play.view import view
from sim.rules import chance
from sim.rules.chance import PHASES, SLOTS, UNIT, deal, philox
from tests.play.worlds import at_the_table, lucky, small_world

SEED = 2**40 + 5
RUN = 3


def words_at(month: int, phase: int, count: int) -> tuple[int, ...]:
    words = np.zeros((PHASES, SLOTS), dtype=np.int64)
    deal(SEED, RUN, month, phase, count, words, np.zeros(4, dtype=np.int64))
    return tuple(words[phase, :count].tolist())


def test_a_month_is_drawn_from_its_addresses():
    game = new_game(small_world(), SEED, RUN)
    assert dict(draw(game).words) == {
        "convene": words_at(1, chance.CONVENE, 4),
        "mandate": words_at(1, chance.MANDATE, 4),
        "misread": words_at(1, chance.MISREAD, 8),
    }


def voting() -> Game:
    """Return a game whose ministers have just adopted what needs a bill."""
    game = lucky(new_game(small_world(legislature_from=1, ministerial_rounds=1), SEED, RUN))
    game = apply(game, Move("a1", "amend", (("I00", 1), ("I01", 1))))
    while game.ask != "chance":
        game = apply(game, Move(game.seat, "pass" if game.ask == "floor" else "consent"))
    return game


def test_votes_are_drawn_for_the_month_in_which_they_are_held():
    game = voting()
    assert game.month == 1
    assert drawn_slots(game) == {"bills": 8}
    assert dict(draw(game).words) == {"bills": words_at(1, chance.BILLS, 8)}
    after = apply(game, draw(game))
    assert (after.month, after.seat) == (1, "chance")
    assert set(drawn_slots(after)) == {"convene", "mandate"}


def test_dice_lie_at_the_month_and_the_turn():
    game = apply(at_the_table(), Move("a1", "pass"))
    game = Game(game.world, SEED, RUN, game.block, game.state)
    out = np.zeros(4, dtype=np.int64)
    philox(RUN, 1, chance.DICE, 2, SEED & chance.WORD, SEED >> 32, out)
    seen = view(game, game.seat).knowledge
    assert (seen.first_die[0], seen.second_die[0]) == (out[0] * UNIT, out[1] * UNIT)
    assert seen.first_die[0] != view(at_the_table(), "a1").knowledge.first_die[0]
