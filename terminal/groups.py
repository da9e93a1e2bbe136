"""The commands that have files of their own, in the order in which help lists them."""

import typer

from terminal import (
    claim_commands,
    class_commands,
    domain_commands,
    item_commands,
    new_commands,
    print_commands,
    study_commands,
    sweep_commands,
)

GROUPS = (
    item_commands,
    domain_commands,
    study_commands,
    sweep_commands,
    claim_commands,
    new_commands,
    print_commands,
    class_commands,
)


def add_all(app: typer.Typer) -> None:
    """Add the commands of every file to the others."""
    for group in GROUPS:
        group.add_commands(app)
