"""Tables at the end of a run: the agenda, and the seats."""

from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from scenarios.world import World
from sim.play.game import Game
from sim.rules.codes import BILLS, NO_BILL, ROLES

Account = dict[str, Any]
CELLS = 6
"""Cells of a bar."""
ROOMY = 72
"""Columns from which there is room for the bars and long headings of two sides."""


def items_table(screen: Console, game: Game, f: int, account: Account) -> Table:
    """Return a table of the agenda: forecast and outcome, and what each side carried out."""
    world = game.world
    wide = roomy(screen, world)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    table.add_column("Item", no_wrap=True)
    table.add_column("Expected", justify="right", overflow="fold")
    table.add_column("Adopted", justify="right", overflow="fold")
    for side in world.sides:
        short = world.short("side", side)
        table.add_column(f"{short} delivery" if wide else short, justify="right", overflow="fold")
    for item, level in account["statement"].items():
        i = world.index("item", item)
        shares = [float(game.state.delivered[f, s, i]) for s in range(len(world.sides))]
        table.add_row(
            Text(world.short("item", item)),
            f"L{account['compromise'][item]:.1f}",
            f"L{level}" if level else Text("–", "dim"),
            *(delivery(screen, share, wide) if level else Text("–", "dim") for share in shares),
        )
    return table


def roomy(screen: Console, world: World) -> bool:
    """Say whether there is room for a bar of what each side has carried out."""
    return screen.width >= ROOMY and len(world.sides) <= 2


def delivery(screen: Console, share: float, wide: bool) -> Text:
    """Return a share in per cent, as a bar too where there is room."""
    per_cent = f"{share:4.0%}"
    if not wide:
        return Text(per_cent)
    full = round(share * CELLS)
    done, left = ("#", "-") if screen.options.ascii_only else ("█", "░")
    return Text.assemble((done * full, "cyan"), (left * (CELLS - full), "dim"), per_cent)


def bills(game: Game, f: int) -> str:
    """Return what became of the bills of a statement; empty where it needed none."""
    world = game.world
    sides = []
    for s, side in enumerate(world.sides):
        about = [
            f"{world.short('item', item)} {BILLS[game.state.bill[f, s, i]]}"
            for i, item in enumerate(world.items)
            if game.state.bill[f, s, i] != NO_BILL
        ]
        if about:
            sides.append(f"{world.short('side', side)} {', '.join(about)}")
    return f"Bills: {'; '.join(sides)}." if sides else ""


def seats_table(game: Game, f: int, account: Account) -> Table:
    """Return a table of the seats: the value of no deal and of the statement to each."""
    world = game.world
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    table.add_column("Seat", no_wrap=True)
    table.add_column("Side", overflow="fold")
    table.add_column("Role")
    for title in ("No deal", "Statement", "Gain"):
        table.add_column(title, justify="right", overflow="fold")
    for seat, value in account["values"].items():
        a = world.index("agency", seat)
        floor = account["walk_away"][seat]
        table.add_row(
            Text(world.short("agency", seat)),
            world.short("side", world.sides[world.params.side[a]]),
            ROLES[game.state.role[f, a]],
            f"{floor:.2f}",
            f"{value:.2f}",
            Text(f"{value - floor:+.2f}", "green" if value >= floor else "red"),
        )
    return table
