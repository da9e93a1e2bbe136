"""One block of memory, and the tables that describe it."""

from typing import NamedTuple

import numpy as np
import pytest

from sim.rules.block import block_type, empty_block, fields, views
from sim.rules.knowledge import Knowledge
from sim.rules.params import Params
from sim.rules.sizes import AXES
from sim.rules.state import State

KINDS = [Params, State, Knowledge]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_says_its_axes_and_its_meaning(kind):
    table = fields(kind)
    assert [field.name for field in table] == list(kind._fields)
    assert [field.name for field in table if not set(field.axes) <= set(AXES)] == []
    assert [field.name for field in table if not field.meaning or field.meaning[-1] == "."] == []


@pytest.mark.parametrize("kind", KINDS)
def test_arrays_are_views_on_the_block(kind):
    block = empty_block(kind)
    seen = views(kind, block)
    for field in fields(kind):
        if field.scalar:
            assert isinstance(getattr(seen, field.name), int if field.whole else float)
            continue
        array = getattr(seen, field.name)
        array[...] = 1
        assert array.shape == (tuple(AXES[axis] for axis in field.axes) or (1,))
        assert array.dtype == (np.int64 if field.whole else np.float64)
        assert (block[0][field.name] == 1).all()


def test_a_copy_of_the_block_is_a_copy_of_the_state():
    block = empty_block(State)
    copy = block.copy()
    views(State, copy).text[0, 0] = 3
    assert views(State, block).text[0, 0] == 0
    assert block.nbytes == block_type(State).itemsize


def test_a_field_without_a_description_is_refused():
    class Bare(NamedTuple):
        month: int

    with pytest.raises(TypeError, match=r"Bare.month has no axes, unit and meaning"):
        fields(Bare)
