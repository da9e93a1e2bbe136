"""What may hold a seat, and what is said of something that may not."""

from typing import Protocol

from sim.play.moves import Move
from sim.play.view import View


class Chooser(Protocol):
    """What may hold a seat."""

    def choose(self, view: View) -> Move:
        """Return the move of the seat whose view this is, when it is asked."""


class GuestError(ValueError):
    """A strategy from elsewhere that is not there, or does not do what one must."""
