"""A scene as one seat may see it: the spectator's, without other capitals' papers and minds."""

from dataclasses import replace

from sim.play.game import Game
from sim.play.picture import scene
from sim.play.scene import ForumPicture, Line, Scene
from sim.rules.codes import REASONS


def scene_for(game: Game, seat: str) -> Scene:
    """Return the scene of a game without what the side of ``seat`` does not know.

    What each capital but its own has cleared is left out, and so is that an objection has lost
    its ground by it; how satisfied, committed, jealous or trusting agencies are reads 0.
    """
    world = game.world
    own = world.sides[int(world.params.side[world.index("agency", seat)])]
    whole = scene(game)
    forums = tuple(forum_for(game, f, forum, own) for f, forum in enumerate(whole.forums))
    return replace(whole, forums=forums, trust=0.0, news=(), history=())


def forum_for(game: Game, f: int, forum: ForumPicture, own: str) -> ForumPicture:
    """Return a forum's picture as a side may see it."""
    lines = tuple(line_for(game, f, line, own) for line in forum.lines)
    against = {line.objector for line in lines}
    return replace(
        forum,
        lines=lines,
        trust=(),
        seats=tuple(
            replace(seat, turf=0.0, buy_in=0.0, satisfaction=0.0, objecting=seat.short in against)
            for seat in forum.seats
        ),
    )


def line_for(game: Game, f: int, line: Line, own: str) -> Line:
    """Return one item as a side may see it: with its own papers, and others' objections as made."""
    world, state = game.world, game.state
    line = replace(line, cleared={own: line.cleared[own]})
    i = world.index("item", line.id)
    a = int(state.objector[f, i])
    if line.status != "bracketed" or a < 0:
        return line
    side = world.sides[int(world.params.side[a])]
    if side == own:
        return line
    return replace(
        line,
        objector=world.short("agency", world.agencies[a]),
        objector_side=side,
        reason=REASONS[state.reason[f, i]],
    )
