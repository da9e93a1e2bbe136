"""What is printed before a run: which scenario, who sits where, what was changed."""

from collections.abc import Iterable

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from scenarios.world import World
from sim.rules.codes import CHAIR, PARTNER, PRINCIPAL, SUBORDINATE
from terminal.screen import print_hanging


def show_opening(screen: Console, world: World, changes: Iterable[object]) -> None:
    """Print the title, the question, the seats of each forum, and what this run changes."""
    sheet = world.scenario.sheet
    screen.print(Rule(Text(sheet.title, "bold")))
    screen.print(Text(sheet.question, "italic"), justify="center")
    for f, forum in enumerate(world.forums):
        screen.print()
        screen.print(Text(f"{world.name('forum', forum)} ({world.short('forum', forum)})", "bold"))
        for label, seats in roster(world, f):
            print_hanging(screen, Text(f"  {label}: ", "dim"), Text(seats))
    if given := ", ".join(str(change) for change in changes):
        screen.print()
        print_hanging(screen, Text("Set for this run: ", "dim"), Text(given))


def roster(world: World, f: int) -> list[tuple[str, str]]:
    """Return who sits at a forum and who is consulted, side by side; chairs come first."""
    rows = (
        ("At the table", (CHAIR, PRINCIPAL)),
        ("Consulted as partners", (PARTNER,)),
        ("Consulted as subordinates", (SUBORDINATE,)),
    )
    found = []
    for label, roles in rows:
        sides = [seats_of(world, f, s, roles) for s in range(world.params.n_sides)]
        if any(sides):
            found.append((label, "; ".join(", ".join(seats) for seats in sides if seats)))
    return found


def seats_of(world: World, f: int, s: int, roles: tuple[int, ...]) -> list[str]:
    """Return the short names of a side's agencies that have one of some roles, in that order."""
    params = world.params
    return [
        world.short("agency", world.agencies[a])
        for role in roles
        for a in range(params.n_agencies)
        if params.side[a] == s and params.role0[f, a] == role
    ]
