"""``communique bench sweep``: the figures a sweep is held to, measured side by side."""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bench.apart import cached_start, first_compile, parent_memory
from bench.contest import laps
from bench.goal import Goal, table
from bench.kernel import pieces, wall_seconds
from bench.machine import machine, told
from bench.runners import batch_run, mesa_in_processes, mesa_metrics, rules_metrics
from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.world import World
from sim.rules.compiled import can_compile
from sim.sweep.drive import warm
from sim.sweep.entry import play, study_of
from sim.sweep.store import Store
from sim.sweep.study import Study

SCENARIO = "design-the-forum"
CORES = 2


@dataclass(frozen=True)
class Sizes:
    """How much of everything is measured."""

    runs: int = 20_000
    """Runs of the sweep from end to end."""
    turns: int = 3
    """Turns of the kernel on one core, on two, and of the whole sweep; their median counts."""
    seconds: float = 20.0
    """Time for the contest on one core."""
    mesa_runs: tuple[int, int] = (8, 40)
    """Runs of ``batch_run`` in processes: the second less the first has no start-up in it."""
    memory_runs: tuple[int, int] = (20_000, 200_000)
    apart: bool = True
    """Whether to measure what takes processes of its own."""


WHOLE = Sizes()


def main(as_json: bool = False, sizes: Sizes = WHOLE) -> int:
    """Measure, print a Markdown table or one JSON object, and return 0 if all goals are reached."""
    about = machine()
    found = []
    for goal in goals(sizes):
        print(f"{goal.what}: {goal.found:.3g}{goal.unit}", file=sys.stderr, flush=True)
        found.append(goal)
    if as_json:
        print(json.dumps({"machine": about, "goals": [each.as_json() for each in found]}, indent=2))
    else:
        print(told(about), table(found), sep="\n\n")
    return 0 if all(each.reached for each in found) else 1


def goals(sizes: Sizes) -> Iterator[Goal]:
    """Yield each figure as it is measured."""
    if sizes.apart and can_compile():
        yield first_compile()
        yield cached_start()
    world = arrange(load(SCENARIO))
    study = study_of(SCENARIO, sizes.runs, "sobol", ("all-assumed",))
    warm(study)
    one, two, around = kernel_seconds(study, sizes.turns)
    yield one_core(world, sizes.seconds)
    if batch_run:
        yield two_cores(world, sizes.mesa_runs, sizes.runs)
    how = f"{study.rows / median(one):,.0f} runs a second on one core, all assumed figures varied"
    ratios = [single / double for single, double in zip(one, two, strict=True)]
    yield Goal("two threads, of one", median(ratios), 1.8, "x", how=how)
    shares = [double / whole for double, whole in zip(two, around, strict=True)]
    how = f"{study.rows:,} runs into Parquet, {study.rows / median(around):,.0f} a second"
    yield Goal("end to end, of the bare rules", median(shares), 0.75, how=how)
    if sizes.apart:
        yield parent_memory(SCENARIO, sizes.memory_runs)


def kernel_seconds(study: Study, turns: int) -> tuple[list[float], list[float], list[float]]:
    """Return times on the clock: bare rules on one thread and on two, and the whole sweep."""
    work = pieces(study)
    one, two, around = [], [], []
    for _ in range(turns):
        one.append(wall_seconds(work, 1))
        two.append(wall_seconds(work, CORES))
        around.append(sweep_seconds(study))
    return one, two, around


def sweep_seconds(study: Study) -> float:
    """Return the time on the clock that a sweep takes, from its study to its manifest."""
    with TemporaryDirectory() as folder:
        start = time.perf_counter()
        play(study, Store(Path(folder)), CORES, "threads")
        return time.perf_counter() - start


def one_core(world: World, seconds: float) -> Goal:
    """Return how many times as many runs the rules play as ``batch_run``, in processor time."""
    slow, fast = partial(mesa_metrics, world, 1), partial(rules_metrics, world, 1)
    mesa_metrics(world, 1, [0])
    turns = list(laps(slow, fast, 2, 1000, seconds))
    if told := [turn.difference for turn in turns if turn.difference]:
        raise ArithmeticError(f"the outcomes differ: {told[0]}")
    ratio = median(turn.ratio for turn in turns)
    return Goal("against batch_run, one core", ratio, 100.0, "x", how=f"{len(turns)} turns")


def two_cores(world: World, sizes: tuple[int, int], runs: int) -> Goal:
    """Return the same for two processes of ``batch_run`` and two threads, on the clock."""
    few, many = (clock(partial(mesa_in_processes, world, 1, range(n), CORES)) for n in sizes)
    slow = (sizes[1] - sizes[0]) / max(many - few, 1e-9)
    study = study_of(SCENARIO, runs, "sobol", ())
    fast = runs / wall_seconds(pieces(study), CORES)
    how = f"{fast:,.0f} against {slow:.1f} runs a second, its start-up left out"
    return Goal("against batch_run, two cores", fast / slow, 150.0, "x", how=how)


def clock(work: Any) -> float:
    """Return the time on the clock that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
