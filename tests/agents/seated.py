"""A person at a table in a short economic 2+2, moved for by a bot, and all its moments."""

from agents.bots import strategy_of
from agents.table import Table, seated_at
from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import parse
from sim.play.game import Game
from sim.play.moves import Move
from sim.play.view import view
from sim.rules.block import views
from sim.rules.state import State

SHORT = ("horizon=10", "deadline.economic-2-plus-2=6")
CHANGES = tuple(parse(each) for each in SHORT)
WORLD = arrange(load("economic-2-plus-2"), None, CHANGES)
SEAT = "us-state"


def start(*seats: str) -> Table:
    return seated_at(WORLD, 4, seats or (SEAT,), CHANGES)


def by_bot(table: Table) -> Move:
    """Return what a bot would move for the person who is asked."""
    return strategy_of(table.game, table.game.seat).choose(view(table.game, table.game.seat))


def to_the_end(table: Table) -> Table:
    while not table.over:
        table = table.played(by_bot(table))
    return table


def moments() -> list[Table]:
    table, found = start(), []
    while not table.over:
        found.append(table)
        table = table.played(by_bot(table))
    return found


MOMENTS = moments()


def others_changed(game: Game) -> Game:
    """Return the moment with other minds in all other seats, and other papers in other capitals."""
    block = game.block.copy()
    state = views(State, block)
    me = game.world.index("agency", SEAT)
    mine = int(game.world.params.side[me])
    others = [a for a in range(game.world.params.n_agencies) if a != me]
    for name in ("turf", "buy_in", "misread", "worth", "trust"):
        getattr(state, name)[others] += 0.01
    for name in ("weight", "walk_away", "best", "received", "lowest_offer"):
        getattr(state, name)[:, others] += 0.01
    for side in range(game.world.params.n_sides):
        if side != mine:
            state.mandate[:, side] = 0b11111
            state.attention[side] = 0.123
    return Game(game.world, game.seed, game.run, block, state)
