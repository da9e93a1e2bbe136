"""A run as it is told in the terminal: month by month, quiet months in one line."""

from rich.console import Console
from rich.text import Text

from sim.play.game import Game
from sim.play.happening import Happening
from sim.play.moves import Move
from sim.play.picture import date_of
from sim.play.story import headed, told
from terminal.floor import Minute
from terminal.minutes import minutes
from terminal.screen import DIM, print_line

MINOR = {*DIM, "bill", "delivered", "forum"}
"""Kinds of line that make no great month."""


class Chronicle:
    """Prints a run while it is played, each month when it is over.

    Parameters
    ----------
    start : Game
        The game before the first move.
    full : bool
        Tell every move by itself instead of drawing each meeting together.
    """

    def __init__(self, screen: Console, start: Game, full: bool = False) -> None:
        self.screen = screen
        self.start = start
        """The game as the month began."""
        self.full = full
        self.month = 0
        self.quiet = 0
        """How many months in a row nothing has happened."""
        self.great = True
        """Whether the last month printed was a great one."""
        self.happenings: list[Happening] = []

    def add(self, before: Game, move: Move, after: Game) -> None:
        """Follow one move; print the month before it if the move opens another."""
        if after.month > self.month:
            self.close()
            self.month, self.start = after.month, before
        self.happenings += told(before, move, after)
        if after.over:
            self.close()
            self.pass_quietly()

    def close(self) -> None:
        """Print the month that is over, if anything happened in it."""
        if not self.happenings:
            self.quiet += self.month > 0
            return
        self.pass_quietly()
        lines = self.lines()
        self.heading(great=any(line.kind not in MINOR for line in lines))
        for line in lines:
            if line.kind == "forum":
                self.screen.print(Text(f"   {line.text}", "underline"))
            else:
                print_line(self.screen, line.kind, line.text)
        self.happenings = []

    def pass_quietly(self) -> None:
        """Print how many months have passed without anything to tell, if any."""
        if self.quiet:
            self.space(great=False)
            unit = self.unit
            passed = f"A {unit} passes" if self.quiet == 1 else f"{self.quiet} {unit}s pass"
            self.screen.print(Text(f"{passed} quietly.", "dim italic"))
        self.quiet = 0

    @property
    def unit(self) -> str:
        """Return what a month of the run is called: a step, where it lasts longer."""
        return "month" if self.start.world.params.tick == 1 else "step"

    def heading(self, great: bool) -> None:
        """Print the heading of a month."""
        self.space(great)
        date = date_of(self.start.world, self.month)
        style = "bold" if great else ""
        self.screen.print(Text.assemble((date, style), (f"  {self.unit} {self.month}", "dim")))

    def space(self, great: bool) -> None:
        """Print an empty line before and after months in which much happens."""
        if great or self.great:
            self.screen.print()
        self.great = great

    def lines(self) -> list[Minute]:
        """Return the lines of the month."""
        if not self.full:
            return list(minutes(self.start, self.happenings))
        world = self.start.world
        return [Minute(each.kind, headed(world, each)) for each in self.happenings]
