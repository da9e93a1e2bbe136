"""``communique items``: what is negotiated."""

import typer

from terminal.options import Json, Words


def items(text: Words = None, json: Json = False) -> None:
    """List the items of the agenda, I01 and on; of a few also their levels and scenarios.

    Example: communique items energy
    """
    from terminal.items import show_items
    from terminal.screen import console

    show_items(console(), " ".join(text or ()), json)


def add_commands(app: typer.Typer) -> None:
    """Add this command to the others."""
    app.command()(items)
