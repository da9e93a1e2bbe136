"""The memory of a moment: the same bits, whoever reads them and however quickly."""

import hashlib

import numpy as np
import pytest

from agents.bots import played_out
from scenarios.arrange import arrange
from scenarios.load import load
from sim.play.game import new_game
from sim.play.memory import arrays, numbers
from sim.rules.block import empty_block, fields, views
from sim.rules.knowledge import Knowledge
from sim.rules.state import State

AXES = {
    "F": "n_forums",
    "S": "n_sides",
    "A": "n_agencies",
    "I": "n_items",
    "E": "n_events",
    "K": "n_pressures",
}


@pytest.mark.parametrize("kind", [State, Knowledge])
def test_arrays_and_numbers_lie_on_the_block(kind):
    block = empty_block(kind)
    block.view(np.int64)[:] = np.arange(block.nbytes // 8)
    quick = numbers(arrays(kind, block))
    for one, other, number in zip(arrays(kind, block), views(kind, block), quick, strict=True):
        assert np.shares_memory(one, block)
        assert (one.dtype, one.shape) == (other.dtype, other.shape)
        assert one.tobytes() == other.tobytes() == np.asarray(number).tobytes()


@pytest.mark.parametrize("scenario", ["economic-2-plus-2", "two-tracks"])
def test_a_digest_is_of_all_that_a_world_uses_of_its_state(scenario):
    world = arrange(load(scenario))
    for n, (_, game) in enumerate(played_out(new_game(world, 3))):
        if n % 40 == 0:
            assert game.digest == field_by_field(game)


def field_by_field(game) -> str:
    """Return the digest as logs of all times have it."""
    room = {axis: getattr(game.world.params, name) for axis, name in AXES.items()}
    total = hashlib.sha256()
    for each in fields(State):
        used = tuple(slice(room.get(axis)) for axis in each.axes)
        array = np.ascontiguousarray(getattr(game.state, each.name)[used])
        total.update(array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes())
    return total.hexdigest()[:12]
