"""``communique solve``, ``import`` and ``export``: what could be agreed, here and elsewhere."""

from pathlib import Path
from typing import Annotated

import typer

from terminal.options import Arm, Forum, Json, ScenarioName, Values, file_name

BESIDE = 40
"""Runs that ``solve`` sets beside a frontier unless told otherwise."""


def solve(
    scenario: Annotated[
        str | None, typer.Argument(metavar="ID", help="A scenario, or a .toml file.")
    ] = None,
    domain: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", parser=file_name, help="Solve an imported domain instead."),
    ] = None,
    profiles: Annotated[
        str | None, typer.Option(metavar="FILE,FILE", help="Its parties, in that order.")
    ] = None,
    forum: Forum = None,
    arm: Arm = None,
    values: Values = None,
    text: Annotated[
        str | None, typer.Option(metavar="I01=2,I03=3", help="Say where this text lies.")
    ] = None,
    runs: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=100_000,
            show_default=str(BESIDE),
            help="Runs of a scenario to set beside the frontier; 0 for none.",
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Find the frontier, the Nash point and others exactly, and the forecasts beside them.

    Example: communique solve energy-shock --runs 10 --text I12=2,I01=1
    """
    from terminal.refusal import RefusalError
    from terminal.solving import solve_folder, solve_scenario

    if (scenario is None) == (domain is None):
        raise RefusalError("solve: give either a scenario or --domain FOLDER")
    if domain is not None:
        if forum or arm or values or runs is not None:
            raise RefusalError("solve: --forum, --arm, --set and --runs are for scenarios")
        solve_folder(domain, profiles, text, machine=json)
    elif profiles is not None:
        raise RefusalError("solve: --profiles goes with --domain")
    elif scenario is not None:
        count = BESIDE if runs is None else runs
        solve_scenario(scenario, forum, arm, values or (), text, count, machine=json)


def import_(
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", parser=file_name, help="A folder, or a CSV of actors."),
    ],
    out: Annotated[
        Path, typer.Option(metavar="FILE", parser=file_name, help="The scenario file to write.")
    ],
    profiles: Annotated[
        str | None, typer.Option(metavar="FILE,FILE...", help="The parties, in this order.")
    ] = None,
) -> None:
    """Make a scenario of a domain: Genius, GeniusWeb, LLM-Deliberation, or a table of actors.

    Example: communique import knit --out knit.toml
    """
    from terminal.importing import import_domain

    import_domain(path, profiles.split(",") if profiles else None, out)


def export(
    scenario: ScenarioName,
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", parser=file_name, help="A new or an empty folder."),
    ],
    to: Annotated[str, typer.Option(metavar="FORMAT", help="The format: geniusweb.")],
    forum: Forum = None,
) -> None:
    """Write the domain of a scenario for other tools: issues, and a profile for each seat.

    Example: communique export cptpp-knit-in knit --to geniusweb
    """
    from terminal.importing import export_scenario

    export_scenario(scenario, forum, to, folder)


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the others."""
    app.command()(solve)
    app.command("import")(import_)
    app.command()(export)
