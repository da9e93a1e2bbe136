"""What a run came to, as one object for machines."""

from typing import Any

import numpy as np

from sim.play.game import Game
from sim.play.moves import Move
from sim.play.story_end import in_force_as_before
from sim.rules.block import Floats
from sim.rules.codes import CLEAN, NONE, OUTCOMES, STATEMENT, UNDER_WAY
from sim.rules.measure import METRICS, measure
from sim.rules.seats import bound_by
from sim.rules.value import text_value
from sim.solve.compromise import compromise

Table = dict[str, Any]


class Account:
    """Follows a run and gives an account of it.

    Values move with events and with what each side does alone. An agency's value of the
    statement and of no deal are therefore those of the moment of the latest outcome that changed
    something.
    """

    def __init__(self, start: Game) -> None:
        self.game = start
        self.worths: dict[int, tuple[Table, Table]] = {}
        """By forum: values and walk-aways by agency, as they were at the outcome."""

    def add(self, before: Game, move: Move, after: Game) -> None:
        """Follow one move."""
        self.game = after
        for f in range(after.world.params.n_forums):
            ended = before.state.outcome[f] == UNDER_WAY != after.state.outcome[f]
            if ended and (f not in self.worths or not in_force_as_before(before, after, f)):
                self.worths[f] = worths(after, f)

    def as_json(self) -> Table:
        """Return the account: of the forum, or where there are several, of each by itself."""
        world = self.game.world
        forums = [self.forum(f) for f in range(world.params.n_forums)]
        if len(forums) == 1:
            return forums[0]
        return {**self.run(world.configuration), "forums": forums}

    def run(self, forum: str) -> Table:
        """Return what names the run, the digest of its last state, and whether it is the end.

        A log that was cut off, or a game that was left, is not over.
        """
        game = self.game
        return {
            "scenario": game.world.scenario.id,
            "seed": game.seed,
            "run": game.run,
            "forum": forum,
            "digest": game.digest,
            "over": game.over,
        }

    def forum(self, f: int) -> Table:
        """Return the account of one forum.

        ``months`` is the time to the first statement, or the horizon where there is none.
        ``statement`` and ``delivered`` have every item of the forum's agenda; what is
        delivered is the mean of the shares of the sides it binds, 0..1.
        """
        world, params, state = self.game.world, self.game.world.params, self.game.state
        agenda = [(i, item) for i, item in enumerate(world.items) if params.agenda[f, i]]
        outcome = max(int(state.outcome[f]), NONE)
        values, walk_away = self.worths.get(f) or worths(self.game, f)
        forecast = compromise(params, f)
        shares = delivered(self.game, f)
        return {
            **self.run(world.forums[f]),
            "outcome": OUTCOMES[outcome],
            "months": params.tick
            * (int(state.first_agreed[f]) if outcome >= STATEMENT else params.horizon),
            "statement": {item: int(state.statement[f, i]) for i, item in agenda},
            "delivered": {item: float(shares[i]) for i, item in agenda},
            "compromise": {item: float(forecast[i]) for i, item in agenda},
            "values": values,
            "walk_away": walk_away,
            "metrics": metrics(self.game, f),
        }


def worths(game: Game, f: int) -> tuple[Table, Table]:
    """Return the value of the statement, and of no deal, to every agency with a role at a forum.

    Where nothing has been adopted, no deal is what there is.
    """
    world, params, state = game.world, game.world.params, game.state
    seats = [a for a in range(params.n_agencies) if state.role[f, a] > 0]
    walk_away = {world.agencies[a]: float(state.walk_away[f, a]) for a in seats}
    if state.in_force[f] < CLEAN:
        return dict(walk_away), walk_away
    levels = state.statement[f]
    values = {world.agencies[a]: float(text_value(params, state, f, a, levels)) for a in seats}
    return values, walk_away


def delivered(game: Game, f: int) -> Floats:
    """Return the mean share of each item that the sides bound by a statement carry out, 0..1."""
    params, state = game.world.params, game.state
    bound = [side for side in range(params.n_sides) if bound_by(params, state, f, side)]
    if not bound:
        return np.zeros(state.delivered.shape[2])
    return np.asarray(state.delivered[f, bound].mean(axis=0))


def metrics(game: Game, f: int) -> Table:
    """Return the metrics of one forum, by name."""
    row = np.zeros(len(METRICS))
    measure(game.world.params, game.state, f, row)
    return {name: float(value) for name, value in zip(METRICS, row, strict=True)}
