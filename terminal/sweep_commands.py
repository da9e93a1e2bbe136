"""``communique sweep``, ``digest`` and ``bench``: many runs, and how fast they go."""

from pathlib import Path
from typing import Annotated

import typer

from terminal.options import Folder, Json, ScenarioName, Values, file_name
from terminal.spread import Spread


def sweep(
    scenario: ScenarioName,
    out: Annotated[
        Path,
        typer.Option(metavar="DIR", parser=file_name, help="Folder of the results; resumed."),
    ],
    runs: Annotated[
        int, typer.Option(min=1, help="Runs of each case: points of the design.")
    ] = 1024,
    design: Annotated[
        str, typer.Option(help="sobol, lhs, saltelli, morris, factorial, or a .csv file.")
    ] = "sobol",
    vary: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME...",
            help="Paths, patterns or path=low:high; all-assumed (the default), all, nothing.",
        ),
    ] = None,
    arm: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME...", help="Compare arms; `communique scenarios ID` lists them."),
    ] = None,
    forum: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME...", help="Compare forums; `communique scenarios` lists them."),
    ] = None,
    values: Values = None,
    seed: Annotated[
        int, typer.Option(min=0, max=2**63 - 1, help="Which design and which chance.")
    ] = 1,
    repeat: Annotated[
        int, typer.Option(min=1, help="Runs of each point, with different chance.")
    ] = 1,
    steps: Annotated[
        int, typer.Option(min=2, help="Values of each number, of --design factorial.")
    ] = 3,
    second_order: Annotated[
        bool, typer.Option("--second-order", help="Let saltelli serve second-order indices.")
    ] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, help="By default one for each core.")
    ] = None,
    executor: Annotated[
        str | None,
        typer.Option(help="threads, processes, or dask:ADDRESS; by default what is quicker."),
    ] = None,
    json: Json = False,
) -> None:
    """Play many worlds of a scenario into a folder; the same command again goes on from there.

    Example: communique sweep design-the-forum --arm hosted everybody --vary trust 'turf.*' --out s2
    """
    from terminal.sweeping import sweep_scenario

    sweep_scenario(
        scenario,
        runs,
        design,
        vary or ("all-assumed",),
        out,
        workers,
        executor,
        json,
        arms=arm or (),
        forums=forum or (),
        changes=values or (),
        seed=seed,
        repeat=repeat,
        steps=steps,
        second_order=second_order,
    )


def digest(folder: Folder) -> None:
    """Print a hash of all results of a sweep, the same whoever played it in whatever pieces.

    Example: communique digest s2
    """
    from terminal.sweeping import show_digest

    show_digest(folder)


def bench(
    what: Annotated[
        str,
        typer.Argument(
            metavar="sweep|browser",
            help="All figures that sweeps are held to, or the pages in a real Chromium.",
        ),
    ] = "",
    json: Json = False,
) -> None:
    """Measure the compiled runner beside Mesa's own, on the same model.

    Example: communique bench sweep
    """
    from terminal.measuring import measure

    raise typer.Exit(measure(what, json))


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the others."""
    app.command(cls=Spread)(sweep)
    app.command()(digest)
    app.command()(bench)
