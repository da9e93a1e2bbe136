"""Quick views on a block, for rules that run plain: the same memory, read as Python's own numbers.

A number read from a NumPy array computes two to four times slower than one of Python's. They
are the same 64 bits, so the results are too.
"""

from typing import NamedTuple

from sim.rules.block import Block, fields, views

HANDED_ON = ("text", "statement")
"""Arrays of which rules hand on single rows, which only NumPy's can give."""


def quick_views[Kind: NamedTuple](kind: type[Kind], block: Block) -> Kind:
    """Return the NamedTuple that ``views`` returns, for the eyes of the rules only.

    Its arrays take one index for every axis, and nothing else.

    Examples
    --------
    >>> from sim.rules.block import empty_block
    >>> from sim.rules.state import State
    >>> quick_views(State, empty_block(State)).trust[0, 1]
    0.0
    """
    slow = views(kind, block)
    quick = {
        field.name: memoryview(getattr(slow, field.name))
        for field in fields(kind)
        if not field.scalar and field.name not in HANDED_ON
    }
    return slow._replace(**quick)
