"""``communique claims``: the documents' claims put to the test."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rich.progress import Progress, TaskID

from sim.sweep.needs import require_packages
from terminal.claimed import show_findings
from terminal.mapped import show_map
from terminal.progress import COMPILING, counting_bar, rate_of, say_compiling
from terminal.refusal import INTERRUPTED, RefusalError
from terminal.screen import console
from terminal.setting import require

if TYPE_CHECKING:
    from sim.claims.campaign import Campaign, Told
    from sim.claims.finding import Finding
    from sim.claims.mapped import Mapped
    from sim.claims.records import Experiment, Map

SWEEPS = "sweeps"


def try_claims(
    only: Sequence[str],
    worlds: int,
    seed: int,
    vary: str,
    out: Path | None,
    workers: int | None,
    machine: bool,
) -> None:
    """Play what is asked for, tell what came of it, and write it into a folder."""
    require_packages()
    from sim.claims.campaign import Campaign, chosen
    from sim.claims.report import campaign_record, claims_record, write
    from sim.claims.studies import VARY

    if any(not text.strip(", ") for text in only):
        raise RefusalError("--only: no claim is named; without --only all are tried")
    names = [name.strip() for text in only for name in text.split(",") if name.strip()]
    require("--vary", vary, VARY)
    trials, charts = chosen(names)
    campaign = Campaign(worlds, seed, vary)
    with nullcontext(out) if out else TemporaryDirectory() as folder:
        found, maps = play_all(campaign, trials, charts, Path(folder) / SWEEPS, workers, out)
    claims, about = claims_record(found, whole=not names), campaign_record(campaign, maps)
    data = about | {"claims": claims}
    if out:
        write(out, claims, about, maps)
    if machine:
        print(json.dumps(data, indent=1, ensure_ascii=False))
        return
    screen = console()
    show_findings(screen, data)
    for each in maps:
        show_map(screen, each)
    if out:
        screen.print(f"Results in {out}")


def play_all(
    campaign: "Campaign",
    trials: Sequence["Experiment"],
    charts: Sequence["Map"],
    folder: Path,
    workers: int | None,
    out: Path | None,
) -> tuple[list["Finding"], list["Mapped"]]:
    """Return what was found for every experiment and map."""
    from sim.sweep.executors import executor_of

    found: list[Finding] = []
    maps: list[Mapped] = []
    parts: dict[str, int] = {}
    say_compiling()
    try:
        with (
            progress(rows_of(campaign, trials, charts)) as told,
            executor_of(None, workers) as (
                pool,
                count,
            ),
        ):
            for each in trials:
                first = parts.get(each.claim, 0) + 1
                place = folder / f"{each.claim}-{first}"
                found += campaign.try_claim(each, place, pool, count, told, first)
                parts[each.claim] = first - 1 + len(each.measure)
            for chart in charts:
                maps.append(campaign.draw_map(chart, folder / chart.id, pool, count, told))
    except KeyboardInterrupt:
        kept = f"what is done is in '{out}', the same command again plays the rest"
        line = f"stopped; {kept if out else 'nothing is kept without --out'}"
        raise RefusalError(line, INTERRUPTED) from None
    return found, maps


def rows_of(campaign: "Campaign", trials: Sequence["Experiment"], charts: Sequence["Map"]) -> int:
    """Return how many runs there are in all."""
    cells = sum(len(c.across.at) * len(c.up.at) * len(c.arm) for c in charts)
    arms = sum(2 * len(each.arm) for each in trials)
    return arms * campaign.worlds + cells * campaign.map_worlds


@contextmanager
def progress(rows: int) -> Iterator["Told"]:
    """Show on standard error how far it is; give what is to be told of it."""
    with counting_bar() as bar:
        task = bar.add_task(COMPILING, total=rows, rate="")
        yield teller(bar, task)


def teller(bar: Progress, task: TaskID) -> "Told":
    """Return what moves a bar: it is told a name, and how many rows of that there are.

    What an earlier call has played is no part of the rate.
    """
    done: dict[str, int] = {}

    def told(name: str, rows: int) -> None:
        earlier = rows if name not in done else 0
        done[name] = rows
        played, words = sum(done.values()), f"Playing {name}"
        if earlier:
            bar.reset(task, total=bar.tasks[0].total, completed=played, description=words)
        else:
            rate = rate_of(bar.tasks[0].speed)
            bar.update(task, completed=played, description=words, rate=rate)

    return told
