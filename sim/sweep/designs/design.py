"""What a design is: which share of every factor's room each point takes."""

from typing import Protocol

from sim.rules.block import Floats, Ints


class Design(Protocol):
    """A design of ``points`` points; any of its rows can be made without the others."""

    @property
    def points(self) -> int:
        """How many points there are."""
        ...

    def shares(self, first: int, last: int) -> Floats:
        """Return rows of the design: shares of each factor's room, shape (last - first, D)."""
        ...

    def keys(self, first: int, last: int) -> Ints:
        """Return the number that addresses the chance of each point, shape (last - first,).

        Points that are compared with one another have the same chance: a block of Saltelli's,
        a trajectory of Morris's, all cells of a grid.
        """
        ...
