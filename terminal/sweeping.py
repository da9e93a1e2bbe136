"""``communique sweep`` and ``communique digest``: many runs, and what came of them."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich import box
from rich.table import Table

from scenarios.load import catalogue
from sim.sweep.needs import require_packages
from terminal.progress import COMPILING, counting_bar, rate_of, say_compiling
from terminal.refusal import INTERRUPTED, RefusalError
from terminal.screen import console
from terminal.setting import ENDING, unknown

PLAYING = "Playing"
NARROWEST = 14
"""Letters of a column: those of a mean with its interval."""
Rows = dict[str, list[str]]
"""By heading, a cell for each case."""


def sweep_scenario(
    scenario: str,
    runs: int,
    design: str,
    vary: Sequence[str],
    out: Path,
    workers: int | None,
    executor: str | None,
    machine: bool,
    **more: Any,
) -> None:
    """Play what the folder lacks of a sweep, and print what came of it; see ``sim.sweep.entry``."""
    require_packages()
    from sim.sweep.entry import play, study_of
    from sim.sweep.store import Store

    if not scenario.endswith(ENDING) and scenario not in catalogue():
        raise RefusalError(unknown(scenario))
    study = study_of(scenario, runs, design, vary, **more)
    store = Store(out)
    if not store.finished:
        say_compiling()
    try:
        with progress(study.rows) as told:
            play(study, store, workers, executor, told)
    except KeyboardInterrupt:
        there = sum(last - first for first, last, _ in store.parts())
        again = "the same command again plays the rest"
        line = f"stopped; {there:,} of {study.rows:,} runs are in '{out}', {again}"
        raise RefusalError(line, INTERRUPTED) from None
    show_summary(out, machine)


@contextmanager
def progress(rows: int) -> Iterator[Any]:
    """Show on standard error how far a sweep is; give what is to be told of it."""
    with counting_bar() as bar:
        task = bar.add_task(COMPILING, total=None, rate="")

        def told(done: int, failed: int) -> None:
            """Move the bar; what an earlier call has played is no part of the rate."""
            if bar.tasks[0].total is None:
                bar.reset(task, total=rows, completed=done, description=PLAYING)
                return
            bar.update(task, completed=done)
            rate = rate_of(bar.tasks[0].speed)
            bar.update(task, rate=f"{rate}, {failed} failed" if failed else rate)

        yield told


def show_summary(folder: Path, machine: bool) -> None:
    """Print what came of a whole sweep."""
    from sim.sweep.digest import digest_of
    from sim.sweep.store import ERRORS, Store
    from sim.sweep.summary import summary_of

    store = Store(folder)
    cases = summary_of(store)
    digest = digest_of(store)
    if machine:
        found = {"folder": str(folder), "digest": digest, "cases": cases}
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return
    screen = console()
    names = [label(each, cases) for each in cases]
    drawn = any(found["half"] is not None for found in cases[0]["means"].values())
    for table in tables("How the runs ended", outcomes(cases), names, screen.width):
        screen.print(table)
    title = f"Means{', with 95% intervals' * drawn}"
    for table in tables(title, means(cases), names, screen.width):
        screen.print(table)
    if failed := sum(each["failed"] for each in cases):
        screen.print(f"{failed:,} failed; {folder / ERRORS} says why.", soft_wrap=True)
    screen.print(f"Results in {folder}, digest {digest[:16]}", soft_wrap=True)


def outcomes(cases: Sequence[dict[str, Any]]) -> Rows:
    """Return how the runs of each case ended, as rows of a table."""
    months = [each["median_months"] for each in cases]
    return {
        "runs": [f"{each['runs']:,}" for each in cases],
        **{
            outcome: [f"{each['outcomes'][outcome]:.1%}" for each in cases]
            for outcome in cases[0]["outcomes"]
        },
        "median month": ["" if month is None else f"{month:g}" for month in months],
    }


def means(cases: Sequence[dict[str, Any]]) -> Rows:
    """Return the means of a few metrics, with intervals where the points are a sample."""
    return {
        metric.replace("_", " "): [interval(each["means"][metric]) for each in cases]
        for metric in cases[0]["means"]
    }


def tables(title: str, rows: Rows, names: Sequence[str], width: int) -> Iterator[Table]:
    """Yield tables with the cases side by side, as many as it takes to fit them into a width."""
    rest = width - max(map(len, rows)) - 3
    column = min(max(NARROWEST, *map(len, names)), rest - 2)
    at_once = max(1, rest // (column + 2))
    for n in range(0, len(names), at_once):
        table = Table(
            title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False
        )
        table.add_column("")
        for name in names[n : n + at_once]:
            table.add_column(name, justify="right", overflow="fold", width=column)
        for heading, cells in rows.items():
            table.add_row(heading, *cells[n : n + at_once])
        yield table


def label(case: dict[str, Any], cases: Sequence[dict[str, Any]]) -> str:
    """Return the name of a case, with the forum where it has several."""
    alone = sum(each["case"] == case["case"] for each in cases) == 1
    return case["case"] if alone else f"{case['case']}: {case['forum']}"


def interval(found: dict[str, float | None]) -> str:
    """Return a mean as a text.

    Examples
    --------
    >>> interval({"mean": 0.5, "half": 0.01}), interval({"mean": 2.0, "half": None})
    ('0.500 ±0.010', '2.000')
    """
    if found["mean"] is None:
        return ""
    return f"{found['mean']:.3f}" + ("" if found["half"] is None else f" ±{found['half']:.3f}")


def show_digest(folder: Path) -> None:
    """Print the digest of a whole sweep."""
    require_packages()
    from sim.sweep.digest import digest_of
    from sim.sweep.store import Store

    print(digest_of(Store(folder)))
