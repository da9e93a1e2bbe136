"""A strategy at a table with one partner who follows a script."""

from itertools import chain, repeat

from agents.registry import STRATEGIES
from sim.play.apply import apply
from sim.play.game import Game
from sim.play.legal import legal_moves
from sim.play.moves import CHANCE_SEAT, Move
from sim.play.view import view
from sim.rules.codes import PRINCIPAL
from tests.agents.hands import WHOLE
from tests.play.playing import afresh
from tests.play.worlds import at_the_table, lucky

PAIR = {
    "n_agencies": 2,
    "side": [0, 1],
    "role0": PRINCIPAL,
    "authority": 1.0,
    "deadline": 10,
    "ministerial_rounds": 9,
    "position": [[4.0, 4.0], [4.0, 0.0]],
    "salience": [[0.5, 0.5], [0.75, 0.25]],
    "recess_limit": 0,
}
"""Seat a1, which has the floor first, wants I00 whole and, a third as much, none of I01."""


def table(**changes: object) -> Game:
    """Return the two in their first month, with every level cleared in both capitals."""
    game = afresh(at_the_table(**PAIR | changes))
    game.state.mandate[0, :2, :2] = WHOLE
    return game


def asks(**levels: int) -> Move:
    """Return an amendment of the partner."""
    return Move("a0", "amend", tuple(levels.items()))


def plays(name: str, *floor: Move, answers: str = "", turns: int = 4, **changes) -> list[str]:
    """Return what a strategy in seat a1 says in so many turns.

    The partner moves ``floor``, then passes, and answers by the letters of ``answers``: y for
    silence and, also when there are no more, n for an objection.
    """
    game, said = table(**changes), []
    speaks, answer = chain(floor, repeat(Move("a0", "pass"))), chain(answers, repeat("n"))
    while len(said) < turns:
        if game.seat == CHANCE_SEAT:
            game = lucky(game)
            continue
        if game.seat == "a1":
            move = STRATEGIES[name].choose(view(game, "a1"))
            said.append(in_short(move))
        elif game.ask == "floor":
            move = next(speaks)
        else:
            move = Move("a0", "consent")
            if next(answer) == "n":
                move = Move("a0", "object", item=legal_moves(game).items[0], reason="own reason")
        game = apply(game, move)
    return said


def in_short(move: Move) -> str:
    """Return a move as in ``"I00=4 I01=2"``, ``"object I00"``, ``"consent"``."""
    levels = " ".join(f"{item}={level}" for item, level in move.levels)
    return levels or f"{move.kind} {move.item}".strip()
