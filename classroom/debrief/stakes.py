"""What each seat had at stake: what its brief told it and nobody else, to be shown at the end."""

from __future__ import annotations

from agents.place import place
from classroom.debrief.findings import Stake
from scenarios.world import World
from sim.play.game import Game, new_game
from sim.rules.seats import seated


def stakes(world: World, seed: int, forum: str) -> tuple[Stake, ...]:
    """Return the stakes of a forum's seats, as they were when the briefs were handed out."""
    game = new_game(world, seed)
    f = world.index("forum", forum)
    seats = [a for a in range(len(world.agencies)) if seated(game.state, f, a)]
    return tuple(stake(world, forum, a, game) for a in seats)


def stake(world: World, forum: str, a: int, game: Game) -> Stake:
    """Return the stake of one seat."""
    own = place(game, world.agencies[a], forum)
    return Stake(
        seat=world.agencies[a],
        side=world.sides[int(world.params.side[a])],
        weights={item.id: round(item.weight, 2) for item in own.items},
        best={item.id: item.best for item in own.items},
        red={item.id: item.red for item in own.items if item.red},
        points={item.id: tuple(round(p, 2) for p in item.points) for item in own.items},
        walk_away=round(own.walk_away, 2),
        top=round(own.best, 2),
    )
