"""A bar on standard error that says how far a sweep is, how fast it goes and when it ends."""

import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

COMPILING = "Compiling the rules, once"


def say_compiling() -> None:
    """Say on standard error that the rules are being compiled, where no bar on a screen does."""
    from sim.rules.compiled import can_compile
    from sim.sweep.stand_ins import at_hand

    if Console(stderr=True).is_terminal or not can_compile() or at_hand():
        return
    print(f"{COMPILING} (about a minute)", file=sys.stderr, flush=True)


def counting_bar() -> Progress:
    """Return a bar whose tasks have a description and a rate; it shows only on a screen."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    screen = Console(stderr=True)
    return Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal)


def rate_of(speed: float | None) -> str:
    """Return a speed in words; nothing where there is none yet.

    Examples
    --------
    >>> rate_of(1234.5), rate_of(None)
    ('1,234/s', '')
    """
    return f"{speed:,.0f}/s" if speed else ""
