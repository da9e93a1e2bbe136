"""The memory of a moment, quickly: as arrays, as Python's own numbers for the rules, as bytes.

Arrays and numbers are the same 64 bits, so it makes no difference to a result which are read.
"""

import sys
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from scenarios.world import World
from sim.rules.block import Block, Ints, empty_block, fields
from sim.rules.params import Params
from sim.rules.quick import HANDED_ON
from sim.rules.state import State

PARAMS: WeakKeyDictionary[World, Params] = WeakKeyDictionary()
"""The parameters of worlds as numbers, as long as there is a game in them."""


@cache
def names(kind: type[NamedTuple]) -> tuple[str, ...]:
    """Return the names of a kind's arrays; it may have no plain numbers."""
    return tuple(each.name for each in fields(kind))


@cache
def readers(kind: type[NamedTuple]) -> tuple[Callable[[Any], Any], ...]:
    """Return for each field how the rules read it: as numbers, or as it is."""
    as_it_is = {each.name for each in fields(kind) if each.scalar} | set(HANDED_ON)
    return tuple(same if each.name in as_it_is else memoryview for each in fields(kind))


def same(value: Any) -> Any:
    """Return what is given."""
    return value


def arrays[Kind: NamedTuple](kind: type[Kind], block: Block) -> Kind:
    """Return what ``sim.rules.block.views`` does, for a kind without plain numbers.

    Examples
    --------
    >>> arrays(State, empty_block(State)).month
    array([0])
    """
    return kind(*[block[name][0] for name in names(kind)])


def numbers[Kind: NamedTuple](seen: Kind) -> Kind:
    """Return arrays as the rules read them quickest, for their eyes only.

    They take one index for every axis, and nothing else; see ``sim.rules.quick``.

    Examples
    --------
    >>> numbers(arrays(State, empty_block(State))).trust[0, 1]
    0.0
    """
    kind = type(seen)
    return kind(*[read(each) for read, each in zip(readers(kind), seen, strict=True)])


def params_of(world: World) -> Params:
    """Return the parameters of a world as numbers."""
    found = PARAMS.get(world)
    if found is None:
        found = PARAMS[world] = numbers(world.params)
    return found


@cache
def used(room: tuple[tuple[str, int], ...]) -> Ints:
    """Return the places in a state's block, counted in eights of bytes, that a world uses.

    Parameters
    ----------
    room : tuple of (axis, length)
        How far each axis is used; an axis that is not named is used whole.
    """
    block = empty_block(State)
    block.view(np.int64)[:] = np.arange(block.nbytes // 8)
    lengths = dict(room)
    parts: list[Any] = []
    for each in fields(State):
        array = block[each.name][0][tuple(slice(lengths.get(axis)) for axis in each.axes)]
        parts.append(np.ascontiguousarray(array).view(np.int64).ravel())
    return np.concatenate(parts)


def used_bytes(block: Block, room: tuple[tuple[str, int], ...]) -> bytes:
    """Return what a world uses of a state's block, field by field, lowest byte first."""
    found = block.view(np.int64)[used(room)]
    return (found if sys.byteorder == "little" else found.byteswap()).tobytes()
