"""The benchmark's figures as a table."""

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from bench.result import MONTH_GOAL, RATIO_GOAL, Result


def report(result: Result) -> Group:
    """Return the figures for people."""
    parts: list[RenderableType] = [contest_table(result), verdict(result), months_table(result)]
    if result.compiled:
        how = "read from the cache" if result.from_cache else "compiled anew"
        parts.append(Text(f"Rules ready after {result.compile_seconds:.1f} s ({how})."))
    return Group(*parts)


def contest_table(result: Result) -> Table:
    """Return the two ways side by side."""
    title = f"{result.scenario}, seed {result.seed}: one core, CPU time"
    table = Table(title=title, title_justify="left")
    table.add_column("Played by")
    for heading in ("runs", "CPU s", "runs a second"):
        table.add_column(heading, justify="right")
    slow = [(lap.slow_runs, lap.slow_seconds) for lap in result.laps]
    fast = [(lap.fast_runs, lap.fast_seconds) for lap in result.laps]
    ours = "Compiled rules" if result.compiled else "Plain rules (numba is missing or off)"
    for name, turns, rate in (
        (result.mesa, slow, result.mesa_rate),
        (ours, fast, result.rules_rate),
    ):
        runs, seconds = (sum(column) for column in zip(*turns, strict=True))
        table.add_row(name, f"{runs:,}", f"{seconds:.2f}", f"{rate:,.1f}")
    return table


def verdict(result: Result) -> Text:
    """Return the ratio and whether the outcomes agree."""
    ratios = sorted(lap.ratio for lap in result.laps)
    laps = f"median of {len(ratios)} laps, {ratios[0]:.0f} to {ratios[-1]:.0f}"
    text = Text(f"Ratio {result.ratio:.0f} ({laps}); goal {RATIO_GOAL:.0f}", style="bold")
    if result.differences:
        shown = "\n".join(result.differences[:5])
        return text.append(f"\nOutcomes differ:\n{shown}", style="red")
    compared = sum(lap.slow_runs for lap in result.laps)
    return text.append(f"\nOutcomes equal in all {compared} runs played both ways.", style="green")


def months_table(result: Result) -> Table:
    """Return what a month takes without the compiler."""
    table = Table(title="A month without the compiler", title_justify="left")
    table.add_column("Played by")
    table.add_column("ms", justify="right")
    table.add_column("goal", justify="right")
    for name, ms in result.months_ms.items():
        table.add_row(name, f"{ms:.1f}", f"{MONTH_GOAL:.0f}")
    return table


def show(result: Result) -> None:
    """Print the figures for people."""
    Console().print(report(result))
