"""``communique new`` and ``communique schema``: what writing a scenario of your own begins with."""

from pathlib import Path
from typing import Annotated

import typer

from terminal.options import file_name

new = typer.Typer(no_args_is_help=True)


@new.callback()
def start() -> None:
    """Begin something of your own."""


@new.command()
def scenario(
    name: Annotated[str, typer.Argument(metavar="ID", help="Such as my-forum; names the file.")],
    extends: Annotated[
        str | None, typer.Option(metavar="ID", help="Take over a scenario, and say what differs.")
    ] = None,
    folder: Annotated[
        Path, typer.Option("--dir", metavar="DIR", parser=file_name, help="Where to write it.")
    ] = Path(),
) -> None:
    """Write a small scenario that runs, to be changed step by step, and the schema beside it.

    Example: communique new scenario my-forum --extends two-tracks
    """
    from terminal.new_scenario import write_scenario

    write_scenario(name, extends, folder)


def schema() -> None:
    """Print the JSON Schema of scenario files, for editors.

    Example: communique schema
    """
    import json

    from scenarios.json_schema import scenario_schema

    print(json.dumps(scenario_schema(), indent=2, ensure_ascii=False))


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the others."""
    app.add_typer(new, name="new")
    app.command()(schema)
