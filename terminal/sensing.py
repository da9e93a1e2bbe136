"""What the outcomes of a sweep depend on: tables, files and pictures."""

import json
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sim.sweep.sensitivity.analysis import UNITS, Sensitivity, analyse
from sim.sweep.sensitivity.shown import words
from sim.sweep.sensitivity.tables import CHANCE, measure_rows
from sim.sweep.store import Store
from terminal.factors import labels_of
from terminal.screen import console, print_hanging
from terminal.sensed import account, one_outcome, write_all

TOLD = {
    "sobol": "Sobol indices. S1: share of the variance that a factor explains alone. ST: share "
    "that it has a part in. Chance counts as one more factor.",
    "morris": "Elementary effects, for a factor's whole room. mu*: mean size. mu: mean, whose "
    "sign tells the way. sigma: how much it depends on the other factors.",
    "given": "First-order indices only; for what factors do together, sweep with --design "
    "saltelli. Rank: rank correlation, whose sign tells the way.",
}
HEADS = {
    "sobol": {"ST": "ST", "S1": "S1"},
    "morris": {"mu_star": "mu*", "mu": "mu", "sigma": "sigma"},
    "given": {"S1": "S1", "rank": "rank"},
}
"""Measures of each method that are shown, by their headings."""
FEWEST = {"sobol": 100, "morris": 10, "given": 1000}
"""With fewer blocks, trajectories or points a remark says so."""
FEW = 3
"""Factors that are named for each outcome where all outcomes are listed."""


def show_sensitivity(
    folder: Path,
    metrics: Sequence[str],
    resamples: int,
    top: int,
    out: Path | None,
    as_json: bool,
) -> None:
    """Analyse a sweep and show what its outcomes depend on.

    Parameters
    ----------
    metrics : sequence of str
        Outcomes to show in full; without any, all are listed in short.
    top : int
        Factors to show for an outcome.
    out : path, optional
        Folder for tables and pictures.
    """
    found = analyse(folder, metrics, resamples)
    labels = labels_of(Store(folder).study())
    if out is not None:
        write_all(found, labels, top, out)
    if as_json:
        print(json.dumps(account(found, top), indent=1))
        return
    screen = console()
    for each in found:
        show(screen, each, labels, top, in_full=bool(metrics))
    if not metrics:
        print_hanging(screen, Text("All of one outcome: "), Text("--metric trust, say", "cyan"))
    if out is not None:
        print_hanging(screen, Text("Written: "), Text(str(out)))


def show(
    screen: Console, found: Sensitivity, labels: dict[str, str], top: int, in_full: bool
) -> None:
    """Print what one case and forum, or one difference, depends on."""
    screen.print(Text(f"\n{found.record.name}", "bold"))
    print_hanging(screen, Text(), Text(TOLD[found.method], "dim"))
    for line in remarks(found):
        print_hanging(screen, Text(), line)
    if not in_full:
        screen.print(overview(found, labels))
        return
    for m in range(len(found.metrics)):
        screen.print(Text(f"\n{words(found.metrics[m])}", "bold"), heading(found, m))
        if not found.constant[m]:
            screen.print(factors_table(found, m, labels, top))


def remarks(found: Sensitivity) -> list[Text]:
    """Return what is to be known of how far the numbers can be trusted."""
    unit = UNITS[found.method]
    made = [Text(f"{found.used:,} whole {unit}.", "dim")]
    if found.left_out:
        every = found.used + found.left_out
        told = f"Left out for a failed run: {found.left_out:,} of {every:,} {unit}."
        made.append(Text(told, "yellow"))
    if found.used < FEWEST[found.method]:
        told = f"So few {unit} leave wide intervals; sweep with more --runs or vary less."
        made.append(Text(told, "yellow"))
    if not np.isfinite(found.chance["ST"]).any():
        told = "How much is due to chance can be told of a sweep with --repeat 2 or more."
        made.append(Text(told, "dim"))
    return made


def heading(found: Sensitivity, m: int) -> Text:
    """Return mean and spread of an outcome, or that it does not vary."""
    if found.constant[m]:
        return Text(f"constant: {found.mean[m]:.4g} in every run, whatever varies", "yellow")
    return Text(f"mean {found.mean[m]:.3g}, standard deviation {found.deviation[m]:.3g}", "dim")


def overview(found: Sensitivity, labels: dict[str, str]) -> Table:
    """Return a table of all outcomes with what each depends on most."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, expand=True)
    table.add_column("Outcome", no_wrap=True, min_width=max(map(len, found.metrics)))
    table.add_column("Mean", justify="right", no_wrap=True, min_width=6)
    table.add_column("Chance", justify="right", no_wrap=True, min_width=6)
    head = f"Depends most on ({HEADS[found.method][found.ranked_by]})"
    table.add_column(head, ratio=1)
    for m, metric in enumerate(found.metrics):
        if found.constant[m]:
            table.add_row(words(metric), f"{found.mean[m]:.3g}", "–", Text("constant", "yellow"))
            continue
        most = Table.grid(padding=(0, 1))  # so that a long label is broken under itself
        for j in found.order(m)[:FEW]:
            value = found.measures[found.ranked_by][j, m]
            path = found.factors[j].path
            most.add_row(Text(f"{value:.2f}", "cyan"), labels.get(path, path))
        table.add_row(words(metric), f"{found.mean[m]:.3g}", luck(found, m), most)
    return table


def luck(found: Sensitivity, m: int) -> str:
    """Return the noise share; where only its lower bound can be told from nothing, that."""
    chance = found.chance
    if math.isfinite(chance["ST"][m]):
        return f"{chance['ST'][m]:.0%}"
    if "S1" in chance and chance["S1"][m] > chance["S1_conf"][m]:
        return f"≥ {chance['S1'][m]:.0%}"
    return "?"


def factors_table(found: Sensitivity, m: int, labels: dict[str, str], top: int) -> Table:
    """Return a table of what one outcome depends on."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    table.add_column("Factor")
    heads = HEADS[found.method]
    for head in heads.values():
        table.add_column(head, justify="right", no_wrap=True)
    for row in measure_rows(one_outcome(found, m), top):
        path = row["factor"]
        label = "Chance, the luck of a run" if path == CHANCE else labels.get(path, path)
        note = "" if path == CHANCE else f"\n{path}"
        cells = (cell(row.get(name), row.get(f"{name}_conf")) for name in heads)
        table.add_row(Text.assemble(label, (note, "dim")), *cells)
    return table


def cell(value: float | None, half: float | None) -> Text:
    """Return a measure with half of its interval; what may be nothing is dim."""
    if value is None or not math.isfinite(value):
        return Text("–", "dim")
    if half is None or not math.isfinite(half):
        return Text(f"{value:.2f}")
    return Text(f"{value:.2f} ± {half:.2f}", "dim" if abs(value) <= half else "")
