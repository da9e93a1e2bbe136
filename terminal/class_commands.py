"""``communique serve`` and ``communique bots``: a class, and a crowd of bots to try it with."""

from pathlib import Path
from typing import Annotated

import typer

from terminal.class_files import add_commands as add_files
from terminal.options import Json, file_name

LONGEST_KEPT = 36_500.0
"""Days, a hundred years."""


def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; 0.0.0.0 is every one of this machine.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8765,
    data: Annotated[
        Path,
        typer.Option(metavar="DIR", parser=file_name, help="Folder of the classes; made if new."),
    ] = Path("classes"),
    db: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Keep the classes in this database instead."),
    ] = None,
    keep: Annotated[
        float | None,
        typer.Option(
            metavar="DAYS",
            min=0.01,
            max=LONGEST_KEPT,
            help="Delete classes untouched for so long; without it none is deleted.",
        ),
    ] = None,
) -> None:
    """Serve classes, and every page of the game: to this machine, or with --host to all around it.

    Example: communique serve --host 0.0.0.0 --keep 30
    """
    from terminal.hosting import host_classes

    host_classes(host, port, data, db, keep)


def bots(
    url: Annotated[
        str, typer.Option(help="Address of the server; without one, a server is started for it.")
    ] = "",
    teach: Annotated[
        str, typer.Option(metavar="URL", help="The address for making classes that serve printed.")
    ] = "",
    students: Annotated[int, typer.Option(min=1, max=2000, help="How many come.")] = 30,
    tables: Annotated[int, typer.Option(min=0, max=200, help="0: as many as suits.")] = 0,
    join_over: Annotated[
        str, typer.Option(metavar="SECONDS", help="Time over which they come, such as 60s.")
    ] = "60s",
    play: Annotated[
        str, typer.Option(metavar="SECONDS", help="How long each round is played.")
    ] = "60s",
    every: Annotated[
        str, typer.Option(metavar="SECONDS", help="How long a bot thinks before it moves.")
    ] = "5s",
    plan: Annotated[
        str, typer.Option(help="The lesson plan, such as economic-50; empty for the first.")
    ] = "",
    export: Annotated[
        bool, typer.Option("--export", help="Have the class's ZIP made at the end, too.")
    ] = False,
    json: Json = False,
) -> None:
    """Play a class on a server with bots, and measure how quickly it answers.

    Example: communique bots --students 60 --tables 10 --join-over 30s
    """
    from terminal.crowding import crowd

    raise typer.Exit(
        crowd(url, teach, students, tables, join_over, play, every, plan, export, json)
    )


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the others."""
    app.command()(serve)
    app.command()(bots)
    add_files(app)
