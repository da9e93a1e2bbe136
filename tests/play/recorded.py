"""A short run and its log, for tests that take logs apart."""

import io
from functools import cache

from agents.bots import played_out
from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import parse
from scenarios.world import World
from sim.play.game import new_game
from sim.play.log import Record, header_of

SEED = 3
CHANGES = tuple(map(parse, ("horizon=12", "deadline=12", "strategy.us-state=hardliner")))


@cache
def short_world() -> World:
    """Return the economic 2+2, over within a year."""
    return arrange(load("economic-2-plus-2"), None, CHANGES)


def recorded(seed: int = SEED) -> bytes:
    """Return the log of a run of it."""
    game = new_game(short_world(), seed)
    log = io.BytesIO()
    record = Record(log, header_of(game, CHANGES))
    for move, after in played_out(game):
        record.add(game, move, after)
        game = after
    return log.getvalue()
