"""Figures that only a process of its own can give: first compile, cached start, peak memory."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.goal import Goal

HOUSE = Path(__file__).parents[1]
START = """
import time
from scenarios.arrange import arrange
from scenarios.load import load
from sim.sweep.batch import run_many
world = arrange(load("economic-2-plus-2"))
wall, cpu = time.perf_counter(), time.process_time()
run_many(world, 1, 1)
print(time.perf_counter() - wall, time.process_time() - cpu)
"""
"""Prints the time from a world at hand to its first compiled run: numba itself, then the rules."""
MEMORY = """
import resource, sys
from pathlib import Path
from sim.sweep.entry import play, study_of
from sim.sweep.store import Store
scenario, runs, folder = sys.argv[1:]
made = study_of(scenario, int(runs), "sobol", ("all-assumed",), changes=("horizon=1",))
play(made, Store(Path(folder)), 2, "processes")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
"""Prints the peak memory of the parent of a sweep, MB, where the system counts in kB."""


def told_by(code: str, *arguments: str, **environment: str) -> list[float]:
    """Return the numbers that a Python program prints."""
    command = [sys.executable, "-c", code, *arguments]
    around = {**os.environ, "PYTHONPATH": str(HOUSE), **environment}
    done = subprocess.run(command, env=around, check=True, capture_output=True, text=True)
    return [float(word) for word in done.stdout.split()]


def first_compile() -> Goal:
    """Return the processor time until the first run, where nothing is compiled yet."""
    with TemporaryDirectory() as empty:
        wall, cpu = told_by(START, XDG_CACHE_HOME=empty)
    how = f"processor time, nothing cached; {wall:.0f} s on the clock"
    return Goal("first compile", cpu, 10.0, " s", least=False, how=how)


def cached_start(times: int = 5) -> Goal:
    """Return the processor time until the first run, where the rules are compiled already."""
    told_by(START)
    cpu = median(told_by(START)[1] for _ in range(times))
    how = f"processor time to the first run, median of {times}"
    return Goal("cached start", cpu, 0.6, " s", least=False, how=how)


def parent_memory(scenario: str, sizes: tuple[int, int]) -> Goal:
    """Return by what factor the parent's peak memory grows with the number of runs."""
    peaks = []
    for runs in sizes:
        with TemporaryDirectory() as folder:
            peaks += told_by(MEMORY, scenario, str(runs), folder)
    few, many = (f"{runs:,}" for runs in sizes)
    how = f"peak of {peaks[0]:.0f} MB at {few} runs, {peaks[1]:.0f} MB at {many}"
    return Goal("parent memory", peaks[1] / peaks[0], 1.1, "x", least=False, how=how)
