"""Which bars show a sensitivity: its factors by rank, then chance."""

import math
from collections.abc import Callable

from sim.sweep.sensitivity.analysis import Sensitivity
from sim.sweep.sensitivity.bars import Bar, bars_picture

Labels = Callable[[str], tuple[str, str]]
"""Returns what a path is about in words, and a note."""

MARKS = {
    "sobol": ("ST", "S1"),
    "morris": ("mu_star", "mu"),
    "given": ("S1", ""),
}
"""The measure of the wide bars, and that of the narrow ones."""
LEGENDS = {
    "sobol": ("total: all it has a part in", "first order: what it explains alone"),
    "morris": ("mean size of its effect (mu*)", "mean effect, with its sign (mu)"),
    "given": ("first order: what it explains alone", ""),
}
AXES = {
    "sobol": "share of the outcome's variance",
    "morris": "change of the outcome as the factor goes through its room",
    "given": "share of the outcome's variance",
}
LIMITS = {"sobol": (-0.25, 1.25), "morris": (-math.inf, math.inf), "given": (-0.25, 1.25)}
"""Ends that the axes do not go beyond: shares from few blocks have intervals beyond all sense."""
NOTHING = (math.nan, math.nan)
LUCK = ("Chance", "the luck of a run, whatever the factors")


def picture_of(found: Sensitivity, m: int, labels: Labels, top: int) -> str:
    """Return the picture of one outcome as SVG.

    Parameters
    ----------
    m : int
        The outcome, counted from 0.
    top : int
        How many factors to show.
    """
    wide, narrow = MARKS[found.method]
    bars = []
    for j in found.order(m)[:top]:
        label, note = labels(found.factors[j].path)
        bars.append(Bar(label, note, pair(found, wide, j, m), pair(found, narrow, j, m)))
    bars += luck(found, m)
    name = words(found.metrics[m])
    title = f"What {name} depends on: {found.record.name}"
    how = found.method
    return bars_picture(title, subtitle(found, m), bars, LEGENDS[how], AXES[how], LIMITS[how])


def pair(found: Sensitivity, name: str, j: int, m: int) -> tuple[float, float]:
    """Return a measure of a factor with half of its interval; nothing where it has no name."""
    if not name:
        return NOTHING
    return float(found.measures[name][j, m]), float(found.measures[f"{name}_conf"][j, m])


def luck(found: Sensitivity, m: int) -> list[Bar]:
    """Return the bar of chance, where it can be told and is on the same scale as the others."""
    if found.method == "morris":
        return []

    total, first = (
        (float(found.chance[name][m]), float(found.chance[f"{name}_conf"][m]))
        if name in found.chance
        else NOTHING
        for name in ("ST", "S1")
    )
    if not math.isfinite(total[0]) and not math.isfinite(first[0]):
        return []
    return [Bar(*LUCK, total, first, apart=True)]


def subtitle(found: Sensitivity, m: int) -> str:
    """Return how the numbers came about."""
    units = {"sobol": "blocks", "morris": "trajectories", "given": "points"}[found.method]
    parts = [f"{found.used:,} {units}"]
    if found.left_out:
        parts.append(f"{found.left_out} left out for failed runs")
    parts.append(f"mean {found.mean[m]:.3g}, standard deviation {found.deviation[m]:.3g}")
    parts.append("whiskers: 95 % intervals")
    return "; ".join(parts)


def words(metric: str) -> str:
    """Return the name of an outcome in words.

    Examples
    --------
    >>> words("time_to_agreement")
    'time to agreement'
    """
    return metric.replace("_", " ")
