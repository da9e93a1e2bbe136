"""Games played at random: legal moves of every kind, now and then a strategy's own."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from agents.bots import bot_move
from sim.play.apply import apply
from sim.play.chance import draw
from sim.play.game import Game, new_game
from sim.play.legal import FREE_REASONS, Choices, legal_moves
from sim.play.moves import CHANCE_SEAT, Move
from sim.rules.block import views
from sim.rules.state import State
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
    """Return a legal move: first a kind, mostly one that leads on, then some move of it."""
    if game.seat == CHANCE_SEAT:
        return draw(game)
    choices = legal_moves(game)
    weights = np.array([WEIGHTS[kind] for kind in choices.kinds])
    kind = choices.kinds[rng.choice(len(weights), p=weights / weights.sum())]
    if kind == "object":
        item, reason = one(choices.items, rng), one(FREE_REASONS, rng)
        return Move(game.seat, kind, item=item, reason=reason)
    if kind == "appeal":
        return Move(game.seat, kind, item=one(choices.appeals, rng))
    if kind in ("amend", "chair text"):
        levels = random_levels(choices, len(choices.levels) if kind != "amend" else None, rng)
        return Move(game.seat, kind, levels=levels) if levels else Move(game.seat, "pass")
    return Move(game.seat, kind)


def random_levels(
    choices: Choices, limit: int | None, rng: np.random.Generator
) -> tuple[tuple[str, int], ...]:
    """Return the levels of some legal amendment, or none after a few attempts."""
    most = min(limit or choices.link_limit, len(choices.levels))
    for _ in range(8):
        chosen = rng.choice(len(choices.levels), rng.integers(1, most + 1), replace=False)
        items = (choices.levels[n] for n in sorted(chosen))
        levels = tuple((item, one(able, rng)) for item, able in items)
        if choices.bearable(levels):
            return levels
    return ()


def afresh(game: Game) -> Game:
    """Return the same moment of the game on memory of its own, with nothing worked out yet."""
    block = game.block.copy()
    return replace(game, block=block, state=views(State, block), remembered={})


def one[Kind](things: tuple[Kind, ...], rng: np.random.Generator) -> Kind:
    return things[rng.integers(0, len(things))]


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
