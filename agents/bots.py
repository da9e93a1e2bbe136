"""Bots: what each seat does when nobody else holds it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from agents.chooser import Chooser
from agents.registry import STRATEGIES
from agents.strategies.strategy import Strategy
from sim.play.apply import apply
from sim.play.chance import draw
from sim.play.game import Game
from sim.play.knowing import known_numbers
from sim.play.moves import CHANCE_SEAT, Move
from sim.play.view import view
from sim.rules.codes import STRATEGIES as NAMES

NOBODY: Mapping[str, Chooser] = MappingProxyType({})


def strategy_of(game: Game, seat: str) -> Strategy:
    """Return the strategy the world gives a seat."""
    return STRATEGIES[NAMES[game.world.params.strategy[game.world.index("agency", seat)]]]


def bot_move(game: Game) -> Move:
    """Return the next move of a game in which bots hold every seat, chance included."""
    if game.seat == CHANCE_SEAT:
        return draw(game)
    seen = view(game, game.seat)
    forum, agency = game.world.index("forum", seen.forum), game.world.index("agency", seen.seat)
    quick = replace(seen, knowledge=known_numbers(game, forum, agency))
    return strategy_of(game, game.seat).choose(quick)


def played_out(game: Game, guests: Mapping[str, Chooser] = NOBODY) -> Iterator[tuple[Move, Game]]:
    """Yield every further move of a game between bots, and the game it leads to.

    Parameters
    ----------
    guests : mapping of agency to strategy
        Who holds a seat in place of the strategy that the world gives it.
    """
    while not game.over:
        held = guests.get(game.seat)
        move = held.choose(view(game, game.seat)) if held else bot_move(game)
        game = apply(game, move)
        yield move, game
