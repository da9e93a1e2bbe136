"""A scene as one seat may see it: the spectator's, without other capitals' papers and minds."""

from dataclasses import replace

from sim.play.game import Game
from sim.play.picture import scene
from sim.play.scene import ForumPicture, Scene


def scene_for(game: Game, seat: str) -> Scene:
    """Return the scene of a game without what the side of ``seat`` does not know.

    What each capital but its own has cleared is left out; how satisfied, committed, jealous or
    trusting agencies are reads 0.
    """
    world = game.world
    own = world.sides[int(world.params.side[world.index("agency", seat)])]
    whole = scene(game)
    forums = tuple(forum_for(forum, own) for forum in whole.forums)
    return replace(whole, forums=forums, trust=0.0, news=(), history=())


def forum_for(forum: ForumPicture, own: str) -> ForumPicture:
    """Return a forum's picture as a side may see it."""
    return replace(
        forum,
        lines=tuple(replace(line, cleared={own: line.cleared[own]}) for line in forum.lines),
        seats=tuple(
            replace(seat, turf=0.0, buy_in=0.0, satisfaction=0.0) for seat in forum.seats
        ),
    )
