"""The objection that keeps an item in brackets, as long as it stands."""

from sim.play.game import Game
from sim.rules.codes import OUTSIDE_MANDATE


def standing_objector(game: Game, f: int, i: int) -> int:
    """Return the agency whose objection to an item stands, or -1.

    An objection falls with its item's brackets. One for want of a mandate falls when the
    objector's capital clears the level last tabled, although nobody has asked again.
    """
    state = game.state
    a = int(state.objector[f, i])
    if a < 0 or state.clean[f, i]:
        return -1
    cleared = int(state.mandate[f, game.world.params.side[a], i])
    tabled = int(state.tabled[f, i])
    if state.reason[f, i] == OUTSIDE_MANDATE and tabled >= 0 and cleared >> tabled & 1:
        return -1
    return a
