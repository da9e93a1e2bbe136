"""``communique claims``: the documents' claims put to the test."""

from pathlib import Path
from typing import Annotated

import typer

from terminal.options import Json, file_name


def claims(
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="H1,H13", help="Only these claims, and maps by their names."),
    ] = None,
    worlds: Annotated[int, typer.Option(min=16, help="Worlds drawn for each claim.")] = 4096,
    seed: Annotated[
        int, typer.Option(min=0, max=2**63 - 1, help="Which worlds and which chance.")
    ] = 1,
    vary: Annotated[
        str, typer.Option(help="all-assumed, or all: the sizes of what is inferred as well.")
    ] = "all-assumed",
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", parser=file_name, help="Folder of the results; resumed."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="By default one for each core.")
    ] = None,
    json: Json = False,
) -> None:
    """Put the documents' claims to the test in many worlds: which hold, how often, and why.

    Example: communique claims --only H13,H49 --worlds 256 --out c1
    """
    from terminal.claiming import try_claims

    try_claims(only or (), worlds, seed, vary, out, workers, json)


def add_commands(app: typer.Typer) -> None:
    """Add this command to the others."""
    app.command()(claims)
