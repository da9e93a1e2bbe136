"""``apply``: the only way on from one moment of the game to the next."""

import numpy as np

from sim.play.chance import PHASE_NAMES, drawn_slots
from sim.play.errors import RuleError
from sim.play.game import Game
from sim.play.legal import legal_moves
from sim.play.moves import CHANCE_SEAT, Move, encoded
from sim.rules.block import Ints, views
from sim.rules.chance import PHASES, SLOTS, WORD
from sim.rules.month import close_month, open_month, owes_bills
from sim.rules.proceedings import enact, seek
from sim.rules.state import State


def apply(game: Game, move: Move) -> Game:
    """Return the game after a move; the game before is left as it was.

    Raises
    ------
    RuleError
        If the move is not legal: who, what, and what would be right.
    """
    if game.over:
        raise RuleError(move.seat, "moves after the end", "the run is over")
    legal_moves(game).require(move)
    block = game.block.copy()
    params, state = game.world.params, views(State, block)
    words = np.zeros((PHASES, SLOTS), dtype=np.int64)
    if game.seat == CHANCE_SEAT:
        fill_words(game, move, words)
        if state.phase[0] == 0:
            open_month(params, state, words)
        else:
            close_month(params, state, words)
            return Game(game.world, game.seed, game.run, block, state)
    else:
        enact(params, state, encoded(game.world, move))
    if not seek(params, state) and not owes_bills(params, state):
        close_month(params, state, words)
    return Game(game.world, game.seed, game.run, block, state)


def fill_words(game: Game, move: Move, words: Ints) -> None:
    """Write what chance has drawn into the rules' array, after checking it."""
    slots = drawn_slots(game)
    given = dict(move.words)
    if set(given) != set(slots) or len(given) != len(move.words):
        right = f"draw words for {', '.join(slots)}"
        raise RuleError(CHANCE_SEAT, f"draws for {', '.join(given) or 'nothing'}", right)
    for phase, count in slots.items():
        drawn = given[phase]
        if len(drawn) != count or not all(0 <= word <= WORD for word in drawn):
            right = f"draw {count} whole numbers within 0..{WORD}"
            raise RuleError(CHANCE_SEAT, f"draws {len(drawn)} words for {phase}", right)
        words[PHASE_NAMES[phase], :count] = drawn
