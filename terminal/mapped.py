"""A map as text: a grid, and who wins where."""

from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from sim.claims.mapped import Mapped

LETTERS = "ABCDEFGHIJKL"


def show_map(screen: Console, found: "Mapped") -> None:
    """Print a map, its highest row first, and what the letters mean."""
    chart = found.chart
    screen.print(Text(f"\n{chart.title}", "bold"))
    screen.print(f"{chart.says}; median of {found.worlds} worlds a cell ({chart.scenario})")
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    table.add_column("", justify="right")
    for x in chart.across.at:
        table.add_column(f"{x:g}", justify="right", no_wrap=True)
    for y in reversed(range(len(chart.up.at))):
        cells = [cell(found, y, x) for x in range(len(chart.across.at))]
        table.add_row(f"{chart.up.at[y]:g}", *cells)
    screen.print(table)
    screen.print(f"across: {chart.across.title}; up: {chart.up.title}")
    if len(chart.arm) > 1:
        names = (f"{LETTERS[n]} {arm.name}" for n, arm in enumerate(chart.arm))
        screen.print(
            f"highest median: {', '.join(names)}; beside it, in how many worlds it is best"
        )
    if chart.note:
        screen.print(chart.note)


def cell(found: "Mapped", y: int, x: int) -> str:
    """Return one cell: who is best, what that is worth, and in how many worlds it is best."""
    if len(found.chart.arm) == 1:
        return f"{found.medians[y, x, 0]:.3f}"
    best = found.winner(y, x)
    return f"{LETTERS[best]} {found.medians[y, x, best]:.2f} {found.wins[y, x, best]:.0%}"
