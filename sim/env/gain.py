"""What the end of talks, and what is carried out, brings each agency: the rewards of a learner."""

from collections.abc import Mapping

from sim.play.game import Game
from sim.rules.codes import UNDER_WAY
from sim.rules.measure import delivered_value
from sim.rules.value import text_value

AGREED, DELIVERED = "agreed", "delivered"
KINDS = (AGREED, DELIVERED)


def agreed_gain(before: Game, after: Game) -> Mapping[str, float]:
    """Return what the talks that have just ended bring each agency beyond no deal.

    The value of the statement less the walk-away, as both are worth at that moment; 0 where the
    talks came to nothing, or none have ended.
    """
    world, params, state = after.world, after.world.params, after.state
    ended = [
        f
        for f in range(params.n_forums)
        if before.state.outcome[f] == UNDER_WAY and state.outcome[f] != UNDER_WAY
    ]
    return {
        agency: float(
            sum(
                text_value(params, state, f, a, state.statement[f]) - state.walk_away[f, a]
                for f in ended
                if state.statement[f].any()
            )
        )
        for a, agency in enumerate(world.agencies)
    }


def delivered_gain(before: Game, after: Game) -> Mapping[str, float]:
    """Return what has been carried out by the end of the run brings each agency beyond L0."""
    world, params, state = after.world, after.world.params, after.state
    if not after.over or before.over:
        return dict.fromkeys(world.agencies, 0.0)
    return {
        agency: float(
            sum(
                delivered_value(params, state, f, a) - level_zero(after, f, a)
                for f in range(params.n_forums)
            )
        )
        for a, agency in enumerate(world.agencies)
    }


def level_zero(game: Game, f: int, a: int) -> float:
    """Return the value to an agency of every item at L0."""
    weight, worth = game.state.weight[f, a], game.state.worth[a, :, 0]
    return float(weight @ worth)


def gain(kind: str, before: Game, after: Game) -> Mapping[str, float]:
    """Return the rewards of a step, by agency."""
    return agreed_gain(before, after) if kind == AGREED else delivered_gain(before, after)
