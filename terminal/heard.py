"""Strategies of other packages, heard out: what goes wrong in one is said in one line."""

import traceback
from pathlib import Path

from agents.chooser import Chooser
from sim.play.moves import Move
from sim.play.view import View
from terminal.refusal import WRONG, RefusalError


class Heard:
    """A strategy from elsewhere that holds a seat.

    Parameters
    ----------
    guest : Chooser
    """

    def __init__(self, guest: Chooser) -> None:
        self.guest = guest

    def choose(self, view: View) -> Move:
        """Return its move; raises RefusalError where it breaks off, or returns none."""
        seat = view.seat
        try:
            move: object = self.guest.choose(view)
        except Exception as error:
            why = f"its strategy broke off: {told(error)}"
            raise RefusalError(f"--strategy: {seat}: {why}", WRONG) from error
        if not isinstance(move, Move):
            why = f"its strategy returned {type(move).__name__}, where a Move is due"
            raise RefusalError(f"--strategy: {seat}: {why}", WRONG)
        return move


def told(error: Exception) -> str:
    """Return what an error says, of what kind it is, and where it arose."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(last.filename).name}, line {last.lineno})"
