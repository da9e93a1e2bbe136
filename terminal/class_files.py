"""``communique rehearse`` and ``communique class replay``: a class without a server."""

from pathlib import Path
from typing import Annotated

import typer

from terminal.options import Json, file_name

classes = typer.Typer(help="Classes that were exported.", no_args_is_help=True)


def rehearse(
    plan: Annotated[
        str, typer.Argument(metavar="PLAN", help="A lesson plan; any other word lists them.")
    ],
    students: Annotated[int, typer.Option(min=1, max=600, help="How many come.")] = 24,
    tables: Annotated[
        int, typer.Option(min=0, max=200, help="Tables they sit at; 0: as many as suits.")
    ] = 0,
    seed: Annotated[
        int, typer.Option(min=0, max=2**62, help="Of chance, and of all that people do.")
    ] = 1,
    runs: Annotated[
        int | None,
        typer.Option(
            min=0, max=10_000, help="Runs of AI alone for each forum; by default what is quick."
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE.zip", parser=file_name, help="Write the class's export there."),
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", parser=file_name, help="Put the class among those that serve opens."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Let bots play a lesson, and show its debrief.

    Example: communique rehearse economic-50 --students 8 --runs 20 --out class.zip
    """
    from terminal.rehearsing import rehearse_plan

    rehearse_plan(plan, students, tables, seed, runs, out, data, json)


@classes.command("replay")
def replay_class(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.zip", parser=file_name, help="An export of a class.")
    ],
    table: Annotated[int | None, typer.Option(min=1, help="Only the games of this table.")] = None,
    json: Json = False,
) -> None:
    """Play a class again from its export alone, and check every file, game and state.

    Example: communique class replay class.zip
    """
    from terminal.class_replaying import replay_archive

    replay_archive(file, table, json)


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the others."""
    app.command()(rehearse)
    app.add_typer(classes, name="class")
