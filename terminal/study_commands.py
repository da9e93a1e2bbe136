"""``communique sensitivity`` and ``communique discover``: what a sweep tells."""

from pathlib import Path
from typing import Annotated

import typer

from terminal.options import Folder, Json, file_name
from terminal.spread import Spread


def sensitivity(
    folder: Folder,
    metric: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Show all of these outcomes; without it, all in short."),
    ] = None,
    resamples: Annotated[
        int, typer.Option(min=2, max=10_000, help="Resamples for the intervals.")
    ] = 100,
    top: Annotated[int, typer.Option(min=1, help="Factors to show for an outcome.")] = 12,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", parser=file_name, help="Write tables and pictures there."),
    ] = None,
    json: Json = False,
) -> None:
    """Say what the outcomes of a sweep depend on, and how much of them is chance.

    Example: communique sensitivity s4 --metric trust alignment --out pictures
    """
    from sim.sweep.needs import require_packages

    require_packages()
    from terminal.sensing import show_sensitivity

    show_sensitivity(folder, metric or (), resamples, top, out, json)


def discover(
    folder: Folder,
    metric: Annotated[str, typer.Option(metavar="NAME", help="The outcome to look for.")],
    above: Annotated[float | None, typer.Option(help="Of interest is what lies above.")] = None,
    below: Annotated[float | None, typer.Option(help="Of interest is what lies below.")] = None,
    case: Annotated[str, typer.Option(help="In this case, where the sweep has several.")] = "",
    forum: Annotated[str, typer.Option(help="At this forum, where a run has several.")] = "",
    boxes: Annotated[int, typer.Option(min=1, max=20, help="Boxes that PRIM looks for.")] = 1,
    factors: Annotated[
        int, typer.Option(min=1, help="Factors to look for limits in: those that tell most.")
    ] = 20,
    box: Annotated[
        int | None, typer.Option(min=0, help="Take this box on PRIM's way; see the picture.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", parser=file_name, help="Write the picture there."),
    ] = None,
    json: Json = False,
) -> None:
    """Find limits on what varied within which an outcome mostly lies above, or below, a value.

    Example: communique discover s5 --metric implementation_rate --above 0.6
    """
    from sim.sweep.needs import require_packages

    require_packages()
    from terminal.discovering import Wanted, show_discovery

    wanted = Wanted(metric, above, below, case, forum, boxes, factors, box)
    show_discovery(folder, wanted, out, json)


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the others."""
    app.command(cls=Spread)(sensitivity)
    app.command()(discover)
