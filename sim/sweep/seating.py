"""Who sits where, from values of factors that move seats: as ``arrange`` would seat them.

A seat moved may move the chair of its side as well, so these cells are not set one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scenarios.cast import Cast
from scenarios.chairs import chaired
from scenarios.changes import applied
from scenarios.ledger import Cell, Entry, number
from scenarios.paths import Change
from scenarios.problems import ScenarioError
from scenarios.scenario import Scenario
from sim.rules.block import Floats
from sim.sweep.factors import Factor

MOST_KNOWN = 10_000
"""Seatings kept in mind, so that memory stays flat."""


@dataclass(frozen=True, eq=False)
class Seating:
    """The seats of one case, under any values of the factors that move them."""

    scenario: Scenario
    cast: Cast
    entries: dict[str, Entry]
    """The entries of seats, as the files have them."""
    own: tuple[Change, ...]
    """What the case itself sets; it comes after the factors, as in ``Study.changes``."""
    factors: tuple[Factor, ...]

    @cached_property
    def seats(self) -> tuple[Entry, ...]:
        """Return the entry of every agency at every forum: those that have cells."""
        return tuple(entry for entry in self.entries.values() if entry.cells)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Return the cells of all seats, or none where no factor moves any."""
        return tuple(entry.cells[0] for entry in self.seats) if self.factors else ()

    @cached_property
    def known(self) -> dict[tuple[float, ...], Sequence[float] | str]:
        """Return the seats worked out of late: their codes, or what forbids them."""
        return {}

    def numbers(self, values: Floats) -> tuple[Floats, list[str]]:
        """Return the codes of all seats, shape (n, cells), and for each row what forbids it.

        Parameters
        ----------
        values : array, shape (n, len(factors))
        """
        made = np.zeros((len(values), len(self.cells)))
        reasons = [""] * len(values)
        for n, row in enumerate(values.tolist() if self.cells else ()):
            found = self.codes(tuple(row))
            if isinstance(found, str):
                reasons[n] = found
            else:
                made[n] = found
        return made, reasons

    def codes(self, values: tuple[float, ...]) -> Sequence[float] | str:
        """Return the codes of all seats under some values, or what forbids these seats."""
        if values not in self.known:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            changes = [
                Change(factor.path, factor.value(value))
                for factor, value in zip(self.factors, values, strict=True)
            ]
            self.known[values] = self.seated((*changes, *self.own))
        return self.known[values]

    def seated(self, changes: Sequence[Change]) -> Sequence[float] | str:
        """Return the codes of all seats after some changes, or what forbids these seats."""
        try:
            made = chaired(applied(self.entries, changes), self.scenario, self.cast, changes)
        except ScenarioError as error:
            return str(error)
        seats = (made[entry.path] for entry in self.seats)
        return [float(number(each.code, each.figure.value)) for each in seats]
