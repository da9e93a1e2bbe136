"""``apply``: the only way on from one moment of the game to the next."""

from typing import Any

import numpy as np

from sim.play.chance import PHASE_NAMES, drawn_slots
from sim.play.errors import RuleError
from sim.play.game import Game
from sim.play.legal import legal_moves
from sim.play.memory import arrays, params_of
from sim.play.moves import CHANCE_SEAT, Move, encoded
from sim.rules.block import Ints
from sim.rules.chance import PHASES, SLOTS, WORD
from sim.rules.month import close_month, open_month, owes_bills
from sim.rules.params import Params
from sim.rules.proceedings import enact, seek
from sim.rules.state import State

NO_WORDS = memoryview(np.zeros((PHASES, SLOTS), dtype=np.int64)).toreadonly()
"""What chance has said where it was not asked."""


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
    after = Game(game.world, game.seed, game.run, block, arrays(State, block))
    go_on(game, move, params_of(game.world), after.numbers)
    return after


def go_on(game: Game, move: Move, params: Params, state: State) -> None:
    """Change the state, as the rules read it, as a move does."""
    words: Any = NO_WORDS
    if game.seat == CHANCE_SEAT:
        words = memoryview(words_of(game, move))
        if state.phase[0] == 1:
            close_month(params, state, words)
            return
        open_month(params, state, words)
    else:
        enact(params, state, encoded(game.world, move))
    if not seek(params, state) and not owes_bills(params, state):
        close_month(params, state, words)


def words_of(game: Game, move: Move) -> Ints:
    """Return what chance has drawn as the rules' array, after checking it."""
    words = np.zeros((PHASES, SLOTS), dtype=np.int64)
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
    return words
