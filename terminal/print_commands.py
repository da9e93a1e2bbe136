"""``communique print``: what a class needs on paper, as PDF."""

from pathlib import Path
from typing import Annotated

import typer

from terminal.options import Arm, Forum, ScenarioName, Values, file_name


def print_(
    scenario: ScenarioName,
    out: Annotated[Path, typer.Option(metavar="FILE", parser=file_name, help="The PDF to write.")],
    seat: Annotated[
        str | None, typer.Option(metavar="SEAT", help="Only this seat's brief.")
    ] = None,
    cards: Annotated[
        bool, typer.Option("--cards", help="Name cards and the agenda instead of briefs.")
    ] = False,
    forum: Forum = None,
    arm: Arm = None,
    values: Values = None,
) -> None:
    """Write the briefs of all seats, or name cards for the table, as PDF."""
    from terminal.printing import print_briefs, print_cards
    from terminal.setting import setting

    world = setting(scenario, forum, (), values or (), arm).world
    if cards:
        print_cards(world, out)
    else:
        print_briefs(world, seat, out)


def add_commands(app: typer.Typer) -> None:
    """Add this command to the others."""
    app.command("print")(print_)
