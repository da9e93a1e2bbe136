"""The ledger of a run: every value that can be set, where it comes from and where it goes.

Arranging a scenario writes the ledger; the arrays are written from it. So every number in
the arrays that stands for a figure has a path, a provenance and a range.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from scenarios.figures import Figure
from scenarios.ranges import Range
from sim.rules.block import Block
from sim.rules.codes import ROLES, STRATEGIES

Value = int | float | str
Cell = tuple[str, tuple[int, ...]]
"""A field of ``Params`` and an index into it; an empty index for a plain number."""

HELD = {"lead": 1.0, "share": 0.5, "none": 0.0}


class Code(Enum):
    """How a value becomes a number in the arrays."""

    NUMBER = "as it is"
    STRATEGY = "the index of the word"
    ROLE = "the index of the word, or as it is"
    HOLD = "lead 1, share 0.5, none 0"
    ABOVE = "a bit for every level above it"
    BELOW = "a bit for every level from 1 to the one below it"
    SWITCH = "off puts 0 in place"


@dataclass(frozen=True)
class Entry:
    """One path that can be set."""

    path: str
    figure: Figure
    allowed: Range
    cells: tuple[Cell, ...] = ()
    code: Code = Code.NUMBER
    default: str = ""
    """Path whose value this one takes as long as nothing sets it; empty where it has its own."""
    covers: tuple[str, ...] = ()
    """Paths that setting this one sets: it has no cells of its own."""
    stated: bool = True
    """Whether a file states the figure under this path: what a sweep varies."""


def number(code: Code, value: Value) -> int | float:
    """Return the number that stands for a value in the arrays.

    Examples
    --------
    >>> number(Code.ROLE, "partner"), number(Code.HOLD, "share"), number(Code.ABOVE, 2)
    (2, 0.5, 24)
    """
    match code:
        case Code.STRATEGY:
            return STRATEGIES.index(str(value))
        case Code.ROLE:
            return ROLES.index(value) if isinstance(value, str) else int(value)
        case Code.HOLD:
            return HELD[str(value)]
        case Code.ABOVE:
            return sum(1 << level for level in range(int(value) + 1, 5))
        case Code.BELOW:
            return sum(1 << level for level in range(1, int(value)))
    return value if not isinstance(value, str) else 0


def write(block: Block, entries: Iterable[Entry]) -> None:
    """Write entries into a block of parameters; red lines add up, switches come last."""
    ordered = sorted(entries, key=lambda entry: entry.code is Code.SWITCH)
    for entry in ordered:
        if entry.code is Code.SWITCH and entry.figure.value == "on":
            continue
        value = number(entry.code, entry.figure.value)
        for field, index in entry.cells:
            if entry.code in (Code.ABOVE, Code.BELOW):
                block[field][0][index] |= value
            elif index:
                block[field][0][index] = value
            else:
                block[field][0] = value
