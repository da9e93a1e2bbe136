"""What a strategy is: a name, a word about it, and a rule that answers from knowledge alone."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sim.play.moves import Move, decoded, empty_move
from sim.play.view import View


@dataclass(frozen=True)
class Strategy:
    """A negotiating strategy.

    Parameters
    ----------
    name : str
        Its name in scenarios, commands and logs.
    code : int
        Its number in the arrays.
    rule : callable
        ``rule(knowledge, move)`` writes the move.
    title, manner : str
        How screens call it, and one sentence on how it negotiates.
    strength : int, 1..5
        How hard it is to play against.
    source : str
        Key in ``scenarios/sources.toml``.
    """

    name: str
    code: int
    rule: Callable[..., Any]
    title: str
    manner: str
    strength: int
    source: str

    def choose(self, view: View) -> Move:
        """Return the move of the seat whose view this is, when it is asked."""
        array = empty_move()
        self.rule(view.knowledge, array)
        return decoded(view.seat, view.items, array)
