"""What a seat sees, as one row of numbers: its knowledge, cut to the world and spelt out."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from scenarios.world import World
from sim.play.game import Game
from sim.play.knowing import knowledge
from sim.rules.block import Field, fields
from sim.rules.codes import ASKS
from sim.rules.knowledge import Knowledge
from sim.rules.sizes import LEVELS

BITS = "bit per level"
LEFT_OUT = ("strategy", "target", "n_items", "n_agencies", "first_die", "second_die")
"""Not for a learner: what it replaces, what only a baseline may know, what never changes, dice."""
SHOWN: tuple[Field, ...] = tuple(each for each in fields(Knowledge) if each.name not in LEFT_OUT)


def parts(world: World, known: Knowledge) -> Iterator[tuple[str, NDArray[np.float64]]]:
    """Yield each part of what a seat knows, by name, sets of levels as five numbers 0 or 1."""
    room = {"I": len(world.items), "A": len(world.agencies)}
    for field in SHOWN:
        used = tuple(slice(room.get(axis)) for axis in field.axes)
        array = np.asarray(getattr(known, field.name))[used]
        if field.name == "ask":
            yield field.name, np.eye(len(ASKS))[int(array[0])]
        elif field.unit == BITS:
            yield field.name, ((array[..., None] >> np.arange(LEVELS)) & 1).astype(np.float64)
        else:
            yield field.name, array.astype(np.float64)


def layout(world: World, game: Game) -> dict[str, slice]:
    """Return where in the row each part lies."""
    places, at = {}, 0
    for name, array in parts(world, knowledge(game, 0, 0)):
        places[name] = slice(at, at + array.size)
        at += array.size
    return places


def seen(game: Game, forum: int, agency: int) -> NDArray[np.float32]:
    """Return what an agency knows at a forum, as one row."""
    rows = [array.ravel() for _, array in parts(game.world, knowledge(game, forum, agency))]
    return np.concatenate(rows).astype(np.float32)
