"""A bar on standard error that says how far a sweep is, how fast it goes and when it ends."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

COMPILING = "Compiling the rules, once"


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
