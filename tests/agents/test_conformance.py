"""What every strategy must do, whatever its manner: any that is registered is held to it."""

from collections.abc import Iterator

import numpy as np
import pytest

from agents.bots import bot_move, played_out, strategy_of
from agents.registry import STRATEGIES
from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import Change
from sim.play.apply import apply
from sim.play.game import Game, new_game
from sim.play.legal import legal_moves
from sim.play.moves import CHANCE_SEAT, Move, encoded
from sim.play.view import View, view
from sim.rules.codes import ANSWER, ASKS, CLEARANCE, CLOSING, FLOOR, MOVES
from tests.agents.hands import chosen, hand
from tests.play.playing import afresh, random_move
from tests.play.worlds import random_world

EVERY = pytest.mark.parametrize("name", STRATEGIES)
OPEN = {
    FLOOR: {"pass", "amend", "chair text", "close"},
    ANSWER: {"consent", "object"},
    CLOSING: {"consent", "object"},
    CLEARANCE: {"consent", "object"},
}


def bytes_of(seen: View) -> bytes:
    return b"".join(array.tobytes() for array in seen.knowledge)


def asked(name: str, seed: int, others: bool) -> Iterator[tuple[Game, View, Move]]:
    """Yield what a strategy is asked in a random world, and what it answers.

    It holds every seat or, with ``others``, the first, the rest moving at random.
    """
    rng = np.random.default_rng(seed)
    world = random_world(seed, strategy=STRATEGIES[name].code)
    shape = world.params.red_line.shape
    world.params.red_line[...] = 2 * rng.integers(0, 16, shape) * (rng.random(shape) < 0.3)
    game = new_game(world, seed)
    while not game.over:
        own = game.seat != CHANCE_SEAT and (not others or game.seat == game.world.agencies[0])
        if own:
            seen = view(game, game.seat)
            move = STRATEGIES[name].choose(seen)
            yield game, seen, move
        else:
            move = random_move(game, rng)
        game = apply(game, move)


@EVERY
@pytest.mark.parametrize("others", [False, True], ids=["in every seat", "in one seat"])
def test_it_moves_legally_alike_and_looks_without_touching(name: str, others: bool):
    moves = 0
    for seed in range(3):
        for game, seen, move in asked(name, seed, others):
            before = bytes_of(seen)
            legal_moves(game).require(move)
            assert STRATEGIES[name].choose(seen) == move
            assert STRATEGIES[name].choose(view(afresh(game), game.seat)) == move
            assert bytes_of(seen) == before
            moves += 1
    assert moves > 20


@EVERY
@pytest.mark.parametrize("scenario", ["economic-2-plus-2", "two-tracks"])
def test_it_plays_the_shipped_scenarios(name: str, scenario: str):
    changes = [Change("horizon", 5), Change("pace", 1), Change("strategy", name)]
    run = list(played_out(new_game(arrange(load(scenario), changes=changes), 3)))
    assert run[-1][1].over
    assert {move.kind for move, _ in run} - {"draw"}


@EVERY
@pytest.mark.parametrize("ask", OPEN, ids=lambda ask: ASKS[ask])
def test_it_answers_whatever_it_is_asked(name: str, ask: int):
    for clock in (0.0, 0.5, 1.0):
        for text in ([0, 0], [4, 4], [2, 0]):
            if ask in (CLOSING, CLEARANCE) and not any(text):
                continue
            k = hand(ask, text=text, motion=[3, -1], clock=clock, first_die=clock / 2)
            made = chosen(name, k)
            assert made.kind in OPEN[ask]
            assert bool(made.levels) == (made.kind in ("amend", "chair text"))
            assert bool(made.item and made.reason) == (made.kind == "object")


@EVERY
@pytest.mark.parametrize("ask", [ANSWER, CLOSING, CLEARANCE], ids=lambda ask: ASKS[ask])
def test_it_objects_where_it_has_no_choice(name: str, ask: int):
    k = hand(ask, text=[3, 0], motion=[3, -1], red_line=[0b1000], clock=1.0, last=1, target=[4])
    assert chosen(name, k) == Move("me", "object", item="I00", reason="red line")


def test_bots_take_the_strategy_that_the_world_gives_a_seat():
    world = random_world(3)
    game = new_game(world, 3)
    for a, seat in enumerate(world.agencies):
        assert strategy_of(game, seat).code == world.params.strategy[a]
    assert bot_move(game).seat == CHANCE_SEAT
    for move, after in played_out(game):
        assert after.world is world
        assert move.seat == CHANCE_SEAT or move.kind in MOVES
        if not after.over and after.seat != CHANCE_SEAT:
            assert encoded(world, bot_move(after))[0] >= 0
    assert after.over
