"""Everybody a question is put to: in a silence procedure all may answer at the same time.

The rules ask one seat after another, which is the same as long as nobody's choices hang on an
answer before: a seat is bound by its own mandate and red lines alone. So several people may
answer at once, and their answers are played in the order in which the rules ask.
"""

from collections.abc import Collection

from agents.bots import bot_move
from sim.play.apply import apply
from sim.play.game import Game
from sim.play.legal import legal_moves
from sim.play.moves import Move
from sim.rules.codes import ASKS, CLEARANCE, FLOOR
from sim.rules.seats import seated

ALONE = (ASKS[FLOOR], ASKS[CLEARANCE])
"""Questions put to one seat at a time."""


def asked_together(game: Game, seats: Collection[str]) -> dict[str, Game]:
    """Return those of ``seats`` that may answer now, each with the game in which it is asked.

    Those before it are taken to keep silent where they may, so a seat's game tells it nothing
    of what others have answered.

    Examples
    --------
    >>> from agents.lobby import lobby
    >>> table = lobby("economic-2-plus-2").sit(1, ["us-state", "jp-meti"])
    >>> [len(asked_together(table.game, ["us-state", "jp-meti"])), table.game.ask]
    [1, 'floor']
    """
    found: dict[str, Game] = {}
    if game.over or game.forum == "":
        return found
    forum, question, stage = game.forum, game.ask, game.state.stage.copy()
    left = unanswered(game)
    while game.forum == forum and game.ask == question and game.seat in left:
        left.discard(game.seat)
        if game.seat in seats:
            found[game.seat] = game
        if question in ALONE or not left & set(seats):
            break
        game = apply(game, silence(game) if game.seat in seats else bot_move(game))
        if (game.state.stage != stage).any():
            break
    return found


def unanswered(game: Game) -> set[str]:
    """Return the seats that still owe an answer to the question that is put."""
    f = game.world.index("forum", game.forum)
    if game.ask in ALONE:
        return {game.seat}
    state, mover = game.state, int(game.state.mover[f])
    return {
        agency
        for a, agency in enumerate(game.world.agencies)
        if a != mover and seated(state, f, a) and not state.answered[f, a]
    }


def silence(game: Game) -> Move:
    """Return what a seat's silence means: consent where it is free, else the objection it owes.

    On the floor, to say nothing is to pass.
    """
    choices = legal_moves(game)
    if choices.must[0]:
        reason, item = choices.must
        return Move(game.seat, "object", item=item, reason=reason)
    return Move(game.seat, "consent" if "consent" in choices.kinds else "pass")
