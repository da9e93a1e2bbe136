"""The same world with its agencies in another order."""

import numpy as np

from sim.rules.block import Block, Field, empty_block, fields, views
from sim.rules.params import Params
from sim.rules.state import State
from tests.rules.small import COUNTS, params_block

NAMED = "agency, -1"
"""Unit of the state variables that name an agency."""


def two_orders(order: np.ndarray, **changes) -> tuple[Params, Params]:
    """Return a small world, and the one in which agency ``a`` stands at ``order[a]``."""
    block = params_block(**changes)
    other = moved(Params, block, order)
    return views(Params, block), views(Params, other)


def moved(kind: type, block: Block, order: np.ndarray) -> Block:
    """Return a block whose rows of agencies have moved to ``order``."""
    made = empty_block(kind)
    for field in fields(kind):
        made[field.name][0] = along_agencies(field, block[field.name][0], order)
    return made


def along_agencies(field: Field, array: np.ndarray, order: np.ndarray) -> np.ndarray:
    """Return an array in the new order; where it names agencies, under their new numbers."""
    result = np.array(array)
    for axis, letter in enumerate(field.axes):
        if letter == "A":
            used = np.take(result, np.argsort(order), axis=axis)
            rest = np.take(result, range(len(order), result.shape[axis]), axis=axis)
            result = np.concatenate([used, rest], axis=axis)
    if field.unit == NAMED:
        result = np.where(result >= 0, order[np.maximum(result, 0) % len(order)], result)
    return result


def differences(p: Params, one: State, other: State, order: np.ndarray) -> list[str]:
    """Return the state variables that are not alike, save for rounding, but for the order."""
    room = {axis: getattr(p, name) for axis, name in COUNTS.items()}
    found = []
    for field in fields(State):
        used = tuple(slice(room.get(axis)) for axis in field.axes)
        wanted = along_agencies(field, getattr(one, field.name), order)[used]
        given = getattr(other, field.name)[used]
        alike = np.array_equal if field.whole else np.allclose
        if not alike(wanted, given):
            found.append(field.name)
    return found
