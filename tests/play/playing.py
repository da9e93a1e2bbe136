"""Games played at random: legal moves of every kind, now and then a strategy's own."""

from collections.abc import Iterator

import numpy as np

from agents.bots import bot_move
from sim.play.apply import apply
from sim.play.chance import draw
from sim.play.game import Game, new_game
from sim.play.legal import legal_moves
from sim.play.moves import CHANCE_SEAT, Move
from tests.play.worlds import random_world

WEIGHTS = {
    "pass": 1,
    "amend": 6,
    "chair text": 2,
    "close": 1,
    "recess": 1,
    "appeal": 6,
    "consent": 3,
    "object": 1,
}
Step = tuple[Game, Move, Game]


def random_move(game: Game, rng: np.random.Generator) -> Move:
    """Return a legal move: first a kind, mostly one that leads on, then any move of it."""
    if game.seat == CHANCE_SEAT:
        return draw(game)
    choices = legal_moves(game)
    moves = list(choices)
    kinds = [kind for kind in WEIGHTS if any(move.kind == kind for move in moves)]
    weights = np.array([WEIGHTS[kind] for kind in kinds])
    kind = rng.choice(kinds, p=weights / weights.sum())
    of_kind = [move for move in moves if move.kind == kind]
    return of_kind[rng.integers(0, len(of_kind))]


def steps(game: Game, rng: np.random.Generator, bots: float = 0.0) -> Iterator[Step]:
    """Yield each further move of a game with what it was made in and what it led to."""
    while not game.over:
        move = bot_move(game) if rng.random() < bots else random_move(game, rng)
        after = apply(game, move)
        yield game, move, after
        game = after


def random_steps(seed: int, **changes) -> Iterator[Step]:
    """Yield the moves of a random game in a random world."""
    rng = np.random.default_rng(seed)
    return steps(new_game(random_world(seed, **changes), seed), rng, bots=0.5)
