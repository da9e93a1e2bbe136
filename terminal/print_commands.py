"""``communique print``: what a class needs on paper, as PDF."""

from pathlib import Path
from typing import Annotated

import typer

from scenarios.tongue import OWN
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
    language: Annotated[
        str, typer.Option(metavar="CODE", help="Language of the paper: en or ja.")
    ] = OWN,
    font: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            parser=file_name,
            help="A TrueType font to put into the PDF for Japanese; else readers bring their own.",
        ),
    ] = None,
) -> None:
    """Write the briefs of all seats, or name cards for the table, as PDF.

    Example: communique print economic-2-plus-2 --language ja --out briefs.pdf
    """
    from terminal.printing import print_briefs, print_cards, told_in
    from terminal.refusal import RefusalError

    if cards and seat is not None:
        raise RefusalError("print: --seat is for briefs, --cards makes those of all seats")
    world = told_in(language, scenario, forum, values or (), arm)
    if cards:
        print_cards(world, out, font)
    else:
        print_briefs(world, seat, out, font)


def add_commands(app: typer.Typer) -> None:
    """Add this command to the others."""
    app.command("print")(print_)
