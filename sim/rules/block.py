"""One block of memory for all arrays of a run, and named views on it.

The compiled rules take a block as a record, whose fields they read by name; the
plain rules take a NamedTuple of views on the same memory, with the same names.
So a rule is one function for both, and a copy of a state is one copy.
"""

from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from sim.rules.sizes import AXES

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Block = NDArray[np.void]


class Field(NamedTuple):
    """One row of a table of parameters or state variables."""

    name: str
    axes: str
    unit: str
    meaning: str
    whole: bool
    """Whether the values are whole numbers."""
    scalar: bool
    """Whether it is a plain number that no rule changes."""


@cache
def fields(kind: type[NamedTuple]) -> tuple[Field, ...]:
    """Return the table of a NamedTuple class whose annotations describe it.

    Parameters
    ----------
    kind : type
        A class such as ``Params`` or ``State``, each field annotated
        ``Annotated[type, axes, unit, meaning]``.

    Examples
    --------
    >>> from sim.rules.params import Params
    >>> fields(Params)[0].meaning
    'forums that meet in parallel'
    """
    rows = []
    for name, hint in get_type_hints(kind, include_extras=True).items():
        if get_origin(hint) is not Annotated:
            raise TypeError(f"{kind.__name__}.{name} has no axes, unit and meaning")
        base, axes, unit, meaning = get_args(hint)
        scalar = base in (int, float)
        whole = base is int or base == Ints
        rows.append(Field(name, axes, unit, meaning, whole, scalar))
    return tuple(rows)


@cache
def block_type(kind: type[NamedTuple]) -> np.dtype[np.void]:
    """Return the memory layout of a block: eight bytes a number, full room on every axis."""
    layout: list[Any] = []
    for field in fields(kind):
        shape = tuple(AXES[axis] for axis in field.axes)
        number = np.int64 if field.whole else np.float64
        layout.append((field.name, number) if field.scalar else (field.name, number, shape or (1,)))
    return np.dtype(layout, align=True)


def empty_block(kind: type[NamedTuple]) -> Block:
    """Return a block of zeros, shape (1,)."""
    return np.zeros(1, dtype=block_type(kind))


def views[Kind: NamedTuple](kind: type[Kind], block: Block) -> Kind:
    """Return the NamedTuple whose arrays are views on ``block``; plain numbers are copied out."""
    record = block[0]
    values = (record[f.name].item() if f.scalar else record[f.name] for f in fields(kind))
    return kind(*values)
