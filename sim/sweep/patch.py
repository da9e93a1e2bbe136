"""From values of factors straight to cells of the parameters, as ``arrange`` would set them.

Arranging a scenario takes tens of milliseconds, more than a run. So what a value means for the
cells is worked out once for all points: which cells it reaches, and what number stands for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scenarios.ledger import Cell, Code, Entry, number
from scenarios.world import World
from sim.rules.block import Block, Floats, Ints, block_type, fields
from sim.rules.params import Params
from sim.sweep.factors import Factor
from sim.sweep.seating import Seating

BITS = (Code.ABOVE, Code.BELOW)
ALWAYS_OFF = -2


@dataclass(frozen=True)
class Reach:
    """What reaches one cell: for each entry on it, the factor that sets it or its own number."""

    cell: Cell
    parts: tuple[tuple[Entry, int], ...]
    """Entries of which the cell is made and the factors that set them; -1 where none does."""
    switch: int = -1
    """The factor that may switch the cell's event off; -1 where none does."""


@dataclass(frozen=True, eq=False)
class Patch:
    """How the factors of a sweep change one world."""

    world: World
    factors: tuple[Factor, ...]
    varied: tuple[int, ...]
    """Which of the factors vary in this world."""
    held: frozenset[str]
    """Paths that stay as the world has them, even where a factor covers them."""
    seating: Seating

    @cached_property
    def seated(self) -> tuple[int, ...]:
        """Return which of the factors move seats."""
        paths = [factor.path for factor in self.seating.factors]
        return tuple(j for j in self.varied if self.factors[j].path in paths)

    @cached_property
    def setters(self) -> dict[str, int]:
        """Return the factor that sets each path: one of a single path outdoes one of many."""
        ledger = self.world.ledger
        found: dict[str, int] = {}
        plain = (j for j in self.varied if j not in self.seated)
        for j in sorted(plain, key=lambda j: not ledger[self.factors[j].path].covers):
            path = self.factors[j].path
            found.update(dict.fromkeys(ledger[path].covers or (path,), j))
        found = {path: j for path, j in found.items() if path not in self.held}
        following = {
            entry.path: found[entry.default]
            for entry in ledger.values()
            if entry.default in found and entry.path not in {*found, *self.held}
        }
        return found | following

    @cached_property
    def reaches(self) -> tuple[Reach, ...]:
        """Return the cells that any factor reaches, in the order of the ledger."""
        parts: dict[Cell, list[tuple[Entry, int]]] = {}
        switches: dict[Cell, int] = {}
        for entry in self.world.ledger.values():
            setter = self.setters.get(entry.path, -1)
            for cell in entry.cells:
                if entry.code is Code.SWITCH:
                    if setter >= 0:
                        switches[cell] = setter
                    elif entry.figure.value == "off":
                        switches[cell] = ALWAYS_OFF
                elif entry.code in BITS:
                    parts.setdefault(cell, []).append((entry, setter))
                else:
                    parts[cell] = [(entry, setter)]  # a later entry writes over an earlier one
        return tuple(
            Reach(cell, tuple(parts.get(cell, ())), switches.get(cell, -1))
            for cell in {**parts, **switches}
            if switches.get(cell) != ALWAYS_OFF
            and (cell in switches or any(setter >= 0 for _, setter in parts[cell]))
        )

    @cached_property
    def places(self) -> Ints:
        """Return where the cells lie in a block, in words of eight bytes; shape (C,)."""
        return np.array([place(cell) for cell in self.cells], dtype=np.int64)

    @cached_property
    def whole(self) -> Ints:
        """Return 1 for each cell that holds whole numbers; shape (C,)."""
        whole = {field.name: field.whole for field in fields(Params)}
        return np.array([whole[name] for name, _ in self.cells], dtype=np.int64)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Return the cells in which rows differ."""
        return (*(reach.cell for reach in self.reaches), *self.seating.cells)

    def numbers(self, values: Floats) -> tuple[Floats, list[str]]:
        """Return the numbers of the cells, shape (n, C), for values of the factors, (n, D).

        Beside them is said for each row what forbids its seats; empty where nothing does.
        """
        seats, reasons = self.seating.numbers(values[:, list(self.seated)])
        made = np.empty((len(values), len(self.cells)))
        for c, reach in enumerate(self.reaches):
            made[:, c] = self.column(reach, values)
        made[:, len(self.reaches) :] = seats
        return made, reasons

    def column(self, reach: Reach, values: Floats) -> Floats:
        """Return the numbers of one cell, shape (n,)."""
        total = np.zeros(len(values))
        for entry, setter in reach.parts:
            if setter < 0:
                part = np.full(len(values), float(number(entry.code, entry.figure.value)))
            else:
                part = self.coded(entry.code, self.factors[setter], values[:, setter])
            bits = entry.code in BITS
            total = (total.astype(np.int64) | part.astype(np.int64)).astype(float) if bits else part
        if reach.switch >= 0:
            words = self.factors[reach.switch].words
            off = values[:, reach.switch] == words.index("off") if "off" in words else False
            total = np.where(off, 0.0, total)
        return total

    def coded(self, code: Code, factor: Factor, values: Floats) -> Floats:
        """Return the numbers that stand for the values of one factor in a cell."""
        if code is Code.NUMBER or (code is Code.ROLE and not factor.words):
            return values
        choices = np.unique(values)
        table = np.array([float(number(code, factor.value(each))) for each in choices])
        return np.asarray(table[np.searchsorted(choices, values)])


def place(cell: Cell) -> int:
    """Return where a cell of the parameters lies in their block, in words of eight bytes."""
    name, index = cell
    layout = block_type(Params)
    assert layout.fields is not None
    kind, offset = layout.fields[name][:2]
    flat = int(np.ravel_multi_index(index, kind.shape)) if index else 0
    return offset // 8 + flat


def patched(base: Block, places: Ints, whole: Ints, row: Sequence[float] | Floats) -> Block:
    """Return a copy of a block of parameters with one row of numbers in its cells."""
    block = base.copy()
    floats, ints = block.view(np.float64), block.view(np.int64)
    for at, is_whole, value in zip(places, whole, row, strict=True):
        if is_whole:
            ints[at] = int(value)
        else:
            floats[at] = value
    return block
