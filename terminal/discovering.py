"""Where an outcome of interest is to be found: boxes, in words and as a picture."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from scenarios.problems import Problem, ScenarioError
from sim.sweep.sensitivity.boxes import Box, Limit
from sim.sweep.sensitivity.discovery import Discovery, discover
from sim.sweep.sensitivity.runs import Runs, runs_of
from sim.sweep.sensitivity.shown import words
from sim.sweep.sensitivity.tradeoff import tradeoff_picture
from terminal.factors import labels_of
from terminal.refusal import RefusalError
from terminal.screen import console, print_hanging

LEAVES = 3
"""Leaves of the tree that are shown."""
PICTURE = "tradeoff.svg"


@dataclass(frozen=True)
class Wanted:
    """Which outcome is looked for, and how."""

    metric: str
    above: float | None
    below: float | None
    case: str
    forum: str
    boxes: int
    most: int
    number: int | None

    def __str__(self) -> str:
        """Return what is of interest in words."""
        side, value = ("above", self.above) if self.above is not None else ("below", self.below)
        return f"{words(self.metric)} {side} {value:g}"


def show_discovery(folder: Path, wanted: Wanted, out: Path | None, as_json: bool) -> None:
    """Look for an outcome of interest in a sweep, and show where it is found."""
    if (wanted.above is None) == (wanted.below is None):
        raise RefusalError("discover: give either --above or --below")
    runs = runs_of(folder, wanted.metric, wanted.case, wanted.forum)
    found = discover(runs, wanted.above, wanted.below, wanted.boxes, wanted.most, wanted.number)
    if out is not None:
        write_picture(found, wanted, runs, out)
    if as_json:
        print(json.dumps(account(found, wanted, runs), indent=1))
        return
    show(console(), found, wanted, runs)
    if out is not None:
        print_hanging(console(), Text("Written: "), Text(str(out / PICTURE)))


def show(screen: Console, found: Discovery, wanted: Wanted, runs: Runs) -> None:
    """Print the boxes."""
    labels = labels_of(runs.study)
    screen.print(Text(f"\n{runs.record.name}: {wanted}", "bold"))
    line = f"{found.share:.1%} of {found.runs:,} runs. Limits were looked for in the "
    line += f"{len(found.looked_at)} of {len(runs.study.factors)} factors that tell most of it."
    if runs.left_out:
        line += f" {runs.left_out:,} failed runs are left out."
    print_hanging(screen, Text(), Text(line, "dim"))
    means = "coverage: share of all such runs that lie in a box; density: share of a box's "
    print_hanging(screen, Text(), Text(f"{means}runs that are such", "dim"))
    for title, boxes in (("PRIM", found.prim), ("CART, densest leaves", found.cart[:LEAVES])):
        screen.print(Text(f"\n{title}", "bold"))
        if not boxes:
            print_hanging(screen, Text(), Text("nothing denser than all runs together"))
        for each in boxes:
            screen.print(box_table(each, labels))


def box_table(found: Box, labels: dict[str, str]) -> Table:
    """Return a box as a table of its limits."""
    title = f"coverage {found.coverage:.0%}, density {found.density:.0%}"
    title += f", {found.mass:.0%} of all runs"
    if found.way:
        title += f" (from box {found.chosen} of {len(found.way) - 1} on PRIM's way)"
    table = Table(
        box=box.SIMPLE_HEAD,
        padding=(0, 1),
        pad_edge=False,
        title=title,
        title_justify="left",
        title_style="cyan",
    )
    table.add_column("Factor")
    table.add_column("In the box")
    table.add_column("Of", style="dim")
    for limit in found.limits:
        path = limit.factor.path
        label = Text.assemble(labels.get(path, path), (f"\n{path}", "dim"))
        table.add_row(label, inside(limit), room(limit))
    return table


def inside(limit: Limit) -> str:
    """Return what a box asks of a factor, in words."""
    if limit.words:
        return " or ".join(limit.words)
    low, high = f"{limit.low:.3g}", f"{limit.high:.3g}"
    if limit.low <= limit.factor.low:
        return f"at most {high}"
    return f"at least {low}" if limit.high >= limit.factor.high else f"{low} to {high}"


def room(limit: Limit) -> str:
    """Return all the room of a factor."""
    factor = limit.factor
    return ", ".join(factor.words) if factor.words else f"{factor.low:g} to {factor.high:g}"


def account(found: Discovery, wanted: Wanted, runs: Runs) -> dict[str, Any]:
    """Return the whole as plain data."""
    return {
        "metric": wanted.metric,
        "above": wanted.above,
        "below": wanted.below,
        "case": runs.record.case,
        "forum": runs.record.forum,
        "runs": found.runs,
        "left_out": runs.left_out,
        "share": found.share,
        "looked_at": [factor.path for factor in found.looked_at],
        "prim": [box_account(each) for each in found.prim],
        "cart": [box_account(each) for each in found.cart],
    }


def box_account(found: Box) -> dict[str, Any]:
    """Return a box as plain data."""
    limits = [
        {"path": each.factor.path, "words": list(each.words)}
        if each.words
        else {"path": each.factor.path, "low": each.low, "high": each.high}
        for each in found.limits
    ]
    made = {"coverage": found.coverage, "density": found.density, "mass": found.mass}
    way = [vars(spot) for spot in found.way]
    return made | {"limits": limits} | ({"box": found.chosen, "way": way} if way else {})


def write_picture(found: Discovery, wanted: Wanted, runs: Runs, out: Path) -> None:
    """Write the picture of what PRIM passed through, where it found anything."""
    if not found.prim:
        return
    first = found.prim[0]
    title = f"Where {wanted} is found: {runs.record.name}"
    subtitle = f"PRIM's way through {found.runs:,} runs, {found.share:.0%} of them such"
    try:
        out.mkdir(parents=True, exist_ok=True)
        picture = tradeoff_picture(title, subtitle, first.way, first.chosen)
        (out / PICTURE).write_text(picture, encoding="utf-8")
    except OSError as error:
        reason, allowed = error.strerror or str(error), "a folder that can be written"
        raise ScenarioError([Problem(str(out), "--out", reason, allowed)]) from None
