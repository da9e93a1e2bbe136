"""What a seat knows at a moment of the game, as the rules' own arrays."""

import numpy as np

from sim.play.game import Game
from sim.play.memory import arrays, numbers, params_of
from sim.rules import chance
from sim.rules.block import empty_block
from sim.rules.chance import UNIT, WORD, philox
from sim.rules.knowledge import Knowledge, know

MINOR = 0.05
"""Share of its stakes below which an agency does not dwell on an item."""


def knowledge(game: Game, forum: int, agency: int) -> Knowledge:
    """Return what an agency may use at a forum; the arrays are a copy and cannot be written."""
    return both(game, forum, agency)[0]


def known_numbers(game: Game, forum: int, agency: int) -> Knowledge:
    """Return the same for rules, which read and never write it, as Python's own numbers."""
    return both(game, forum, agency)[1]


def both(game: Game, forum: int, agency: int) -> tuple[Knowledge, Knowledge]:
    """Return what an agency may use, as arrays and as numbers, worked out once."""
    key = ("knowledge", forum, agency)
    if key not in game.remembered:
        game.remembered[key] = worked_out(game, forum, agency)
    found: tuple[Knowledge, Knowledge] = game.remembered[key]
    return found


def worked_out(game: Game, forum: int, agency: int) -> tuple[Knowledge, Knowledge]:
    """Return a fresh copy of what an agency may use at a forum, as arrays and as numbers."""
    known = arrays(Knowledge, empty_block(Knowledge))
    quick = numbers(known)
    know(params_of(game.world), game.numbers, forum, agency, quick)
    dice = np.zeros(4, dtype=np.int64)
    turn = int(game.state.turn[0])
    philox(game.run, game.month, chance.DICE, turn, game.seed & WORD, game.seed >> 32, dice)
    known.first_die[0] = dice[0] * UNIT
    known.second_die[0] = dice[1] * UNIT
    for array in known:
        array.flags.writeable = False
    return known, quick


def best_level(known: Knowledge, i: int) -> int:
    """Return the level of an item worth most to the agency among those it may accept."""
    allowed = [level for level in range(5) if not level or not (known.red_line[i] >> level) & 1]
    return max(allowed, key=lambda level: (known.value[i, level], -level))
